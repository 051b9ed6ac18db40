"""Text in a width and a number of lines: wrapped, cut with "…" where it does not fit, a stretch of it bold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.findings.lines import ELLIPSIS, Excerpt

_ENDLESS = 1e5
_SLACK = 2.0  # pixels: a line that was measured to fit must not be broken for a fraction of one
_LESS = (0.0, 4.0, 8.0, 16.0, 32.0)  # pixels given up one after the other until the cut text fits
# Letters from Hebrew on, without Latin and Greek ones with marks and without dashes, quotation marks, currency signs.
_NO_ITALICS = re.compile("[\u0590-\u1dff\u2e80-\ufaff\ufb1d-\ufdff\ufe70-\ufeff\U00010000-\U0001bfff\U00020000-\U0003ffff]")
_HANGING = " ·,;:—–"  # what must not stand before "…"


@dataclass(slots=True)
class Flow:
    """Text laid out, ready to be painted."""

    layout: QTextLayout
    height: float
    lines: int

    def draw(self, painter: QPainter, place: QPointF) -> None:
        """Paint the text in the painter's pen, its upper left corner at a place."""
        self.layout.draw(painter, place)


_KNOWN: dict[tuple[Excerpt, str, float, int, float], Flow] = {}
_MOST_KNOWN = 400


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a text is laid out on."""

    font: QFont
    width: float
    most: int
    line_height: float


def flow(excerpt: Excerpt, font: QFont, width: float, most: int, line_height: float) -> Flow:
    """The text in at most so many lines of a width; the last few hundred are kept, because a list paints the same again."""
    place = (excerpt, font.key(), width, most, line_height)
    if place not in _KNOWN:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[place] = _flow(excerpt, font, width, most, line_height)
    return _KNOWN[place]


def _flow(excerpt: Excerpt, font: QFont, width: float, most: int, line_height: float) -> Flow:
    text, bold = excerpt.text, (units(excerpt.text[: excerpt.start]), units(excerpt.text[: excerpt.end]))
    sheet = _Sheet(_fitting(font, text), width, most, line_height)
    layout, reached = _laid_out(text, bold, sheet)
    if reached < units(text):
        layout = _shortened(layout, text, bold, sheet)
    return Flow(layout, line_height * layout.lineCount(), layout.lineCount())


def _shortened(layout: QTextLayout, text: str, bold: tuple[int, int], sheet: _Sheet) -> QTextLayout:
    """The text cut so that it ends in "…"; letters that are joined may grow when they come to stand last."""
    for less in _LESS:
        cut = _cut(layout, text, bold, sheet, less)
        made, reached = _laid_out(cut, bold, sheet, slack=_SLACK)
        if reached >= units(cut):
            break
    return made


def _fitting(font: QFont, text: str) -> QFont:
    """The font, upright for scripts that know no italics: few fonts hold a slanted Arabic, Hebrew or Chinese letter."""
    if not font.italic() or not _NO_ITALICS.search(text):
        return font
    upright = QFont(font)
    upright.setItalic(False)
    return upright


def _right_to_left(text: str) -> bool:
    """Whether a text runs from right to left, as its first letter does."""
    strong = (bidirectional(character) for character in text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)


def units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _sliced(text: str, start: int, end: int | None = None) -> str:
    """A stretch of a text between two places in UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : None if end is None else 2 * end].decode("utf-16-le", "ignore")


def _laid_out(text: str, bold: tuple[int, int], sheet: _Sheet, *, slack: float = 0.0) -> tuple[QTextLayout, int]:
    """The text's first lines, and the position in UTF-16 units that they reach."""
    layout, option = QTextLayout(text, sheet.font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setFormats(_bold(sheet.font, *bold))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    reached = 0
    for number in range(sheet.most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(sheet.width + (slack if number == sheet.most - 1 else 0))
        line.setPosition(QPointF(0, number * sheet.line_height))
        reached = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, reached


def _bold(font: QFont, start: int, end: int) -> list[QTextLayout.FormatRange]:
    if end <= start:
        return []
    strong, form = QTextLayout.FormatRange(), QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontItalic(font.italic())
    strong.start, strong.length, strong.format = start, end - start, form
    return [strong]


def _cut(layout: QTextLayout, text: str, bold: tuple[int, int], sheet: _Sheet, less: float) -> str:
    """The text up to what fits into the last line together with "…"."""
    start = layout.lineAt(sheet.most - 1).textStart()
    rest = _sliced(text, start)
    endless = _Sheet(sheet.font, _ENDLESS, 1, 0)
    line, _ = _laid_out(rest, (max(0, bold[0] - start), max(0, bold[1] - start)), endless)
    dots, _ = _laid_out(ELLIPSIS, (0, int(bold[1] > start)), endless)
    fitting = _reach(line.lineAt(0), sheet.width - less - dots.lineAt(0).naturalTextWidth())
    return _sliced(text, 0, start) + _sliced(rest, 0, fitting).rstrip(_HANGING) + ELLIPSIS


def _reach(line: QTextLine, room: float) -> int:
    """How many UTF-16 units of a line fit into a width, from its beginning, which for some scripts is at the right."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    begin = _place(line, first)
    low, high = first, last
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if abs(_place(line, middle) - begin) <= room else (low, middle - 1)
    return low


def _place(line: QTextLine, cursor: int) -> float:
    """Where a cursor stands; PySide gives Qt's in-and-out argument back beside the answer."""
    given: Any = line.cursorToX(cursor)
    return float(given[0] if isinstance(given, tuple) else given)
