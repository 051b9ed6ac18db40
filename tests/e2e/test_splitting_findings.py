from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.brief import Decision
from briefing.model import Finding, Quote
from ui.window import MainWindow

pytestmark = pytest.mark.screen

ARTICLE = """Northwind Bank is pleased

The bank will raise its rate to between 5% and 8% next year. “We are pleased with it. Nobody believes that it will fall,” \
said Jane Doe, the chief executive of Northwind Bank.
"""


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, analysed: Callable[[MainWindow], None]) -> MainWindow:
    path = tmp_path / "pleased.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    window.work.opener.open_paths([path])
    analysed(window)
    return window


def words(window: MainWindow) -> list[str]:
    brief = window.work.session.brief
    return [finding.span.of(brief.article("1").text) for finding in brief.findings]


def take(window: MainWindow, wanted: Callable[[Finding], bool]) -> None:
    session = window.work.session
    session.set_current(next(f for f in session.brief.findings if wanted(f)).id, "test")
    window.work.findings.list.setFocus()


def is_quote(finding: Finding) -> bool:
    return isinstance(finding.content, Quote)


def test_a_range_becomes_two_figures_at_once(opened: MainWindow, press: Callable[..., None]) -> None:
    before = opened.work.session.brief
    take(opened, lambda finding: not is_quote(finding))
    press("/")
    assert words(opened)[:2] == ["5%", "8%"]

    press("Ctrl+Z")
    assert opened.work.session.brief == before


def test_a_quote_is_split_at_its_sentence_after_the_place_was_shown(opened: MainWindow, press: Callable[..., None]) -> None:
    take(opened, is_quote)
    press("k")
    take(opened, is_quote)
    press("/")
    assert "Where to split" in opened.status.currentMessage()
    press("Return")

    assert words(opened)[1:] == ["We are pleased with it.", "Nobody believes that it will fall"]
    brief = opened.work.session.brief
    assert [brief.decision(quote) for quote in brief.quotes()] == [Decision.KEPT, Decision.KEPT]
    assert opened.work.findings.editor.isHidden()


def test_the_place_moves_by_word(opened: MainWindow, press: Callable[..., None]) -> None:
    take(opened, is_quote)
    press("/", "Left", "Left", "/")

    assert words(opened)[1:] == ["We are pleased", "with it. Nobody believes that it will fall"]


def test_escape_leaves_it_whole(opened: MainWindow, press: Callable[..., None]) -> None:
    before = opened.work.session.brief
    take(opened, is_quote)
    press("/", "Right", "Escape", "Return")

    assert opened.work.session.brief == before


def test_what_was_split_is_merged_again(opened: MainWindow, press: Callable[..., None]) -> None:
    before = opened.work.session.brief
    take(opened, is_quote)
    press("/", "Return", "m")

    assert opened.work.session.brief == before
