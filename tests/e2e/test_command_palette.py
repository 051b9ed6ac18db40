from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.brief import Decision
from ui.dialogs.palette import Palette
from ui.window import MainWindow


@pytest.fixture
def palette(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> Palette:
    qtbot.waitUntil(reviewing.isActiveWindow)
    press("Ctrl+K")
    qtbot.waitUntil(lambda: bool(reviewing.findChildren(Palette)))
    return reviewing.findChildren(Palette)[-1]


def test_a_command_is_found_by_its_words_and_done_with_enter(reviewing: MainWindow, qtbot: QtBot, palette: Palette) -> None:
    first = reviewing.work.session.current
    QTest.keyClicks(palette.field, "drop")
    assert palette.listed()[0] == "drop"
    QTest.keySequence(palette.field, "Return")

    session = reviewing.work.session
    qtbot.waitUntil(lambda: session.brief.decision(session.brief.finding(first)) is Decision.DROPPED)
    assert len(session.brief.decisions) == 1


def test_the_arrows_choose_while_the_field_keeps_the_keyboard(palette: Palette) -> None:
    QTest.keySequence(palette.field, "Down")
    QTest.keySequence(palette.field, "Down")

    assert palette.list.currentRow() == 2


def test_what_cannot_be_done_now_is_not_offered(palette: Palette) -> None:
    assert "undo" not in palette.listed()
    assert "keep" in palette.listed()


def test_words_may_stand_in_the_explanation(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "word file note")

    assert "export" in palette.listed()
