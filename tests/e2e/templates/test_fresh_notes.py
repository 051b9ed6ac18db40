from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing import review
from briefing.brief import Brief, Decision
from tests import northwind
from tests.e2e.templates.conftest import PATIENCE
from ui.saving import worth_keeping
from ui.window import MainWindow


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    """A note of situation reports that began before anybody knew what their template sets."""
    window.remembered.change(template="situation-report", sender="Trade unit")
    work = window.work
    work.session.start(work.opener._fresh())
    work.session.analysed(review.add_article(work.session.brief, northwind.article()))
    work.session.analysed(review.set_findings(work.session.brief, "1", northwind.brief().findings))
    assert work.session.brief.header.title == ""
    return window


def look(window: MainWindow, qtbot: QtBot) -> Brief:
    """The templates are found."""
    window.work.templates.begin()
    qtbot.waitUntil(lambda: bool(window.work.templates.library.templates), timeout=PATIENCE)
    return window.work.session.brief


def test_what_the_template_sets_reaches_it_and_is_no_work_to_be_saved(fresh: MainWindow, qtbot: QtBot) -> None:
    brief = look(fresh, qtbot)
    assert (brief.template, brief.header.title, brief.header.sender) == ("situation-report", "Situation report", "Trade unit")
    assert not worth_keeping(fresh.work.session)
    assert not fresh.work.session.undo_stack.canUndo()


def test_what_was_decided_meanwhile_stays_and_can_be_undone(fresh: MainWindow, qtbot: QtBot) -> None:
    session = fresh.work.session
    session.decide(session.brief.findings[:1], Decision.DROPPED, "test")
    assert look(fresh, qtbot).header.title == "Situation report"
    assert session.brief.decision(session.brief.findings[0]) is Decision.DROPPED
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.brief.decision(session.brief.findings[0]) is Decision.UNDECIDED


def test_what_was_typed_meanwhile_stays(fresh: MainWindow, qtbot: QtBot) -> None:
    session = fresh.work.session
    session.apply(review.set_header(session.brief, {"title": "Mine"}), "Type", "test")
    assert look(fresh, qtbot).header.title == "Mine"


def test_a_brief_that_was_opened_is_left_alone(fresh: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened = northwind.brief()
    fresh.work.session.start(opened, tmp_path / "monday.brief")
    assert look(fresh, qtbot) == opened
