from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefing.brief import Decision
from ui.bars import Bar
from ui.window import MainWindow


@pytest.fixture
def silent(reviewing: MainWindow) -> str:
    """A kept quote without a speaker."""
    session = reviewing.work.session
    quote = next(finding for finding in session.brief.quotes() if finding.content.speaker is None)
    session.decide((quote,), Decision.KEPT, "test")
    return quote.id


def asks_for_a_file(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))


def test_a_remark_leads_to_its_finding_and_stays(
    reviewing: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar], silent: str
) -> None:
    press("Ctrl+E")
    asked = bar("Before you export")
    link = next(link for link in asked.links if "no speaker" in link.text())
    assert link.text() == "1 kept quote has no speaker"
    assert not reviewing.findChildren(QFileDialog)

    link.click()
    assert reviewing.work.session.current == silent
    assert reviewing.focusWidget() is reviewing.work.findings.list
    assert not asked.isHidden()


def test_one_click_goes_on_and_the_same_is_not_asked_again(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], bar: Callable[[str], Bar], silent: str
) -> None:
    press("Ctrl+E")
    bar("Before you export").buttons[0].click()
    asks_for_a_file(reviewing, qtbot)
    reviewing.findChildren(QFileDialog)[-1].reject()

    reviewing.work.checker.before(lambda: reviewing.setProperty("gone on", True))
    assert reviewing.property("gone on")


def test_the_same_key_again_goes_on(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], bar: Callable[[str], Bar], silent: str
) -> None:
    press("Ctrl+E")
    bar("Before you export")
    press("Ctrl+E")

    asks_for_a_file(reviewing, qtbot)


def test_what_is_mended_is_no_longer_said(
    reviewing: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar], silent: str
) -> None:
    press("Ctrl+E")
    bar("Before you export")
    session = reviewing.work.session
    session.decide((session.brief.finding(silent),), Decision.DROPPED, "test")

    assert not any("speaker" in link.text() for each in reviewing.work.bars.bars() for link in each.links)


def test_a_note_without_anything_says_so(reviewing: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]) -> None:
    press("Ctrl+Shift+X", "Ctrl+E")

    assert bar("Nothing is kept").buttons[0].text() == "Export anyway"
