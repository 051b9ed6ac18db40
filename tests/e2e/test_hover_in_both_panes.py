import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.findings.view import CardList
from ui.reader.view import Reader
from ui.window import MainWindow

pytestmark = pytest.mark.screen


def is_in(colour: str, found: set[str]) -> bool:
    """Whether a colour is among others, as far as a screen of few colours can show it."""
    wanted = QColor(colour).getRgb()
    return any(max(abs(a - b) for a, b in zip(wanted, QColor(each).getRgb(), strict=True)) <= 8 for each in found)


def colours_in(widget: QWidget, low: QPoint, high: QPoint) -> set[str]:
    """The colours along a line of what is painted."""
    image = widget.grab().toImage()
    steps = max(abs(high.x() - low.x()), abs(high.y() - low.y()))
    scale = image.devicePixelRatio()
    points = [low + (high - low) * (n / max(1, steps)) for n in range(steps + 1)]
    return {image.pixelColor((p.toPointF() * scale).toPoint()).name() for p in points}


def around_span(reader: Reader, identifier: str) -> set[str]:
    each = next(h for h in reader.shown_highlights if h.finding.id == identifier)
    rect = reader.on_screen(each.start, each.end)[0].toRect()
    return colours_in(reader.viewport(), QPoint(rect.center().x(), rect.top() - 4), QPoint(rect.center().x(), rect.top() + 4))


def around_card(cards: CardList, row: int) -> set[str]:
    rect = cards.visualRect(cards.model().index(row, 0))
    return colours_in(cards.viewport(), QPoint(rect.center().x(), rect.top()), QPoint(rect.center().x(), rect.top() + 8))


def hover(widget: QWidget, point: QPoint) -> None:
    """Put the mouse somewhere; a real screen has a pointer of its own."""
    QCursor.setPos(widget.mapToGlobal(point))
    QTest.mouseMove(widget, point)


@pytest.fixture
def third(reviewing: MainWindow) -> str:
    return reviewing.work.session.brief.findings[2].id


def test_a_card_under_the_mouse_outlines_its_words(reviewing: MainWindow, qtbot: QtBot, third: str) -> None:
    cards, reader, ring = reviewing.work.findings.list, reviewing.work.reader, theme.tokens().muted
    assert not is_in(ring, around_span(reader, third))

    hover(cards.viewport(), cards.visualRect(cards.model().index(2, 0)).center())
    qtbot.waitUntil(lambda: is_in(ring, around_span(reader, third)))

    hover(cards.viewport(), cards.visualRect(cards.model().index(3, 0)).center())
    qtbot.waitUntil(lambda: not is_in(ring, around_span(reader, third)))


def test_words_under_the_mouse_outline_their_card(reviewing: MainWindow, qtbot: QtBot, third: str) -> None:
    cards, reader, ring = reviewing.work.findings.list, reviewing.work.reader, theme.tokens().muted
    each = next(h for h in reader.shown_highlights if h.finding.id == third)
    assert not is_in(ring, around_card(cards, 2))

    hover(reader.viewport(), reader.on_screen(each.start, each.end)[0].center().toPoint())
    qtbot.waitUntil(lambda: is_in(ring, around_card(cards, 2)))

    hover(reader.viewport(), QPoint(2, reader.viewport().height() - 2))
    qtbot.waitUntil(lambda: not is_in(ring, around_card(cards, 2)))


def test_what_is_filtered_away_marks_no_other_card(reviewing: MainWindow, third: str) -> None:
    reviewing.work.findings.set_kind_filter("quote")
    reviewing.work.session.hover(third, "reader")

    assert not any(is_in(theme.tokens().muted, around_card(reviewing.work.findings.list, row)) for row in range(3))
