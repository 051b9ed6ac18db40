from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.brief import Brief
from tests import northwind
from ui.findings.model import FindingsModel, Role
from ui.findings.view import CardList


@pytest.fixture
def cards(qtbot: QtBot) -> CardList:
    model = FindingsModel()
    model.show(northwind.brief())
    made = CardList()
    model.setParent(made)
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(380, 320)
    made.show()
    return made


def identifier(cards: CardList, row: int) -> str:
    return str(cards.model().index(row, 0).data(Role.ID))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(current=st.integers(-1, 9), row=st.integers(0, 9), share=st.floats(0.01, 0.99), scroll=st.integers(0, 900))
def test_a_card_lies_where_it_is_painted(cards: CardList, current: int, row: int, share: float, scroll: int) -> None:
    cards.follow(cards.model().index(current, 0))
    cards.verticalScrollBar().setValue(scroll)
    rect = cards.visualRect(cards.model().index(row, 0))

    assert cards.indexAt(QPoint(10, rect.top() + int(share * rect.height()))).row() == row


def test_cards_follow_each_other_without_gap_or_overlap(cards: CardList) -> None:
    cards.follow(cards.model().index(4, 0))
    rects = [cards.visualRect(cards.model().index(row, 0)) for row in range(10)]

    assert all(below.top() == above.top() + above.height() for above, below in pairwise(rects))
    assert rects[4].height() > rects[3].height()


@pytest.mark.parametrize(
    ("key", "expected"),
    [(Qt.Key.Key_Down, 5), (Qt.Key.Key_Up, 3), (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 9), (Qt.Key.Key_PageDown, 6)],
)
def test_keys_of_movement_choose_a_finding(cards: CardList, qtbot: QtBot, key: Qt.Key, expected: int) -> None:
    cards.follow(cards.model().index(4, 0))
    with qtbot.waitSignal(cards.chosen) as chosen:
        QTest.keyClick(cards, key)

    row = next(n for n in range(10) if identifier(cards, n) == chosen.args[0])
    assert row == expected or (key == Qt.Key.Key_PageDown and row > 4)


def test_following_the_session_tells_nothing(cards: CardList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(cards.chosen):
        cards.follow(cards.model().index(7, 0))

    assert cards.viewport().rect().contains(cards.visualRect(cards.model().index(7, 0)))


def test_rows_that_go_away_choose_nothing(cards: CardList, qtbot: QtBot) -> None:
    cards.follow(cards.model().index(4, 0))
    with qtbot.assertNotEmitted(cards.chosen):
        cards.model().show(Brief())


@pytest.mark.parametrize("name", ["keep", "drop", "edit", "why"])
def test_buttons_stand_on_the_current_card(cards: CardList, qtbot: QtBot, name: str) -> None:
    cards.follow(cards.model().index(2, 0))
    with qtbot.waitSignal(cards.pressed_button) as pressed:
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=cards.button_box(name).center().toPoint())

    assert pressed.args == [name]


def test_a_click_beside_the_buttons_chooses_the_card(cards: CardList, qtbot: QtBot) -> None:
    cards.follow(cards.model().index(0, 0))
    rect = cards.visualRect(cards.model().index(1, 0))
    with qtbot.waitSignal(cards.chosen) as chosen:
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert chosen.args == [identifier(cards, 1)]


def test_a_card_that_is_clicked_stays_under_the_mouse(cards: CardList) -> None:
    cards.follow(cards.model().index(5, 0))
    cards.verticalScrollBar().setValue(cards.visualRect(cards.model().index(5, 0)).top() + cards.verticalOffset())
    seen = cards.visualRect(cards.model().index(6, 0)).top()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, seen + 10))

    assert cards.visualRect(cards.model().index(6, 0)).top() == seen


def test_enter_and_double_click_edit(cards: CardList, qtbot: QtBot) -> None:
    cards.follow(cards.model().index(0, 0))
    with qtbot.waitSignal(cards.pressed_button) as pressed:
        QTest.keyClick(cards, Qt.Key.Key_Return)
    assert pressed.args == ["edit"]


def test_letters_are_left_to_the_window(cards: CardList, qtbot: QtBot) -> None:
    cards.follow(cards.model().index(0, 0))
    with qtbot.assertNotEmitted(cards.chosen):
        QTest.keyClicks(cards, "abcn1")


def test_buttons_fit_into_narrow_cards(cards: CardList) -> None:
    cards.resize(260, 320)
    cards.follow(cards.model().index(0, 0))
    card = QRectF(cards.visualRect(cards.model().index(0, 0)))

    assert all(card.contains(cards.button_box(name)) for name in ("keep", "drop", "edit", "why"))


def test_compact_cards_are_lower(cards: CardList) -> None:
    before = cards.visualRect(cards.model().index(1, 0)).height()
    cards.set_compact(True)

    assert cards.visualRect(cards.model().index(1, 0)).height() < before


def test_an_error_while_painting_leaves_no_painter_open(cards: CardList, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        message = "cannot be worded"
        raise ValueError(message)

    monkeypatch.setattr(cards.itemDelegate(), "paint", fail)
    with pytest.raises(ValueError, match="cannot be worded"):
        cards.viewport().repaint()
    monkeypatch.undo()

    cards.viewport().repaint()
    assert not cards.viewport().paintingActive()
