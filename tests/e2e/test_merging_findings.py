from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.brief import Decision
from briefing.model import Finding, Quote, Span
from ui.bars import Bar
from ui.findings.model import Role
from ui.window import MainWindow

pytestmark = pytest.mark.screen

ARTICLE = """Northwind Bank is pleased

“We are pleased,” said Jane Doe, the chief executive of Northwind Bank, “with the result of the whole year.” The bank will \
raise its rate from 5% in May, she said, and its fee will cost savers $12.

“It is luck,” said Tom Roe, a critic of the bank.
"""


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, analysed: Callable[[MainWindow], None]) -> MainWindow:
    path = tmp_path / "pleased.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    window.work.opener.open_paths([path])
    analysed(window)
    return window


def words(window: MainWindow, finding: Finding) -> list[str]:
    text = window.work.session.brief.article("1").text
    spans = finding.content.segments if isinstance(finding.content, Quote) else (finding.span,)
    return [span.of(text) for span in spans]


def take(window: MainWindow, some: str) -> Finding:
    session = window.work.session
    found = next(f for f in session.brief.findings if some in " ".join(words(window, f)))
    session.set_current(found.id, "test")
    window.work.findings.list.setFocus()
    return found


def test_m_makes_one_quote_of_two_fragments_of_a_sentence(opened: MainWindow, press: Callable[..., None]) -> None:
    session = opened.work.session
    before = take(opened, "We are pleased")
    press("k")
    take(opened, "We are pleased")
    press("m")

    made = session.brief.finding(session.current)
    assert words(opened, made) == ["We are pleased", "with the result of the whole year."]
    assert session.brief.decision(made) is Decision.KEPT
    card = opened.work.findings.model.index_of(made.id).data(Role.CARD)
    assert card.lines.excerpt.text == "“We are pleased … with the result of the whole year.”"
    assert {h.finding.id for h in opened.work.reader.shown_highlights} >= {made.id}

    press("Ctrl+Z")
    assert session.brief.finding(before.id) == before
    assert session.current == before.id


def test_shift_m_merges_with_the_one_before(opened: MainWindow, press: Callable[..., None]) -> None:
    take(opened, "with the result")
    press("Shift+M")

    made = opened.work.session.brief.finding(opened.work.session.current)
    assert len(words(opened, made)) == 2


def test_what_is_selected_in_the_article_is_merged(opened: MainWindow, press: Callable[..., None]) -> None:
    text = opened.work.session.brief.article("1").text
    opened.work.reader.select(Span(text.index("We are"), text.index(" The bank will")))
    opened.work.reader.setFocus()
    press("m")

    made = opened.work.session.brief.finding(opened.work.session.current)
    assert len(words(opened, made)) == 2


def test_what_two_people_said_stays_apart(opened: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]) -> None:
    before = opened.work.session.brief
    take(opened, "with the result")
    press("m")

    assert bar("different speakers")
    assert opened.work.session.brief == before


def test_a_merged_quote_survives_a_new_analysis_and_the_file(
    opened: MainWindow, press: Callable[..., None], qtbot: QtBot, tmp_path: Path, analysed: Callable[[MainWindow], None]
) -> None:
    session = opened.work.session
    take(opened, "We are pleased")
    press("m", "k", "Ctrl+R")
    merged = session.brief
    analysed(opened)
    assert session.brief == merged

    session.saved(tmp_path / "pleased.brief")
    press("Ctrl+S")
    qtbot.waitUntil((tmp_path / "pleased.brief").exists, timeout=60_000)
    opened.work.opener.open_paths([tmp_path / "pleased.brief"])
    qtbot.waitUntil(lambda: session.path == tmp_path / "pleased.brief" and not session.unsaved, timeout=60_000)
    assert session.brief.findings == merged.findings
    assert session.brief.decisions == merged.decisions
