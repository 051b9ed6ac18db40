"""The settings, drawn wholly from their schema; each change is in force at once and can be set back."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.storage.preferences import Kind, Preference, preferences
from ui.dialogs.controls import Control, Names, control
from ui.remembered import Remembered
from ui.theme import SPACE

_WIDTH, _HEIGHT = 640, 620


class SettingsDialog(QDialog):
    """A form with one row a setting, group by group."""

    def __init__(self, remembered: Remembered, templates: Names = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._remembered = remembered
        self.controls: dict[str, Control] = {}
        self.resets: dict[str, QToolButton] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(*[SPACE * 3] * 4)
        self._grid.setHorizontalSpacing(SPACE * 2)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        for group, rows in groupby(preferences(), key=lambda each: each.group):
            self._add_heading(group)
            for row in rows:
                self._add(row, templates)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.reset_all = QPushButton("Reset all to defaults", self)
        self.reset_all.clicked.connect(self._reset_all)
        self._arrange()
        remembered.changed.connect(self._show)
        self._show()
        self.resize(_WIDTH, _HEIGHT)
        next(iter(self.controls.values())).setFocus()

    def _arrange(self) -> None:
        form = QWidget(self)
        form.setLayout(self._grid)
        area = QScrollArea(self)
        area.setWidget(form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setIcon(QIcon())
            button.setProperty("autoDefault", False)  # Enter belongs to the field that is typed in
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, SPACE * 2)
        rows.addWidget(area, 1)
        buttons.setContentsMargins(SPACE * 3, 0, SPACE * 3, 0)
        rows.addWidget(buttons)

    def _add_heading(self, group: str) -> None:
        row = self._grid.rowCount()
        heading = QLabel(group, self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        if row > 1:
            self._grid.setRowMinimumHeight(row, SPACE * 2)
            row += 1
        self._grid.addWidget(heading, row, 0, 1, 3)
        self._grid.setRowMinimumHeight(row + 1, SPACE // 2)

    def _add(self, preference: Preference, templates: Names) -> None:
        """A row: name and control with the way back to the default beside it, and beneath it what it is for."""
        row = self._grid.rowCount()
        made = self.controls[preference.field] = control(preference, self, templates)
        made.changed.connect(partial(self._take, preference.field))
        if preference.kind is not Kind.SWITCH:
            label = QLabel(preference.title, self)
            label.setBuddy(made)
            self._grid.addWidget(label, row, 0)
        self._grid.addWidget(made, row, 1)
        self._grid.addWidget(self._reset_button(preference), row, 2)
        words = QLabel(preference.description, self)
        words.setWordWrap(True)
        words.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # the muted colour, in every theme
        words.setContentsMargins(SPACE // 2, 0, 0, 0)
        self._grid.addWidget(words, row + 1, 1, 1, 2)
        self._grid.setRowMinimumHeight(row + 2, SPACE)

    def _reset_button(self, preference: Preference) -> QToolButton:
        button = self.resets[preference.field] = QToolButton(self)
        button.setText("Reset")
        button.setProperty("link", True)
        button.setAccessibleName(f"Reset: {preference.title}")
        button.setToolTip("Back to the default")
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.clicked.connect(lambda: self._take(preference.field, preference.default))
        return button

    def _take(self, name: str, value: Any) -> None:
        if value != getattr(self._remembered.settings, name):
            self._remembered.change(**{name: value})

    def _show(self) -> None:
        for preference in preferences():
            value = getattr(self._remembered.settings, preference.field)
            self.controls[preference.field].show_value(value)
            self.resets[preference.field].setVisible(value != preference.default and preference.kind is not Kind.LIST)

    def _reset_all(self) -> None:
        """Set everything back but the lists that the program keeps."""
        self._remembered.change(**{each.field: each.default for each in preferences() if each.kind is not Kind.LIST})
