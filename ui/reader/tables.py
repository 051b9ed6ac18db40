"""Rows of tables set in columns: tab stops where the widest cells fit side by side, and which row holds the heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtGui import QFont, QFontMetricsF, QTextOption

from briefing.model import Article, BlockKind

BAR = "|"  # parts the cells of a row
_GAP = 1.6  # between two columns, in heights of a line
_MOST_COLUMNS = 24
# "12%", "$3.4bn", "–4.1", "£240m", "US$ 5": a column of such is set to the right.
_VALUE = re.compile(r"[^\w\s]*\s*(?:(?:[A-Z]{1,3}[$€£]|EUR|USD|GBP)\s*)?[-−–+~<>]?\d|[-–—]$|n/?a$", re.IGNORECASE)
_TIME = re.compile(r"(?:(?:FY|H[12]|Q[1-4])\s*)?(?:19|20)\d\d(?:[/–-]\d\d)?$|Q[1-4]\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """Consecutive rows: the numbers of their blocks in the article, and what it takes to set them in columns."""

    first: int
    last: int  # inclusive
    stops: tuple[QTextOption.Tab, ...]
    width: float  # pixels from the first column's left to the last one's right
    headed: bool

    def is_head(self, n: int) -> bool:
        """Whether a block of the article holds the table's heads."""
        return self.headed and n == self.first


def tables(article: Article, font: QFont) -> tuple[Table, ...]:
    """The article's tables; rows in which nothing is parted are none."""
    found, first = [], -1
    for n, block in enumerate((*article.blocks, None)):
        is_row = block is not None and block.kind is BlockKind.TABLE_ROW
        if is_row and first < 0:
            first = n
        elif not is_row and first >= 0:
            rows = [cells(article.blocks[at].span.of(article.text)) for at in range(first, n)]
            if any(len(row) > 1 for row in rows):
                found.append(_table(first, rows, font))
            first = -1
    return tuple(found)


def cells(row: str) -> list[str]:
    """The words of a row's cells."""
    return [cell.strip() for cell in row.split(BAR)]


def _table(first: int, rows: Sequence[Sequence[str]], font: QFont) -> Table:
    bold = QFont(font)
    bold.setBold(True)
    headed = _has_heads(rows)
    measures = [QFontMetricsF(bold if headed and not n else font) for n in range(len(rows))]
    gap = QFontMetricsF(font).height() * _GAP
    stops, right = [], 0.0
    for n, column in enumerate(zip_longest(*rows, fillvalue="")):
        width = max(measure.horizontalAdvance(cell) for measure, cell in zip(measures, column, strict=True))
        begin, right = right + gap * bool(n), right + gap * bool(n) + width
        if n:
            stops.append(_stop(begin, right, values=_holds_values(column[headed:])))
    fits = len(stops) < _MOST_COLUMNS
    return Table(first, first + len(rows) - 1, tuple(stops), right if fits else float("inf"), headed)


def _stop(begin: float, end: float, *, values: bool) -> QTextOption.Tab:
    kind = QTextOption.TabType
    return QTextOption.Tab(end, kind.RightTab) if values else QTextOption.Tab(begin, kind.LeftTab)


def _holds_values(column: Sequence[str]) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and sum(bool(_VALUE.match(cell)) for cell in filled) * 2 > len(filled)


def _has_heads(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names what stands below it: words and years, above a row with a value."""
    head = [cell for cell in rows[0] if cell]
    names = all(_TIME.match(cell) or not _VALUE.match(cell) for cell in head)
    return len(rows) > 1 and len(head) > 1 and names and any(_VALUE.match(cell) for row in rows[1:] for cell in row)
