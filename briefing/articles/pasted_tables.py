"""Tables in plain text, as spreadsheets and web pages put them on the clipboard: lines of cells parted by tabs or bars."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

_BAR = " | "  # what parts cells in all other formats
_LONGEST_CELL = 15  # words
_MOST_COLUMNS = 60


def with_bars(text: str) -> str:
    """The text with bars in place of the tabs between the cells of tables; all other tabs stay."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    for number in _in_tables(lines, _tabs):
        lines[number] = _BAR.join(cell.strip() for cell in lines[number].split("\t")).replace("  ", " ").strip()
    return "\n".join(lines)


def rows_in(paragraphs: Sequence[str]) -> frozenset[int]:
    """Which paragraphs are rows of tables: lines one below the other with as many bars each."""
    return frozenset(_in_tables(paragraphs, _bars))


def _in_tables(lines: Sequence[str], count: Callable[[str], int]) -> Iterator[int]:
    """The lines of runs that have the same number of cells; two lines of three cells make a table, or three of two."""
    start = 0
    while start < len(lines):
        columns, end = count(lines[start]), start + 1
        while columns and end < len(lines) and count(lines[end]) == columns:
            end += 1
        if columns and end - start >= (2 if columns > 1 else 3):
            yield from range(start, end)
        start = end


def _tabs(line: str) -> int:
    """The tabs of a line of cells; none where they only move a line of prose in."""
    return _cells(line.split("\t"), len(line.split("\t")) - 1)


def _bars(line: str) -> int:
    return _cells(line.split("|"), line.count("|")) if "|" in line else 0


def _cells(cells: Sequence[str], marks: int) -> int:
    filled = [cell for cell in cells if cell.strip()]
    short = all(len(cell.split()) <= _LONGEST_CELL for cell in filled)
    return marks if short and 0 < marks < _MOST_COLUMNS and filled and (len(filled) > 1 or marks > 1) else 0
