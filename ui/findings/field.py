"""One field of the finding editor: its name, its text, and what was extracted where that differs."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import icon
from ui.theme import SPACE


class OfferedLine(QLineEdit):
    """A line that offers names: while typing those that match, with ↓ or the arrow all of them."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = QStringListModel(self)
        self._all, self._matching = QCompleter(self.names, self), QCompleter(self.names, self)
        self._all.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._matching.setFilterMode(Qt.MatchFlag.MatchContains)
        for completer in (self._all, self._matching):
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.activated.connect(self.picked)
        self.setCompleter(self._matching)
        self._arrow = self.addAction(icon("down", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self._arrow.setToolTip("Everyone whom the articles name (↓)")
        self._arrow.triggered.connect(self.offer_all)
        theme.signals.changed.connect(self._recolour)
        self.textEdited.connect(lambda: self._use(self._matching))

    def _recolour(self) -> None:
        self._arrow.setIcon(icon("down", "muted"))

    def offer_all(self) -> None:
        """Open the list of all names."""
        self.setFocus()
        self._use(self._all)
        self._all.complete()

    def _use(self, completer: QCompleter) -> None:
        if self.completer() is not completer:
            self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↓ opens the list."""
        if event.key() == Qt.Key.Key_Down and self.names.rowCount():
            self.offer_all()
        else:
            super().keyPressEvent(event)


class Field(QWidget):
    """A labelled text with the extracted original beneath it, and a button that brings the original back."""

    entered = Signal()
    changed = Signal()
    picked = Signal(str)  # a known person, from the list

    def __init__(self, name: str, words: str, *, offers: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._original = ""
        self.line = OfferedLine(self) if offers else QLineEdit(self)
        self.reset = QToolButton(self)
        self._found = QLabel(self)
        self._beneath = QWidget(self)
        self._build(words)
        self._arrange(words)

    def _build(self, words: str) -> None:
        if isinstance(self.line, OfferedLine):
            self.line.picked.connect(self.picked)
        self.line.setAccessibleName(words)
        self.line.textChanged.connect(self._compare)
        self.line.returnPressed.connect(self.entered)
        self.reset.setText("Reset")
        self.reset.setAccessibleName(f"Reset {words.lower()}")
        self.reset.clicked.connect(lambda: self.line.setText(self._original))
        self._found.setProperty("quiet", True)
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        self._found.setWordWrap(True)

    def _arrange(self, words: str) -> None:
        label = QLabel(words, self)
        label.setBuddy(self.line)
        label.setFixedWidth(label.fontMetrics().horizontalAdvance("Organisation") + SPACE)
        label.setMinimumHeight(self.line.sizeHint().height())
        beneath, right, row = QHBoxLayout(self._beneath), QVBoxLayout(), QHBoxLayout(self)
        beneath.setContentsMargins(SPACE, 0, 0, 0)
        beneath.addWidget(self._found, 1)
        beneath.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        right.setSpacing(2)
        right.addWidget(self.line)
        right.addWidget(self._beneath)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)

    @property
    def text(self) -> str:
        """What the field says, without white space at its ends."""
        return self.line.text().strip()

    @property
    def original(self) -> str:
        """What was extracted."""
        return self._original

    def show_values(self, text: str, original: str) -> None:
        """Fill the field; tells nobody."""
        with QSignalBlocker(self):
            self._original = original
            self.line.setPlaceholderText("Your remark" if self.name == "note" else "not stated")
            if text != self.line.text():
                self.line.setText(text)
                self.line.setCursorPosition(0)
            self._compare()

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer names to choose from."""
        if isinstance(self.line, OfferedLine) and self.line.names.stringList() != list(names):
            self.line.names.setStringList(list(names))

    def _compare(self) -> None:
        self._beneath.setVisible(self.text != self._original)
        self._found.setText(f"As found: {self._original}" if self._original else "Nothing was found")
        self.changed.emit()
