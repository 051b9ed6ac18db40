"""Headline, lists, tables, captions and furniture look like what they are, and every word in them keeps its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextBlock, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.model import Origination, Span
from ui.window import MainWindow

SHOWCASE = Path(__file__).parents[1] / "data" / "showcase.html"


@pytest.fixture
def showcase(window: MainWindow, analysed: Callable[[MainWindow], None]) -> MainWindow:
    window.work.opener.open_paths([SHOWCASE])
    analysed(window)
    return window


def words(window: MainWindow, text: str) -> Span:
    start = window.work.session.brief.sources[0].article.text.index(text)
    return Span(start, start + len(text))


def block_of(window: MainWindow, text: str) -> QTextBlock:
    reader = window.work.reader
    return reader.document().findBlock(reader.offsets.to_document(words(window, text).start))


def seen(window: MainWindow, text: str) -> QPoint:
    """The middle of some words on the screen."""
    reader, place = window.work.reader, words(window, text)
    reader.scroll_to(place.start, place.end, at_top=True)
    found = reader.on_screen(reader.offsets.to_document(place.start), reader.offsets.to_document(place.end))
    return found[0].center().toPoint()


def test_each_kind_of_paragraph_is_set_in_its_own_way(showcase: MainWindow) -> None:
    title, heading = block_of(showcase, "Harbour traffic"), block_of(showcase, "What the ministry promises")
    body, caption = block_of(showcase, "PORT ELLEN"), block_of(showcase, "The old quay")
    sizes = [each.charFormat().font().pointSizeF() for each in (title, heading, body, caption)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes)
    assert (title.blockFormat().headingLevel(), heading.blockFormat().headingLevel()) == (1, 2)
    assert block_of(showcase, "a terminal for 1.2").blockFormat().leftMargin() > body.blockFormat().leftMargin()
    assert block_of(showcase, "Nothing of this").charFormat().font().italic()
    assert block_of(showcase, "READ MORE").charFormat().foreground() != body.charFormat().foreground()


def test_a_double_click_in_a_table_selects_its_very_words(showcase: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    QTest.mouseDClick(showcase.work.reader.viewport(), Qt.MouseButton.LeftButton, pos=seen(showcase, "waited"))
    assert showcase.work.reader.selected_span() == words(showcase, "waited")
    showcase.work.reader.setFocus()
    press("q")

    def added() -> list[str]:
        findings = showcase.work.session.brief.findings
        return [
            showcase.work.session.brief.sources[0].article.text[f.span.start : f.span.end]
            for f in findings
            if f.origination is Origination.ADDED
        ]

    qtbot.waitUntil(lambda: added() == ["waited"], timeout=60_000)


def test_what_is_copied_are_the_article_s_own_words(showcase: MainWindow, press: Callable[..., None]) -> None:
    row = words(showcase, "Port Ellen, million tons | 6.7 | 8.9 | +32.8%")
    showcase.work.reader.select(row)
    showcase.work.reader.setFocus()
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "Port Ellen, million tons | 6.7 | 8.9 | +32.8%"


def test_a_table_without_room_gives_each_cell_a_line(showcase: MainWindow, qtbot: QtBot) -> None:
    assert "\t" in block_of(showcase, "Northhaven, million tons").text()
    showcase.work.panes.setSizes([260, 560, 560])
    showcase.work.reader.set_zoom(200)
    qtbot.waitUntil(lambda: "\u2028" in block_of(showcase, "Northhaven, million tons").text())
    place = words(showcase, "10.4")
    reader = showcase.work.reader
    cursor = reader.textCursor()
    cursor.setPosition(reader.offsets.to_document(place.start))
    cursor.setPosition(reader.offsets.to_document(place.end), cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "10.4"


def test_ctrl_and_the_wheel_size_the_text_alone(showcase: MainWindow) -> None:

    at = QPointF(50, 50)
    nothing, ctrl = QPoint(), Qt.KeyboardModifier.ControlModifier
    turned = QWheelEvent(at, at, nothing, QPoint(0, 120), Qt.MouseButton.NoButton, ctrl, Qt.ScrollPhase.NoScrollPhase, False)
    showcase.work.reader.wheelEvent(turned)
    assert showcase.work.reader.zoom == 110
    assert showcase.remembered.settings.text_zoom == 110
