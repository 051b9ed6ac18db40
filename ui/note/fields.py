"""Quiet editors in the note: text that can be typed where it stands; undo and redo stay the window's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_WINDOWS_OWN = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_LEAST_LINES = 2


def _is_windows_own(event: QEvent) -> bool:
    """Whether a key press is one that the window undoes or redoes with."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _WINDOWS_OWN)
    )


class LineField(QLineEdit):
    """One line of the note's header."""

    typed = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.textEdited.connect(self.typed)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if _is_windows_own(event):
            event.ignore()
            return False
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Show a text; tells nobody, and leaves the cursor alone where nothing changes."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)


class TextField(QPlainTextEdit):
    """Paragraphs of the analyst's own; as high as they need."""

    typed = Signal(str)

    def __init__(self, words: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(7)
        self.textChanged.connect(self._tell)
        self._fit()

    def _tell(self) -> None:
        self._fit()
        self.typed.emit(self.toPlainText())

    def _fit(self) -> None:
        """Be as high as the text, two lines at least."""
        lines = max(_LEAST_LINES, round(self.document().size().height()))
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin() + 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths make other lines."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if _is_windows_own(event):
            event.ignore()
            return False
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Show a text; tells nobody, and leaves the cursor alone where nothing changes."""
        if text != self.toPlainText():
            with QSignalBlocker(self):
                self.setPlainText(text)
            self._fit()
