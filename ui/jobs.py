"""Work outside the window's thread, its results brought back as calls in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from briefing.engine import Engine

T = TypeVar("T")


class Reply(QObject):
    """Waits for one future and tells of it in the window's thread."""

    arrived = Signal()

    def __init__(self, future: Future[Any], done: Callable[[Any], object], failed: Callable[[BaseException], object]) -> None:
        super().__init__()
        self._future, self._done, self._failed = future, done, failed
        self._forgotten = False
        self.arrived.connect(self._take, QtCore.Qt.ConnectionType.QueuedConnection)

    def forget(self) -> None:
        """Tell nobody."""
        self._forgotten = True

    def _take(self) -> None:
        if self._forgotten or self._future.cancelled():
            return
        error = self._future.exception()
        if error is None:
            self._done(self._future.result())
        else:
            self._failed(error)


class Jobs(QObject):
    """Holds the engine and a thread for files; both start when they are first needed."""

    failed = Signal(object)  # the error of a job that nobody else answers for

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: Engine | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._open: set[Reply] = set()

    @property
    def engine(self) -> Engine:
        """The worker process' front, imported late so that the window is there first."""
        if self._engine is None:
            from briefing.engine import Engine  # noqa: PLC0415 - the window is there first

            self._engine = Engine()
        return self._engine

    @property
    def busy(self) -> bool:
        """Whether a result is still awaited."""
        return bool(self._open)

    def watch(
        self, future: Future[T], done: Callable[[T], object], failed: Callable[[BaseException], object] | None = None
    ) -> None:
        """Call ``done`` with the result, or ``failed`` with the error, in the window's thread."""
        reply = Reply(future, done, failed or self.failed.emit)
        self._open.add(reply)
        reply.arrived.connect(lambda: self._open.discard(reply), QtCore.Qt.ConnectionType.QueuedConnection)
        future.add_done_callback(lambda _: reply.arrived.emit())

    def in_thread(self, work: Callable[..., T], *args: Any) -> Future[T]:
        """Run a function in the thread for files, one after the other, as they were asked for."""
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the window is there first

            self._thread = ThreadPoolExecutor(1, "files")
        return self._thread.submit(work, *args)

    def close(self) -> None:
        """Finish writing files and end the worker; results that are still awaited have nobody to go to."""
        for reply in self._open:
            reply.forget()
        self._open.clear()
        if self._thread is not None:
            self._thread.shutdown(wait=True)
            self._thread = None
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def in_words(error: BaseException) -> tuple[str, str]:
    """An error as a sentence and a next step."""
    if isinstance(error, BriefingError):
        return error.sentence, error.next_step
    if isinstance(error, OSError) and error.strerror:
        return f"The file could not be used: {error.strerror}.", "Check the folder, or choose another one."
    return "Something went wrong inside the program; nothing was lost.", "Try again; the log says more."
