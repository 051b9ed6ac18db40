from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from briefing.brief import Decision
from ui.actions import ACTIONS
from ui.findings.card import Card
from ui.findings.model import Role
from ui.window import MainWindow

KEYS = {row.id: row.keys for row in ACTIONS}


def card_at(window: MainWindow, row: int) -> Card:
    found: Card = window.work.findings.list.model().index(row, 0).data(Role.CARD)
    return found


def row_of(window: MainWindow, kind: str) -> int:
    """A row that is not the current one, of a kind."""
    cards = window.work.findings.list
    return next(n for n in range(cards.model().rowCount()) if card_at(window, n).kind == kind and n != cards.currentIndex().row())


def ask(window: MainWindow, qtbot: QtBot, row: int, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse) -> QMenu:
    """Ask for the menu of a card as the window system does."""
    cards, menu = window.work.findings.list, window.work.card_menu
    spot = cards.visualRect(cards.model().index(row, 0)).center()
    QApplication.sendEvent(cards.viewport(), QContextMenuEvent(reason, spot, cards.viewport().mapToGlobal(spot)))
    qtbot.waitUntil(menu.isVisible)
    return menu


def choose(menu: QMenu, name: str) -> None:
    action = next(action for action in menu.actions() if action.objectName() == name)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def names(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def test_it_offers_what_the_keys_do_and_shows_them(reviewing: MainWindow, qtbot: QtBot) -> None:
    menu = ask(reviewing, qtbot, row_of(reviewing, "figure"))

    wanted = ["keep", "drop", "undecided", "edit", "star", "why", "merge", "split", "start-edge", "end-edge"]
    assert names(menu) == wanted
    for action in menu.actions():
        if not action.isSeparator():
            assert action is reviewing.actions_table[action.objectName()]
            assert action.isShortcutVisibleInContextMenu()
            assert action.shortcut().toString() == KEYS[action.objectName()][0]
            assert action.isEnabled()
    menu.close()


def test_a_quote_has_no_star(reviewing: MainWindow, qtbot: QtBot) -> None:
    menu = ask(reviewing, qtbot, row_of(reviewing, "quote"))
    assert "star" not in names(menu)
    assert "merge" in names(menu)
    menu.close()


@pytest.mark.parametrize(("name", "decision"), [("keep", Decision.KEPT), ("drop", Decision.DROPPED)])
def test_it_decides_about_the_card_under_the_mouse(reviewing: MainWindow, qtbot: QtBot, name: str, decision: Decision) -> None:
    row = row_of(reviewing, "quote")
    finding = card_at(reviewing, row).finding
    choose(ask(reviewing, qtbot, row), name)
    assert reviewing.work.session.brief.decision(finding) is decision


def test_it_edits_that_card(reviewing: MainWindow, qtbot: QtBot) -> None:
    row = row_of(reviewing, "figure")
    finding = card_at(reviewing, row).finding
    choose(ask(reviewing, qtbot, row), "edit")
    assert reviewing.work.session.current == finding.id
    assert reviewing.work.findings.editor.isVisible()


def test_the_menu_key_asks_about_the_current_card(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    press("j")
    current = reviewing.work.session.current
    cards = reviewing.work.findings.list
    with qtbot.waitSignal(cards.menu_asked) as asked:
        menu = ask(reviewing, qtbot, 0, QContextMenuEvent.Reason.Keyboard)
    assert asked.args is not None
    assert cards.visualRect(cards.currentIndex()).contains(cards.viewport().mapFromGlobal(asked.args[0]))
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert reviewing.work.session.current == current
    assert cards.hasFocus()


def test_there_is_none_beside_the_cards(reviewing: MainWindow) -> None:
    cards = reviewing.work.findings.list
    reviewing.work.findings.filters.search.setText("jane")
    spot = QPoint(20, cards.viewport().height() - 3)
    assert not cards.indexAt(spot).isValid()
    QApplication.sendEvent(cards.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, cards.mapToGlobal(spot)))
    assert not reviewing.work.card_menu.isVisible()
