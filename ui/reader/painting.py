"""What is painted over the article: the ring around the current finding, strong lines under kept ones, paragraph numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from briefing.brief import Decision
from ui import theme
from ui.reader.highlights import Highlight

if TYPE_CHECKING:
    from ui.reader.view import Reader

_ROUND = 3.0


class Painter:
    """Paints over a reader's viewport."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._shown: Sequence[tuple[Highlight, Decision]] = ()
        self._current = ""
        self._hovered = ""

    def forget(self) -> None:
        """Paint nothing until something is shown again."""
        self._shown = ()
        self._hovered = ""

    def show(self, shown: Sequence[tuple[Highlight, Decision]], current: str) -> None:
        """Take the highlights in view and the current finding."""
        self._shown = shown
        self._current = current

    def hover(self, identifier: str) -> None:
        """Mark the finding under the mouse."""
        if identifier != self._hovered:
            self._hovered = identifier
            self._reader.viewport().update()

    def paint(self, area: QRect) -> None:
        """Paint what lies in an area of the viewport."""
        painter = QPainter(self._reader.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        self._paint_numbers(painter, area)
        for highlight, decision in self._shown:
            if decision is Decision.KEPT:
                self._paint_line(painter, highlight)
            if highlight.finding.id == self._hovered and highlight.finding.id != self._current:
                self._paint_ring(painter, highlight, 1.0)
        for highlight, _ in self._shown:
            if highlight.finding.id == self._current:
                self._paint_ring(painter, highlight, 2.0)
        painter.end()

    def _paint_line(self, painter: QPainter, highlight: Highlight) -> None:
        colours = theme.tokens()
        painter.setPen(QPen(QColor(colours.figure if highlight.is_figure else colours.quote), 2.0))
        for rect in self._reader.on_screen(highlight.start, highlight.end):
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_ring(self, painter: QPainter, highlight: Highlight, width: float) -> None:
        colours = theme.tokens()
        painter.setPen(QPen(QColor(colours.focus if width > 1 else colours.border), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._reader.on_screen(highlight.start, highlight.end):
            painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 1), _ROUND, _ROUND)

    def _paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """The ¶ number beside each paragraph, as the note's source marks give it."""
        reader = self._reader
        if reader.article is None:
            return
        font = QFont(reader.font())
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens().muted))
        block = reader.cursorForPosition(QPoint(0, area.top())).block()
        layout = reader.document().documentLayout()
        offset = reader.scrolled().y()
        while block.isValid():
            place = layout.blockBoundingRect(block)
            if place.top() - offset > area.bottom():
                break
            line = block.layout().lineAt(0)
            top = place.top() + line.y() - offset
            number = reader.article.blocks[block.blockNumber()].number
            box = QRectF(0, top + line.ascent() - painter.fontMetrics().ascent(), place.left() - 14, line.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(number))
            block = block.next()
