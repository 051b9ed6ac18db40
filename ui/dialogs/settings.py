"""The settings that a person may change, drawn from one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from briefing.storage import Settings, Theme
from ui import theme


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: its field in ``Settings`` and its words."""

    field: str
    label: str
    unit: str = ""
    lowest: int = 0
    highest: int = 0


ROWS = (
    Row("theme", "Theme"),
    Row("text_zoom", "Size of the article’s text", " %", 50, 300),
    Row("sender", "“From” of new notes"),
    Row("autosave_seconds", "Keep unsaved work every", " seconds", 1, 600),
    Row("open_after_export", "Open the note after exporting"),
)


class SettingsDialog(QDialog):
    """A form with one row a setting."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumWidth(440)
        self._fields: dict[str, QWidget] = {}
        form = QFormLayout(self)
        form.setContentsMargins(*[theme.SPACE * 3] * 4)
        form.setSpacing(theme.SPACE)
        for row in ROWS:
            field = self._field(row, getattr(settings, row.field))
            field.setAccessibleName(row.label)
            self._fields[row.field] = field
            form.addRow("" if isinstance(field, QCheckBox) else row.label, field)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        form.addRow(buttons)

    def _field(self, row: Row, value: object) -> QWidget:
        if isinstance(value, Theme):
            box = QComboBox(self)
            for each in Theme:
                box.addItem(each.value.capitalize(), each)
            box.setCurrentIndex(list(Theme).index(value))
            return box
        if isinstance(value, bool):
            tick = QCheckBox(row.label, self)
            tick.setChecked(value)
            return tick
        if isinstance(value, int):
            number = QSpinBox(self, minimum=row.lowest, maximum=row.highest, suffix=row.unit)
            number.setValue(value)
            return number
        return QLineEdit(str(value), self)

    def values(self) -> Mapping[str, Any]:
        """The settings as they stand in the form."""
        return {name: _value(field) for name, field in self._fields.items()}


def _value(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return Theme(field.currentData())
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QSpinBox):
        return field.value()
    return field.text() if isinstance(field, QLineEdit) else None
