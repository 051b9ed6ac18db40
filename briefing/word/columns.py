"""A table's column that holds nothing but source marks goes with them, where a note has none."""

from __future__ import annotations

from collections.abc import Collection

from briefing.word.xml import CELL, ROW, TABLE, TEXT, Element, w

_HEADER = f"{w('trPr')}/{w('tblHeader')}"
_WIDTH = f"{w('tcPr')}/{w('tcW')}"


def remove_emptied(cells: Collection[Element]) -> None:
    """Takes away every column whose cells, heads apart, are all among these and empty; its neighbours take the room."""
    tables = dict.fromkeys(table for cell in cells for table in [next(cell.iterancestors(TABLE), None)] if table is not None)
    for table in tables:
        rows = [row.findall(CELL) for row in table.findall(ROW)]
        items = [row.findall(CELL) for row in table.findall(ROW) if row.find(_HEADER) is None]
        columns = {len(row) for row in rows}
        if len(columns) == 1 and columns != {1} and table.find(f".//{w('gridSpan')}") is None:
            for place in reversed(range(columns.pop())):
                if items and all(row[place] in cells and not _says_something(row[place]) for row in items):
                    _remove(table, rows, place)


def _says_something(cell: Element) -> bool:
    return any(text.strip() for text in cell.itertext(TEXT))


def _remove(table: Element, rows: list[list[Element]], place: int) -> None:
    """Takes a column away; the first one of the others gets its width."""
    for row in rows:
        gone = row.pop(place)
        _widen(row[0].find(_WIDTH), gone.find(_WIDTH))
        parent = gone.getparent()
        if parent is not None:
            parent.remove(gone)
    grid = table.find(w("tblGrid"))
    if grid is not None and len(grid) > place:
        column = grid[place]
        grid.remove(column)
        _widen(grid[0], column)


def _widen(column: Element | None, by: Element | None) -> None:
    widths = [each.get(w("w"), "") for each in (column, by) if each is not None and each.get(w("type"), "dxa") == "dxa"]
    if column is not None and len(widths) == 2 and all(width.isdigit() for width in widths):
        column.set(w("w"), str(sum(map(int, widths))))
