"""Finding words in the article: a field with the number of matches, Enter for the next one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from ui import icons, theme

if TYPE_CHECKING:
    from ui.reader.view import Reader

_WIDTH = 250
_MOST_SHOWN = 500


class FindField(QLineEdit):
    """Shows every match in the reader and steps through them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader: Reader | None = None
        self._found: list[tuple[int, int]] = []  # code points
        self._at = -1
        self.setPlaceholderText("Find in article")
        self.setAccessibleName("Find in article")
        self.setToolTip("Find words in the article (Ctrl+F); Enter for the next, Shift+Enter for the one before")
        self.setMinimumWidth(120)
        self.setMaximumWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.count = QLabel(self)
        self.count.setAccessibleName("Matches")
        self.textChanged.connect(self._look)
        theme.signals.changed.connect(self._draw)
        self._draw()

    def sizeHint(self) -> QSize:
        """As wide as the design has it."""
        return QSize(_WIDTH, super().sizeHint().height())

    def _draw(self) -> None:
        self._glass.setIcon(icons.icon("find", "muted"))

    def search_in(self, reader: Reader) -> None:
        """Search what a reader shows."""
        self._reader = reader
        self.setClearButtonEnabled(True)  # it takes 3 ms, which the first painting need not wait for
        self.refresh()

    def begin(self) -> None:
        """Take the keyboard."""
        self.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def refresh(self) -> None:
        """Look again: another article is on show."""
        self._look(self.text())

    def matches(self) -> list[tuple[int, int]]:
        """Where the words stand in the article, in code points."""
        return list(self._found)

    def _look(self, words: str) -> None:
        article = self._reader.article if self._reader else None
        pattern = re.compile(re.escape(" ".join(words.split())).replace(r"\ ", r"\s+"), re.IGNORECASE)
        self._found = []
        if article is not None and words.strip():
            self._found = [match.span() for match in pattern.finditer(article.text)]
        self._at = -1
        if self._found:
            self._step(1)
        else:
            self._show()

    def _step(self, by: int) -> None:
        if self._found and self._reader:
            self._at = (self._at + by) % len(self._found)
            self._reader.scroll_to(*self._found[self._at])
        self._show()

    def _show(self) -> None:
        if self._reader:
            self._reader.show_matches(self._found[:_MOST_SHOWN], self._at)
        self.count.setText("" if not self.text().strip() else f"{self._at + 1}/{len(self._found)}" if self._found else "none")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps, Escape leaves."""
        if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}:
            self._step(-1 if event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == QtCore.Qt.Key.Key_Escape:
            self.clear()
            if self._reader:
                self._reader.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
