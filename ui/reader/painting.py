"""What is painted over the article: the ring around the current finding, strong lines under kept ones, and the margins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextBlock

from briefing.brief import Decision
from briefing.model import Block, BlockKind
from ui import theme
from ui.reader.document import has_mark
from ui.reader.highlights import Highlight

if TYPE_CHECKING:
    from ui.reader.view import Reader

_ROUND = 3.0
_HOVERED, _CURRENT = 1.0, 2.0  # pixels of the ring around a finding


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
        self._paint_margins(painter, area)
        for highlight, decision in self._shown:
            if decision is Decision.KEPT:
                self._paint_line(painter, highlight)
            if highlight.finding.id == self._hovered and highlight.finding.id != self._current:
                self._paint_ring(painter, highlight, _HOVERED)
        for highlight, _ in self._shown:
            if highlight.finding.id == self._current:
                self._paint_ring(painter, highlight, _CURRENT)
        painter.end()

    def _paint_line(self, painter: QPainter, highlight: Highlight) -> None:
        colours = theme.tokens()
        painter.setPen(QPen(QColor(colours.figure if highlight.is_figure else colours.quote), 2.0))
        for rect in self._reader.on_screen(highlight.start, highlight.end):
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_ring(self, painter: QPainter, highlight: Highlight, width: float) -> None:
        colours = theme.tokens()
        painter.setPen(QPen(QColor(colours.focus if width == _CURRENT else colours.muted), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._reader.on_screen(highlight.start, highlight.end):
            sharp = 0.0 if width == _CURRENT else 0.5  # a thin line lies between two rows of pixels otherwise
            box = rect.toAlignedRect().toRectF().adjusted(-2 + sharp, sharp, 2 - sharp, 1 - sharp)
            painter.drawRoundedRect(box, _ROUND, _ROUND)

    def _paint_margins(self, painter: QPainter, area: QRect) -> None:
        """What stands beside each paragraph: its ¶ number, as the note's source marks give it, and what it is."""
        reader = self._reader
        article = reader.article
        if article is None:
            return
        font = QFont(reader.font())
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        block = reader.cursorForPosition(QPoint(0, area.top())).block()
        column, offset = reader.column(), reader.scrolled().y()
        layout = reader.document().documentLayout()
        while block.isValid() and block.blockNumber() < len(article.blocks):
            place = layout.blockBoundingRect(block).translated(0, -offset)
            if place.top() > area.bottom():
                break
            self._paint_number(painter, block, place.top(), column.left())
            self._paint_kind(painter, block, place, column)
            block = block.next()

    def _paint_number(self, painter: QPainter, block: QTextBlock, top: float, left: float) -> None:
        line = block.layout().lineAt(0)
        number = self._about(block).number
        box = QRectF(0, top + line.y() + line.ascent() - painter.fontMetrics().ascent(), left - 14, line.height())
        painter.setPen(QColor(theme.tokens().muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(number))

    def _about(self, block: QTextBlock) -> Block:
        article = self._reader.article
        assert article is not None  # noqa: S101 - margins are painted beside articles only
        return article.blocks[block.blockNumber()]

    def _paint_kind(self, painter: QPainter, block: QTextBlock, place: QRectF, column: QRectF) -> None:
        about, colours = self._about(block), theme.tokens()
        if not about.included:
            painter.setPen(QPen(QColor(colours.border), 1.5, Qt.PenStyle.DotLine))
            lines = _text_of(block, place)
            painter.drawLine(QPointF(column.left() - 7, lines.top()), QPointF(column.left() - 7, lines.bottom()))
        if about.kind is BlockKind.LIST_ITEM:
            self._paint_dot(painter, block, place, column)
        elif about.kind is BlockKind.QUOTE_BLOCK:
            painter.setPen(QPen(QColor(colours.border), 2.0))
            lines, aside = _text_of(block, place), self._reader.indent(block) / 2
            x = column.right() - aside if _runs_left(block) else column.left() + aside
            painter.drawLine(QPointF(x, lines.top()), QPointF(x, lines.bottom()))
        elif about.kind is BlockKind.TABLE_ROW:
            self._paint_rule(painter, block, place, column)

    def _paint_dot(self, painter: QPainter, block: QTextBlock, place: QRectF, column: QRectF) -> None:
        """A dot beside a list item that brings no mark of its own; the text itself never changes."""
        article = self._reader.article
        if article is None or has_mark(self._about(block), article.text):
            return
        line = block.layout().lineAt(0)
        indent, radius = self._reader.indent(block), max(2.0, line.ascent() * 0.16)
        x = column.right() - indent * 0.55 if _runs_left(block) else column.left() + indent * 0.45
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(block.charFormat().foreground())
        painter.drawEllipse(QPointF(x, place.top() + line.y() + line.ascent() * 0.66), radius, radius)

    def _paint_rule(self, painter: QPainter, block: QTextBlock, place: QRectF, column: QRectF) -> None:
        """A hairline under each row of a table, a stronger one under its heads."""
        table = self._reader.table_of(block)
        if table is None:
            return
        head = table.is_head(block.blockNumber())
        painter.setPen(QPen(QColor(theme.tokens().border if head else theme.tokens().line), 1.5 if head else 1.0))
        y = _text_of(block, place).bottom() + 2
        gap = table.gap(column.width())
        right = column.left() + table.width(gap) + 4 if gap else column.right()
        painter.drawLine(QPointF(column.left(), y), QPointF(right, y))


def _text_of(block: QTextBlock, place: QRectF) -> QRectF:
    """The part of a paragraph's place that holds its lines."""
    layout = block.layout()
    last = layout.lineAt(layout.lineCount() - 1)
    top = layout.lineAt(0).y()
    return QRectF(place.left(), place.top() + top, place.width(), last.y() + last.height() - top)


def _runs_left(block: QTextBlock) -> bool:
    return block.textDirection() is Qt.LayoutDirection.RightToLeft
