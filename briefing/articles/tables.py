"""Tables → passages: a table of data gives one row a passage, a table used for layout gives its cells' paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.articles.passages import CELL, Passage
from briefing.model import BlockKind

Cell = Sequence[Passage]
_LONGEST_CELL = 40  # words; a cell of data is short
_SHORT_CELL = 8  # words
_PROSE_SHARE = 0.25  # of the cells may be longer in a table of data


def table(rows: Sequence[Sequence[Cell]]) -> Iterator[Passage]:
    """The passages of a table; the row of heads comes first, empty cells keep the columns in line."""
    rows = [row for row in rows if any(passage.text.strip() for cell in row for passage in cell)]
    if not _is_data(rows):
        yield from (passage for row in rows for cell in row for passage in cell)
        return
    for row in rows:
        yield Passage(CELL.join(_words(cell) for cell in row).rstrip(" |"), BlockKind.TABLE_ROW)


def _is_data(rows: Sequence[Sequence[Cell]]) -> bool:
    """At least two rows of two columns that hold something, and few cells with prose; a single row only if it is short."""
    filled = [[cell for cell in row if _words(cell)] for row in rows]
    if sum(len(row) >= 2 for row in filled) < min(2, len(rows)) or not rows:
        return False
    if len(rows) == 1:
        return all(len(_words(cell).split()) <= _SHORT_CELL for cell in filled[0])
    cells = [cell for row in filled for cell in row]
    return sum(len(_words(cell).split()) > _LONGEST_CELL for cell in cells) <= _PROSE_SHARE * len(cells)


def _words(cell: Cell) -> str:
    return " ".join(" ".join(passage.text.split()) for passage in cell if passage.included).strip()
