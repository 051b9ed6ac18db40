"""Persons whom the model took for organisations or things: Carly Fiorina [ORG], of whom the text goes on as "Fiorina said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.analysis.people.names import given_names, is_name_word, is_title, never_in_names
from briefing.assets import words

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Entity

    from briefing.analysis.quotes.reading import Reading

_MISTAKEN_FOR = frozenset({"ORG", "FAC", "PRODUCT", "WORK_OF_ART", "NORP", "GPE"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LONGEST = 3  # words in a name


def mistaken_names(readings: Sequence[Reading]) -> Iterator[tuple[Reading, int, int]]:
    """The first and last token of each such name: its last word stands elsewhere alone, as only surnames do, and acts."""
    acting = {word for reading in readings for word in _acting_alone(reading.passage.doc)}
    for reading in readings:
        for entity in reading.passage.doc.ents:
            if entity.label_ in _MISTAKEN_FOR and entity[-1].text in acting:
                first = entity.start + (is_title(entity[0].text) or entity[0].is_upper)
                if 2 <= entity.end - first <= _LONGEST and _is_person(reading.passage.doc[first : entity.end]):
                    yield reading, first, entity.end - 1


def _acting_alone(doc: Doc) -> Iterator[str]:
    """Capitalised words that are a verb's whole subject, or a label."""
    if len(doc) > 1 and doc[1].text == ":" and doc[0].is_title:
        yield doc[0].text
    for token in doc:
        if token.dep_ in _SUBJECTS and token.pos_ == "PROPN" and token.left_edge.i == token.i and token.text[:1].isupper():
            yield token.text


def _is_person(name: Entity) -> bool:
    """A given name, or a word that is none of English, before a surname."""
    first, last = name[0].lower_, name[-1].text
    if not all(is_name_word(token) or token.lower_ in given_names() for token in name):
        return False
    if last in words("countries") | words("cities") or not never_in_names().isdisjoint(token.lower_ for token in name):
        return False
    return first in given_names() or (first not in words("english") and name[0].ent_type_ != "GPE")
