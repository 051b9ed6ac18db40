"""On a first run at most four hints lead through the window; they never come back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefing.storage import load_settings
from ui.tour import Tour
from ui.window import MainWindow

pytestmark = pytest.mark.first_run

Wait = Callable[[MainWindow], None]


@pytest.fixture
def tour(window: MainWindow, qtbot: QtBot, analysed: Wait) -> Tour:
    window.work.opener.open_sample()
    analysed(window)
    qtbot.waitUntil(lambda: window.work.guidance.tour is not None)
    found = window.work.guidance.tour
    assert found is not None
    return found


def test_four_hints_and_no_more(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    said = []
    while window.work.guidance.tour is not None:
        said.append(tour.bubble.title.text())
        qtbot.mouseClick(tour.bubble.next, Qt.MouseButton.LeftButton)
    assert len(said) == len(set(said)) == 4


def test_every_hint_stands_whole_inside_the_window(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    for _ in range(4):
        bubble = tour.bubble
        assert window.rect().contains(bubble.geometry())
        assert bubble.text.height() >= bubble.text.heightForWidth(bubble.text.width())
        qtbot.mouseClick(bubble.next, Qt.MouseButton.LeftButton)


def ink(label: QLabel) -> int:
    """How many pixels of a label differ from its ground."""
    image = QImage(label.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    label.render(image, QPoint(), QRegion(), QWidget.RenderFlag(0))
    white = QColor(Qt.GlobalColor.white).rgb()
    return sum(image.pixel(x, y) != white for x in range(image.width()) for y in range(image.height()))


def test_no_line_of_a_hint_is_cut_off(tour: Tour, qtbot: QtBot) -> None:
    for _ in range(4):
        text = tour.bubble.text
        cut_off_nothing = QLabel(text.text(), tour.bubble)
        cut_off_nothing.setWordWrap(True)
        cut_off_nothing.setFixedSize(text.width(), text.height() + 60)
        assert ink(text) == ink(cut_off_nothing)
        qtbot.mouseClick(tour.bubble.next, Qt.MouseButton.LeftButton)


def test_a_hint_grows_with_its_font(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    bubble, before = tour.bubble, tour.bubble.height()
    font = bubble.text.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    bubble.text.setFont(font)
    qtbot.waitUntil(lambda: bubble.height() > before)
    assert bubble.text.height() >= bubble.text.heightForWidth(bubble.text.width())
    assert bubble.rect().contains(bubble.next.geometry())
    assert bubble.next.geometry().top() > bubble.text.geometry().bottom()
    assert window.rect().contains(bubble.geometry())


def test_the_keys_work_meanwhile(window: MainWindow, tour: Tour) -> None:
    assert not tour.bubble.isHidden()
    QTest.keyClick(QApplication.focusWidget(), "k")
    assert window.work.session.brief.decisions


def test_skipping_ends_it(window: MainWindow, tour: Tour, qtbot: QtBot) -> None:
    qtbot.mouseClick(tour.bubble.skip, Qt.MouseButton.LeftButton)
    assert window.work.guidance.tour is None


def test_escape_in_the_hint_gives_the_keyboard_back(window: MainWindow, tour: Tour) -> None:
    tour.bubble.next.setFocus()
    QTest.keyClick(tour.bubble.next, Qt.Key.Key_Escape)
    assert window.work.guidance.tour is None
    assert window.isAncestorOf(window.focusWidget())


def test_it_does_not_come_back(window: MainWindow, tour: Tour, qtbot: QtBot, analysed: Wait) -> None:
    tour.end()
    qtbot.waitUntil(lambda: load_settings().settings.shown_welcome)
    window.work.opener.open_sample()
    analysed(window)
    assert window.work.guidance.tour is None


@pytest.mark.usefixtures("window")
def test_a_hint_follows_the_window(window: MainWindow, tour: Tour) -> None:
    window.resize(900, 600)
    QApplication.processEvents()
    assert window.rect().contains(tour.bubble.geometry())
