"""Tables "in thousands": their numbers leave the scale out and are flagged, so that none is too small in silence."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.analysis.figures.cells import is_row
from briefing.analysis.figures.vague import SCALE_NOTE
from briefing.model import Article, Block, BlockKind, Figure, FigureKind

SCALE = re.compile(r"thousands|millions|billions", re.IGNORECASE)
PROSE = 160  # characters from which a paragraph ends the table that a note stood over


def scale_notes(article: Article) -> dict[int, str]:
    """Where rows of a table begin whose numbers are in thousands, millions or billions, and in which of them."""
    found: dict[int, str] = {}
    scale = ""
    for block in article.blocks:
        text = block.span.of(article.text)
        row = block.kind is BlockKind.TABLE_ROW or is_row(text)
        scale = noted(text) or ("" if len(text) >= PROSE and not row else scale)
        if scale and row:
            found[block.span.start] = scale
    return found


def noted(text: str) -> str:
    """The scale that a paragraph says a table is in; "" where it says none."""
    note = SCALE_NOTE.search(text) if SCALE.search(text) else None
    scale = SCALE.search(note[0]) if note else None
    return scale[0].lower() if scale else ""


def scaled(figure: Figure, block: Block, notes: dict[int, str]) -> Figure:
    """The figure, with a doubt where its table's scale is left out: whole numbers, no shares and no sums per share."""
    scale, amount = notes.get(block.span.start, ""), figure.amount
    whole = amount.value == int(amount.value) and " per " not in amount.unit
    if not scale or figure.doubt or not whole or figure.kind not in (FigureKind.AMOUNT, FigureKind.COUNT):
        return figure
    return replace(figure, doubt=f"The table is in {scale}: the number as printed leaves that out.")
