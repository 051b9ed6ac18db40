"""Organisations that speak: which one "the company" and "it" are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.analysis.quotes.reading import Reading

_LABELS = frozenset({"ORG", "GPE", "NORP"})
_REACH = 8  # paragraphs back
_COMPANY_WORDS = frozenset(
    {"company", "firm", "bank", "carrier", "manufacturer", "producer", "retailer", "operator", "airline", "developer"}
)


def body_named(noun: str, position: int, readings: Sequence[Reading]) -> str:
    """The last organisation before a position whose name holds the noun; for "company" and for no noun the last one of all."""
    fallback = ""
    for reading in reversed(readings[-_REACH:]):
        for entity in reversed(reading.passage.doc.ents):
            if entity.label_ not in _LABELS or reading.starts[entity.start] >= position or entity.start in reading.quoted:
                continue
            if noun and noun in entity.text.lower():
                return entity.text
            if entity.label_ == "ORG" and not fallback and (not noun or noun in _COMPANY_WORDS):
                fallback = entity.text
    return fallback
