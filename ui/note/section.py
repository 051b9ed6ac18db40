"""A part of the note with a heading that folds it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.theme import SPACE


class Section(QWidget):
    """A heading, how many items stand under it, and what stands under it."""

    folded = Signal(bool)

    def __init__(self, title: str, body: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.body = body
        self.heading = QToolButton(self)
        self._hint = QLabel(hint, self)
        self._count = -1
        self.heading.setText(title)
        self.heading.setCheckable(True)
        self.heading.setChecked(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setProperty("heading", True)
        self.heading.toggled.connect(self._unfold)
        self._hint.setWordWrap(True)
        self._hint.setProperty("quiet", True)
        self._hint.setContentsMargins(SPACE, 0, 0, 0)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.heading)
        head.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(body)
        self._unfold(True)

    def count(self, number: int) -> None:
        """Show how many items there are; the hint stands in the place of none."""
        self._count = number
        self.heading.setText(f"{self._title}  {number}" if number else self._title)
        self._unfold(self.heading.isChecked())

    def fold(self, away: bool) -> None:
        """Fold the part away, or show it again."""
        self.heading.setChecked(not away)

    def _unfold(self, shown: bool) -> None:
        self.heading.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.heading.setAccessibleName(f"{self._title}, {'shown' if shown else 'folded away'}")
        self.body.setVisible(shown and self._count != 0)
        self._hint.setVisible(shown and self._count == 0 and bool(self._hint.text()))
        self.folded.emit(not shown)
