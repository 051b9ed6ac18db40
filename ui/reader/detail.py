"""One thing known of an article: its name, its text, where it came from, and the way back to what the file said."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.theme import SPACE


class _Line(QLineEdit):
    """A line whose Ctrl+Z takes back typing, and once that is all taken back, or was entered, the window's last step."""

    def event(self, event: QEvent) -> bool:
        """Leave to the window what cannot be taken back here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            empty = (event.matches(standard.Undo) and not self.isUndoAvailable()) or (
                event.matches(standard.Redo) and not self.isRedoAvailable()
            )
            if empty:
                event.ignore()
                return False
        return super().event(event)


class Detail(QWidget):
    """A labelled line; beneath it, in muted words, where its text comes from, or why what was typed is not taken."""

    entered = Signal(str, str)  # the field's name and its new text
    reset_asked = Signal(str)

    def __init__(self, name: str, words: str, example: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._shown = ""
        self.line = _Line(self, placeholderText=example)
        self.line.setAccessibleName(words)
        self.line.editingFinished.connect(self.commit)
        self.place = QLabel(self)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setWordWrap(True)
        self.reset = QToolButton(self)
        self.reset.setText("Reset")
        self.reset.setProperty("link", True)
        self.reset.setAccessibleName(f"Reset {words.lower()}")
        self.reset.clicked.connect(lambda: self.reset_asked.emit(self.name))
        self._arrange(QLabel(words, self))
        theme.signals.changed.connect(self._colour)
        self._wrong = ""
        self._colour()

    def _arrange(self, label: QLabel) -> None:
        label.setBuddy(self.line)
        beneath, rows = QHBoxLayout(), QVBoxLayout(self)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.addWidget(self.place, 1)
        beneath.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE // 4)
        for each in (label, self.line):
            rows.addWidget(each)
        rows.addLayout(beneath)
        rows.addStretch(1)

    def _colour(self) -> None:
        colours = theme.tokens()
        self.place.setStyleSheet(f"color: {colours.problem if self._wrong else colours.muted};")

    def offer(self, names: list[str]) -> None:
        """Complete what is typed from a list of names."""
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)

    def show_value(self, text: str, place: str, original: str | None) -> None:
        """Show what is known and from where; ``original`` is what the file said where that is something else."""
        with QSignalBlocker(self.line):
            if not (self._wrong and self._shown == text):
                self.line.setText(text)
                self.line.setCursorPosition(0)
        self._shown = text
        self.place.setText(place)
        self.line.setAccessibleDescription(place)
        self._wrong = ""
        self.reset.setVisible(original is not None)
        self.reset.setToolTip(f"Back to “{original}”" if original else "Back to nothing, as the file has it")
        self._colour()

    def refuse(self, sentence: str) -> None:
        """Say why what was typed is not taken; it stays to be mended."""
        self._wrong = sentence
        self.place.setText(sentence)
        self.line.setAccessibleDescription(sentence)
        self._colour()

    def commit(self) -> None:
        """Hand on what was typed, if it is something else than what is known."""
        typed = self.line.text().strip()
        if typed != self._shown:
            self.entered.emit(self.name, typed)
