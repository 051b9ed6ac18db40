from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.window import MainWindow


def test_e_opens_the_fields_and_enter_applies_them(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("e")
    editor = reviewing.work.findings.editor
    assert editor.fields["subject"].line.hasFocus()

    press("Ctrl+A", "b", "a", "n", "k", "Return")
    identifier = reviewing.work.session.current
    assert reviewing.work.session.brief.edits[identifier].fields == {"subject": "bank"}
    assert not reviewing.work.session.brief.decisions


def test_escape_gives_the_keyboard_back_to_the_list(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("e", "Escape")

    assert not reviewing.work.findings.editor.isVisible()
    assert reviewing.work.findings.list.hasFocus()


def test_the_current_card_stays_in_view_when_the_drawer_opens(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.resize(1380, 620)
    reviewing.work.session.set_current(reviewing.work.session.brief.findings[4].id, "reader")
    press("e")

    cards = reviewing.work.findings.list
    assert cards.viewport().rect().intersects(cards.visualRect(cards.currentIndex()))


def test_an_edit_can_be_undone(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("e", "x", "Return", "Escape", "Ctrl+Z")

    assert not reviewing.work.session.brief.edits


def test_the_quotes_words_have_no_field(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.work.session.set_current(reviewing.work.session.brief.findings[4].id, "reader")
    press("e")
    words = reviewing.work.session.brief.findings[4].span.of(reviewing.work.session.brief.article("1").text)

    assert all(words[:20] not in field.text for field in reviewing.work.findings.editor.fields.values())


def test_why_is_told_beside_the_fields(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.work.findings.show_why()

    assert reviewing.work.findings.editor.reasons.isVisible()
    assert reviewing.work.findings.editor.reasons.text()


def test_what_is_typed_but_not_entered_is_saved_too(
    reviewing: MainWindow, press: Callable[..., None], tmp_path: Path, qtbot: QtBot
) -> None:
    reviewing.work.session.saved(tmp_path / "northwind.brief")
    press("e", "Ctrl+A", "b", "a", "n", "k", "Ctrl+S")

    identifier = reviewing.work.session.current
    assert reviewing.work.session.brief.edits[identifier].fields == {"subject": "bank"}
    qtbot.waitUntil(lambda: not reviewing.work.session.unsaved)
