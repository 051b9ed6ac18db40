"""The note as it would be printed now, worked out in pauses: what it says, how many pages it has, how they look.

A pause is needed, for nothing is drawn while somebody types; whatever is under way when the brief changes is ended.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.word import libreoffice
from briefing.word.types import Pages
from ui.jobs import Jobs, in_words
from ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from briefing.brief import Brief
    from briefing.word.sheet import Preview
    from ui.exporting import Exporter

WAIT = 2500  # milliseconds without a change before pages are counted
WAIT_SHOWN = 700  # the same while somebody looks at them
PER_INCH = 144  # pixels of the pictures: half as many again as a screen has


class Pager(QObject):
    """Keeps the last look at the note; ``changed`` tells of another one, of work that begins or ends, or of a problem."""

    changed = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, exporter: Exporter, busy: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._exporter, self._busy = session, jobs, exporter, busy
        self.preview: Preview | None = None
        self.pages: Pages | None = None
        self.problem = ""
        self.working = False
        self._shown = False  # whether somebody looks at the pages
        self._turn = 0  # what is under way belongs to this turn; answers to earlier ones are not wanted any more
        self._digest = ""  # of the note that the pages are of
        self._pdf = b""
        self._stop = threading.Event()
        self._thread: ThreadPoolExecutor | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._begin)
        session.brief_changed.connect(self._follow)
        exporter.templates_changed.connect(self._follow)

    @property
    def counts(self) -> bool:
        """Whether pages can be counted here."""
        return bool(libreoffice.program())

    def show_pages(self, shown: bool) -> None:
        """Somebody looks at the note now, or no longer."""
        self._shown = shown
        if shown:
            self._begin()

    def close(self) -> None:
        """End what is under way."""
        self._pause.stop()
        self._turn += 1
        self._stop.set()
        if self._thread is not None:
            self._thread.shutdown(wait=True)
            self._thread = None

    def _follow(self, _origin: str = "") -> None:
        """Wait for the next pause; what was begun for the brief before is ended."""
        self._turn += 1
        self._stop.set()
        if self.working:
            self._tell(working=False)
        if self._shown or self.counts:
            self._pause.start(WAIT_SHOWN if self._shown else WAIT)

    def _begin(self) -> None:
        brief = self._session.brief
        self._pause.stop()
        if not brief.sources:
            self.preview, self.pages, self._digest, self._pdf = None, None, "", b""
            self._tell(working=False)
        elif self._busy():
            self._pause.start(WAIT)
        else:
            self._turn += 1
            self._tell(working=True)
            self._ask(brief)

    def _ask(self, brief: Brief) -> None:
        future = self._jobs.engine.call("briefing.word.preview:preview", brief, self._exporter.template_path())
        self._jobs.watch(future, partial(self._take_note, self._turn), partial(self._fail, self._turn))

    def _take_note(self, turn: int, preview: Preview) -> None:
        """The note as it would be written; its pages are laid out where it is another one."""
        if turn != self._turn:
            return
        self.preview = preview
        if not self.counts:
            self._tell(working=False)
        elif preview.digest == self._digest:
            self._draw(turn, self._pdf)
        else:
            self._stop = threading.Event()
            future = self._own_thread().submit(libreoffice.to_pdf, preview.note, stop=self._stop)
            self._jobs.watch(future, partial(self._draw, turn), partial(self._fail, turn))
            self._tell(working=True)

    def _draw(self, turn: int, pdf: bytes) -> None:
        if turn != self._turn or not pdf or self.preview is None:
            return
        drawn = self.pages is not None and self._digest == self.preview.digest
        self._digest, self._pdf = self.preview.digest, pdf
        if drawn and self.pages and (self.pages.pictures or not self._shown):
            self._tell(working=False)
            return
        future = self._jobs.engine.call("briefing.word.pages:pictures", pdf, PER_INCH if self._shown else 0)
        self._jobs.watch(future, partial(self._take_pages, turn), partial(self._fail, turn))

    def _take_pages(self, turn: int, pages: Pages) -> None:
        if turn == self._turn:
            self.pages = pages
            self._tell(working=False)

    def _fail(self, turn: int, error: BaseException) -> None:
        if turn == self._turn:
            self.pages, self._digest, self._pdf = None, "", b""
            self._tell(working=False, problem=" ".join(in_words(error)).strip())

    def _tell(self, *, working: bool, problem: str = "") -> None:
        self.working, self.problem = working, problem
        self.changed.emit()

    def _own_thread(self) -> ThreadPoolExecutor:
        """A thread that waits for LibreOffice; files are saved in another one."""
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the window is there first

            self._thread = ThreadPoolExecutor(1, "pages")
        return self._thread


def in_meter(count: int, meant: int) -> str:
    """How many pages there are, and by how much that is more than the template is meant for."""
    words = f"{count} page" if count == 1 else f"{count} pages"
    if not meant or count <= meant:
        return words
    over = count - meant
    return f"{words} — {_WORDS.get(over, str(over))} more than this template is meant for"


_WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
