"""What stands in the list's place when there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import SPACE


class EmptyList(QWidget):
    """One sentence, a hint, and the one thing to do about it."""

    show_all = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self._hint = QLabel(self), QLabel(self)
        self.button = QPushButton("Show all", self)
        self.button.clicked.connect(self.show_all)
        self.sentence.setProperty("loud", True)
        self._hint.setProperty("quiet", True)
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 4, SPACE * 2, SPACE * 4, SPACE * 2)
        column.setSpacing(SPACE)
        column.addStretch(2)
        for label in (self.sentence, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def explain(self, *, articles: bool, findings: bool) -> None:
        """Say why nothing is listed."""
        self.button.setVisible(findings)
        if findings:
            self.sentence.setText("No finding matches")
            self._hint.setText("The filters above leave nothing to show.")
        elif articles:
            self.sentence.setText("Nothing found yet")
            self._hint.setText("Select words in the article to add a figure or a quote yourself.")
        else:
            self.sentence.setText("Nothing found yet")
            self._hint.setText("Open or paste an article: its figures and quotes appear here.")
