"""A Word file → PDF by LibreOffice where it is installed: for looking and for counting, never for judging.

Brings no parser along, so that the window can wait for it in a thread of its own and end it at once. Whoever calls has to
know that the file passed the gate.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

from briefing.errors import ExportError

try:
    from resource import RLIMIT_AS, prlimit
except ImportError:  # only Linux can bound another process
    prlimit = None  # type: ignore[assignment] # the function is absent there

TIME_LIMIT = 60.0  # seconds; the first start on a slow machine takes some ten
MEMORY_LIMIT = 3 * 2**30  # bytes of address space
_FOLDER = "briefing-pages-"
_STALE = 3600.0  # seconds after which nobody works in a folder any more
_LOOK = 0.05  # seconds between two looks whether anybody still wants the pages
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/soffice.exe")
_NAMESPACES = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
# No macros, no updating of links, no fetching, no first-start pages: a profile that is thrown away afterwards.
_HARDENED = {
    "/org.openoffice.Office.Common/Security/Scripting": {"MacroSecurityLevel": "3", "DisableMacrosExecution": "true"},
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
    "/org.openoffice.Office.Common/Misc": {"FirstRun": "false", "CrashReport": "false"},
    "/org.openoffice.Office.Common/Security/Net": {"DisableActiveContent": "true"},
}
_ADVICE = "Open the note in Word instead."
_LATER = 10  # how much the work gives way to others, as ``nice`` counts


def program() -> str:
    """The path of LibreOffice, "" where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), "")
    return found or next((path for path in _PLACES if Path(path).is_file()), "")


def to_pdf(note: bytes, time_limit: float = TIME_LIMIT, stop: threading.Event | None = None) -> bytes:
    """The note as PDF, b"" where ``stop`` was set meanwhile; ExportError in a sentence where LibreOffice does not manage it."""
    soffice = program()
    if not soffice:
        raise ExportError("LibreOffice is not installed, so there is no page view.", _ADVICE)
    _sweep()
    with tempfile.TemporaryDirectory(prefix=_FOLDER, ignore_cleanup_errors=True) as folder:
        profile, source, result = Path(folder, "profile"), Path(folder, "note.docx"), Path(folder, "note.pdf")
        source.write_bytes(note)
        _write_profile(profile)
        if not _convert([soffice, *_arguments(profile, source)], time_limit, stop):
            return b""
        if not result.is_file():  # LibreOffice returns 0 even when it wrote nothing
            raise ExportError("LibreOffice could not lay out the note.", _ADVICE)
        return result.read_bytes()


@cache
def _sweep() -> None:
    """Take away what a crash left behind, once in the life of the process."""
    for left in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        try:
            if time.time() - left.stat().st_mtime > _STALE:
                shutil.rmtree(left, ignore_errors=True)
        except OSError:  # another window was quicker
            continue


def _arguments(profile: Path, source: Path) -> tuple[str, ...]:
    quiet = ("--headless", "--norestore", "--nolockcheck")
    return f"-env:UserInstallation={profile.as_uri()}", *quiet, "--convert-to", "pdf", "--outdir", str(source.parent), str(source)


def _convert(command: list[str], time_limit: float, stop: threading.Event | None) -> bool:
    """Run LibreOffice to its end; False where nobody wants the pages any more."""
    posix = os.name == "posix"
    below_normal = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)  # Windows' way of being nice
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 – the program's own path, and files of ours
        (["nice", "-n", str(_LATER), *command] if posix and shutil.which("nice") else command),
        stdout=nowhere,
        stderr=nowhere,
        stdin=nowhere,
        start_new_session=posix,  # a group of its own, so that all of LibreOffice's processes end with it
        creationflags=below_normal,
    )
    try:
        _bound(process)
        return _finished(process, time.monotonic() + time_limit, stop)
    finally:
        _end(process, whole_group=posix)


def _bound(process: subprocess.Popen[bytes]) -> None:
    """Allow no more memory, where the system can do that and does not allow less already."""
    if prlimit is not None:
        with contextlib.suppress(OSError, ValueError):
            prlimit(process.pid, RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def _finished(process: subprocess.Popen[bytes], due: float, stop: threading.Event | None) -> bool:
    while process.poll() is None:
        if stop is not None and stop.is_set():
            return False
        if time.monotonic() > due:
            raise ExportError("LibreOffice took too long to lay out the note.", _ADVICE)
        time.sleep(_LOOK)
    return True


def _end(process: subprocess.Popen[bytes], *, whole_group: bool) -> None:
    if process.poll() is None:
        if whole_group:
            os.killpg(process.pid, 9)
        else:
            process.kill()
        process.wait()


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, values in _HARDENED.items()
        for name, value in values.items()
    )
    (profile / "user").mkdir(parents=True)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_NAMESPACES}>{items}</oor:items>\n'
    (profile / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")
