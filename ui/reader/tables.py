"""Rows of tables set in columns: tab stops where the widest cells fit side by side, and which row holds the heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtGui import QFont, QFontMetricsF, QTextOption

from briefing.model import Article, BlockKind

BAR = "|"  # parts the cells of a row
_GAP, _LEAST_GAP = 1.6, 0.6  # between two columns, in heights of a line
_MEASURED = 4  # cells of a column, those with the most characters; a table may have ten thousand
_MOST_COLUMNS = 24
# "12%", "$3.4bn", "–4.1", "£240m", "US$ 5": a column of such is set to the right.
_VALUE = re.compile(r"[^\w\s]*\s*(?:(?:[A-Z]{1,3}[$€£]|EUR|USD|GBP)\s*)?[-−–+~<>]?\d|[-–—]$|n/?a$", re.IGNORECASE)
_TIME = re.compile(r"(?:(?:FY|H[12]|Q[1-4])\s*)?(?:19|20)\d\d(?:[/–-]\d\d)?$|Q[1-4]\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column's widest cell is, in pixels, and whether it holds values, which stand to the right."""

    width: float
    values: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Consecutive rows: the numbers of their blocks in the article, and what it takes to set them in columns."""

    first: int
    last: int  # inclusive
    columns: tuple[Column, ...]
    line: float  # the height of a line in pixels
    headed: bool

    def is_head(self, n: int) -> bool:
        """Whether a block of the article holds the table's heads."""
        return self.headed and n == self.first

    def gap(self, room: float) -> int:
        """The pixels between two columns in lines of a width: as wide as is good, or as there is room; 0 where there is none."""
        spare = (room - sum(column.width for column in self.columns)) / max(1, len(self.columns) - 1)
        gap = min(spare, self.line * _GAP)
        return int(gap) if gap >= self.line * _LEAST_GAP and len(self.columns) <= _MOST_COLUMNS else 0

    def width(self, gap: int) -> float:
        """The pixels from the first column's left to the last one's right."""
        return sum(column.width for column in self.columns) + gap * (len(self.columns) - 1)

    def stops(self, gap: int) -> list[QTextOption.Tab]:
        """Where the columns after the first begin, or, if they hold values, end."""
        kind, stops, right = QTextOption.TabType, [], self.columns[0].width
        for column in self.columns[1:]:
            begin, right = right + gap, right + gap + column.width
            stops.append(QTextOption.Tab(right, kind.RightTab) if column.values else QTextOption.Tab(begin, kind.LeftTab))
        return stops


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
    headed = _has_heads(rows)
    bold = QFont(font)
    bold.setBold(True)
    plain, heads = QFontMetricsF(font), QFontMetricsF(bold)
    columns = []
    for column in zip_longest(*rows, fillvalue=""):
        longest = sorted(column[headed:], key=len, reverse=True)[:_MEASURED]
        width = max(map(plain.horizontalAdvance, longest), default=0.0)
        head = heads.horizontalAdvance(column[0]) if headed else 0.0
        columns.append(Column(max(width, head), _holds_values(column[headed:])))
    return Table(first, first + len(rows) - 1, tuple(columns), plain.height(), headed)


def _holds_values(column: Sequence[str]) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and sum(bool(_VALUE.match(cell)) for cell in filled) * 2 > len(filled)


def _has_heads(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names what stands below it: words and years, above a row with a value."""
    head = [cell for cell in rows[0] if cell]
    names = all(_TIME.match(cell) or not _VALUE.match(cell) for cell in head)
    return len(rows) > 1 and len(head) > 1 and names and any(_VALUE.match(cell) for row in rows[1:] for cell in row)
