"""A template's sections in a list: ticked or not, dragged or moved with Alt and the arrows, renamed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.word.types import Section, TemplateInfo
from ui.templates import style
from ui.theme import SPACE

HINT = "Untick what is not wanted; drag or Alt+↑ ↓ to reorder; F2 renames a heading."
_ROWS, _ROW = (3, 10), 23  # at least and at most as tall as so many rows; pixels of one
_SIZE = (440, 460)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_USUAL = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
)


class SectionList(QListWidget):
    """Shows sections, and tells which are wanted, in which order and under which headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sections of the template")
        self.setAccessibleDescription(HINT)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._shown: tuple[Section, ...] = ()

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show a template's sections, all of them wanted."""
        self._shown = tuple(sections)
        self.clear()
        for section in sections:
            item = QListWidgetItem(section.heading or "(no words)", self)
            item.setData(Qt.ItemDataRole.UserRole, section.number)
            item.setFlags(_USUAL if section.fixed else _USUAL | Qt.ItemFlag.ItemIsEditable)
            item.setCheckState(Qt.CheckState.Checked)
        self.setCurrentRow(0)
        rows = max(_ROWS[0], min(_ROWS[1], self.count()))
        self.setMinimumHeight(rows * max(_ROW, self.sizeHintForRow(0)) + SPACE)

    def wanted(self) -> tuple[Section, ...]:
        """The sections ticked, as they stand."""
        items = [self.item(row) for row in range(self.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        return tuple(Section(int(item.data(Qt.ItemDataRole.UserRole)), " ".join(item.text().split())) for item in ticked)

    @property
    def changed(self) -> bool:
        """Whether anything else than all of them as they are is wanted."""
        as_shown = [(section.number, section.heading) for section in self._shown if section.heading]
        return [(section.number, section.heading) for section in self.wanted()] != as_shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the current section."""
        by = _STEPS.get(Qt.Key(event.key()), 0) if event.modifiers() & Qt.KeyboardModifier.AltModifier else 0
        row = self.currentRow()
        if not by:
            super().keyPressEvent(event)
        elif 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentRow(row + by)


class SectionsDialog(QDialog):
    """The sections of one of one's own templates."""

    def __init__(self, info: TemplateInfo, sections: Sequence[Section], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Sections of “{info.name}”")
        self.list = SectionList(self)
        self.list.show_sections(sections)
        hint = QLabel(HINT, self)
        hint.setWordWrap(True)
        hint.setProperty("quiet", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setProperty("primary", True)
        self.save.setAutoDefault(False)
        self.list.itemChanged.connect(lambda _: self.save.setEnabled(bool(self.list.wanted())))
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save.click)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[SPACE * 3] * 4)
        column.setSpacing(SPACE)
        column.addWidget(hint)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.setStyleSheet(style.rules())
        self.resize(*_SIZE)
        self.list.setFocus()


def ask_sections(
    info: TemplateInfo, sections: Sequence[Section], parent: QWidget, chosen: Callable[[tuple[Section, ...]], object]
) -> SectionsDialog:
    """Ask which sections are wanted; the answer arrives in the callback where it is another one."""
    dialog = SectionsDialog(info, sections, parent)
    dialog.accepted.connect(lambda: chosen(dialog.list.wanted()) if dialog.list.changed else None)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
