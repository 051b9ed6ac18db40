"""Who "they" are, and "she" where nobody is named: the people whom a noun phrase before the pronoun tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.analysis.quotes.grammar import Source, phrase_of, says, source_of
from briefing.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.quotes.reading import Reading

_REACH = 2  # paragraphs back
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"NNS", "NNPS"})
_HUMAN = frozenset({Source.ROLE, Source.SOMEONE})


def people_before(position: int, readings: Sequence[Reading], *, plural: bool) -> Span | None:
    """The last phrase for several people (or for one) that stands as a subject; one that says something is preferred."""
    other: Span | None = None
    for reading in reversed(readings[-_REACH - 1 :]):
        for token in _subjects(reading, position):
            if _is_several(token) is plural and _can_speak(token):
                first, last = phrase_of(token, reading.quoted)
                place = Span(reading.starts[first], reading.starts[last] + len(reading.words[last]))
                if says(token.head):
                    return place
                other = other or place
    return other


def _subjects(reading: Reading, position: int) -> Iterator[Token]:
    """The subjects before a position outside quotes, the last first."""
    for index in range(reading.index(position) - 1, -1, -1):
        token = reading.token(index)
        if token.dep_ in _SUBJECTS and index not in reading.quoted and token.pos_ in {"NOUN", "PROPN"}:
            yield token


def _can_speak(token: Token) -> bool:
    source = source_of(token)
    return source in _HUMAN or _are_persons(token) or (source is Source.BODY and token.tag_ in _PLURAL)


def _is_several(token: Token) -> bool:
    return token.tag_ in _PLURAL or _are_persons(token)


def _are_persons(token: Token) -> bool:
    """X and Y."""
    return any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in token.children) and token.pos_ == "PROPN"
