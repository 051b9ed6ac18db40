"""Figures in tables: what they measure stands in the heads of their row and column, and so may their time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from briefing.analysis.figures.days import published_on
from briefing.analysis.figures.times import times_in
from briefing.model import Article, BlockKind, Figure, Period, Span

_SEPARATOR = "|"
_VALUE = re.compile(r"[^\w|]*\d|[^\w|]*(?:[A-Z]{1,3}[$€£]|US\$|EUR|USD|GBP)\s?\d|\W*$|n/?a$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What stands beside a year where it names a column: "FY2024", "H1 2024", "2024E", "Year ended 2024".
_OF_TIMES = re.compile(
    r"(?:\b(?:Q[1-4]|H[12]|[1-9]\d?M|FY|CY|year|quarter|months?|ended|ending|as of|full|first|second|third|fourth|half)\b"
    r"|\b(?:FY)?(?:19|20)\d\d(?:[/-]\d\d)?[EF]?\b|\W)+",
    re.IGNORECASE,
)
_LONGEST_TIME = 40  # characters
_FEWEST_COLUMNS = 2
_LONGEST_HEAD = 100  # characters


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's words and where they stand in the article."""

    text: str
    span: Span

    @property
    def is_time(self) -> bool:
        """Whether it names a time with its year and nothing else: «2024», «Q3 2024», «FY2024», «30 June 2024»."""
        if len(self.text) > _LONGEST_TIME or _YEAR.search(self.text) is None:
            return False
        rest = self.text
        for time in reversed(times_in(self.text, None)):
            rest = rest[: time.start] + rest[time.end :]
        return not any(character.isalnum() for character in _OF_TIMES.sub("", rest))

    @property
    def is_name(self) -> bool:
        """Whether it names something: words that do not begin with a number."""
        return not self.is_time and any(c.isalpha() for c in self.text) and _VALUE.match(self.text) is None


@dataclass(frozen=True)
class Row:
    """A row of a table, and the row of heads above it."""

    text: str
    start: int
    heads: Row | None = None

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The row's cells; an empty one keeps its column."""
        found, at = [], 0
        for piece in self.text.split(_SEPARATOR):
            bare = piece.strip()
            start = self.start + at + (len(piece) - len(piece.lstrip()) if bare else 0)
            found.append(Cell(bare, Span(start, start + len(bare))))
            at += len(piece) + len(_SEPARATOR)
        return tuple(found)

    @property
    def is_heads(self) -> bool:
        """Whether it holds names and times and not a single value."""
        filled = [cell for cell in self.cells if cell.text]
        return len(self.cells) >= _FEWEST_COLUMNS and bool(filled) and all(cell.is_time or cell.is_name for cell in filled)

    def head_of(self, column: int) -> Cell | None:
        """The head of a column; None where cells over several columns have put the two rows out of step."""
        return self.heads.cells[column] if self.heads and len(self.heads.cells) == len(self.cells) else None

    def column(self, position: int) -> int:
        """The column in which a place of the article lies."""
        return self.text.count(_SEPARATOR, 0, position - self.start)


def with_heads(article: Article, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, those in tables with the heads of their row and column as subject and, where these are times, as period."""
    if not any(_is_between_bars(article.text, figure.span) for figure in figures):
        return tuple(figures)  # most articles have no tables, and long ones are looked at often
    rows = tuple(_rows(article))
    starts = [row.start for row in rows]
    published = published_on(article.published)
    done = []
    for figure in figures:
        row = rows[bisect_right(starts, figure.span.start) - 1] if starts and figure.span.start >= starts[0] else None
        inside = row is not None and figure.span.end <= row.start + len(row.text)
        done.append(_with_heads(figure, row, published) if row is not None and inside else figure)
    return tuple(done)


def _is_between_bars(text: str, span: Span) -> bool:
    """Whether the line on which a figure stands has cells."""
    end = text.find("\n", span.end)
    return text.find(_SEPARATOR, text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text)) >= 0


def _rows(article: Article) -> Iterator[Row]:
    """The rows of all tables; the first row of a table, or a later one like it, may hold the heads of those below."""
    heads: Row | None = None
    before = (None, *article.blocks)
    for previous, block in pairwise(before):
        if block is None or block.kind is not BlockKind.TABLE_ROW:
            continue
        row = Row(block.span.of(article.text), block.span.start)
        if _SEPARATOR not in row.text:
            continue
        first = previous is None or previous.kind is not BlockKind.TABLE_ROW
        if first:
            heads = None
        if row.is_heads and (first or (heads is not None and row.cells[0].text == heads.cells[0].text)):
            heads = row
            yield row
        else:
            yield replace(row, heads=heads)


def _with_heads(figure: Figure, row: Row, published: date | None) -> Figure:
    column = row.column(figure.span.start)
    above = row.head_of(column)
    beside = [cell for cell in row.cells[:column] if cell.is_name] or [cell for cell in row.cells[:column] if cell.is_time]
    names = [cell.text for cell in (above, *beside[:1]) if cell and cell.is_name and len(cell.text) <= _LONGEST_HEAD]
    if not names:
        return figure
    times = [cell for cell in (above, *beside[:1]) if cell and cell.is_time]
    reasons = (*(r for r in figure.evidence.reasons if not r.startswith("subject:")), "subject: heads of its row and column")
    return replace(
        figure,
        subject=", ".join(dict.fromkeys(names)),
        period=_period(times[0], published) if times else figure.period,
        evidence=replace(figure.evidence, check=False, reasons=reasons),
    )


def _period(cell: Cell, published: date | None) -> Period:
    """The time that a head names; without days where it is none of the forms that are understood."""
    time = next((time for time in times_in(cell.text, published) if time.period), None)
    days = time.days if time else None
    start = days.start.isoformat() if days and days.start else ""
    end = days.end.isoformat() if days and days.end else ""
    return Period(cell.span, cell.text, start, end)
