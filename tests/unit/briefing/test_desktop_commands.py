"""A desktop is told where the program is and what it opens."""

import configparser
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from briefing.assets import asset
from briefing.desktop_commands import command, entries, quoted

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux desktops are told by files")


def run(home: Path, verb: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(home), "COLUMNS": "200"}
    command = [sys.executable, "-m", "briefing", "desktop", verb]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=120)


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


def test_installing_writes_the_entry_the_type_and_the_icon_and_removing_takes_them_away(tmp_path: Path) -> None:
    done = run(tmp_path, "install")
    assert done.returncode == 0, done.stderr
    written = [tmp_path / "applications/briefing.desktop", tmp_path / "mime/packages/briefing.xml"]
    written.append(tmp_path / "icons/hicolor/scalable/apps/briefing.svg")
    assert all(path.is_file() for path in written)
    assert "currentColor" not in written[2].read_text()
    assert entry(written[0])["Exec"].endswith("briefing %U")

    assert run(tmp_path, "remove").returncode == 0
    assert not any(path.exists() for path in written)


def test_what_the_entry_names_starts_the_program(tmp_path: Path) -> None:
    run(tmp_path, "install")
    program = entry(tmp_path / "applications/briefing.desktop")["Exec"].removesuffix(" %U")
    shown = subprocess.run([*program.split(" "), "--version"], capture_output=True, text=True, check=True, timeout=60, cwd=ROOT)
    assert shown.stdout.startswith("Briefing ")


def test_every_kind_that_can_be_read_is_offered() -> None:
    kinds = entry(asset("resources", "desktop", "briefing.desktop"))["MimeType"].strip(";").split(";")
    assert len(kinds) == len(set(kinds))
    wanted = ("application/x-briefing", "text/html", "application/pdf", "message/rfc822", "application/epub+zip")
    assert set(wanted) <= set(kinds)
    assert not any(kind.startswith("x-scheme-handler") for kind in kinds)  # a browser's business


def test_briefs_are_known_by_their_ending() -> None:
    tree = ET.parse(asset("resources", "desktop", "briefing.xml"))  # noqa: S314 - a file of our own
    assert [glob.get("pattern") for glob in tree.iter("{http://www.freedesktop.org/standards/shared-mime-info}glob")] == [
        "*.brief"
    ]


@pytest.mark.parametrize(
    ("argument", "line"),
    [
        ("/usr/bin/python3", "/usr/bin/python3"),
        ("/home/a b/briefing", '"/home/a b/briefing"'),
        ("/home/$a/50%", '"/home/\\\\$a/50%%"'),
    ],
)
def test_a_path_is_quoted_as_the_specification_has_it(argument: str, line: str) -> None:
    assert quoted(argument) == line


def test_a_data_home_that_is_not_absolute_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "share")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert all(path.is_relative_to(tmp_path / ".local" / "share") for path in entries())
    assert command()
