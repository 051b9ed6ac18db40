from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.brief import Brief
from briefing.model import Figure, Hedge
from ui.findings.model import Role
from ui.window import MainWindow

pytestmark = pytest.mark.screen


@pytest.fixture
def level(reviewing: MainWindow) -> str:
    """The finding "nearly $3.4bn" is current."""
    session = reviewing.work.session
    found = next(f for f in session.brief.figures() if "3.4bn" in f.span.of(session.brief.article("1").text))
    session.set_current(found.id, "test")
    return found.id


def words(brief: Brief, identifier: str) -> str:
    finding, edit = brief.finding(identifier), brief.edits.get(identifier)
    span = edit.span if edit and edit.span else finding.span
    return " ".join(span.of(brief.article(finding.article).text).split())


def test_the_start_moves_by_word_and_the_end_by_character_as_one_step(
    reviewing: MainWindow, press: Callable[..., None], level: str
) -> None:
    session = reviewing.work.session
    before = session.brief
    assert words(session.brief, level) == "nearly $3.4bn"

    press("[", "Right")
    assert words(session.brief, level) == "$3.4bn"
    press("]", "Shift+Left", "Shift+Left", "Shift+Right", "Escape")
    assert words(session.brief, level) == "$3.4b"

    press("Ctrl+Z")
    assert session.brief.edits == before.edits


def test_escape_gives_the_arrows_back(reviewing: MainWindow, press: Callable[..., None], level: str) -> None:
    press("[", "Escape", "Right")

    assert level not in reviewing.work.session.brief.edits


def test_another_finding_ends_it(reviewing: MainWindow, press: Callable[..., None], level: str) -> None:
    press("[", "j", "Right")

    assert not reviewing.work.session.brief.edits


def test_the_value_is_read_again_at_every_step(
    window: MainWindow, qtbot: QtBot, press: Callable[..., None], article_file: Path, analysed: Callable[[MainWindow], None]
) -> None:
    window.work.opener.open_paths([article_file])
    analysed(window)
    session = window.work.session
    jobs = next(f for f in session.brief.figures() if "1,200" in f.span.of(session.brief.article("1").text))
    session.set_current(jobs.id, "test")
    before = session.brief
    assert isinstance(jobs.content, Figure)
    assert (words(before, jobs.id), jobs.content.amount.value, jobs.content.hedge) == ("About 1,200 jobs", 1200, Hedge.ABOUT)

    def read() -> Figure | None:
        reading = session.brief.edits[jobs.id].reading
        return reading if isinstance(reading, Figure) else None

    press("[", "Right")
    qtbot.waitUntil(lambda: read() is not None and read().hedge is Hedge.EXACT, timeout=60_000)
    card = window.work.findings.model.index_of(jobs.id).data(Role.CARD)
    assert card.lines.title == "1,200 jobs"
    assert "read as 1,200 (job)" in card.lines.second

    press("]", "Left", "[", "Shift+Right", "Shift+Right")
    qtbot.waitUntil(lambda: read() is not None and read().amount.value != 1200, timeout=60_000)
    assert (words(session.brief, jobs.id), read().amount.value) == ("200", 200)

    press("Escape", "Ctrl+Z")
    assert session.brief == before


def test_an_edge_that_is_moved_back_is_no_edit(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], level: str
) -> None:
    before = reviewing.work.session.brief
    press("[", "Right", "Left", "Return")
    qtbot.waitUntil(lambda: not reviewing.jobs.busy, timeout=60_000)

    assert reviewing.work.session.brief == before


def test_enter_ends_it_without_opening_the_editor(reviewing: MainWindow, press: Callable[..., None], level: str) -> None:
    press("[", "Right", "Return", "Right")

    assert words(reviewing.work.session.brief, level) == "$3.4bn"
    assert reviewing.work.findings.editor.isHidden()


def test_edges_without_a_number_between_them_are_told(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], level: str
) -> None:
    press("]", "Left")
    assert words(reviewing.work.session.brief, level) == "nearly $"

    qtbot.waitUntil(lambda: "no number" in reviewing.status.currentMessage(), timeout=60_000)
