"""Text in a width and a number of lines: wrapped, cut with "…" where it does not fit, a stretch of it bold."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui.findings.lines import ELLIPSIS, Excerpt

_ENDLESS = 1e6


@dataclass(slots=True)
class Flow:
    """Text laid out, ready to be painted."""

    layout: QTextLayout
    height: float
    lines: int

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Paint the text in the painter's pen, its upper left corner at a place."""
        self.layout.draw(painter, place)


def flow(excerpt: Excerpt, font: QFont, width: float, most: int, line_height: float) -> Flow:
    """The text in at most so many lines of a width."""
    text, bold = excerpt.text, (units(excerpt.text[: excerpt.start]), units(excerpt.text[: excerpt.end]))
    layout, ends = _laid_out(text, font, width, bold, most, line_height)
    if ends < units(text):
        text = _cut(layout, text, font, width, bold, most)
        layout, _ = _laid_out(text, font, width, bold, most, line_height, whole_last=True)
    return Flow(layout, line_height * layout.lineCount(), layout.lineCount())


def units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _laid_out(
    text: str, font: QFont, width: float, bold: tuple[int, int], most: int, line_height: float, *, whole_last: bool = False
) -> tuple[QTextLayout, int]:
    """The text's first lines, and the position in UTF-16 units that they reach."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_bold(font, *bold))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    reached = 0
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(_ENDLESS if whole_last and number == most - 1 else width)
        line.setPosition(QPointF(0, number * line_height))
        reached = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, reached


def _bold(font: QFont, start: int, end: int) -> list[QTextLayout.FormatRange]:
    if end <= start:
        return []
    strong = QTextLayout.FormatRange()
    strong.start, strong.length = start, end - start
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontItalic(font.italic())
    strong.format = form
    return [strong]


def _cut(layout: QTextLayout, text: str, font: QFont, width: float, bold: tuple[int, int], most: int) -> str:
    """The text up to what fits into the last line together with "…"."""
    last = layout.lineAt(most - 1)
    start = last.textStart()
    head = text.encode("utf-16-le")
    rest = head[2 * start :].decode("utf-16-le", "ignore")
    line, _ = _laid_out(rest, font, _ENDLESS, (max(0, bold[0] - start), max(0, bold[1] - start)), 1, 0)
    room = width - _width(ELLIPSIS, font)
    fitting = line.lineAt(0).xToCursor(room)
    reach = fitting[0] if isinstance(fitting, tuple) else fitting
    kept = rest.encode("utf-16-le")[: 2 * reach].decode("utf-16-le", "ignore")
    return head[: 2 * start].decode("utf-16-le", "ignore") + kept.rstrip(" ·,;:—–") + ELLIPSIS


def _width(text: str, font: QFont) -> float:
    layout, _ = _laid_out(text, font, _ENDLESS, (0, 0), 1, 0)
    return layout.lineAt(0).naturalTextWidth()
