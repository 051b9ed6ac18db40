"""The pages of the template that is looked at: made in the worker, laid out by LibreOffice where it is installed."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.word import libreoffice
from briefing.word.types import Pages, TemplateInfo
from ui.jobs import Jobs
from ui.templates.library import PATIENCE, told

if TYPE_CHECKING:
    from briefing.brief import Brief
    from briefing.word.sheet import Preview

PER_INCH = 144
_MOST_KEPT = 12
_PAUSE = 120  # milliseconds: who runs through the list with the arrows sees the one that they stop at


class TemplatePages(QObject):
    """One template at a time; what is under way for another one is ended. Pages are kept by the note's content."""

    text_ready = Signal(object)  # Preview
    pages_ready = Signal(object)  # Pages
    failed = Signal(str, bool)  # a sentence; whether there is at least the text

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._turn = 0
        self._kept: dict[str, Pages] = {}
        self._stop = threading.Event()
        self._thread: ThreadPoolExecutor | None = None
        self._wanted: tuple[Brief | None, TemplateInfo] | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._begin)

    @property
    def draws(self) -> bool:
        """Whether pages can be laid out here."""
        return bool(libreoffice.program())

    def show_template(self, brief: Brief | None, info: TemplateInfo | None) -> None:
        """Make the pages of a brief with a template, or of the sample note; None for a template ends what is under way."""
        self._turn += 1
        self._stop.set()
        self._wanted = (brief, info) if info else None
        if info:
            self._pause.start()
        else:
            self._pause.stop()

    def _begin(self) -> None:
        if self._wanted is None:
            return
        brief, info = self._wanted
        future = self._jobs.engine.within(PATIENCE, "briefing.word.preview:preview", brief, info.path)
        self._jobs.watch(future, partial(self._take_text, self._turn), partial(self._fail, self._turn, False))

    def _take_text(self, turn: int, preview: Preview) -> None:
        if turn != self._turn:
            return
        self.text_ready.emit(preview)
        if preview.digest in self._kept:
            self.pages_ready.emit(self._kept[preview.digest])
        elif self.draws:
            self._stop = threading.Event()
            if self._thread is None:
                self._thread = ThreadPoolExecutor(1, "template pages")
            future = self._thread.submit(libreoffice.to_pdf, preview.note, stop=self._stop)
            self._jobs.watch(future, partial(self._draw, turn, preview.digest), partial(self._fail, turn, True))

    def _draw(self, turn: int, digest: str, pdf: bytes) -> None:
        if turn == self._turn and pdf:
            future = self._jobs.engine.call("briefing.word.pages:pictures", pdf, PER_INCH)
            self._jobs.watch(future, partial(self._take_pages, turn, digest), partial(self._fail, turn, True))

    def _take_pages(self, turn: int, digest: str, pages: Pages) -> None:
        while len(self._kept) >= _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[digest] = pages
        if turn == self._turn:
            self.pages_ready.emit(pages)

    def _fail(self, turn: int, text: bool, error: BaseException) -> None:
        if turn == self._turn:
            self.failed.emit(" ".join(told(error)).strip(), text)

    def close(self) -> None:
        """End what is under way."""
        self.show_template(None, None)
        if self._thread is not None:
            self._thread.shutdown(wait=True)
            self._thread = None
