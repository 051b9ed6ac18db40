"""Lines in pieces → rows of tables, columns read one after the other, or plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from briefing.articles.pdf.lines import Line, Piece, Word

_NUMBER = re.compile(r"\W*\d[\d.,  ]*\W*(?:\w{1,4}\W*)?")
_COLUMN_GAP = 0.45  # of the height; wider than the space between words
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
            yield from _alone(lines[start])
            start += 1
            continue
        yield from _table(group) if _is_table(group) else _columns(group)
        start = end


def _alone(line: Line) -> Iterator[Line | Row]:
    """A line in pieces between whole ones: a name and its number are a row, other pieces have nothing to do with each other."""
    texts = [piece.text for piece in line.pieces]
    named = any(character.isalpha() for character in texts[0])
    if len(texts) > 1 and named and all(_NUMBER.fullmatch(text) for text in texts[1:]):
        yield Row(tuple(texts), line.page)
        return
    for piece in line.pieces:
        yield replace(line, pieces=(piece,))


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
    """Each word goes to the column over or under which it stands; lines that run across the table tell nothing of columns."""
    most = max(len(line.pieces) for line in group)
    telling = [word for line in group if len(line.pieces) >= max(2, most - 1) for piece in line.pieces for word in piece.words]
    columns = _intervals(telling, _COLUMN_GAP * group[0].size)
    for line in group:
        cells: list[list[str]] = [[] for _ in columns]
        for piece in line.pieces:
            if len(piece.words) > 1 and len(line.pieces) == 1:
                cells[_nearest(piece, columns)].append(piece.text)
            else:
                for word in piece.words:
                    cells[_nearest(word, columns)].append(word.text)
        yield Row(tuple(" ".join(cell) for cell in cells), line.page)


def _intervals(words: Iterable[Piece | Word], least: float) -> list[tuple[float, float]]:
    """Where words laid over each other leave no gap of at least that width."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted((word.left, word.right) for word in words):
        if merged and left < merged[-1][1] + least:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _nearest(word: Piece | Word, columns: Sequence[tuple[float, float]]) -> int:
    """The column of whose width a word takes most; where it takes none, the nearest one."""
    return max(range(len(columns)), key=lambda i: min(word.right, columns[i][1]) - max(word.left, columns[i][0]))


def _columns(group: Sequence[Line]) -> Iterator[Line]:
    """Columns of prose that the file gives line by line across the page: each column from top to bottom."""
    for left, right in _intervals((piece for line in group for piece in line.pieces), 0.0):
        for line in group:
            pieces = tuple(piece for piece in line.pieces if piece.left <= right and left <= piece.right)
            if pieces:
                yield replace(line, pieces=pieces)
