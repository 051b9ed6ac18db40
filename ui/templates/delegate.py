"""The delegate that paints a template's row: its name, its kind and version, and in words and a glyph whether it can be used."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.templates import wording
from ui.templates.model import Role, Row
from ui.theme import SPACE

Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
_RADIUS = 6.0
_PAD = SPACE * 1.5
_SMALLER = 0.88


class RowDelegate(QStyledItemDelegate):
    """Paints headings, hints and templates."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for a template, one for a heading, as many as it takes for a hint."""
        row: Row = index.data(Role.ROW)
        line = QFontMetricsF(option.font).height()
        small = QFontMetricsF(_small(option.font))
        if row.info is not None:
            return QSize(option.rect.width(), round(line + small.height() + SPACE * 2))
        if row.hint:
            room = QRectF(0, 0, max(80.0, option.rect.width() - 2 * _PAD), 1000)
            words = small.boundingRect(room, Qt.TextFlag.TextWordWrap.value, row.text)
            return QSize(option.rect.width(), round(words.height() + SPACE * 1.5))
        return QSize(option.rect.width(), round(small.height() + SPACE * (2.5 if index.row() else 1)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(Role.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(SPACE / 2, 1, -SPACE / 2, -1)
        if row.info is None:
            self._paint_words(painter, option, box, row)
        else:
            self._paint_box(painter, option, box)
            self._paint_template(painter, option.font, box.adjusted(SPACE, SPACE - 1, -SPACE, -SPACE + 1), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, row: Row) -> None:
        """A group's heading, or a hint."""
        font = _small(option.font)
        font.setBold(not row.hint)
        painter.setFont(font)
        painter.setPen(_colour("muted"))
        box = box.adjusted(SPACE, 0, -SPACE, -SPACE / 2)
        if row.hint:
            painter.drawText(box, Qt.TextFlag.TextWordWrap.value | _LEFT.value, row.text)
        else:
            painter.drawText(box, (_LEFT | Qt.AlignmentFlag.AlignBottom).value, row.text)

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_colour("accent_tint" if selected else "hover"))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(_colour("focus" if focused else "line"), 2.0 if focused else 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_template(self, painter: QPainter, font: QFont, box: QRectF, row: Row) -> None:
        assert row.info is not None  # noqa: S101 - headings went elsewhere
        strong, small = QFont(font), _small(font)
        strong.setWeight(QFont.Weight.DemiBold)
        above = QRectF(box.left(), box.top(), box.width(), QFontMetricsF(strong).height())
        below = QRectF(box.left(), above.bottom(), box.width(), QFontMetricsF(small).height())
        tags = " · ".join(tag for tag, there in (("in this note", row.used), ("★ default", row.default)) if there)
        self._put(painter, small, "accent", above, tags, _RIGHT)
        self._put(painter, strong, "text", _left_of(above, small, tags), row.info.name)
        glyph, words, colour = wording.state(row.report)
        self._put(painter, small, colour, below, f"{glyph} {words}", _RIGHT)
        about = wording.about(row.info, row.product)
        self._put(painter, small, "muted", _left_of(below, small, f"{glyph} {words}"), about)

    def _put(self, painter: QPainter, font: QFont, colour: str, box: QRectF, text: str, side: Qt.AlignmentFlag = _LEFT) -> None:
        """One piece of text, cut off with an ellipsis where it has no room."""
        painter.setFont(font)
        painter.setPen(_colour(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, (side | _MIDDLE).value, shown)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for the name."""
        del option, index
        field = QLineEdit(parent)
        field.setAccessibleName("Name of the template")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The whole name chosen, ready to be typed over."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """In the middle of the row."""
        del index
        height = editor.sizeHint().height()
        box = option.rect.adjusted(SPACE // 2, 0, -SPACE // 2, 0)
        editor.setGeometry(box.left(), box.center().y() - height // 2, box.width(), height)


def _left_of(box: QRectF, font: QFont, text: str) -> QRectF:
    """What a text at the right leaves of a line."""
    taken = QFontMetricsF(font).horizontalAdvance(text) + SPACE if text else 0.0
    return box.adjusted(0, 0, -taken, 0)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small


def _colour(token: str) -> QColor:
    return QColor(getattr(theme.tokens(), token))
