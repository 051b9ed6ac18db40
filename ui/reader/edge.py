"""The mark at the edge of a finding that is being moved: a bar with a knob, in the colour of the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from briefing.model import Span
from ui import theme
from ui.reader.view import Reader

_WIDTH, _BAR = 10, 3  # pixels of the knob and of the bar


class EdgeMark(QWidget):
    """Lies over the article where an edge is; the mouse goes through it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.viewport())
        self._reader = reader
        self._span, self._edge = Span(0, 1), ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        reader.verticalScrollBar().valueChanged.connect(self._place)
        self.hide()

    def put(self, span: Span, edge: str) -> None:
        """Mark the "start" or the "end" of a stretch of the article and bring it into view."""
        self._span, self._edge = span, edge
        at = span.start if edge == "start" else span.end - 1
        self._reader.scroll_to(at, at + 1)
        self._place()

    def take_away(self) -> None:
        """Mark nothing."""
        self._edge = ""
        self.hide()

    def _place(self, _value: int = 0) -> None:
        place = self._reader.offsets.to_document
        found = self._reader.on_screen(place(self._span.start), place(self._span.end)) if self._edge else []
        self.setVisible(bool(found))
        if found:
            line = found[0] if self._edge == "start" else found[-1]
            x = line.left() if self._edge == "start" else line.right()
            self.setGeometry(QRect(round(x) - _WIDTH // 2, round(line.top()) - _BAR, _WIDTH, round(line.height()) + 2 * _BAR))
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar, and the knob above it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().accent))
        painter.drawRect((_WIDTH - _BAR) // 2, 0, _BAR, self.height())
        painter.drawEllipse(0, 0, _WIDTH, _WIDTH)
        painter.end()
