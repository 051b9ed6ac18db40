"""The ring around what has the keyboard, where a widget itself shows too little of it: choices, pages that scroll."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFocusFrame, QListView, QScrollArea, QTextBrowser, QWidget
from shiboken6 import isValid

from ui import theme

_WIDTH, _ROUND = 2.0, 5.0


class Ring(QFocusFrame):
    """A frame around one widget; Qt moves it with the widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget.parentWidget())
        self.setWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame in the colour of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().focus), _WIDTH))
        half = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), _ROUND, _ROUND)
        painter.end()


class FocusRing(QObject):
    """Puts a ring around such widgets as they get the keyboard."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: Ring | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):  # it goes with the window in which it stood
            self._ring.setWidget(None)  # type: ignore[arg-type]  # None takes it away; the stubs do not know
            self._ring.deleteLater()
        self._ring = Ring(now) if now is not None and _needs_ring(now) else None


def _needs_ring(widget: QWidget) -> bool:
    """Whether a widget shows the keyboard too little; a list does it with its current row, if it has one."""
    if isinstance(widget, QListView):
        return not widget.currentIndex().isValid()
    return isinstance(widget, (QCheckBox, QComboBox, QScrollArea, QTextBrowser))
