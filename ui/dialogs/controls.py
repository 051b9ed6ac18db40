"""One control for each kind of setting; each holds a value, tells of changes, and is operated by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from briefing.storage.preferences import Kind, Preference
from ui import theme
from ui.theme import SPACE

_RING = 4  # pixels around a control, for the ring
_LEAST_HEIGHT = 28
Names = tuple[tuple[str, str], ...]  # id and name


class Control(QWidget):
    """A value, and the widgets that show it; the first of them takes the keyboard and is named as the setting is."""

    changed = Signal(object)

    def __init__(self, preference: Preference, parent: QWidget) -> None:
        super().__init__(parent)
        self.preference = preference
        self._put: Callable[[Any], object] = lambda _: None
        self._main: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_RING, _RING, _RING, _RING)
        self._row.setSpacing(SPACE)

    def _hold(self, put: Callable[[Any], object], main: QWidget, *others: QWidget) -> None:
        """Put the widgets in a row; ``put`` shows a value in them."""
        self._put, self._main = put, main
        main.setMinimumHeight(_LEAST_HEIGHT)
        main.installEventFilter(self)
        for each in (main, *others):
            self._row.addWidget(each)
        main.setAccessibleName(self.preference.title)
        main.setAccessibleDescription(self.preference.description)
        self.setFocusProxy(main)

    def show_value(self, value: Any) -> None:
        """Show a value; tells nobody."""
        with QSignalBlocker(self):
            self._put(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the ring with the keyboard's coming and going."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ring around boxes that have the keyboard; the style's own is too faint, fields and buttons have one."""
        if isinstance(self._main, (QComboBox, QSpinBox, QCheckBox)) and self._main.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.tokens().focus), 2.0))
            painter.drawRoundedRect(QRectF(self._main.geometry()).adjusted(-2, -2, 2, 2), 4, 4)
            painter.end()


class Choice(Control):
    """One of a few."""

    def __init__(self, preference: Preference, parent: QWidget, names: Names = ()) -> None:
        super().__init__(preference, parent)
        self.box = QComboBox(self)
        for identifier, name in names or tuple((each, each.capitalize()) for each in preference.choices):
            self.box.addItem(name, identifier)
        self.box.currentIndexChanged.connect(self._tell)
        self._hold(self._choose, self.box)
        self._row.addStretch(1)

    def _tell(self) -> None:
        kind = type(self.preference.default)
        self.changed.emit(kind(self.box.currentData()))

    def _choose(self, value: Any) -> None:
        """One that is not on offer, such as a template that is away, is added under its id."""
        if self.box.findData(str(value)) < 0:
            self.box.addItem(str(value).replace("-", " ").capitalize(), str(value))
        self.box.setCurrentIndex(self.box.findData(str(value)))


class Switch(Control):
    """Yes or no."""

    def __init__(self, preference: Preference, parent: QWidget) -> None:
        super().__init__(preference, parent)
        self.tick = QCheckBox(preference.title, self)
        self.tick.toggled.connect(self.changed.emit)
        self._hold(self.tick.setChecked, self.tick)


class Number(Control):
    """A whole number between bounds."""

    def __init__(self, preference: Preference, parent: QWidget) -> None:
        super().__init__(preference, parent)
        self.spin = QSpinBox(self)
        self.spin.setRange(preference.lowest, preference.highest)
        self.spin.setSingleStep(preference.step)
        self.spin.setSuffix(preference.unit)
        self.spin.setKeyboardTracking(False)
        self.spin.valueChanged.connect(self.changed.emit)
        self._hold(self.spin.setValue, self.spin)
        self._row.addStretch(1)


class Line(Control):
    """A few words, taken when the keyboard leaves them, or with Enter."""

    def __init__(self, preference: Preference, parent: QWidget) -> None:
        super().__init__(preference, parent)
        self.line = QLineEdit(self)
        self.line.editingFinished.connect(lambda: self.changed.emit(self.line.text().strip()))
        self._hold(self._fill, self.line)

    def _fill(self, text: str) -> None:
        if self.line.text().strip() != text:
            self.line.setText(text)


class Folder(Line):
    """A folder, typed or chosen."""

    def __init__(self, preference: Preference, parent: QWidget) -> None:
        super().__init__(preference, parent)
        self.line.setPlaceholderText("None chosen")
        self.choose = QPushButton("Choose…", self)
        self.choose.setAutoDefault(False)
        self.choose.setAccessibleName(f"Choose the folder: {preference.title}")
        self.choose.clicked.connect(self._ask)
        self._row.addWidget(self.choose)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.preference.title, self.line.text() or str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.changed.emit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class Several(Control):
    """A list that the program keeps: how long it is, and a button that empties it."""

    def __init__(self, preference: Preference, parent: QWidget) -> None:
        super().__init__(preference, parent)
        self.count = QLabel(self)
        self.clear = QPushButton("Clear", self)
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(lambda: self.changed.emit(()))
        self._row.addWidget(self.count)
        self._hold(self._tell_number, self.clear)
        self._row.addStretch(1)
        self.clear.setAccessibleName(f"Clear: {preference.title}")

    def _tell_number(self, value: tuple[str, ...]) -> None:
        self.count.setText(str(len(value) or "None"))
        self.clear.setEnabled(bool(value))


_CONTROLS: dict[Kind, Callable[[Preference, QWidget], Control]] = {
    Kind.CHOICE: Choice,
    Kind.SWITCH: Switch,
    Kind.NUMBER: Number,
    Kind.TEXT: Line,
    Kind.FOLDER: Folder,
    Kind.LIST: Several,
}


def control(preference: Preference, parent: QWidget, templates: Names = ()) -> Control:
    """The control of a setting; templates are chosen by name."""
    if preference.kind is Kind.TEMPLATE:
        return Choice(preference, parent, templates)
    return _CONTROLS[preference.kind](preference, parent)
