"""Rows of a table, as page and PDF print them: no figure runs from one cell into the next."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.nouns import counted
from briefing.analysis.figures.subject import Subject
from briefing.model import BlockKind

# A bar, a tab or two spaces stand between two cells.
BORDER = re.compile(r"\s*\|\s*|\t+|(?<=\S)\s{2,}(?=\S)")
# Borders that prose never has, unlike two spaces.
DRAWN = re.compile(r"[|\t]")
LABEL, NUMBER = 10, 3  # words of the longest cell, and of a number's, where only wide gaps part them
CELLS = 3  # a paragraph with so many is a row


@lru_cache(maxsize=8)  # asked for every figure of a paragraph
def is_row(text: str) -> bool:
    """Whether a paragraph is the row of a table, and no prose in which two spaces stand between sentences."""
    cells = BORDER.split(text.strip())
    return len(cells) >= CELLS and (bool(DRAWN.search(text)) or is_tabular(cells))


def is_tabular(cells: list[str]) -> bool:
    """Whether what stands between wide gaps are a row's cells: all short, and more than one a number."""
    lengths = [len(cell.split()) for cell in cells]
    numbers = sum(any(c.isdigit() for c in cell) and length <= NUMBER for cell, length in zip(cells, lengths, strict=True))
    return max(lengths) <= LABEL and numbers > 1


def inside_cell(reading: Reading, draft: Draft) -> Draft:
    """The draft with the noun it counts, unless that stands in another cell."""
    found = counted(reading, draft)
    low = min(found.numeral.end, found.end)
    return draft if BORDER.search(reading.text, low, found.end) else found


def row_subject(reading: Reading, draft: Draft) -> Subject | None:
    """In a table's row, the first cell that is no number; nothing where the row has no such cell."""
    row = reading.passage.block.kind is BlockKind.TABLE_ROW or is_row(reading.text)
    if not row or not BORDER.search(reading.text.strip()):
        return None
    cells = [c.strip() for c in BORDER.split(reading.original[: draft.start])]
    named = [c for c in cells if any(ch.isalpha() for ch in c)]
    return Subject(named[0], "first cell of its row") if named else Subject("", "a row without a head")
