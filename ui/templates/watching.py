"""Notices that templates came, went or changed: by the system's word, and by looking every so often, as shares need it."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ui.jobs import Jobs

Print = tuple[tuple[str, int, int], ...]  # name, time of change, size
_SETTLED = 300  # milliseconds: an office program writes a file in several steps
_SOON, _SELDOM = 5_000, 60_000  # milliseconds between two looks, while the templates are on show and otherwise


class Watch(QObject):
    """Looks after folders; looking is done in a thread of its own, because a share that is away may keep it waiting."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._thread: ThreadPoolExecutor | None = None
        self._folders: tuple[Path, ...] = ()
        self._seen: tuple[Print | None, ...] = ()
        self._looking = False
        self._system = QFileSystemWatcher(self)
        self._later = QTimer(self, singleShot=True, interval=_SETTLED)
        self._every = QTimer(self, interval=_SELDOM)
        self._system.directoryChanged.connect(lambda _: self._later.start())
        self._system.fileChanged.connect(lambda _: self._later.start())
        self._later.timeout.connect(self.look)
        self._every.timeout.connect(self.look)

    def follow(self, folders: Iterable[Path]) -> None:
        """Look after these folders from now on."""
        wanted = tuple(folders)
        if wanted != self._folders:
            self._folders, self._seen = wanted, ()
            if self._system.directories():
                self._system.removePaths(self._system.directories())
        self._every.start()

    def hurry(self, often: bool) -> None:
        """Look more often while the templates are on show."""
        self._every.setInterval(_SOON if often else _SELDOM)

    def look(self) -> None:
        """Look whether anything changed, unless a look is still under way."""
        if not self._looking:
            self._looking = True
            if self._thread is None:
                self._thread = ThreadPoolExecutor(1, "templates")
            self._jobs.watch(self._thread.submit(_prints, self._folders), self._take, self._fail)

    def _take(self, found: tuple[Print | None, ...]) -> None:
        self._looking = False
        self._listen(found)
        if found != self._seen:
            self._seen = found
            self.changed.emit()

    def _fail(self, _error: BaseException) -> None:
        self._looking = False

    def _listen(self, found: tuple[Print | None, ...]) -> None:
        """Have the system tell of the folders that are there, and of their files: one may be written in its place."""
        known = {*self._system.directories(), *self._system.files()}
        wanted: set[str] = set()
        for folder, files in zip(self._folders, found, strict=False):
            if files is not None:
                wanted |= {str(folder), *(str(folder / name) for name, _, _ in files)}
        if wanted - known:
            self._system.addPaths(sorted(wanted - known))

    def there(self, folder: Path) -> bool:
        """Whether a folder was there at the last look."""
        prints = dict(zip(self._folders, self._seen, strict=False))
        return prints.get(folder) is not None

    def close(self) -> None:
        """Look no more; a look that is still under way is not waited for."""
        self._every.stop()
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)
            self._thread = None


def _prints(folders: tuple[Path, ...]) -> tuple[Print | None, ...]:
    return tuple(_print(folder) for folder in folders)


def _print(folder: Path) -> Print | None:
    """What lies in a folder; None where it cannot be reached."""
    try:
        stats = [(path.name, path.stat()) for path in sorted(folder.glob("*.docx")) if not path.name.startswith(("~$", "."))]
        there = folder.is_dir()
    except OSError:
        return None
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats) if there else None
