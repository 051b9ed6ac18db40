"""What the window shows before there is an article: where to drop one, how to get one, what was open last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme

_MOST_RECENT = 5
_WIDTH = 520


class EmptyState(QWidget):
    """A drop area with the ways to begin."""

    asked = Signal(str)  # an action's id: open, paste, address, sample
    recent_asked = Signal(str)  # a path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Begin")
        self._picture = QLabel(self)
        self._area = QFrame(self)
        self._area.setObjectName("drop")
        self._area.setFixedWidth(_WIDTH)
        rows = QVBoxLayout(self._area)
        rows.setContentsMargins(*[theme.SPACE * 4] * 4)
        rows.setSpacing(theme.SPACE * 2)
        rows.addLayout(_centred(self._picture))
        rows.addLayout(_centred(self._line("Drop an article here", 1.5, bold=True)))
        rows.addLayout(_centred(self._line("Text, a saved web page, a Word file or a PDF — or a brief you saved earlier", 1.0)))
        rows.addLayout(_centred(*self._make_buttons()))
        rows.addLayout(_centred(self._sample()))
        recent = QWidget(self)
        recent.setMaximumWidth(_WIDTH)
        self._recent = QVBoxLayout(recent)
        self._recent.setSpacing(2)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addLayout(_centred(self._area))
        around.addSpacing(theme.SPACE * 2)
        around.addLayout(_centred(recent))
        around.addStretch(3)
        theme.signals.changed.connect(self._colour)
        self._colour()

    def _line(self, text: str, size: float, *, bold: bool = False) -> QLabel:
        label = QLabel(text, self._area)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * size)
        font.setBold(bold)
        label.setFont(font)
        return label

    def _make_buttons(self) -> tuple[QWidget, ...]:
        self.open = QPushButton("Open…", self._area)
        self.open.setProperty("primary", True)
        self.paste = QPushButton("Paste text", self._area)
        self.address = QPushButton("Web address…", self._area)
        ways = ((self.open, "open", "Ctrl+O"), (self.paste, "paste", "Ctrl+V"), (self.address, "address", "Ctrl+Shift+O"))
        for button, asked, tip in ways:
            button.setToolTip(f"{button.text()} ({tip})")
            button.setMinimumWidth(120)
            button.clicked.connect(lambda _=False, name=asked: self.asked.emit(name))
        return self.open, self.paste, self.address

    def _sample(self) -> QPushButton:
        self.sample = QPushButton("Try the sample article", self._area, flat=True)
        self.sample.setProperty("link", True)
        self.sample.clicked.connect(lambda: self.asked.emit("sample"))
        return self.sample

    def show_recent(self, paths: Sequence[str]) -> None:
        """List up to five files that were open last."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.deleteLater()
        for path in paths[:_MOST_RECENT]:
            button = QPushButton(icons.icon("recent", "muted"), f"{Path(path).name}  —  {_folder(path)}", self, flat=True)
            button.setToolTip(path)
            button.setAccessibleName(f"Open {Path(path).name} again")
            button.clicked.connect(lambda _=False, name=path: self.recent_asked.emit(name))
            self._recent.addWidget(button)

    def _colour(self) -> None:
        self._picture.setPixmap(icons.pixmap("article", "accent", 56, self.devicePixelRatioF()))

    def set_dropping(self, dropping: bool) -> None:
        """Show that what is being dragged may be dropped here."""
        self._area.setProperty("dropping", dropping)
        self._area.style().unpolish(self._area)  # so that the style looks at the property again
        self._area.style().polish(self._area)


def _centred(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side in the middle of a row."""
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE)
    row.addStretch()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row


def _folder(path: str) -> str:
    home, folder = str(Path.home()), str(Path(path).parent)
    return "~" + folder[len(home) :] if folder.startswith(home) else folder
