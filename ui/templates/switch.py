"""A choice of two or three words side by side, one of them in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget


class Switch(QFrame):
    """Tells which of its words was chosen."""

    chosen = Signal(str)

    def __init__(self, name: str, words: Mapping[str, tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("switch", True)
        self.setAccessibleName(name)
        self.buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, (text, tip) in words.items():
            button = QToolButton(self)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}: {text}")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[key] = button

    def show_choice(self, key: str) -> None:
        """Show another word as the one in force; tells nobody."""
        self.buttons[key].setChecked(True)

    def choice(self) -> str:
        """The word in force."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def minimumSizeHint(self) -> QSize:
        """Words are not cut off."""
        return self.sizeHint()
