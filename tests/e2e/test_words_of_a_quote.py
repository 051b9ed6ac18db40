from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.brief import Brief
from briefing.compose import compose
from ui.findings.model import Role
from ui.findings.printed import Printed
from ui.window import MainWindow

pytestmark = pytest.mark.screen

CAPITAL = "expects all lenders to hold capital well above the minimum"


@pytest.fixture
def printed(reviewing: MainWindow, press: Callable[..., None]) -> Printed:
    """The drawer is open at the regulator's quote, the keyboard in its words."""
    session = reviewing.work.session
    quote = next(f for f in session.brief.quotes() if f.span.of(session.brief.article("1").text) == CAPITAL)
    session.set_current(quote.id, "test")
    press("e")
    words = reviewing.work.findings.editor.printed.words
    words.setFocus()
    assert words.toPlainText() == CAPITAL
    return reviewing.work.findings.editor.printed


def on_card(window: MainWindow) -> str:
    session = window.work.session
    return str(window.work.findings.model.index_of(session.current).data(Role.CARD).lines.excerpt.text)


def in_note(brief: Brief, identifier: str) -> str:
    return next(quote.marked for quote in compose(brief).quotes if quote.id == identifier)


def test_what_is_typed_among_a_quotes_words_is_put_in_in_brackets(
    reviewing: MainWindow, press: Callable[..., None], printed: Printed
) -> None:
    session = reviewing.work.session
    press(*["Right"] * 14, "k", "e", "y", "Return")

    assert session.brief.edits[session.current].fields == {
        f"insert@{session.brief.finding(session.current).span.start + 12}": "key"
    }
    assert printed.words.toPlainText() == CAPITAL.replace("all lenders", "all [key] lenders")
    assert on_card(reviewing) == f"“{CAPITAL.replace('all lenders', 'all [key] lenders')}”"
    assert not session.brief.decisions, "K was a letter, no decision"
    press("Ctrl+Z")
    assert not session.brief.edits


def test_words_put_in_are_taken_out_with_delete(reviewing: MainWindow, press: Callable[..., None], printed: Printed) -> None:
    press("x", "Return")
    assert printed.words.toPlainText() == f"[x] {CAPITAL}"
    press("Delete")

    assert printed.words.toPlainText() == CAPITAL
    assert not reviewing.work.session.brief.edits


def test_the_sources_words_cannot_be_deleted_or_typed_over(
    reviewing: MainWindow, press: Callable[..., None], printed: Printed
) -> None:
    press("Ctrl+A", "Delete", "Backspace", "Ctrl+X", "Space")

    assert printed.words.toPlainText() == CAPITAL
    assert not reviewing.work.session.brief.edits


def test_a_trim_shows_itself_and_its_original_beneath(
    reviewing: MainWindow, press: Callable[..., None], printed: Printed
) -> None:
    session = reviewing.work.session
    press("Escape", "]", "Left", "Left", "Escape", "k")
    quote = session.brief.quotes()[1]
    assert in_note(session.brief, quote.id) == "“expects all lenders to hold capital well above …”"

    session.set_current(quote.id, "test")
    press("e")
    assert printed.reset.isVisibleTo(reviewing)
    QTest.mouseClick(printed.reset, Qt.MouseButton.LeftButton)
    assert quote.id not in session.brief.edits
    assert printed.words.toPlainText() == CAPITAL


def test_a_typed_speaker_is_offered_everywhere(reviewing: MainWindow, press: Callable[..., None]) -> None:
    session, editor = reviewing.work.session, reviewing.work.findings.editor
    session.set_current(session.brief.quotes()[2].id, "test")
    press("e", "Ctrl+A", "T", "o", "m", "Space", "R", "o", "e", "Return")
    assert session.brief.edits[session.current].fields == {"speaker": "Tom Roe"}

    session.set_current(session.brief.quotes()[0].id, "test")
    assert "Tom Roe" in editor.fields["speaker"].line.names.stringList()
    session.set_current(session.brief.figures()[0].id, "test")
    assert "Tom Roe" in editor.fields["said_by"].line.names.stringList()
    assert "Tom Roe" in [action.text() for action in reviewing.work.findings.filters.speakers.menu().actions()]


def test_a_role_is_mended_once_for_all_quotes_of_a_speaker(reviewing: MainWindow, press: Callable[..., None]) -> None:
    session, editor = reviewing.work.session, reviewing.work.findings.editor
    first, second, third = (quote.id for quote in session.brief.quotes())
    for identifier in (second, third):
        session.set_current(identifier, "test")
        press("e", "Ctrl+A", *"Jane", "Space", *"Doe", "Return")
    editor.fields["role"].line.setFocus()
    press("Ctrl+A", *"chair")
    assert editor.all_quotes.text() == "Role and organisation for all 3 quotes of Jane Doe"
    editor.all_quotes.setFocus()
    press("Space")
    editor.fields["role"].line.setFocus()
    press("Return")

    assert {session.brief.edits[i].fields["role"] for i in (first, second, third)} == {"chair"}
    press("Escape", "Ctrl+Z")
    assert first not in session.brief.edits
