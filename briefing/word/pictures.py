"""Charts as pictures in the text: each with its part of the file and its words for those who do not see it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from lxml import etree

from briefing.errors import TemplateError
from briefing.word.xml import CELL, RUN, Element, cleaned, w

if TYPE_CHECKING:
    from docx.document import Document

_MOST = 50  # charts in a note
_INDENT = 216  # twentieths of a point that a cell keeps free at its sides
_UNITS = 635  # of DrawingML in a twentieth of a point


class PictureWriter:
    """Draws charts into the body; remembers what they show."""

    def __init__(self, document: Document, width: int) -> None:
        self._document, self._width = document, width  # of a line, in twentieths of a point
        self.described: list[str] = []  # the words of each picture
        self.drawn: list[str] = []  # the values that they show

    def put(self, text: Element, figures: list[dict[str, Any]]) -> None:
        """Puts a chart behind a ``w:t`` into its run."""
        from briefing.word.charts import chart, described  # noqa: PLC0415 – few templates have a chart

        if len(self.described) >= _MOST:
            raise TemplateError(f"The note would have more than {_MOST} charts.", "Put the chart outside of the loop.")
        width = self._room(text)
        part: Any = self._document.part
        inline = part.new_pic_inline(io.BytesIO(chart(figures, width / 20)), width=width * _UNITS)
        words = cleaned(described(figures))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        inline.docPr.set("name", f"Chart {len(self.described) + 1}")
        inline.docPr.set("descr", words)
        drawing = etree.SubElement(next(text.iterancestors(RUN)), w("drawing"))
        drawing.append(inline)
        self.described.append(words)
        self.drawn += [cleaned(each["value"]) for each in figures]

    def _room(self, text: Element) -> int:
        """The width of the line, or of the cell that the chart stands in."""
        cell = next(text.iterancestors(CELL), None)
        width = None if cell is None else cell.find(f"{w('tcPr')}/{w('tcW')}")
        told = "" if width is None or width.get(w("type"), "dxa") != "dxa" else width.get(w("w"), "")
        return min(self._width, max(1000, int(told) - _INDENT)) if told.isdigit() else self._width
