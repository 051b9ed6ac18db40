from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.brief import Decision
from ui.note.model import Role
from ui.window import MainWindow


def in_note(window: MainWindow) -> list[str]:
    return [row.title for row in window.work.note.figure_model.rows]


def test_what_is_kept_stands_in_the_note(reviewing: MainWindow, press: Callable[..., None], qtbot: QtBot) -> None:
    assert "1.8%" not in in_note(reviewing)
    reviewing.work.session.set_current(reviewing.work.session.brief.findings[6].id, "reader")
    press("k")

    qtbot.waitUntil(lambda: "1.8%" in in_note(reviewing))


def test_what_is_dropped_leaves_the_note(reviewing: MainWindow, press: Callable[..., None], qtbot: QtBot) -> None:
    assert "$3.1bn" in in_note(reviewing)
    reviewing.work.session.set_current(reviewing.work.session.brief.findings[3].id, "reader")
    press("x")

    qtbot.waitUntil(lambda: "$3.1bn" not in in_note(reviewing))


def test_an_item_of_the_note_leads_to_its_card_and_its_place(reviewing: MainWindow) -> None:
    index = reviewing.work.note.figure_model.index(2)
    rect = reviewing.work.note.figures.visualRect(index)
    QTest.mouseClick(reviewing.work.note.figures.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    identifier = index.data(Role.ID)
    assert reviewing.work.session.current == identifier
    assert reviewing.work.findings.listed.id_at(reviewing.work.findings.list.currentIndex().row()) == identifier


def test_alt_and_an_arrow_move_the_current_item(reviewing: MainWindow, press: Callable[..., None], qtbot: QtBot) -> None:
    before = in_note(reviewing)
    reviewing.work.session.set_current(reviewing.work.note.figure_model.rows[1].id, "reader")
    press("Alt+Up")

    qtbot.waitUntil(lambda: in_note(reviewing)[:2] == [before[1], before[0]])


def test_letters_typed_into_the_header_decide_nothing(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.work.note.header.fields["to"].setFocus()
    press("k", "x", "n")

    assert reviewing.work.session.brief.header.to == "kxn"
    assert not reviewing.work.session.brief.decisions


def test_undo_in_the_header_is_the_windows_undo(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("k")
    reviewing.work.note.header.fields["to"].setFocus()
    press("a", "b", "c", "Ctrl+Z")
    assert reviewing.work.session.brief.header.to == ""
    assert reviewing.work.session.brief.decisions

    press("Ctrl+Z")
    assert not reviewing.work.session.brief.decisions


def test_own_words_are_undone_by_the_window_too(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.work.note.texts["comment"].setFocus()
    press("o", "k", "Ctrl+Z")

    assert reviewing.work.session.brief.header.comment == ""
    assert reviewing.work.note.texts["comment"].toPlainText() == ""


def test_quotes_move_within_their_speaker(reviewing: MainWindow, press: Callable[..., None], qtbot: QtBot) -> None:
    session = reviewing.work.session
    session.decide(session.brief.quotes(), Decision.KEPT, "test")
    qtbot.waitUntil(lambda: any(row.title == "Jane Doe" for row in reviewing.work.note.quote_model.rows))
    session.set_current(session.brief.findings[9].id, "reader")
    press("Alt+Up")

    assert [f.id for f in session.brief.note_findings()].index(session.brief.findings[9].id) < 9
