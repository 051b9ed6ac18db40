"""What a paragraph's style says of it, in word processors' own (English) names: Word, RTF and OpenDocument share them."""

from __future__ import annotations

import re

from briefing.articles.passages import Passage
from briefing.model import BlockKind

_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc \d|contents \d|table of figures|index \d|(?:contents|toc|index) heading")
_KINDS = {
    "title": BlockKind.TITLE,
    "subtitle": BlockKind.SUBTITLE,
    "quote": BlockKind.QUOTE_BLOCK,
    "quotations": BlockKind.QUOTE_BLOCK,
    "intense quote": BlockKind.QUOTE_BLOCK,
    "block text": BlockKind.QUOTE_BLOCK,
    "caption": BlockKind.CAPTION,
}


def heading_level(style: str) -> int:
    """The level of a heading's style, from 1; 0 for any other style."""
    heading = _HEADING.fullmatch(style)
    return int(heading[1]) if heading else 0


def styled(text: str, style: str, *, level: int = 0, in_list: bool = False) -> Passage:
    """A paragraph's text with what its style (in small letters), its outline level and its list make of it."""
    kind = _KINDS.get(style)
    if kind is BlockKind.CAPTION:
        return Passage(text, kind, included=False, reason="picture caption")
    if kind is not None:
        return Passage(text, kind)
    if _CONTENTS.fullmatch(style):
        return Passage(text, BlockKind.PROMO, included=False, reason="table of contents")
    if level or heading_level(style):
        return Passage(text, BlockKind.HEADING, level or heading_level(style))
    return Passage(text, BlockKind.LIST_ITEM if in_list else None)
