"""Quotation marks as characters: which family a glyph belongs to, and what its neighbours say it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """What a glyph, or its place in the text, says about a mark."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


class Family(StrEnum):
    """Glyphs that answer each other."""

    DOUBLE = "double"
    GUILLEMET = "guillemet"
    CORNER = "corner"


_GLYPHS: dict[str, tuple[Family, Side]] = {
    "“": (Family.DOUBLE, Side.OPEN),
    "„": (Family.DOUBLE, Side.OPEN),
    "‟": (Family.DOUBLE, Side.OPEN),
    "〝": (Family.DOUBLE, Side.OPEN),
    "``": (Family.DOUBLE, Side.OPEN),
    "”": (Family.DOUBLE, Side.CLOSE),
    "〞": (Family.DOUBLE, Side.CLOSE),
    '"': (Family.DOUBLE, Side.EITHER),
    "''": (Family.DOUBLE, Side.EITHER),
    "«": (Family.GUILLEMET, Side.OPEN),
    "‹": (Family.GUILLEMET, Side.OPEN),
    "»": (Family.GUILLEMET, Side.CLOSE),
    "›": (Family.GUILLEMET, Side.CLOSE),
    "「": (Family.CORNER, Side.OPEN),
    "『": (Family.CORNER, Side.OPEN),
    "」": (Family.CORNER, Side.CLOSE),
    "』": (Family.CORNER, Side.CLOSE),
}
SINGLE = "'‘’‚‛"
GLYPHS = frozenset("".join(_GLYPHS)) | frozenset(SINGLE)
_MARK = re.compile("``|''|[" + "".join(glyph for glyph in _GLYPHS if len(glyph) == 1) + "]")
_BEFORE_OPENING = frozenset("([{—–―-/:")  # characters, besides white space, that stand before an opening mark
_AFTER_CLOSING = frozenset(".,;:!?)]}—–―-/…")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark of a paragraph, with its nearest neighbours that are no marks ("" at the edge)."""

    start: int
    end: int
    family: Family
    glyph: Side
    left: str
    right: str

    @property
    def place(self) -> Side:
        """What the neighbours say: white space or a bracket on one side only decides."""
        left = not self.left or self.left.isspace() or self.left in _BEFORE_OPENING
        right = not self.right or self.right.isspace() or self.right in _AFTER_CLOSING
        if left == right:
            return Side.EITHER
        return Side.OPEN if left else Side.CLOSE


def marks_in(text: str) -> Iterator[Mark]:
    """The double marks of a paragraph in order; single ones have their own rules."""
    low = "„" in text  # „…“: where quotes open low, “ closes
    for found in _MARK.finditer(text):
        family, glyph = _GLYPHS["”" if low and found[0] == "“" else found[0]]
        yield Mark(found.start(), found.end(), family, glyph, _left(text, found.start()), _right(text, found.end()))


def _left(text: str, position: int) -> str:
    while position > 0 and text[position - 1] in GLYPHS:
        position -= 1
    return text[position - 1 : position]


def _right(text: str, position: int) -> str:
    while position < len(text) and text[position] in GLYPHS:
        position += 1
    return text[position : position + 1]
