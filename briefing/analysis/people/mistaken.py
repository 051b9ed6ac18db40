"""Persons whom the model took for organisations or things: Carly Fiorina [ORG], of whom the text goes on as "Fiorina said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.analysis.people.names import given_names, is_name_word, is_title, never_in_names
from briefing.assets import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Entity

    from briefing.analysis.quotes.reading import Reading

_MISTAKEN_FOR = frozenset({"ORG", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "GPE"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LEAST, _MOST = 2, 3  # words in a name


def mistaken_names(readings: Sequence[Reading]) -> Iterator[tuple[Reading, int, int]]:
    """The first and last token of each such name: its last word stands elsewhere alone, as only surnames do, and acts."""
    found = [(reading, first, last) for reading in readings for first, last in _possible(reading)]
    surnames = {reading.words[last] for reading, _, last in found}
    acting = {word for reading in readings for word in surnames.intersection(reading.words) if _acts_alone(word, reading)}
    return ((reading, first, last) for reading, first, last in found if reading.words[last] in acting)


def _possible(reading: Reading) -> Iterator[tuple[int, int]]:
    for entity in reading.passage.doc.ents:
        if entity.label_ in _MISTAKEN_FOR:
            first = entity.start + (is_title(entity[0].text) or entity[0].is_upper)
            if _LEAST <= entity.end - first <= _MOST and _is_person(reading.passage.doc[first : entity.end]):
                yield first, entity.end - 1


def _acts_alone(word: str, reading: Reading) -> bool:
    """Whether a word is somewhere a verb's whole subject, or a label."""
    if reading.words[:2] == (word, ":"):
        return True
    tokens = (reading.token(index) for index, other in enumerate(reading.words) if other == word)
    return any(token.dep_ in _SUBJECTS and token.pos_ == "PROPN" and token.left_edge.i == token.i for token in tokens)


def _is_person(name: Entity) -> bool:
    """A given name, or a word that is none of English, before a surname."""
    first, last = name[0].lower_, name[-1].text
    if not all(is_name_word(token) or token.lower_ in given_names() for token in name):
        return False
    if last in words("countries") | words("cities") or not never_in_names().isdisjoint(token.lower_ for token in name):
        return False
    return first in given_names() or (first not in words("english") and name[0].ent_type_ != "GPE")
