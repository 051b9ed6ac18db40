"""Finding words in the article: a field with the number of matches, Enter for the next one."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QTextEdit, QWidget

from briefing.model import Span
from ui import icons, theme
from ui.reader.view import Reader

_WIDTH = 250
_MOST_SHOWN = 500


class FindField(QLineEdit):
    """Shows every match in the reader and steps through them."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._found: list[Span] = []
        self._at = -1
        self.setPlaceholderText("Find in article")
        self.setAccessibleName("Find in article")
        self.setToolTip("Find words in the article (Ctrl+F); Enter for the next, Shift+Enter for the one before")
        self.setClearButtonEnabled(True)
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

    def begin(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def refresh(self) -> None:
        """Look again: another article is on show."""
        self._look(self.text())

    def matches(self) -> list[Span]:
        """Where the words stand in the article."""
        return list(self._found)

    def _look(self, words: str) -> None:
        article = self._reader.article
        pattern = re.compile(re.escape(" ".join(words.split())).replace(r"\ ", r"\s+"), re.IGNORECASE)
        self._found = []
        if article is not None and words.strip():
            self._found = [Span(*match.span()) for match in pattern.finditer(article.text)]
        self._at = -1
        if self._found:
            self._step(1)
        else:
            self._show()

    def _step(self, by: int) -> None:
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._reader.scroll_to(self._found[self._at])
        self._show()

    def _show(self) -> None:
        self._reader.set_matches([self._selection(n, span) for n, span in enumerate(self._found[:_MOST_SHOWN])])
        self.count.setText("" if not self.text().strip() else f"{self._at + 1}/{len(self._found)}" if self._found else "none")

    def _selection(self, n: int, span: Span) -> QTextEdit.ExtraSelection:
        colours, offsets = theme.tokens(), self._reader.offsets
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(self._reader.document())
        selection.cursor.setPosition(offsets.to_document(span.start))
        selection.cursor.setPosition(offsets.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
        selection.format = QTextCharFormat()
        selection.format.setBackground(QColor(colours.accent if n == self._at else colours.selection))
        selection.format.setForeground(QColor(colours.accent_text if n == self._at else colours.selection_text))
        return selection

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps, Escape leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._reader.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
