"""A note's text as one long page on the screen, set as its template sets it, to the width there is.

The page is white in every theme, as the paper will be.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from briefing.word.sheet import Sheet, texts
from ui import theme
from ui.sheet_document import UNITS, SheetDocument
from ui.theme import SPACE

PAPER = "#ffffff"
_GAP = SPACE * 2
_LARGEST = 96 / 72 * 1.15  # pixels a point: a page is hardly blown up beyond its own size
_LONGEST_DESCRIPTION = 2000  # characters for a screen reader


class SheetView(QScrollArea):
    """Shows a sheet as wide as there is room, and scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Text of the note")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = _Page(self)
        self.setWidget(self._page)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another note at the same place."""
        self._page.show_sheet(sheet)
        self.setAccessibleDescription(" ".join(texts(sheet))[:_LONGEST_DESCRIPTION])

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)


class _Page(QWidget):
    """Paints the page with a thin edge and a shadow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document: SheetDocument | None = None
        self._size = (1.0, 1.0)  # points
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self.update)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)

    def show_sheet(self, sheet: Sheet) -> None:
        self._document = SheetDocument(sheet)
        self._size = (sheet.width, max(sheet.height, self._document.height))
        self._fit()

    def _scale(self) -> float:
        """Pixels a point."""
        return min(max(50, self.width() - 2 * _GAP) / self._size[0], _LARGEST)

    def _fit(self) -> None:
        self.setFixedHeight(round(self._size[1] * self._scale()) + 2 * _GAP if self._document else 1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: another height, once the layout is done."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        if self._document is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        scale = self._scale()
        width, height = self._size[0] * scale, self._size[1] * scale
        box = QRectF((self.width() - width) / 2, _GAP, width, height)
        _paint_paper(painter, box)
        painter.translate(box.topLeft())
        painter.scale(scale / UNITS, scale / UNITS)
        self._document.paint(painter)
        painter.end()


def _paint_paper(painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, strength in ((3, 8), (2, 12), (1, 16)):
        painter.setBrush(QColor(0, 0, 0, strength))
        painter.drawRoundedRect(box.adjusted(-spread, 1 - spread, spread, spread + 1), 2, 2)
    painter.fillRect(box, QColor(PAPER))
    painter.setPen(QPen(QColor(theme.tokens().line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
