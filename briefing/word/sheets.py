"""A Word file that we wrote → a sheet: its paragraphs and tables with the looks that its styles give them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.word.looks import Looks, number, on
from briefing.word.package import tagged_parts
from briefing.word.sheet import Block, Cell, Paragraph, Sheet, Table, Words
from briefing.word.xml import BREAK, CELL, PARAGRAPH, ROW, RUN, TAB, TABLE, TEXT, TEXT_BOX, Element, w

if TYPE_CHECKING:
    from docx.document import Document

_A4 = (595.3, 841.9)
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_POINT = 20.0  # a point in the file's twentieths
_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "ins", "smartTag", "hyperlink", "fldSimple")))
_DEEPEST = 12  # tables within tables, and whatever wraps them
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "o": "○"}  # of the symbol faces that Word uses for lists


def sheet_of(content: bytes) -> Sheet:
    """The sheet of a note that passed the last look."""
    import docx  # noqa: PLC0415 – slow to import

    document = docx.Document(io.BytesIO(content))
    reader = _Reader(document)
    parts = {part.name: part.root for part in tagged_parts(document)}
    size, margins = _page(document.element.body)
    return Sheet(
        *size,
        margins,
        header=tuple(reader.blocks(parts["header"])) if "header" in parts else (),
        body=tuple(reader.blocks(document.element.body)),
        footer=tuple(reader.blocks(parts["footer"])) if "footer" in parts else (),
    )


def _page(body: Element) -> tuple[tuple[float, float], tuple[float, float, float, float]]:
    """The paper's size and its margins: top, right, bottom, left."""
    size, edges = next(body.iter(w("pgSz")), None), next(body.iter(w("pgMar")), None)
    paper = _A4 if size is None else (number(size, "w") / _POINT or _A4[0], number(size, "h") / _POINT or _A4[1])
    if edges is None:
        return paper, (72.0, 72.0, 72.0, 72.0)
    top, right, bottom, left = (abs(number(edges, name)) / _POINT for name in ("top", "right", "bottom", "left"))
    return paper, (top, right, bottom, left)


class _Reader:
    """Reads the parts of one file; numbers of lists go on from one paragraph to the next."""

    def __init__(self, document: Document) -> None:
        self.looks = Looks(document)
        self.counted: dict[tuple[str, int], int] = {}
        self.notes = 0

    def blocks(self, container: Element, depth: int = 0) -> Iterator[Block]:
        """The paragraphs and tables of a body, a cell, a header."""
        for child in container:
            if child.tag == PARAGRAPH:
                yield self.paragraph(child)
                for box in child.iter(TEXT_BOX):
                    yield from self.blocks(box, depth + 1) if depth < _DEEPEST else ()
            elif child.tag == TABLE and depth < _DEEPEST:
                yield self.table(child, depth + 1)
            elif child.tag in _WRAPPERS and depth < _DEEPEST:
                yield from self.blocks(child, depth + 1)

    def table(self, table: Element, depth: int) -> Table:
        """A table with its cells."""
        widths = tuple(number(column, "w") / _POINT for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}"))
        rows = tuple(tuple(self._cell(cell, depth) for cell in row.iter(CELL) if _row_of(cell) is row) for row in table.iter(ROW))
        return Table(widths, tuple(row for row in rows if row), ruled=self.looks.ruled(table))

    def _cell(self, cell: Element, depth: int) -> Cell:
        properties = cell.find(w("tcPr"))
        span = properties.find(w("gridSpan")) if properties is not None else None
        shade = properties.find(w("shd")) if properties is not None else None
        fill = "" if shade is None else shade.get(w("fill"), "")
        width = max(1, int(number(span, "val"))) if span is not None else 1
        return Cell(tuple(self.blocks(cell, depth)), width, "" if fill == "auto" else fill.lower())

    def paragraph(self, paragraph: Element) -> Paragraph:
        """A paragraph with the look of its style and its own."""
        look = self.looks.paragraph(paragraph)
        words = tuple(each for run in _runs(paragraph) for each in self._words(run, paragraph))
        marker = self._marker(paragraph)
        if marker:
            first = words[0] if words else self.looks.words(paragraph, None)
            plain = Words(f"{marker}\t", size=first.size, face=first.face, colour=first.colour)
            words = (plain, *words)
        return replace(look, words=words)

    def _words(self, run: Element, paragraph: Element) -> Iterator[Words]:
        text = "".join(self._pieces(run))
        if text:
            yield replace(self.looks.words(paragraph, run), text=text.upper() if self.looks.capitals(paragraph, run) else text)

    def _pieces(self, run: Element) -> Iterator[str]:
        for child in run:
            if child.tag == TEXT:
                yield child.text or ""
            elif child.tag == TAB:
                yield "\t"
            elif child.tag in (BREAK, w("cr")):
                yield "\u2028"
            elif child.tag == w("noBreakHyphen"):
                yield "\u2011"
            elif child.tag == w("footnoteReference"):
                self.notes += 1
                yield str(self.notes)
            elif child.tag in (w("drawing"), w("pict")) and next(child.iter(TEXT_BOX), None) is None:
                yield f"[{_described(child)}]"

    def _marker(self, paragraph: Element) -> str:
        """What stands before an item of a list: a bullet, or its number."""
        level = self.looks.list_level(paragraph)
        if level is None:
            return ""
        if level.bullet:
            return _BULLETS.get(level.text, level.text or "•")
        key = (level.list, level.depth)
        self.counted[key] = self.counted.get(key, level.start - 1) + 1
        return level.text.replace(f"%{level.depth + 1}", str(self.counted[key]))


def _described(drawing: Element) -> str:
    """What a picture says of itself: a chart's values, a logo's name."""
    return next((words for each in drawing.iter(_DRAWN) if (words := each.get("descr", ""))), "picture")


def _row_of(cell: Element) -> Element | None:
    return next(cell.iterancestors(ROW), None)


def _runs(paragraph: Element) -> Iterator[Element]:
    """The paragraph's runs that print something, those in links and fields too."""
    depth = 0  # of fields whose code is being read
    for run in paragraph.iter(RUN):
        if next(run.iterancestors(PARAGRAPH)) is not paragraph or on(run.find(w("rPr")), "vanish"):
            continue
        for mark in run.iter(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            depth += {"begin": 1, "separate": -1}.get(str(kind), 0)
        if depth <= 0:
            yield run
