"""How far the review is: a thin bar and "12 of 31 reviewed"."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from briefing.brief import Brief
from ui.theme import SPACE


class ReviewProgress(QWidget):
    """Shows how many findings have been decided on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName("Review progress")
        self.words = QLabel(self)
        self.words.setProperty("quiet", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + 2, SPACE, SPACE + 2, SPACE // 2)
        row.setSpacing(SPACE)
        row.addWidget(self._bar, 1)
        row.addWidget(self.words)

    def show_brief(self, brief: Brief) -> None:
        """Count the decisions of a brief."""
        total, done = len(brief.findings), len(brief.decisions)
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self.words.setText(f"{done} of {total} reviewed")
        self.setVisible(total > 0)
