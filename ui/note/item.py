"""The delegate that paints one row of the note: a figure in two short lines, a quote, or a speaker."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.findings.flow import flow
from ui.findings.glyphs import cross, star
from ui.findings.lines import Excerpt
from ui.findings.metrics import Fonts
from ui.note.content import Row, RowKind
from ui.note.model import Role
from ui.theme import SPACE

_GRIP = 16  # the width of the column of dots by which a row is dragged
_REMOVE = 20  # the side of the button that takes an item out of the note
_QUOTE_LINES = 3


class ItemDelegate(QStyledItemDelegate):
    """Paints rows; the list tells it where the mouse is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.over_remove = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of a row follows from its text and the list's width."""
        row, line, width = index.data(Role.ROW), _line(option.font), option.rect.width()
        if row.kind is RowKind.QUOTE:
            lines = flow(Excerpt(row.title), Fonts.of(option.font).text, _room(width), _QUOTE_LINES, line).lines
            return QSize(width, round(line * lines) + SPACE)
        return QSize(width, round(line * (2 if row.text else 1)) + SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one row."""
        row: Row = index.data(Role.ROW)
        box, flag = QRectF(option.rect), QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.SPEAKER:
            _speaker(painter, box, row, Fonts.of(option.font))
        else:
            hovered = bool(option.state & flag.State_MouseOver)
            _frame(painter, box, option, hovered=hovered)
            _body(painter, box, row, Fonts.of(option.font))
            if hovered:
                _grip(painter, box)
                _remove(painter, remove_box(box), hot=self.over_remove)
        painter.restore()


def remove_box(row: QRectF) -> QRectF:
    """Where the button stands that takes a row's item out of the note."""
    return QRectF(row.right() - _REMOVE - 4, row.bottom() - _REMOVE - 4, _REMOVE, _REMOVE)


def _line(font: QFont) -> float:
    return round(QFontMetricsF(font).height() * 1.15)


def _room(width: float) -> float:
    return max(60.0, width - _GRIP - 64)


def _colour(token: str) -> QColor:
    return QColor(getattr(theme.tokens(), token))


def _frame(painter: QPainter, box: QRectF, option: QStyleOptionViewItem, *, hovered: bool) -> None:
    flag = QStyle.StateFlag
    current = bool(option.state & flag.State_Selected)
    if not (current or hovered):
        return
    ring = QPen(_colour("focus"), 2) if current and option.state & flag.State_HasFocus else QPen(Qt.PenStyle.NoPen)
    painter.setPen(ring)
    painter.setBrush(_colour("accent_tint" if current else "hover"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)


def _speaker(painter: QPainter, box: QRectF, row: Row, fonts: Fonts) -> None:
    line, left = _line(fonts.text), box.left() + SPACE
    painter.setPen(_colour("text"))
    flow(Excerpt(row.title), fonts.title, box.width() - 2 * SPACE, 1, line).draw(painter, QPointF(left, box.top() + SPACE / 2))
    if row.text:
        painter.setPen(_colour("muted"))
        flow(Excerpt(row.text), fonts.text, box.width() - 2 * SPACE, 1, line).draw(
            painter, QPointF(left, box.top() + SPACE / 2 + line)
        )


def _body(painter: QPainter, box: QRectF, row: Row, fonts: Fonts) -> None:
    line, room = _line(fonts.text), _room(box.width())
    left, top = box.left() + _GRIP, box.top() + SPACE / 2
    quote = row.kind is RowKind.QUOTE
    painter.setPen(_colour("text"))
    font = fonts.text if quote else fonts.title
    flow(Excerpt(row.title), font, room, _QUOTE_LINES if quote else 1, line).draw(painter, QPointF(left, top))
    if row.text and not quote:
        painter.setPen(_colour("muted"))
        wide = box.width() - _GRIP - _REMOVE - SPACE
        flow(Excerpt(row.text), fonts.text, wide, 1, line).draw(painter, QPointF(left, top + line))
    painter.setPen(_colour("muted"))
    painter.setFont(fonts.small)
    mark = QRectF(box.right() - 64, top, 58, line)
    painter.drawText(mark, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.mark)
    if row.starred:
        star(painter, QRectF(box.left() + 1, top + 2, 12, 12), _colour("figure"))


def _grip(painter: QPainter, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour("border"))
    for down in range(3):
        for across in range(2):
            painter.drawEllipse(QPointF(box.left() + 5 + across * 4, box.center().y() - 4 + down * 4), 1.1, 1.1)


def _remove(painter: QPainter, box: QRectF, *, hot: bool) -> None:
    if hot:
        painter.setPen(QPen(_colour("border"), 1))
        painter.setBrush(_colour("surface"))
        painter.drawRoundedRect(box, 4, 4)
    cross(painter, box.adjusted(4, 4, -4, -4), _colour("text" if hot else "muted"))
