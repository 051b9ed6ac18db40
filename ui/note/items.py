"""A list of the note's items, as high as its rows; the pane around it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from ui import theme
from ui.note.item import ItemDelegate, remove_box
from ui.note.model import NoteModel, Role


class ItemList(QListView):
    """Shows figures or quotes of the note; says what a person wants to do with them."""

    chosen = Signal(str)
    removed = Signal(str)
    stepped = Signal(str, int)  # finding id, -1 or 1
    left = Signal(int)  # the arrow keys lead out of the list: -1 upwards, 1 downwards

    def __init__(self, model: NoteModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = ItemDelegate(self)
        self._following = False
        self.setModel(model)
        self.setItemDelegate(self._items)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for signal in (model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._fit)
        theme.signals.changed.connect(self.viewport().update)
        self._fit()

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Tell the delegate how wide the list is, which Qt leaves open while it measures rows."""
        super().initViewItemOption(option)
        option.rect.setWidth(self.viewport().width())

    def _fit(self) -> None:
        """Be as high as all rows together."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect.setWidth(self.viewport().width())
        model = self.model()
        rows = range(model.rowCount())
        self.setFixedHeight(sum(self._items.sizeHint(option, model.index(row, 0)).height() for row in rows))
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break quotes into other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def follow(self, index: QModelIndex) -> None:
        """Mark the session's current finding; an invalid index for none."""
        self._following = True
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._following = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here leaves the current finding alone."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def enter(self, way: int) -> None:
        """Go to the first item when coming from above, to the last when coming from below."""
        rows = self.model().rowCount()
        items = [row for row in range(rows) if self.model().index(row, 0).data(Role.ID)]
        if items:
            self.setCurrentIndex(self.model().index(items[0 if way > 0 else -1], 0))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]  # the stubs want a union
        """Tell which item a person went to with keys or mouse."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus() and not self._following and current.data(Role.ID):
            self.chosen.emit(str(current.data(Role.ID)))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+↑/↓ moves the item, Delete takes it out, Enter goes to it; letters are the window's."""
        identifier, key = str(self.currentIndex().data(Role.ID) or ""), Qt.Key(event.key())
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(identifier, way)
        elif way:
            self._move(way)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and identifier:
            self.removed.emit(identifier)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and identifier:
            self.chosen.emit(identifier)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _move(self, way: int) -> None:
        """Go to the next item, past speakers; out of the list at its ends."""
        model, row = self.model(), self.currentIndex().row() + way
        while 0 <= row < model.rowCount() and not model.index(row, 0).data(Role.ID):
            row += way
        if 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))
        else:
            self.left.emit(way)

    def _over_remove(self, point: QPoint) -> str:
        """The finding whose remove button is at a point; "" for none."""
        index = self.indexAt(point)
        over = index.isValid() and bool(index.data(Role.ID)) and remove_box(QRectF(self.visualRect(index))).contains(point)
        return str(index.data(Role.ID)) if over else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the remove button under the mouse."""
        over = bool(self._over_remove(event.position().toPoint()))
        if over != self._items.over_remove:
            self._items.over_remove = over
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.setToolTip("Remove from note" if over else "")
            self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Unmark it."""
        self._items.over_remove = False
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the remove button, or go to an item."""
        identifier = self._over_remove(event.position().toPoint())
        if identifier and event.button() == Qt.MouseButton.LeftButton:
            self.removed.emit(identifier)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.data(Role.ID):
            self.chosen.emit(str(index.data(Role.ID)))
