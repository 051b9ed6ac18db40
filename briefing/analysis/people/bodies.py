"""Organisations that speak: which one "the company" and "it" are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Span as Entity

from briefing.analysis.people.names import is_brand
from briefing.analysis.quotes.grammar import says

if TYPE_CHECKING:
    from briefing.analysis.quotes.reading import Reading

_LABELS = frozenset({"ORG", "GPE", "NORP"})
# Of Trade and Integration, of Health, Labour and Welfare.
_REST = re.compile(r" of(?: the)?(?: [A-Z][\w-]+)+(?:(?:, [A-Z][\w-]+)* and (?:[A-Z][\w-]+ ?\b)+)?")
_REACH = 8  # paragraphs back
_COMPANY_WORDS = frozenset(
    {"company", "firm", "bank", "carrier", "manufacturer", "producer", "retailer", "operator", "airline", "developer"}
)


def body_named(noun: str, position: int, readings: Sequence[Reading]) -> str:
    """The last organisation before a position whose name holds the noun; for "company" and for no noun the last that acts."""
    acting = last = ""
    for reading in reversed(readings[-_REACH:]):
        for entity in reversed(_bodies(reading)):
            if reading.starts[entity.start] >= position or entity.start in reading.quoted:
                continue
            if noun and noun in entity.text.lower():
                return full_name(entity)
            if entity.label_ == "ORG" and (not noun or noun in _COMPANY_WORDS):
                acting = acting or (full_name(entity) if entity.root.dep_ in {"nsubj", "nsubjpass"} else "")
                last = last or full_name(entity)
    return acting or last


def full_name(entity: Entity) -> str:
    """The whole name of a body that the model may cut short: the Kazakh Ministry [of Trade and Integration]."""
    found = _REST.match(entity.doc.text, entity.end_char)
    return entity.text + (found[0] if found else "")


def _bodies(reading: Reading) -> list[Entity]:
    """The named bodies of a paragraph, and capitalised subjects that the model gives no name for: KazMunayGas said."""
    doc = reading.passage.doc
    named = [entity for entity in doc.ents if entity.label_ in _LABELS and not is_brand(entity.text)]
    bare = [
        Entity(doc, token.i, token.i + 1, label="ORG")
        for token in doc
        if is_brand(token.text) or (token.dep_ == "nsubj" and token.pos_ == "PROPN" and not token.ent_type_ and says(token.head))
    ]
    return sorted([*named, *bare], key=lambda entity: entity.start)
