"""Writing a file so that a reader ever sees the whole old one or the whole new one, whatever happens in between.

Temporary file in the same folder → write → flush → fsync → replace → fsync of the folder.
"""

from __future__ import annotations

import errno
import os
import secrets
import sys
import time
from contextlib import suppress
from pathlib import Path

from briefing.errors import BriefingError, StorageError

# ~$ is what Word itself calls its lock files; a name of our own lets the sweep know what is ours.
_PREFIX = ".briefing-"
_SUFFIX = ".part"
# Windows: access denied, sharing violation, lock violation – a program has the target open, often only for a moment.
_BUSY = frozenset({5, 32, 33})
_PATIENCE = 2.5  # seconds
_PAUSE = 0.1
_STRAY_AFTER = 3600.0  # seconds: a younger temporary may belong to a program that is still writing


def write_atomically(target: Path, content: bytes, *, backup: bool = False, error: type[BriefingError] = StorageError) -> None:
    """Puts the bytes where ``target`` says; with ``backup`` the file before stays beside it as ``.bak``.

    Raises ``error`` (a sentence and a next step) where the target cannot be written; what was there stays byte for byte.
    """
    target = target.resolve()  # a link is followed, so that its file is replaced and not the link
    temporary = target.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
    try:
        _refuse(target, error)
        _write(temporary, content, target)
        if backup and target.exists():
            _keep_backup(target)
        _replace(temporary, target)
        _sync_folder(target.parent)
    except OSError as problem:
        raise _explained(problem, target, error) from problem
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Removes temporary files that a killed program left in a folder an hour or longer ago."""
    for stray in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if time.time() - stray.stat().st_mtime > _STRAY_AFTER:
                stray.unlink()


def _refuse(target: Path, error: type[BriefingError]) -> None:
    if target.is_dir():
        raise error(f"“{target.name}” is a folder.", "Choose a file name.")
    if not target.parent.is_dir():
        raise error(f"The folder “{target.parent}” does not exist.", "Choose another folder.")
    if target.exists() and not os.access(target, os.W_OK):
        raise error(f"“{target.name}” is write-protected.", "Choose another name, or remove the protection.")


def _write(temporary: Path, content: bytes, target: Path) -> None:
    with temporary.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        temporary.chmod(target.stat().st_mode & 0o777)


def _keep_backup(target: Path) -> None:
    """Puts the old file's bytes at ``.bak``, in one step as well."""
    kept = target.with_name(f"{target.name}.bak")
    aside = target.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
    try:
        _write(aside, target.read_bytes(), target)
        _replace(aside, kept)
    finally:
        aside.unlink(missing_ok=True)


def _replace(source: Path, target: Path) -> None:
    """Renames over the target, with patience while another program holds it."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            source.replace(target)
        except OSError as problem:
            if getattr(problem, "winerror", None) not in _BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut; Windows neither needs nor allows it."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems refuse to sync a folder; the file itself is safe
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _explained(problem: OSError, target: Path, error: type[BriefingError]) -> BriefingError:
    if getattr(problem, "winerror", None) in _BUSY or problem.errno in {errno.EBUSY, errno.ETXTBSY}:
        again = f"{target.stem} (2){target.suffix}"
        return error(f"“{target.name}” is open in another program.", f"Close it there, or save as “{again}”.")
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return error(f"There is no space left for “{target.name}”.", "Free some space, or choose another disk.")
    if problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return error(f"The folder “{target.parent}” cannot be written to.", "Choose another folder.")
    if problem.errno == errno.ENAMETOOLONG:
        return error("The file name is too long.", "Choose a shorter one.")
    return error(f"“{target.name}” could not be written: {problem.strerror}.", "Choose another place, or try again.")
