"""One field of the finding editor: its name, its text, and what was extracted where that differs."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.theme import SPACE


class Field(QWidget):
    """A labelled text with the extracted original beneath it, and a button that brings the original back."""

    entered = Signal()
    changed = Signal()
    picked = Signal(str)  # a known person, from the list

    def __init__(self, name: str, words: str, *, offers: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._original = ""
        self.box = QComboBox(self) if offers else None
        self.line = QLineEdit(self)
        self.reset = QToolButton(self)
        self._found = QLabel(self)
        self._build(words)

    def _build(self, words: str) -> None:
        if self.box is not None:
            self.box.setEditable(True)
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.box.setLineEdit(self.line)
            self.box.setAccessibleName(words)
            self.box.textActivated.connect(self.picked)
        self.line.setAccessibleName(words)
        self.line.textChanged.connect(self._compare)
        self.line.returnPressed.connect(self.entered)
        self.reset.setText("Reset")
        self.reset.setAccessibleName(f"Reset {words.lower()}")
        self.reset.clicked.connect(lambda: self.line.setText(self._original))
        self._found.setProperty("quiet", True)
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        self._found.setWordWrap(True)
        label = QLabel(words, self)
        label.setBuddy(self.line)
        label.setFixedWidth(label.fontMetrics().horizontalAdvance("Organisation") + SPACE)
        self._arrange(label)

    def _arrange(self, label: QLabel) -> None:
        self._beneath = QWidget(self)
        beneath = QHBoxLayout(self._beneath)
        beneath.setContentsMargins(SPACE, 0, 0, 0)
        beneath.addWidget(self._found, 1)
        beneath.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop)
        right, row = QVBoxLayout(), QHBoxLayout(self)
        right.setSpacing(2)
        right.addWidget(self.box or self.line)
        right.addWidget(self._beneath)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        label.setMinimumHeight((self.box or self.line).sizeHint().height())
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
            self.line.setText(text)
            self.line.setCursorPosition(0)
            self._compare()

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer names to choose from; the text stays."""
        if self.box is not None:
            text = self.line.text()
            with QSignalBlocker(self.box), QSignalBlocker(self.line):
                self.box.clear()
                self.box.addItems(list(names))
                self.line.setText(text)

    def _compare(self) -> None:
        differs = self.text != self._original
        self._beneath.setVisible(differs)
        self._found.setText(f"As found: {self._original}" if self._original else "Nothing was found")
        self.changed.emit()
