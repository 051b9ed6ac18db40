from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.window import MainWindow


def middle_of(window: MainWindow, n: int) -> object:
    each = window.reader.shown_highlights[n]
    return window.reader.on_screen(each.start, each.end)[0].center().toPoint()


def test_a_click_on_a_highlight_makes_its_card_current(reviewing: MainWindow) -> None:
    QTest.mouseClick(reviewing.reader.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(reviewing, 3))

    wanted = reviewing.reader.shown_highlights[3].finding.id
    assert reviewing.session.current == wanted
    assert reviewing.findings.listed.row_of(wanted) == reviewing.findings.list.currentIndex().row()


def test_a_click_beside_highlights_changes_nothing(reviewing: MainWindow) -> None:
    QTest.mouseClick(reviewing.reader.viewport(), Qt.MouseButton.LeftButton, pos=reviewing.reader.rect().bottomRight())

    assert reviewing.session.current == reviewing.session.brief.findings[0].id


def test_a_card_scrolls_the_article(reviewing: MainWindow, qtbot: QtBot) -> None:
    reviewing.resize(1380, 420)
    reviewing.reader.verticalScrollBar().setValue(0)
    last = reviewing.session.brief.findings[-1].id

    reviewing.session.set_current(last, "findings")

    each = next(h for h in reviewing.reader.shown_highlights if h.finding.id == last)
    seen = reviewing.reader.viewport().rect()
    qtbot.waitUntil(lambda: seen.contains(reviewing.reader.on_screen(each.start, each.end)[0].center().toPoint()))
