from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from briefing.word.types import TemplateInfo
from ui.window import MainWindow


@pytest.fixture
def choose(reviewing: MainWindow, qtbot: QtBot) -> Callable[[str], TemplateInfo]:
    """Choose a template in the toolbar's menu."""
    reviewing.work.exporter.load_templates()
    qtbot.waitUntil(lambda: bool(reviewing.work.exporter.templates), timeout=60_000)

    def by_id(identifier: str) -> TemplateInfo:
        info = next(each for each in reviewing.work.exporter.templates if each.id == identifier)
        reviewing.templates.aboutToShow.emit()
        next(action for action in reviewing.templates.actions() if action.text() == info.name).trigger()
        return info

    return by_id


def test_its_defaults_fill_what_is_empty_as_one_step(
    reviewing: MainWindow, press: Callable[..., None], choose: Callable[[str], TemplateInfo]
) -> None:
    reviewing.work.session.undo_stack.clear()
    info = choose("situation-report")
    brief = reviewing.work.session.brief
    assert (brief.template, brief.header.title) == (info.id, info.header["title"])

    press("Ctrl+Z")
    assert reviewing.work.session.brief.header.title == ""
    assert reviewing.work.session.brief.template == "briefing-note"


def test_what_was_typed_stays_and_the_last_templates_words_go(
    reviewing: MainWindow, choose: Callable[[str], TemplateInfo]
) -> None:
    choose("market-brief")
    assert reviewing.work.session.brief.header.title == "Economic and market brief"
    choose("situation-report")
    assert reviewing.work.session.brief.header.title == "Situation report"

    reviewing.work.note.header.typed.emit("title", "My own title")
    choose("press-summary")
    assert reviewing.work.session.brief.header.title == "My own title"


def test_the_note_offers_the_fields_that_the_template_prints(
    reviewing: MainWindow, choose: Callable[[str], TemplateInfo]
) -> None:
    choose("situation-report")
    note = reviewing.work.note
    assert all(note.header.fields[name].isVisible() for name in ("issue_number", "period", "next_date"))
    assert not note.sections["key_points"].isHidden()
    assert note.sections["to_check"].isHidden()

    choose("verification-sheet")
    assert note.sections["key_points"].isHidden()
    assert not note.sections["to_check"].isHidden()
    assert not note.header.fields["issue_number"].isVisible()


def test_a_part_that_says_something_stays_whatever_the_template_prints(
    reviewing: MainWindow, choose: Callable[[str], TemplateInfo]
) -> None:
    reviewing.work.note.texts["outlook"].setPlainText("Rates may rise.")
    choose("press-summary")

    assert not reviewing.work.note.sections["outlook"].isHidden()
