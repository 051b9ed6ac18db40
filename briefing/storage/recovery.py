"""What was not yet saved: one file for each open brief, found again after a crash."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.brief import Brief
from briefing.errors import StorageError
from briefing.files import sweep, write_atomically
from briefing.storage.briefs import SUFFIX, dump, open_brief, read_envelope

try:
    import fcntl
except ImportError:  # Windows: an open window's draft is offered to a second window too
    fcntl = None  # type: ignore[assignment]  # the module is absent there

_KEY = re.compile(r"[\w-]{1,80}")
_LOCKS: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A brief that a closed or crashed window left unsaved."""

    key: str
    file: Path
    title: str
    saved: str  # ISO date and time of the last automatic save
    path: str = ""  # the .brief file it was opened from or last saved to


def new_key() -> str:
    """A key for the automatic saves of one open brief."""
    return uuid.uuid4().hex


def autosave(brief: Brief, key: str, path: Path | None = None) -> None:
    """Keep the state of an unsaved brief; ``path`` is the file it belongs to. StorageError if that fails."""
    folder = recovery_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StorageError("The folder for unsaved work cannot be made.", f"Make room for “{folder}”.") from failure
    _hold(key)
    write_atomically(_file(key), dump(brief, title=_title(brief), path=str(path or "")))


def recoverable() -> tuple[Recoverable, ...]:
    """The briefs that can be recovered, the newest first; those of windows still open are left out."""
    folder = recovery_folder()
    if not folder.is_dir():
        return ()
    sweep(folder)
    return tuple(sorted(_left_behind(folder), key=lambda found: found.saved, reverse=True))


def recover(found: Recoverable) -> Brief:
    """The brief as it was last kept; StorageError if it is damaged."""
    return open_brief(found.file)


def discard(key: str) -> None:
    """Forget the automatic saves under a key: the brief was saved, or is not wanted."""
    with suppress(OSError):
        _file(key).unlink(missing_ok=True)
    handle = _LOCKS.pop(key, None)
    if handle is not None:
        os.close(handle)
    with suppress(OSError):
        _lock_file(key).unlink(missing_ok=True)


def recovery_folder() -> Path:
    """Where unsaved briefs are kept."""
    from platformdirs import user_state_path  # noqa: PLC0415 - not needed to show the window

    return user_state_path("briefing", appauthor=False) / "recovery"


def _left_behind(folder: Path) -> Iterator[Recoverable]:
    for file in folder.glob(f"*{SUFFIX}"):
        key = file.stem
        if key in _LOCKS or _held_elsewhere(key):
            continue
        with suppress(OSError, StorageError):
            envelope = read_envelope(file.read_bytes(), file.name)
            fields = {name: str(envelope.get(name, "")) for name in ("title", "saved", "path")}
            yield Recoverable(key, file, **fields)


def _title(brief: Brief) -> str:
    return brief.header.title or next((source.article.title for source in brief.sources if source.article.title), "")


def _file(key: str) -> Path:
    if not _KEY.fullmatch(key):
        message = f"{key!r} is no key"
        raise ValueError(message)
    return recovery_folder() / f"{key}{SUFFIX}"


def _lock_file(key: str) -> Path:
    return _file(key).with_suffix(".lock")


def _hold(key: str) -> None:
    """Mark a key as belonging to this process for as long as it lives; the system lets go of it after a crash."""
    if fcntl is None or key in _LOCKS:
        return
    handle = os.open(_lock_file(key), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    _LOCKS[key] = handle


def _held_elsewhere(key: str) -> bool:
    if fcntl is None or not _lock_file(key).exists():
        return False
    handle = os.open(_lock_file(key), os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
