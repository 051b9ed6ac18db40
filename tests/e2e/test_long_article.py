"""A hundred thousand words are on show at once, and stay smooth. Times are the window's own work: others use the machine too."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import review
from briefing.articles import from_text
from ui.window import MainWindow

PARAGRAPH = (
    "Trade between the two countries rose by {n} percent to ${n}.5 billion in 2021, the ministry said on Monday. "
    "“We expect more than {n},000 new jobs by 2030,” Minister Anna Berg told reporters in Oslo. "
    "She added that investment of nearly 4{n} million euros would follow, and that the two sides would meet again in spring. "
)
WORDS = 100_000
FIRST_SCREEN, PAGE, KEY = 0.5, 0.05, 0.15  # seconds


def own_work(deed: Callable[[], object], window: MainWindow) -> float:
    began = time.thread_time()
    deed()
    QApplication.processEvents()
    window.work.reader.viewport().repaint()
    return time.thread_time() - began


@pytest.fixture(scope="module")
def text() -> str:
    count = WORDS // len(PARAGRAPH.split()) + 1
    return "Trade grows\n\n" + "\n\n".join(PARAGRAPH.format(n=10 + n % 89) for n in range(count))


@pytest.fixture
def long(window: MainWindow, text: str) -> MainWindow:
    article = from_text(text)
    assert len(article.text.split()) >= WORDS
    session = window.work.session
    took = own_work(lambda: session.analysed(review.add_article(session.brief, article)), window)
    assert took <= FIRST_SCREEN
    assert window.work.reader.on_screen(0, 10)
    return window


def test_a_page_down_is_painted_at_once(long: MainWindow, qtbot: QtBot) -> None:
    reader = long.work.reader
    qtbot.waitUntil(lambda: reader.document().blockCount() == len(reader.article.blocks), timeout=60_000)
    reader.setFocus()
    reader.verticalScrollBar().setValue(reader.verticalScrollBar().maximum() // 2)
    own_work(lambda: None, long)
    took = sorted(own_work(lambda: QTest.keyClick(reader, Qt.Key.Key_PageDown), long) for _ in range(30))
    assert took[15] <= PAGE


def test_each_key_in_the_find_field_is_answered_at_once(long: MainWindow, qtbot: QtBot) -> None:
    reader = long.work.reader
    qtbot.waitUntil(lambda: reader.document().blockCount() == len(reader.article.blocks), timeout=60_000)
    took = [own_work(lambda key=key: QTest.keyClicks(long.find_field, key), long) for key in "ministry"]
    assert max(took) <= KEY
    assert long.find_field.count.text().endswith(f"/{len(long.find_field.matches())}")
    assert len(long.find_field.matches()) > 1000
