"""A row of joined buttons of which exactly one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget


class Segments(QWidget):
    """Choices side by side; ←/→ move between them."""

    chosen = Signal(str)

    def __init__(self, choices: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._names = choices
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, words in choices.items():
            row.addWidget(self._button(key, words))
        self.choose(next(iter(choices)))

    def _button(self, key: str, words: str) -> QToolButton:
        button = self._buttons[key] = QToolButton(self)
        button.setText(words)
        button.setCheckable(True)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        return button

    def buttons(self) -> tuple[QToolButton, ...]:
        """The choices from left to right."""
        return tuple(self._buttons.values())

    def count(self, key: str, number: int) -> None:
        """Show a number behind a choice's words."""
        self._buttons[key].setText(f"{self._names[key]} {number}")
        self._buttons[key].setAccessibleName(f"{self._names[key]}, {number}")

    def choose(self, key: str) -> None:
        """Show which choice is in force; tells nobody."""
        for known, button in self._buttons.items():
            button.setChecked(known == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbour to the left or right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        now = next(n for n, key in enumerate(keys) if self._buttons[key].isChecked())
        button = self._buttons[keys[max(0, min(len(keys) - 1, now + step))]]
        button.setFocus()
        button.click()
