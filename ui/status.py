"""The status bar: what is decided, how far the analysis is, what is saved, how large the text is."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QToolButton, QWidget

from ui import icons, theme

if TYPE_CHECKING:
    from briefing.brief import Brief
    from ui.session import Session

_ROOMY = 1000  # pixels from which there is room for a whole sentence about the pages


class StatusBar(QStatusBar):
    """Counts at the left, progress in the middle, saving and zoom at the right."""

    cancelled = Signal()
    zoom_stepped = Signal(int)  # -1, 0 (back to 100 %) or +1
    preview_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._saved_at = ""
        self._length = ("", False, "")  # of the note, in words; whether that is too long; what can be done
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.SPACE, 0, 0, 0)
        self.counts = QLabel(self)
        self.counts.setAccessibleName("Decisions so far")
        self.saved = QLabel(self)
        self.saved.setAccessibleName("Whether the note is saved")
        self._progress, self._busy = self._make_progress(), False
        self._zoom = self._make_zoom()
        self.pages = self._make_pages()
        self.addWidget(self.counts)
        self.addWidget(self._progress)
        for each in (self.saved, self._zoom, self.pages):
            self.addPermanentWidget(each)
        self.messageChanged.connect(self._share_room)
        theme.signals.changed.connect(self._draw_icons)
        self._draw_icons()

    def follow(self, session: Session) -> None:
        """Tell of a session's state from now on."""
        self._session = session
        session.brief_changed.connect(self._count)
        session.saved_changed.connect(self._show_saved)
        self._count()
        self._show_saved()

    def _make_progress(self) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.SPACE * 2, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        self.progress_text = QLabel(box)
        self.progress = QProgressBar(box, textVisible=False)
        self.progress.setFixedSize(120, 8)
        self.progress.setAccessibleName("Progress of the analysis")
        self.cancel = QPushButton("Cancel", box, flat=True)
        self.cancel.setAccessibleName("Cancel the analysis")
        self.cancel.clicked.connect(self.cancelled)
        for each in (self.progress_text, self.progress, self.cancel):
            row.addWidget(each)
        box.hide()
        return box

    def _make_zoom(self) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        row.setSpacing(2)
        self.smaller, self.zoom, self.larger = QToolButton(box), QToolButton(box), QToolButton(box)
        for button, step, tip in (
            (self.smaller, -1, "Smaller text (Ctrl+−)"),
            (self.zoom, 0, "Text back to 100 % (Ctrl+0)"),
            (self.larger, 1, "Larger text (Ctrl++)"),
        ):
            button.setAutoRaise(True)
            button.setToolTip(tip)
            button.setAccessibleName(tip.partition(" (")[0])
            button.clicked.connect(lambda _=False, by=step: self.zoom_stepped.emit(by))
            row.addWidget(button)
        return box

    def _make_pages(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("pagemeter")
        button.setAutoRaise(True)
        button.setAccessibleName("Length of the note")
        button.clicked.connect(self.preview_asked)
        button.hide()
        return button

    def show_pages(self, words: str, *, over: bool = False, tip: str = "") -> None:
        """Say how long the note is, "" where there is none; ``over`` warns that it is longer than it should be."""
        self._length = (words, over, tip)
        short = words.partition(" — ")[0]
        shown = words if self.width() >= _ROOMY else f"{short} (too long)" if over else short
        if (shown, tip) == (self.pages.text(), self.pages.toolTip()):
            return
        self.pages.setText(shown)
        self.pages.setAccessibleDescription(words)
        self.pages.setToolTip(tip)
        self.pages.setStyleSheet(f"QToolButton {{ color: {theme.tokens().check}; font-weight: 600; }}" if over else "")
        self.pages.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more about the pages where there is room."""
        super().resizeEvent(event)
        words, over, tip = self._length
        self.show_pages(words, over=over, tip=tip)

    def _draw_icons(self) -> None:
        self.smaller.setIcon(icons.icon("zoom-out"))
        self.larger.setIcon(icons.icon("zoom-in"))

    def show_zoom(self, per_cent: int) -> None:
        """Say how large the article's text is."""
        self.zoom.setText(f"{per_cent} %")

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say how far a piece of work is; ``total`` 0 when nobody knows."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress_text.setText(f"{text} {done}/{total}" if total else text)
        self._busy = True
        self._share_room(self.currentMessage())

    def end_progress(self) -> None:
        """Nothing is under way any more."""
        self._busy = False
        self._share_room(self.currentMessage())

    def _share_room(self, message: str) -> None:
        """A message takes the left part of the bar; Qt would show the progress over it."""
        self._progress.setVisible(self._busy and not message)

    def _count(self, _origin: str = "") -> None:
        self.counts.setText(in_words(self._session.brief) if self._session else "")

    def note_saved(self) -> None:
        """Remember when the note was saved."""
        self._saved_at = time.strftime("%H:%M")
        self._show_saved()

    def _show_saved(self) -> None:
        if not self._session or not self._session.brief.sources:
            self.saved.setText("")
        elif self._session.unsaved or self._session.path is None:
            self.saved.setText("Not saved yet")
        else:
            self.saved.setText(f"Saved {self._saved_at}".strip())


def in_words(brief: Brief) -> str:
    """The decisions counted: 12 kept · 4 dropped · 15 to review."""
    if not brief.findings:
        return ""
    counts = Counter[str](brief.decisions.values())
    kept, dropped = counts["kept"], counts["dropped"]  # by their values: nothing of briefing is loaded before the first painting
    return f"{kept} kept · {dropped} dropped · {len(brief.findings) - kept - dropped} to review"
