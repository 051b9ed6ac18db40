from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from briefing.brief import Decision
from briefing.model import Origination, Quote, Span
from ui.bars import Bar
from ui.window import MainWindow


def select(window: MainWindow, words: str) -> None:
    text = window.work.session.brief.sources[0].article.text
    start = text.index(words)
    window.work.reader.select(Span(start, start + len(words)))
    window.work.reader.setFocus()


def test_a_selection_becomes_a_quote_that_is_kept(
    window: MainWindow, qtbot: QtBot, article_file: Path, analysed: Callable[[MainWindow], None], press: Callable[..., None]
) -> None:
    window.work.opener.open_paths([article_file])
    analysed(window)
    select(window, "Costs fell by £240m from a year earlier")
    assert window.work.popup.isVisible()

    press("q")

    brief = lambda: window.work.session.brief  # noqa: E731 - asked anew each time
    qtbot.waitUntil(lambda: any(f.origination is Origination.ADDED for f in brief().findings), timeout=60_000)
    added = next(f for f in brief().findings if f.origination is Origination.ADDED)
    assert isinstance(added.content, Quote)
    assert added.span.of(brief().sources[0].article.text) == "Costs fell by £240m from a year earlier"
    assert brief().decision(added) is Decision.KEPT
    assert window.work.session.current == added.id
    assert not window.work.popup.isVisible()


def test_what_is_no_quantity_is_no_figure(
    window: MainWindow,
    article_file: Path,
    analysed: Callable[[MainWindow], None],
    press: Callable[..., None],
    bar: Callable[[str], Bar],
) -> None:
    window.work.opener.open_paths([article_file])
    analysed(window)
    before = window.work.session.brief.findings
    select(window, "told reporters in London")

    press("f")

    assert bar("no quantity")
    assert window.work.session.brief.findings == before
