"""A greyed paragraph is put back, and another one left out, by key, by menu and by the button in the margin."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefing.model import Block
from briefing.storage import open_brief, save_brief
from ui.bars import Bar
from ui.window import MainWindow

TEXT = """Harbour to grow

The harbour handled 8.9 million tons of cargo in 2023, the port authority said. It will cost 5 million euros.

READ MORE: Why 140 ships wait outside the breakwater

“We will build a second terminal,” Mayor Anna Holt told reporters. It will employ 300 crane drivers.
"""


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, analysed: Callable[[MainWindow], None]) -> MainWindow:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    window.work.opener.open_paths([path])
    analysed(window)
    return window


def block(window: MainWindow, number: int) -> Block:
    return window.work.session.brief.sources[0].article.blocks[number - 1]


def found_in(window: MainWindow, number: int) -> int:
    return sum(finding.number == number for finding in window.work.session.brief.findings)


def middle(window: MainWindow, number: int) -> QPoint:
    reader, span = window.work.reader, block(window, number).span
    start = reader.offsets.to_document(span.start)
    return reader.on_screen(start, start + 6)[0].center().toPoint()


def test_a_greyed_paragraph_is_found_and_counted_by_keys(opened: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    assert (block(opened, 3).included, found_in(opened, 3)) == (False, 0)
    press("Shift+G")
    assert opened.work.reader.selected_span() == block(opened, 3).span
    press("g")
    assert block(opened, 3).included
    qtbot.waitUntil(lambda: found_in(opened, 3) == 1, timeout=60_000)

    press("Ctrl+Z")
    assert (block(opened, 3).included, found_in(opened, 3)) == (False, 0)


def test_a_paragraph_left_out_takes_its_findings_along_and_other_decisions_stay(
    opened: MainWindow, qtbot: QtBot, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    brief = opened.work.session.brief
    first = next(finding for finding in brief.findings if finding.number == 2)
    opened.work.session.set_current(first.id, "test")
    press("k")
    last = next(finding for finding in brief.findings if finding.number == 4)
    opened.work.session.set_current(last.id, "test")
    press("k")
    opened.work.session.set_current(first.id, "test")

    press("g")

    assert block(opened, 2).reason == "left out by you"
    assert found_in(opened, 2) == 0
    assert opened.work.session.brief.decisions == {last.id: "kept"}
    notice = bar("¶2 is left out")
    qtbot.waitUntil(lambda: not opened.work.analyses.running, timeout=60_000)
    assert found_in(opened, 2) == 0

    notice.buttons[0].click()
    assert opened.work.session.brief.decisions == {first.id: "kept", last.id: "kept"}
    assert opened.work.session.brief.finding(first.id)


def test_the_button_in_the_margin_counts_a_greyed_paragraph(opened: MainWindow, qtbot: QtBot) -> None:
    viewport, button = opened.work.reader.viewport(), opened.work.corrections.button
    QTest.mouseMove(viewport, middle(opened, 2))
    qtbot.wait(20)
    assert not button.isVisible()
    QTest.mouseMove(viewport, middle(opened, 3))
    qtbot.waitUntil(button.isVisible)
    assert "not searched: page furniture" in button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert block(opened, 3).included


def test_the_margin_beside_a_paragraph_offers_to_leave_it_out(opened: MainWindow, qtbot: QtBot) -> None:
    viewport, button = opened.work.reader.viewport(), opened.work.corrections.button
    QTest.mouseMove(viewport, QPoint(10, middle(opened, 4).y()))
    qtbot.waitUntil(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not block(opened, 4).included


def test_the_menu_of_a_paragraph_offers_it_too(opened: MainWindow, qtbot: QtBot) -> None:
    viewport, at = opened.work.reader.viewport(), middle(opened, 3)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    opened.work.reader.contextMenuEvent(event)
    menu = next(each for each in opened.work.reader.findChildren(QMenu) if each.isVisible())
    action = next(each for each in menu.actions() if each.text().startswith("Count this paragraph"))
    action.trigger()
    menu.close()
    assert block(opened, 3).included


def test_what_counts_is_saved_with_the_brief(opened: MainWindow, press: Callable[..., None], tmp_path: Path) -> None:
    press("Shift+G")
    press("g")
    save_brief(opened.work.session.brief, tmp_path / "harbour.brief")
    assert open_brief(tmp_path / "harbour.brief").sources[0].article.blocks[2].included
