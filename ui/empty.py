"""What the window shows before there is an article: where to drop one, how to get one, what was open last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons, theme

_MOST_RECENT = 5
_WIDTH = 520


class EmptyState(QWidget):
    """A drop area with the ways to begin."""

    asked = Signal(str)  # an action's id: open, paste, sample
    recent_asked = Signal(str)  # a path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Begin")
        self._picture = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._dropping = False
        self._area = QFrame(self)
        self._area.setFixedWidth(_WIDTH)
        rows = QVBoxLayout(self._area)
        rows.setContentsMargins(*[theme.SPACE * 4] * 4)
        rows.setSpacing(theme.SPACE * 2)
        rows.addWidget(self._picture)
        rows.addWidget(self._line("Drop an article here", 1.5, bold=True))
        rows.addWidget(self._line("Text, a saved web page, a Word file or a PDF — or a brief you saved earlier", 1.0))
        rows.addLayout(self._make_buttons())
        rows.addWidget(self._sample(), 0, Qt.AlignmentFlag.AlignCenter)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(self._area, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addSpacing(theme.SPACE * 2)
        around.addLayout(self._recent)
        around.addStretch(3)
        theme.signals.changed.connect(self._colour)
        self._colour()

    def _line(self, text: str, size: float, *, bold: bool = False) -> QLabel:
        label = QLabel(text, self._area, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * size)
        font.setBold(bold)
        label.setFont(font)
        return label

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addStretch()
        self.open = QPushButton("Open…", self._area)
        self.open.setProperty("primary", True)
        self.paste = QPushButton("Paste text", self._area)
        for button, asked, tip in ((self.open, "open", "Ctrl+O"), (self.paste, "paste", "Ctrl+V")):
            button.setToolTip(f"{button.text()} ({tip})")
            button.setMinimumWidth(120)
            button.clicked.connect(lambda _=False, name=asked: self.asked.emit(name))
            row.addWidget(button)
        row.addStretch()
        return row

    def _sample(self) -> QPushButton:
        self.sample = QPushButton("Try the sample article", self._area, flat=True)
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
            button.setMaximumWidth(_WIDTH)
            button.clicked.connect(lambda _=False, name=path: self.recent_asked.emit(name))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _colour(self) -> None:
        self._picture.setPixmap(icons.pixmap("article", "accent", 56, self.devicePixelRatioF()))
        self.update()

    def set_dropping(self, dropping: bool) -> None:
        """Show that what is being dragged may be dropped here."""
        self._dropping = dropping
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the drop area: a dashed frame."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if self._dropping else colours.border), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.accent_tint if self._dropping else colours.surface))
        painter.drawRoundedRect(QRectF(self._area.geometry()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()


def _folder(path: str) -> str:
    home, folder = str(Path.home()), str(Path(path).parent)
    return "~" + folder[len(home) :] if folder.startswith(home) else folder
