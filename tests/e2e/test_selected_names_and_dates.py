from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.model import Finding, Span
from ui.bars import Bar
from ui.window import MainWindow

pytestmark = pytest.mark.screen

ARTICLE = """Northwind profit jumps as bank warns on rates

By Ann Lee
4 March 2026

Northwind Bank reported $3.4bn of profit. It had made less in the third quarter of 2025, when rates were lower.

“We are pleased,” said its chief executive. The remark surprised Tom Roe, the chairman of the Savers Union.
"""


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, analysed: Callable[[MainWindow], None]) -> MainWindow:
    path = tmp_path / "northwind.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    window.work.opener.open_paths([path])
    analysed(window)
    return window


def select(window: MainWindow, words: str) -> None:
    text = window.work.session.brief.article("1").text
    start = text.index(words)
    window.work.reader.setFocus()
    window.work.reader.select(Span(start, start + len(words)))


def profit(window: MainWindow) -> Finding:
    brief = window.work.session.brief
    return next(f for f in brief.figures() if "3.4bn" in f.span.of(brief.article("1").text))


def test_a_date_gives_the_figure_beside_it_its_period(
    opened: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar], qtbot: QtBot
) -> None:
    select(opened, "the third quarter of 2025")
    assert opened.work.popup.buttons["date"].text() == "Period of $3.4bn  D"
    press("d")

    identifier = profit(opened).id
    qtbot.waitUntil(lambda: identifier in opened.work.session.brief.edits, timeout=60_000)
    fields = opened.work.session.brief.edits[identifier].fields
    assert fields["period"].startswith("third quarter of 2025 [")
    assert (fields["period_start"], fields["period_end"]) == ("2025-07-01", "2025-09-30")
    press("Ctrl+Z")
    assert not opened.work.session.brief.edits


def test_a_date_in_the_head_is_the_articles(opened: MainWindow, bar: Callable[[str], Bar]) -> None:
    session = opened.work.session
    session.correct("1", session.brief.article("1"), "", "test")
    select(opened, "4 March 2026")
    button = opened.work.popup.buttons["date"]
    assert button.text() == "Article’s date  D"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert bar("The article’s date is 4 March 2026")
    assert session.brief.article("1").published == "2026-03-04"


def test_what_is_no_date_is_told(opened: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]) -> None:
    select(opened, "rates were lower")
    press("d")

    assert bar("no date")


def test_a_person_is_offered_everywhere_from_now_on(
    opened: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    select(opened, "Tom Roe")
    press("p")

    notice = bar("Tom Roe, chairman")
    session = opened.work.session
    assert [person.name for person in session.brief.people] == ["Tom Roe"]
    session.set_current(session.brief.quotes()[0].id, "test")
    press("e")
    assert "Tom Roe" in opened.work.findings.editor.fields["speaker"].line.names.stringList()
    press("Escape")
    QTest.mouseClick(next(each for each in notice.buttons if each.text() == "Undo"), Qt.MouseButton.LeftButton)
    assert not session.brief.people


def test_the_person_can_be_the_current_quotes_speaker_at_once(
    opened: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    session = opened.work.session
    quote = session.brief.quotes()[0]
    session.set_current(quote.id, "test")
    select(opened, "Tom Roe")
    press("p")
    button = next(each for each in bar("offered").buttons if each.text() == "Speaker of this quote")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert session.brief.edits[quote.id].fields["speaker"] == "Tom Roe"
    assert "chairman" in session.brief.edits[quote.id].fields["role"]
