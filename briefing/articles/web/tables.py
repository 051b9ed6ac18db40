"""Tables of web pages put in order: columns in line where cells are merged, and signs with the numbers they belong to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import Element, HtmlElement

_WIDEST = 60  # columns that a single cell may take
_TALLEST = 200  # rows
_MOST_CELLS = 20_000
_MOST_COLUMNS = 300
_AFTER_NUMBER = re.compile(r"\)?%?\)?")  # in a cell of their own, behind the number
_NUMBER = re.compile(r"[\d(].*[\d)]|\d")

Cells = list[HtmlElement | None]


def put_in_order(table: HtmlElement) -> None:
    """Change a table so that each row has a cell in each column: empty ones beside and below those that are merged.

    "$ | 1.2 | ) | %" becomes one cell, and columns that hold nothing go. Tables that hold tables are left alone.
    """
    rows = list(_rows(table))
    if sum(map(len, rows)) > _MOST_CELLS or next(table.iterdescendants("table"), None) is not None:
        return
    grid: list[Cells] = []
    for cells in _grid(rows):
        if len(cells) > _MOST_COLUMNS:
            return
        grid.append(cells)
    for cells in grid:
        _join_signs(cells)
    used = sorted({column for cells in grid for column, cell in enumerate(cells) if _text(cell)})
    for row, cells in zip(rows, grid, strict=True):
        for cell in _cells(row):
            row.remove(cell)
        row.extend([_cell(cells, column) for column in used])


def _grid(rows: Sequence[HtmlElement]) -> Iterator[Cells]:
    """The cells of each row by their columns; None where a merged cell reaches."""
    reaching: dict[int, int] = {}  # column → rows that a cell from above still takes
    for row in rows:
        cells: Cells = []
        below = {column: left - 1 for column, left in reaching.items() if left > 1}
        for cell in _cells(row):
            if len(cells) > _MOST_COLUMNS:
                break
            while len(cells) in reaching:
                cells.append(None)
            wide, tall = _count(cell, "colspan", _WIDEST), _count(cell, "rowspan", _TALLEST)
            below |= {len(cells) + n: tall - 1 for n in range(wide) if tall > 1}
            cells += [cell, *[None] * (wide - 1)]
        reaching = below
        yield cells


def _join_signs(cells: Cells) -> None:
    """Put a currency sign to the number behind it, a bracket or a percent sign to the one before it."""
    filled = [column for column, cell in enumerate(cells) if _text(cell)]
    for here, after in pairwise(filled):
        if _is_currency(_text(cells[here])) and _NUMBER.fullmatch(_text(cells[after])):
            cells[here], cells[after] = _made(_text(cells[here]) + _text(cells[after])), None
    filled = [column for column in filled if _text(cells[column])]
    for before, here in pairwise(filled):
        if _AFTER_NUMBER.fullmatch(_text(cells[here])) and _text(cells[before])[-1:].isdigit():
            cells[before], cells[here] = _made(_text(cells[before]) + _text(cells[here])), None


def _is_currency(text: str) -> bool:
    return 0 < len(text.rstrip("(")) <= 3 and unicodedata.category(text.rstrip("(")[-1]) == "Sc"


def _cell(cells: Cells, column: int) -> HtmlElement:
    cell = cells[column] if column < len(cells) else None
    return _made("") if cell is None else cell


def _made(text: str) -> HtmlElement:
    cell = Element("td")
    cell.text = text
    return cell


def _text(cell: HtmlElement | None) -> str:
    return "" if cell is None else " ".join("".join(str(part) for part in cell.itertext()).split())


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _count(cell: HtmlElement, name: str, most: int) -> int:
    text = str(cell.get(name) or "")
    return min(max(int(text), 1), most) if text.isdecimal() else 1
