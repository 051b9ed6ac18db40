from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing import review
from tests.e2e.templates.conftest import Manager
from ui.bars import Bar
from ui.templates.saving import SaveDialog
from ui.window import MainWindow


def name_it(window: MainWindow, qtbot: QtBot, name: str) -> None:
    qtbot.waitUntil(lambda: bool(window.findChildren(SaveDialog)))
    field = window.findChildren(SaveDialog)[-1].name
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keySequence(field, "Return")


def test_what_is_set_up_reaches_the_next_note_and_its_content_does_not(
    manager: Manager, reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    session = reviewing.work.session
    manager.press("Escape")
    qtbot.waitUntil(reviewing.isActiveWindow)
    typed = {"sender": "Trade unit", "classification": "Internal", "subject": "Only this one", "comment": "Only today"}
    session.apply(review.set_header(session.brief, typed), "Type", "test")
    press("Ctrl+Shift+T")
    name_it(reviewing, qtbot, "Trade note")
    bar("“Trade note” is kept among your templates")

    info = next(info for info in reviewing.work.templates.library.templates if info.name == "Trade note")
    assert {name: info.header[name] for name in ("sender", "classification")} == {
        "sender": "Trade unit",
        "classification": "Internal",
    }
    assert not {"subject", "comment"} & set(info.header)
    reviewing.work.templates.library.begin_notes_with(info)
    session.saved(None)
    reviewing.actions_table["new"].trigger()
    fresh = session.brief
    assert (fresh.template, fresh.header.sender, fresh.header.classification) == (info.id, "Trade unit", "Internal")
    assert (fresh.header.subject, fresh.header.comment) == ("", "")


def test_the_dialog_says_what_is_kept_and_what_is_not(manager: Manager, reviewing: MainWindow, qtbot: QtBot) -> None:
    session = reviewing.work.session
    session.apply(review.set_header(session.brief, {"classification": "Internal", "comment": "Secret"}), "Type", "test")
    manager.press("Ctrl+N")
    manager.wait(lambda: manager.window.findChildren(SaveDialog))
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    said = " ".join(label.text() for label in manager.window.findChildren(SaveDialog)[-1].findChildren(QLabel))
    assert "Classification: Internal" in said
    assert "Secret" not in said
    assert "Articles, findings, and what you wrote about them" in said
