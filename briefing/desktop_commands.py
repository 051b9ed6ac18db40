"""``briefing desktop``: have Linux desktops list the program, and offer it in “Open with” for articles and briefs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import typer
from rich.text import Text

from briefing.assets import asset
from briefing.errors import StorageError
from briefing.files import write_atomically
from briefing.terminal import CODES_HELP, answering, out

commands = typer.Typer(
    help="Put the program into the desktop's menu and into “Open with” (Linux), or take it out again.",
    epilog=CODES_HELP,
    rich_markup_mode="markdown",
    no_args_is_help=True,
)
_COLOUR = "#1f55d6"  # of the icon, where no theme colours it
_RESERVED = re.compile(r'(["`$\\])')  # what the desktop entry specification wants escaped inside quotes
_PATIENCE = 30.0  # seconds


@commands.command()
def install() -> None:
    """List the program in the desktop's menu, and offer it for articles and briefs.

    Example: **briefing desktop install**
    """
    with answering():
        _refuse_elsewhere()
        for path, content in entries().items():
            _make_folder(path.parent)
            write_atomically(path, content)
            out.print(Text(str(path)))
        refresh()


@commands.command()
def remove() -> None:
    """Take the program out of the desktop's menu again.

    Example: **briefing desktop remove**
    """
    with answering():
        _refuse_elsewhere()
        for path in entries():
            path.unlink(missing_ok=True)
        refresh()


def entries() -> Mapping[Path, bytes]:
    """The files that make a desktop know the program, under the user's own data folder, with their contents."""
    home = data_home()
    entry = asset("resources", "desktop", "briefing.desktop").read_text(encoding="utf-8")
    icon = asset("resources", "icons", "briefing.svg").read_text(encoding="utf-8")
    return {
        home / "applications" / "briefing.desktop": entry.replace("Exec=briefing %U", f"Exec={command()} %U").encode(),
        home / "mime" / "packages" / "briefing.xml": asset("resources", "desktop", "briefing.xml").read_bytes(),
        home / "icons" / "hicolor" / "scalable" / "apps" / "briefing.svg": icon.replace("currentColor", _COLOUR).encode(),
    }


def data_home() -> Path:
    """Where a user's own applications are described, as the XDG base directory specification has it."""
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "share"


def command() -> str:
    """How a desktop starts this very program: its own script where there is one, else Python with the module."""
    script = Path(sys.executable).with_name("briefing")
    return quoted(str(script)) if script.is_file() else f"{quoted(sys.executable)} -m ui"


def quoted(argument: str) -> str:
    """An argument as a desktop entry's Exec line wants it."""
    escaped = _RESERVED.sub(r"\\\1", argument).replace("\\", "\\\\").replace("%", "%%")
    return f'"{escaped}"' if re.search(r"[^\w/.+-]", argument) else argument


def refresh() -> None:
    """Have the desktop look again, with those of its helpers that are there."""
    for helper, folder in (("update-desktop-database", "applications"), ("update-mime-database", "mime")):
        program, place = shutil.which(helper), data_home() / folder
        if program and place.is_dir():
            subprocess.run([program, str(place)], check=False, capture_output=True, timeout=_PATIENCE)  # noqa: S603 - found by name


def _refuse_elsewhere() -> None:
    if not sys.platform.startswith("linux"):
        raise StorageError(
            "Only Linux desktops are told by files.", "Choose “Open with” in the file manager and look for Briefing there."
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StorageError(f"The folder “{folder}” cannot be made.", "Make room for it, or ask who looks after it.") from failure
