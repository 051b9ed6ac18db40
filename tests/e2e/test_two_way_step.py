from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.window import MainWindow

pytestmark = pytest.mark.screen


def middle_of(window: MainWindow, n: int) -> object:
    each = window.work.reader.shown_highlights[n]
    return window.work.reader.on_screen(each.start, each.end)[0].center().toPoint()


def test_a_click_on_a_highlight_makes_its_card_current(reviewing: MainWindow) -> None:
    QTest.mouseClick(reviewing.work.reader.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(reviewing, 3))

    wanted = reviewing.work.reader.shown_highlights[3].finding.id
    assert reviewing.work.session.current == wanted
    assert reviewing.work.findings.listed.row_of(wanted) == reviewing.work.findings.list.currentIndex().row()


def test_a_click_beside_highlights_changes_nothing(reviewing: MainWindow) -> None:
    QTest.mouseClick(reviewing.work.reader.viewport(), Qt.MouseButton.LeftButton, pos=reviewing.work.reader.rect().bottomRight())

    assert reviewing.work.session.current == reviewing.work.session.brief.findings[0].id


def test_a_card_scrolls_the_article(reviewing: MainWindow, qtbot: QtBot) -> None:
    reviewing.resize(1380, 420)
    reviewing.work.reader.verticalScrollBar().setValue(0)
    last = reviewing.work.session.brief.findings[-1].id

    reviewing.work.session.set_current(last, "findings")

    each = next(h for h in reviewing.work.reader.shown_highlights if h.finding.id == last)
    seen = reviewing.work.reader.viewport().rect()
    qtbot.waitUntil(lambda: seen.contains(reviewing.work.reader.on_screen(each.start, each.end)[0].center().toPoint()))


def test_a_highlight_whose_card_is_filtered_away_is_current_all_the_same(
    reviewing: MainWindow, press: Callable[..., None]
) -> None:
    panel, session = reviewing.work.findings, reviewing.work.session
    panel.set_kind_filter("quote")
    hidden = reviewing.work.reader.shown_highlights[3].finding
    QTest.mouseClick(reviewing.work.reader.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(reviewing, 3))
    assert session.current == hidden.id
    assert panel.hidden.isVisible()
    assert panel.hidden.text() == "1 hidden: show"

    press("j")
    behind = [f.id for f in session.brief.findings if f.span.start > hidden.span.start and f.id in panel.visible_ids()]
    assert session.current == behind[0], "the next one of the list that stands behind it in the text"

    press("Ctrl+Z")
    QTest.mouseClick(reviewing.work.reader.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(reviewing, 3))
    QTest.mouseClick(panel.hidden, Qt.MouseButton.LeftButton)
    assert panel.listed.row_of(hidden.id) == panel.list.currentIndex().row()
    assert not panel.hidden.isVisible()
