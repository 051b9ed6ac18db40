from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from briefing.storage import open_brief
from ui.window import MainWindow


def test_a_saved_brief_opens_as_it_was(
    reviewing: MainWindow,
    qtbot: QtBot,
    press: Callable[..., None],
    choose_file: Callable[[Path], None],
    tmp_path: Path,
) -> None:
    press("k", "x", "Ctrl+S")
    choose_file(tmp_path / "mine.brief")
    qtbot.waitUntil(lambda: not reviewing.work.session.unsaved)
    saved = reviewing.work.session.brief
    assert reviewing.windowTitle() == "mine[*] – Briefing"
    assert reviewing.status.saved.text().startswith("Saved ")

    reviewing.work.opener.new_note()
    assert not reviewing.work.session.brief.sources
    reviewing.work.opener.open_paths([tmp_path / "mine.brief"])
    qtbot.waitUntil(lambda: bool(reviewing.work.session.brief.sources))

    assert reviewing.work.session.brief == saved
    assert reviewing.remembered.settings.recent_files[0] == str(tmp_path / "mine.brief")


def test_saving_again_asks_nothing(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], tmp_path: Path) -> None:
    path = tmp_path / "mine.brief"
    reviewing.work.saver._write(path, None)
    qtbot.waitUntil(lambda: reviewing.work.session.path == path)

    press("k", "Ctrl+S")
    qtbot.waitUntil(lambda: not reviewing.work.session.unsaved)

    assert open_brief(path).decisions == reviewing.work.session.brief.decisions


def test_what_changes_while_a_file_is_written_stays_unsaved(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], tmp_path: Path
) -> None:
    reviewing.work.saver._write(tmp_path / "mine.brief", None)
    press("k")
    qtbot.waitUntil(lambda: reviewing.work.session.path is not None)

    assert reviewing.work.session.unsaved
