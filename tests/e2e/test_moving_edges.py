from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from briefing.brief import Brief
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


def test_the_value_is_read_again_at_its_new_edges(
    reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], level: str
) -> None:
    session = reviewing.work.session
    press("[")
    qtbot.waitUntil(lambda: not reviewing.jobs.busy, timeout=60_000)
    press("Right")
    qtbot.waitUntil(lambda: not reviewing.work.edges._pause.isActive() and not reviewing.jobs.busy, timeout=60_000)

    assert reviewing.work.findings.model.index_of(level).isValid()
    assert words(session.brief, level) == "$3.4bn"
