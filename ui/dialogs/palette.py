"""The command palette: every command that can be done now, found by its words, done with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import theme
from ui.actions import ACTIONS, Action, Actions

_WIDTH, _HEIGHT = 520, 380
_WIDEST = "Ctrl+Shift+W"
_BELOW = 80  # pixels under the window's upper end
_MOVES = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1, Qt.Key.Key_PageUp.value: -8, Qt.Key.Key_PageDown.value: 8}


class Palette(QDialog):
    """A field and the commands that match what is typed into it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Commands")
        self._actions, self._over = actions, parent
        self._rows = [row for row in ACTIONS if row.id != "palette" and actions[row.id].isEnabled()]
        self.field, self.list = QLineEdit(self), QListWidget(self)
        self.field.setPlaceholderText("Type a command")
        self.field.setAccessibleName("Command")
        self.list.setAccessibleName("Commands")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._do)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._do())
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.SPACE] * 4)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.resize(_WIDTH, _HEIGHT)
        self._fill("")

    def open_above(self) -> None:
        """Open at the top of the window's middle."""
        self.open()
        over = self._over.mapToGlobal(self._over.rect().topLeft())
        self.move(over.x() + (self._over.width() - self.width()) // 2, over.y() + _BELOW)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def listed(self) -> list[str]:
        """The ids of the commands listed."""
        return [str(self.list.item(n).data(Qt.ItemDataRole.UserRole)) for n in range(self.list.count())]

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        self.list.clear()
        for row in sorted((row for row in self._rows if _matches(row, words)), key=lambda row: not _begins(row, words)):
            self._add(row)
        self.list.setCurrentRow(0)

    def _add(self, row: Action) -> None:
        action = self._actions[row.id]
        item = QListWidgetItem(self.list)
        item.setData(Qt.ItemDataRole.UserRole, row.id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_plain(action)}, {row.tip}")
        item.setToolTip(row.tip)
        line = QWidget(self.list)
        cells = QHBoxLayout(line)
        cells.setContentsMargins(theme.SPACE, 4, theme.SPACE, 4)
        cells.addWidget(QLabel(_plain(action), line), 1)
        for words in (row.group, action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)):
            label = QLabel(words, line)
            label.setProperty("quiet", True)
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance(_WIDEST))  # so that columns stand in line
            cells.addWidget(label)
        item.setSizeHint(line.sizeHint())
        self.list.setItemWidget(item, line)

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            action = self._actions[str(item.data(Qt.ItemDataRole.UserRole))]
            self.accept()
            QTimer.singleShot(0, action, action.trigger)  # when the keyboard is back where it was

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the keyboard stays in the field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            row = self.list.currentRow() + _MOVES[event.key()]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            return True
        return super().eventFilter(watched, event)


def _plain(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")


def _matches(row: Action, words: list[str]) -> bool:
    searched = f"{row.text} {row.tip} {row.group}".replace("&", "").casefold()
    return all(word in searched for word in words)


def _begins(row: Action, words: list[str]) -> bool:
    """Whether what is typed begins the command's own name."""
    return row.text.replace("&", "").casefold().startswith(" ".join(words))
