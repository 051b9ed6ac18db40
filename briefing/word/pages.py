"""The note as pages, by LibreOffice where it is installed: for looking and for counting, never for judging."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from briefing.errors import ExportError
from briefing.word.gate import admit

TIME_LIMIT = 60.0  # seconds; the first start on a slow machine takes some ten
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", "C:/Program Files/LibreOffice/program/soffice.exe")
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_NAMESPACES = 'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
# No macros, no updating of links, no fetching, no first-start pages: a profile that is thrown away afterwards.
_HARDENED = {
    "/org.openoffice.Office.Common/Security/Scripting": {"MacroSecurityLevel": "3", "DisableMacrosExecution": "true"},
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
    "/org.openoffice.Office.Common/Misc": {"FirstRun": "false", "CrashReport": "false"},
    "/org.openoffice.Office.Common/Security/Net": {"DisableActiveContent": "true"},
}


def program() -> str:
    """The path of LibreOffice, "" where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), "")
    return found or next((path for path in _PLACES if Path(path).is_file()), "")


def pdf(note: Path, time_limit: float = TIME_LIMIT) -> bytes:
    """The note as PDF; ExportError in a sentence where LibreOffice is not there or does not manage it."""
    soffice = program()
    if not soffice:
        raise ExportError("LibreOffice is not installed, so there is no page view.", "Open the note in Word instead.")
    admit(note)
    with tempfile.TemporaryDirectory(prefix="briefing-pages-", ignore_cleanup_errors=True) as folder:
        profile, result = Path(folder, "profile"), Path(folder, "note.pdf")
        shutil.copyfile(note, Path(folder, "note.docx"))
        _write_profile(profile)
        _convert(soffice, Path(folder), profile, time_limit)
        if not result.is_file():  # LibreOffice returns 0 even when it wrote nothing
            raise ExportError("LibreOffice could not lay out the note.", "Open the note in Word instead.")
        return result.read_bytes()


def count(note: Path, time_limit: float = TIME_LIMIT) -> int | None:
    """How many pages the note has; None where LibreOffice is not installed."""
    return len(_PAGE.findall(pdf(note, time_limit))) if program() else None


def _convert(soffice: str, folder: Path, profile: Path, time_limit: float) -> None:
    command = [
        soffice,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "note.docx"),
    ]
    own_group = os.name == "posix"  # so that all of LibreOffice's processes end with it
    process = subprocess.Popen(  # noqa: S603 – the program's own path, and files of ours
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, start_new_session=own_group
    )
    try:
        process.wait(time_limit)
    except subprocess.TimeoutExpired as problem:
        raise ExportError("LibreOffice took too long to lay out the note.", "Open the note in Word instead.") from problem
    finally:
        _end(process, own_group=own_group)


def _end(process: subprocess.Popen[bytes], *, own_group: bool) -> None:
    if process.poll() is None:
        if own_group:
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
