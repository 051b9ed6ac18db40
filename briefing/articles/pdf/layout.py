"""Lines in pieces → rows of tables, columns read one after the other, or plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from briefing.articles.pdf.lines import Line

_FEWEST_ROWS = 2
_LONGEST_CELL = 8  # words on average in a cell of a table; longer pieces are columns of prose


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: one text a column, "" where the row has none."""

    cells: tuple[str, ...]
    page: int


def layout(lines: Sequence[Line]) -> Iterator[Line | Row]:
    """The lines of a page with its tables as rows."""
    start = 0
    while start < len(lines):
        end = _end_of_group(lines, start)
        group = lines[start:end]
        if len(group) < _FEWEST_ROWS:
            yield lines[start]
            start += 1
            continue
        yield from _table(group) if _is_table(group) else _columns(group)
        start = end


def _end_of_group(lines: Sequence[Line], start: int) -> int:
    """Behind the last of the lines from ``start`` on that stand in pieces, one below the other."""
    if len(lines[start].pieces) < 2:
        return start + 1
    end = start + 1
    while end < len(lines) and _goes_on(lines, start, end):
        end += 1
    while end > start and len(lines[end - 1].pieces) < 2:
        end -= 1
    return end


def _goes_on(lines: Sequence[Line], start: int, index: int) -> bool:
    """A line in pieces right below, or a single piece that fills a cell between two such lines."""
    line, before = lines[index], lines[index - 1]
    near = 0 < before.bottom - line.bottom < 4 * before.size
    if len(line.pieces) >= 2:
        return near
    inside = len(line.text.split()) <= _LONGEST_CELL and len(before.pieces) >= 2
    return near and inside and index + 1 < len(lines) and len(lines[index + 1].pieces) >= 2 and index > start


def _is_table(group: Sequence[Line]) -> bool:
    return mean(len(piece.text.split()) for line in group for piece in line.pieces) <= _LONGEST_CELL


def _table(group: Sequence[Line]) -> Iterator[Row]:
    columns = _intervals(group)
    for line in group:
        cells = [""] * len(columns)
        for piece in line.pieces:
            at = next(i for i, (left, right) in enumerate(columns) if piece.left < right and left < piece.right)
            cells[at] = f"{cells[at]} {piece.text}".strip()
        yield Row(tuple(cells), line.page)


def _intervals(group: Sequence[Line]) -> list[tuple[float, float]]:
    """The columns: where the pieces of all rows, laid over each other, leave no gap."""
    edges = sorted((piece.left, max(piece.right, piece.left + 0.1)) for line in group for piece in line.pieces)
    merged: list[tuple[float, float]] = []
    for left, right in edges:
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _columns(group: Sequence[Line]) -> Iterator[Line]:
    """Columns of prose that the file gives line by line across the page: each column from top to bottom."""
    for left, right in _intervals(group):
        for line in group:
            pieces = tuple(piece for piece in line.pieces if piece.left < right and left < piece.right)
            if pieces:
                yield replace(line, pieces=pieces)
