from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from briefing.storage import autosave, new_key, recoverable
from briefing.storage.recovery import recovery_folder
from tests import northwind
from ui.bars import Bar
from ui.window import MainWindow

Answer = Callable[[QMessageBox.StandardButton], None]


def crashed_brief() -> str:
    """What a window that crashed leaves: a draft, and nobody who holds it."""
    from briefing.storage import recovery  # noqa: PLC0415 - looked into by this test only

    key = new_key()
    autosave(northwind.brief(), key)
    import os  # noqa: PLC0415

    os.close(recovery._LOCKS.pop(key))
    return key


def test_unsaved_work_is_kept_by_itself(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    press("k")
    reviewing.work.saver.keep()

    qtbot.waitUntil(lambda: any(recovery_folder().glob("*.brief")))


def test_an_article_only_opened_is_not_kept(reviewing: MainWindow, qtbot: QtBot) -> None:
    reviewing.work.saver.keep()
    reviewing.jobs.in_thread(lambda: None).result()

    assert not recovery_folder().exists() or not any(recovery_folder().glob("*.brief"))


def test_work_is_offered_again_after_a_crash(window: MainWindow, qtbot: QtBot, bar: Callable[[str], Bar]) -> None:
    crashed_brief()

    window.work.begin([])
    offer = bar("was not saved")
    assert [button.text() for button in offer.buttons] == ["Recover", "Discard"]
    offer.buttons[0].click()

    qtbot.waitUntil(lambda: bool(window.work.session.brief.sources))
    assert window.work.session.brief == northwind.brief()
    assert window.work.session.unsaved


def test_discarded_work_is_not_offered_again(window: MainWindow, qtbot: QtBot, bar: Callable[[str], Bar]) -> None:
    crashed_brief()
    window.work.begin([])
    bar("was not saved").buttons[1].click()

    qtbot.waitUntil(lambda: not recoverable())


def test_closing_with_unsaved_work_asks_and_cancel_stays(
    reviewing: MainWindow, press: Callable[..., None], answer: Answer
) -> None:
    press("k")
    reviewing.close()
    assert reviewing.isVisible()

    answer(QMessageBox.StandardButton.Cancel)
    assert reviewing.isVisible()
    assert reviewing.work.session.unsaved


def test_closing_without_saving_closes(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], answer: Answer) -> None:
    press("k")
    reviewing.close()
    answer(QMessageBox.StandardButton.Discard)

    qtbot.waitUntil(lambda: not reviewing.isVisible())


def test_closing_with_saving_saves_first(
    reviewing: MainWindow,
    qtbot: QtBot,
    press: Callable[..., None],
    answer: Answer,
    choose_file: Callable[[Path], None],
    tmp_path: Path,
) -> None:
    press("k")
    reviewing.close()
    answer(QMessageBox.StandardButton.Save)
    choose_file(tmp_path / "last.brief")

    qtbot.waitUntil(lambda: not reviewing.isVisible())
    assert (tmp_path / "last.brief").exists()


def test_closing_without_work_asks_nothing(reviewing: MainWindow, qtbot: QtBot) -> None:
    reviewing.close()

    qtbot.waitUntil(lambda: not reviewing.isVisible())
