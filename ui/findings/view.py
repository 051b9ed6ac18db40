"""The list of cards: rows of one height but for the current one, so that 5,000 findings cost no more than 50."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.findings.card import CardDelegate
from ui.findings.model import Role
from ui.findings.stack import Stack
from ui.theme import SPACE

Index = QModelIndex | QPersistentModelIndex
_MARGIN = SPACE // 2  # above the first card and below the last


class CardList(QListView):
    """Shows findings as cards; says which one a person went to and which button was pressed."""

    chosen = Signal(str)  # finding id
    hovered = Signal(str)  # the id of the finding under the mouse, or ""
    pressed_button = Signal(str)  # "keep", "drop", "edit" or "why", of the current card
    menu_asked = Signal(QPoint)  # where on the screen the current card's menu should come up

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = CardDelegate(self)
        self._hovered = -1
        self._following = False
        self._tall = 0
        self.setItemDelegate(self._cards)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        theme.signals.changed.connect(self.viewport().update)

    def set_compact(self, compact: bool) -> None:
        """Show compact or comfortable cards."""
        self._cards.compact = compact
        self.measure()

    # Where things lie

    def measure(self) -> None:
        """Work out the current card's height again, and with it where all cards lie."""
        index = self.currentIndex()
        self._tall = (
            self._cards.current_height(index.data(Role.CARD), self.font(), self.viewport().width()) if index.isValid() else 0
        )
        self.updateGeometries()
        self.viewport().update()

    def _height(self) -> int:
        return self._cards.metrics(self.font()).height

    @property
    def _stack(self) -> Stack:
        return Stack(self._height(), self._tall, self.currentIndex().row(), _MARGIN)

    def visualRect(self, index: Index) -> QRect:
        """Where a row stands in the viewport."""
        if not index.isValid():
            return QRect()
        stack = self._stack
        return QRect(0, stack.top(index.row()) - self.verticalOffset(), self.viewport().width(), stack.height_of(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        model = self.model()
        return model.index(self._stack.row_at(point.y() + self.verticalOffset()), 0) if model else QModelIndex()

    def verticalOffset(self) -> int:
        """How far the list is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Never scrolled sideways."""
        return 0

    def updateGeometries(self) -> None:
        """Give the scroll bar its range."""
        model, bar, view = self.model(), self.verticalScrollBar(), self.viewport().height()
        total = self._stack.total(model.rowCount()) if model else 0
        bar.setRange(0, max(0, total - view))
        bar.setPageStep(view)
        bar.setSingleStep(self._height() // 2)

    def doItemsLayout(self) -> None:
        """Nothing is laid out: places follow from arithmetic."""
        self.updateGeometries()
        self.viewport().update()

    def scrollTo(self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        """Bring a row into view: with a neighbour beside it, in the middle when it was far away."""
        if not index.isValid():
            return
        bar, room, rect = self.verticalScrollBar(), self.viewport().height(), self.visualRect(index)
        beside = max(_MARGIN, min(self._height(), (room - rect.height()) // 2))
        if QApplication.mouseButtons():  # what is clicked stays under the mouse
            beside = _MARGIN
        far = rect.bottom() < -room // 2 or rect.top() > room + room // 2
        if far or hint == QListView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - room // 2)
        elif rect.top() < beside or hint == QListView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - beside)
        elif rect.bottom() > room - beside:
            bar.setValue(bar.value() + rect.bottom() - room + beside)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row at a rectangle of the viewport."""
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where the selected rows stand in the viewport."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key of movement leads to."""
        del modifiers
        move, last = QAbstractItemView.CursorAction, self.model().rowCount() - 1
        page = max(1, self.viewport().height() // self._height() - 1)
        steps = {move.MoveUp: -1, move.MovePrevious: -1, move.MoveDown: 1, move.MoveNext: 1, move.MovePageUp: -page}
        ends = {move.MoveHome: 0, move.MoveEnd: last}
        row = self.currentIndex().row()
        target = ends.get(action, row + (page if action == move.MovePageDown else steps.get(action, 0)))
        return self.model().index(max(0, min(last, target)), 0)

    # Following the model and the current finding

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the rows of a model; Qt's own guess of a new current row while rows go away is no choice of a person."""
        if model is not None:
            model.rowsAboutToBeRemoved.connect(self._hold)
            model.layoutAboutToBeChanged.connect(self._hold)
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._release)
            model.layoutChanged.connect(self._release)
            model.dataChanged.connect(self._measure_changed)

    def _measure_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.currentIndex().row() <= last.row():
            self.measure()

    def _hold(self) -> None:
        self._following = True

    def _release(self) -> None:
        self._following = False
        self.measure()

    def follow(self, index: QModelIndex) -> None:
        """Make a row the current one because the session says so; an invalid index for none."""
        self._following = True
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._following = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Give the current card its height, hold it where it was seen, and tell which one it is."""
        seen = self._top_before(current, previous) if current.isValid() else 0
        self.measure()
        if current.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(current).top() - seen)
        super().currentChanged(current, previous)
        if current.isValid() and not self._following:
            self.chosen.emit(str(current.data(Role.ID)))

    def _top_before(self, current: Index, previous: Index) -> int:
        """Where the card that is now current stood in the viewport a moment ago."""
        height = self._height()
        taller = self._tall - height if previous.isValid() and previous.row() < current.row() else 0
        return _MARGIN + current.row() * height + taller - self.verticalOffset()

    # Painting and the mouse

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards that are seen."""
        painter = QPainter(self.viewport())
        try:
            self._paint(painter, event.rect())
        finally:
            painter.end()  # an error must not leave it open: Qt would fall over it

    def _paint(self, painter: QPainter, seen: QRect) -> None:
        model = self.model()
        first = max(0, self._stack.row_at(seen.top() + self.verticalOffset()))
        for row in range(first, model.rowCount() if model else 0):
            rect = self.visualRect(model.index(row, 0))
            if rect.top() > seen.bottom():
                break
            self.itemDelegate().paint(painter, self._option(row, rect), model.index(row, 0))

    def _option(self, row: int, rect: QRect) -> QStyleOptionViewItem:
        option, state = QStyleOptionViewItem(), QStyle.StateFlag
        self.initViewItemOption(option)
        option.rect = rect
        flags = state.State_Enabled
        if row == self.currentIndex().row():
            flags |= state.State_Selected | (state.State_HasFocus if self.hasFocus() else state.State_None)
        if row == self._hovered:
            flags |= state.State_MouseOver
        option.state = flags
        return option

    def _buttons(self) -> dict[str, QRectF]:
        """The current card's buttons in the viewport."""
        index = self.currentIndex()
        if not index.isValid():
            return {}
        metrics = self._cards.metrics(self.font())
        card = metrics.card(QRectF(self.visualRect(index))).adjusted(0.5, 0.5, -0.5, -0.5)
        return metrics.buttons(card, self._cards.button_font(self.font()))

    def button_box(self, name: str) -> QRectF:
        """Where one of the current card's buttons stands in the viewport; empty if there is none."""
        return self._buttons().get(name, QRectF())

    def _button_at(self, point: QPoint) -> str:
        """The button of the current card at a point; "" for none."""
        return next((name for name, box in self._buttons().items() if box.contains(point)), "")

    def mark_hovered(self, row: int) -> None:
        """Mark a row as under the mouse, here or in another pane; -1 for none."""
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _hover(self, row: int, button: str) -> None:
        if row != self._hovered:
            self.mark_hovered(row)
            index = self.model().index(row, 0)
            self.hovered.emit(str(index.data(Role.ID)) if index.isValid() else "")
        if button != self._cards.hot_button:
            self._cards.hot_button = button
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if button else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what the mouse is over."""
        point = event.position().toPoint()
        self._hover(self.indexAt(point).row(), self._button_at(point))

    def leaveEvent(self, event: QEvent) -> None:
        """Unmark it."""
        self._hover(-1, "")
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a button of the current card, or go to another card."""
        button = self._button_at(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else ""
        if button:
            self.pressed_button.emit(button)
        elif self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click on a card edits it; a quick second press of a button is a press."""
        point = event.position().toPoint()
        self.pressed_button.emit(self._button_at(point) or "edit")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a card's menu: of the one under the mouse, which becomes current, or of the current one by its key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        card = self.visualRect(index).intersected(self.viewport().rect())
        self.menu_asked.emit(event.globalPos() if by_mouse else self.viewport().mapToGlobal(card.center()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits; arrows and pages move; letters are the window's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.pressed_button.emit("edit")
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here makes no finding current: that is for a person to do."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the cards to another width, the current one still in view."""
        seen = self.visualRect(self.currentIndex()).intersects(QRect(QPoint(0, 0), event.oldSize()))
        QAbstractItemView.resizeEvent(self, event)
        self.measure()
        if seen:
            self.scrollTo(self.currentIndex())
