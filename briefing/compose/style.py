"""House styles: how marks, dates and numbers look. A style changes form and never a value, and never a quote's words."""

from __future__ import annotations

import re

from briefing.compose.context import StyleFields

_HARD_SPACE = "\u00a0"
AS_PRINTED = StyleFields("as printed", ".", ",", "%", "d MMMM y", "“", "”")
# What each body's own style guide asks for in English text.
STYLES = {
    style.name: style
    for style in (
        AS_PRINTED,
        StyleFields("UN", ".", ",", " per cent", "d MMMM y", "“", "”"),
        StyleFields("Economist", ".", ",", "%", "MMMM o y", "“", "”"),
        StyleFields("GOV.UK", ".", ",", "%", "d MMMM y", "“", "”"),
        StyleFields("EU", ".", _HARD_SPACE, f"{_HARD_SPACE}%", "d MMMM y", "‘", "’"),
    )
}

_PERCENT = re.compile(r"(?<=\d)\s*(?:%|per ?cent\b)(?! ?age)", re.IGNORECASE)
# Whole groups of three behind commas only: "1,050" and "23,300,000.5", but neither "1,05" nor "2,0221".
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d]|,\d)")


def style_named(name: str) -> StyleFields:
    """The house style with a name; "as printed" where no style has it."""
    return STYLES.get(name, AS_PRINTED)


def styled(text: str, style: StyleFields) -> str:
    """A figure's printed text with the house's sign for per cent and its thousands separator; digits stay what they are."""
    if style.name == AS_PRINTED.name:
        return text
    text = _PERCENT.sub(style.percent, text)
    return _GROUPED.sub(lambda number: number[0].replace(",", style.thousands), text)
