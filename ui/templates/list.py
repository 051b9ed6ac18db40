"""The list of templates with its filter: arrows choose, Enter uses, F2 renames."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from briefing.word.types import TemplateInfo
from ui import icons, theme
from ui.templates.delegate import RowDelegate
from ui.templates.model import TemplatesModel
from ui.theme import SPACE

_PASSED_ON = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class _View(QListView):
    """Tells of Enter; lays its rows out anew where its width changes."""

    used = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(lambda: self.scrollTo(self.currentIndex()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter uses the template, unless its name is being typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QAbstractItemView.State.EditingState:
            self.used.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hints wrap."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._later.start()


class TemplateList(QWidget):
    """A field to filter by, and the list under it; one template is always chosen while there is one."""

    chosen = Signal(object)  # the TemplateInfo, or None
    entered = Signal()  # Enter, or a double click

    def __init__(self, model: TemplatesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self._id = ""
        self.field = QLineEdit(self, placeholderText="Filter templates", clearButtonEnabled=True)
        self.field.setAccessibleName("Filter templates")
        self._glass = self.field.addAction(icons.icon("find", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.view = _View(self)
        self.view.setAccessibleName("Templates")
        self.view.setModel(model)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        self._connect()
        self._keep()

    def _connect(self) -> None:
        self.field.textChanged.connect(self.model.filter)
        self.field.returnPressed.connect(self.entered)
        self.field.installEventFilter(self)
        self.view.used.connect(self.entered)
        self.view.doubleClicked.connect(lambda _: self.entered.emit())
        self.model.modelReset.connect(self._keep)
        self.model.dataChanged.connect(lambda *_: self._tell_if_chosen())
        self.view.selectionModel().currentChanged.connect(self._follow)
        theme.signals.changed.connect(self._colour)

    def _colour(self) -> None:
        self._glass.setIcon(icons.icon("find", "muted"))
        self.view.viewport().update()

    def current(self) -> TemplateInfo | None:
        """The template that is chosen."""
        row = self.model.row_at(self.view.currentIndex())
        return row.info if row else None

    def choose(self, identifier: str) -> None:
        """Choose a template by its id; one that the filter hides is brought back."""
        self._id = identifier
        if not self.model.index_of(identifier).isValid():
            self.field.clear()
        index = self.model.index_of(identifier)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def rename(self) -> None:
        """Let the chosen template's name be typed over, where it is one's own."""
        index = self.view.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.view.scrollTo(index)
            self.view.edit(index)

    def _follow(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row and row.info:
            self._id = row.info.id
        self.chosen.emit(row.info if row else None)

    def _tell_if_chosen(self) -> None:
        self.chosen.emit(self.current())

    def _keep(self) -> None:
        """The same template as before, else the first one listed."""
        index = self.model.index_of(self._id)
        if not index.isValid():
            index = self.model.index(next((n for n, row in enumerate(self.model.rows) if row.info), -1))
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.chosen.emit(self.current())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the keyboard stays in the field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _PASSED_ON:
            self.view.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)
