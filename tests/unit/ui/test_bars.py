import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.bars import Bar, Bars, Kind, Message


def texts(bars: Bars) -> list[str]:
    return [bar.message.text for bar in bars.bars()]


def shown(qtbot: QtBot) -> Bars:
    bars = Bars()
    qtbot.addWidget(bars)
    return bars


def test_the_newest_stands_on_top_and_there_are_three_at_most(qtbot: QtBot) -> None:
    bars = shown(qtbot)
    for n in range(5):
        bars.show_message(Message(str(n), Kind.PROBLEM))
    assert texts(bars) == ["4", "3", "2"]


def test_a_topic_has_one_bar(qtbot: QtBot) -> None:
    bars = shown(qtbot)
    bars.show_message(Message("old", topic="export"))
    bars.show_message(Message("new", topic="export"))
    assert texts(bars) == ["new"]


def test_a_choice_is_taken_and_the_bar_goes(qtbot: QtBot) -> None:
    bars, taken = shown(qtbot), []
    bar = bars.show_message(Message("What now?", Kind.QUESTION, (("Do it", lambda: taken.append(True)),)))
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert taken == [True]
    assert texts(bars) == []
    assert bars.isHidden()


def test_escape_closes(qtbot: QtBot) -> None:
    bars = shown(qtbot)
    bar = bars.show_message(Message("No.", Kind.PROBLEM))
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert texts(bars) == []


def test_notices_go_by_themselves_and_problems_stay(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bar, "underMouse", lambda _: False)  # wherever the mouse of this machine is
    bars = shown(qtbot)
    bars.show_message(Message("Broken.", Kind.PROBLEM))
    notice = bars.show_message(Message("Done."))
    notice._timer.setInterval(1)
    notice._timer.start()
    qtbot.waitUntil(lambda: texts(bars) == ["Broken."])


def test_a_bar_says_to_a_screen_reader_what_it_is(qtbot: QtBot) -> None:
    bars = shown(qtbot)
    bar = bars.show_message(Message("It is locked.", Kind.PROBLEM))
    assert bar.accessibleName() == "Problem: It is locked."
