import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.engine import Engine
from tests import northwind
from ui.bars import Bar, Kind
from ui.jobs import Jobs
from ui.window import MainWindow


def unharmed(window: MainWindow) -> bool:
    """The window goes on: what was in it is there, and it can still be worked with."""
    window.work.session.set_current(window.work.session.brief.findings[0].id, "test")
    return window.isVisible() and window.work.session.brief.findings == northwind.brief().findings


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n \n"),
        ("binary.txt", bytes(range(256)) * 64),
        ("huge.txt", b"word " * 10_000_000),
    ],
)
def test_a_file_without_an_article_is_one_sentence(
    reviewing: MainWindow, bar: Callable[[str], Bar], tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    reviewing.work.opener.open_paths([tmp_path / name])
    said = bar("")

    assert said.message.kind is Kind.PROBLEM
    assert said.message.text.count(".") <= 3
    assert said.buttons[0].text() == "Open another…"
    assert unharmed(reviewing)


def test_a_file_that_is_gone_leaves_the_recent_ones(window: MainWindow, bar: Callable[[str], Bar], tmp_path: Path) -> None:
    window.remembered.remember_file(tmp_path / "gone.txt")

    window.work.opener.open_paths([tmp_path / "gone.txt"])

    assert bar("gone.txt").message.kind is Kind.PROBLEM
    assert window.remembered.settings.recent_files == ()


def test_an_empty_clipboard_says_so(window: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]) -> None:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    QGuiApplication.clipboard().clear()
    press("Ctrl+V")

    assert bar("clipboard").buttons[0].text() == "Open a file…"


def test_a_missing_template_is_one_sentence(reviewing: MainWindow, bar: Callable[[str], Bar], tmp_path: Path) -> None:
    reviewing.work.session.start(replace(northwind.brief(), template="gone"))

    reviewing.work.exporter.write(tmp_path / "note.docx")

    assert bar("template").message.kind is Kind.PROBLEM
    assert not (tmp_path / "note.docx").exists()
    assert unharmed(reviewing)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_one_sentence(reviewing: MainWindow, bar: Callable[[str], Bar], tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)

    reviewing.work.exporter.write(folder / "note.docx")

    assert [button.text() for button in bar("").buttons] == ["Try again", "Save as…"]
    assert unharmed(reviewing)


def test_a_folder_that_is_gone_is_one_sentence(reviewing: MainWindow, bar: Callable[[str], Bar], tmp_path: Path) -> None:
    reviewing.work.exporter.write(tmp_path / "gone" / "note.docx")

    assert [button.text() for button in bar("").buttons] == ["Try again", "Save as…"]
    assert unharmed(reviewing)


def test_a_brief_that_cannot_be_saved_stays_open(
    reviewing: MainWindow, bar: Callable[[str], Bar], press: Callable[..., None], tmp_path: Path
) -> None:
    press("k")
    reviewing.work.saver._write(tmp_path / "gone" / "mine.brief", None)

    assert [button.text() for button in bar("").buttons] == ["Try again", "Save as…"]
    assert reviewing.work.session.unsaved
    assert unharmed(reviewing)


def test_a_killed_worker_costs_nothing_and_the_next_one_goes_on(
    qtbot: QtBot, window: MainWindow, bar: Callable[[str], Bar], tmp_path: Path
) -> None:
    with Engine() as engine:
        jobs = Jobs()
        jobs._engine = engine
        window.work.analyses._jobs = window.work.opener._jobs = jobs
        paragraph = "Trade rose by 34 percent to $535 million in 2021, the ministry said. "
        long = tmp_path / "long.txt"
        long.write_text("Trade\n\n" + "\n\n".join(paragraph * 6 for _ in range(16)))
        window.work.opener.open_paths([long])
        qtbot.waitUntil(lambda: len(window.work.session.brief.findings) > 0, timeout=60_000)
        found = window.work.session.brief.findings

        engine._workers[0].kill()
        said = bar("")

        assert said.buttons[0].text() == "Analyse again"
        assert set(found) <= set(window.work.session.brief.findings)
        said.buttons[0].click()
        qtbot.waitUntil(lambda: not window.work.analyses.running, timeout=60_000)
        assert len(window.work.session.brief.findings) > len(found)


def test_an_error_nobody_foresaw_is_a_bar_and_a_line_in_the_log(
    reviewing: MainWindow, bar: Callable[[str], Bar], isolated_home: Path
) -> None:
    from ui.problems import log_file  # noqa: PLC0415

    reviewing.work.show_problem(ZeroDivisionError("in a slot"))

    assert bar("Something went wrong").buttons[0].text() == "Show the log"
    assert "in a slot" in log_file().read_text()
    assert unharmed(reviewing)
