"""What is known of an article is mended in the window, and goes with the note."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.compose import compose
from briefing.model import Article, Figure
from briefing.storage import open_brief
from ui.reader.details import Details
from ui.window import MainWindow

TEXT = """Harbour to grow

By Anna Holt

The harbour handled 8.9 million tons of cargo last year, the port authority said. It will cost 5 million euros.
"""


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, analysed: Callable[[MainWindow], None]) -> MainWindow:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    window.work.opener.open_paths([path])
    analysed(window)
    return window


def article(window: MainWindow) -> Article:
    return window.work.session.brief.sources[0].article


def details(window: MainWindow) -> Details:
    return window.work.reader_pane.details


def type_into(window: MainWindow, name: str, text: str) -> None:
    line = details(window).fields[name].line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.work.analyses.running, timeout=60_000)


def test_the_line_above_the_article_opens_the_drawer(opened: MainWindow) -> None:
    header = opened.work.reader_pane.header
    assert header.text() == "outlet not known · date not known · Anna Holt"
    QTest.mouseClick(header, Qt.MouseButton.LeftButton)
    assert details(opened).isVisible()
    assert details(opened).fields["title"].line.hasFocus()
    QTest.keyClick(details(opened).fields["title"].line, Qt.Key.Key_Escape)
    assert not details(opened).isVisible()


def test_each_field_says_where_it_came_from(opened: MainWindow, press: Callable[..., None]) -> None:
    press("Ctrl+I")
    fields = details(opened).fields
    assert (fields["authors"].line.text(), fields["authors"].place.text()) == ("Anna Holt", "from the byline")
    assert fields["published"].place.text() == "not found"
    assert not fields["authors"].reset.isVisible()


def test_what_is_typed_reaches_the_sources_and_can_be_undone(opened: MainWindow, press: Callable[..., None]) -> None:
    press("Ctrl+I")
    type_into(opened, "outlet", "The Coastal Courier")
    type_into(opened, "authors", "Mary Lane; Juan Perez")

    entry = compose(opened.work.session.brief).sources[0].text
    assert "Mary Lane and Juan Perez" in entry
    assert "The Coastal Courier" in entry
    assert opened.work.reader_pane.header.text() == "The Coastal Courier · date not known · Mary Lane and Juan Perez"
    assert details(opened).fields["outlet"].place.text() == "typed by you"

    opened.act("undo")
    opened.act("undo")
    assert (article(opened).outlet, article(opened).authors) == ("", ("Anna Holt",))
    assert details(opened).fields["authors"].line.text() == "Anna Holt"


def test_ctrl_z_takes_back_typing_and_then_the_step(opened: MainWindow, press: Callable[..., None]) -> None:
    press("Ctrl+I")
    type_into(opened, "outlet", "The Coastal Courier")
    line = details(opened).fields["outlet"].line
    QTest.keyClicks(line, "!")
    press("Ctrl+Z")
    assert line.text() == "The Coastal Courier"
    assert article(opened).outlet == "The Coastal Courier"
    press("Ctrl+Z")
    assert article(opened).outlet == line.text() == ""
    press("Ctrl+Shift+Z")
    assert article(opened).outlet == "The Coastal Courier"


def test_reset_brings_back_what_the_file_said(opened: MainWindow, press: Callable[..., None]) -> None:
    press("Ctrl+I")
    type_into(opened, "authors", "Mary Lane")
    QTest.mouseClick(details(opened).fields["authors"].reset, Qt.MouseButton.LeftButton)
    assert article(opened).authors == ("Anna Holt",)
    assert details(opened).fields["authors"].place.text() == "from the byline"


def test_another_date_resolves_last_year_anew_and_keeps_decisions(
    opened: MainWindow, qtbot: QtBot, press: Callable[..., None]
) -> None:
    first = next(f for f in opened.work.session.brief.findings if isinstance(f.content, Figure) and f.content.period)
    opened.work.session.set_current(first.id, "test")
    opened.act("keep")

    def years() -> str:
        content = opened.work.session.brief.finding(first.id).content
        assert isinstance(content, Figure)
        return content.period.start[:4] if content.period else "none"

    assert years() == ""
    press("Ctrl+I")
    type_into(opened, "published", "3 May 2019")
    qtbot.waitUntil(lambda: years() == "2018", timeout=60_000)
    settled(opened, qtbot)
    assert opened.work.session.brief.decisions == {first.id: "kept"}

    opened.act("undo")
    assert years() == ""


def test_what_is_no_date_is_said_and_stays_to_be_mended(opened: MainWindow, press: Callable[..., None]) -> None:
    press("Ctrl+I")
    type_into(opened, "published", "the day before")
    field = details(opened).fields["published"]
    assert "is no date" in field.place.text()
    assert field.line.text() == "the day before"
    assert article(opened).published == ""


def test_details_survive_saving(opened: MainWindow, qtbot: QtBot, press: Callable[..., None], tmp_path: Path) -> None:
    press("Ctrl+I")
    line = details(opened).fields["outlet"].line
    line.setFocus()
    QTest.keyClicks(line, "The Coastal Courier")  # and no Enter: saving takes it
    opened.work.session._path = path = tmp_path / "harbour.brief"
    press("Ctrl+S")
    qtbot.waitUntil(path.exists)

    source = open_brief(path).sources[0]
    assert source.article.outlet == "The Coastal Courier"
    assert source.as_read is not None
    assert source.as_read.outlet == ""


def test_the_article_stays_in_sight_in_a_low_window(opened: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    press("Ctrl+I")
    tall = details(opened).height()
    opened.resize(1200, 480)
    qtbot.waitUntil(lambda: opened.height() <= 520)
    qtbot.waitUntil(lambda: details(opened).height() < tall)
    assert opened.work.reader.height() >= 60
    line = details(opened).fields["address"].line
    for _ in range(len(details(opened).fields)):
        press("Tab")
        if line.hasFocus():
            break
    assert line.hasFocus()
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty())
