from collections.abc import Callable

from ui.window import MainWindow


def test_e_opens_the_fields_and_enter_applies_them(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("e")
    editor = reviewing.findings.editor
    assert editor.fields["subject"].line.hasFocus()

    press("Ctrl+A", "b", "a", "n", "k", "Return")
    identifier = reviewing.session.current
    assert reviewing.session.brief.edits[identifier].fields == {"subject": "bank"}
    assert not reviewing.session.brief.decisions


def test_escape_gives_the_keyboard_back_to_the_list(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("e", "Escape")

    assert not reviewing.findings.editor.isVisible()
    assert reviewing.findings.list.hasFocus()


def test_the_current_card_stays_in_view_when_the_drawer_opens(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.resize(1380, 620)
    reviewing.session.set_current(reviewing.session.brief.findings[4].id, "reader")
    press("e")

    cards = reviewing.findings.list
    assert cards.viewport().rect().intersects(cards.visualRect(cards.currentIndex()))


def test_an_edit_can_be_undone(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("e", "x", "Return", "Escape", "Ctrl+Z")

    assert not reviewing.session.brief.edits


def test_the_quotes_words_have_no_field(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.session.set_current(reviewing.session.brief.findings[4].id, "reader")
    press("e")
    words = reviewing.session.brief.findings[4].span.of(reviewing.session.brief.article("1").text)

    assert all(words[:20] not in field.text for field in reviewing.findings.editor.fields.values())


def test_why_is_told_beside_the_fields(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.findings.show_why()

    assert reviewing.findings.editor.reasons.isVisible()
    assert reviewing.findings.editor.reasons.text()
