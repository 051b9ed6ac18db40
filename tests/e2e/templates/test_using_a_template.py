from collections.abc import Callable

from PySide6.QtTest import QTest

from tests.e2e.templates.conftest import Manager
from ui.bars import Bar
from ui.window import MainWindow


def test_arrows_and_enter_give_the_note_a_template_and_undo_takes_it_back(
    manager: Manager, reviewing: MainWindow, bar: Callable[[str], Bar]
) -> None:
    manager.press("Down", "Down")
    wanted = manager.chosen()
    assert wanted.id == "meeting-brief"
    manager.press("Return")

    assert not manager.window.isVisible()
    brief = reviewing.work.session.brief
    assert (brief.template, brief.header.title) == ("meeting-brief", wanted.header["title"])
    (undo,) = bar("now has the template “Meeting brief”").buttons
    undo.click()
    assert reviewing.work.session.brief.template == "briefing-note"


def test_the_template_in_use_is_marked_and_not_offered_again(manager: Manager) -> None:
    assert manager.window.head.use.text() == "In use"
    assert not manager.window.head.use.isEnabled()
    assert "used by this note" in next(row.spoken for row in manager.window.model.rows if row.used)
    manager.press("Down")
    assert manager.window.head.use.isEnabled()


def test_enter_in_the_filter_uses_what_it_found(manager: Manager, reviewing: MainWindow) -> None:
    manager.press("Ctrl+F")
    QTest.keyClicks(manager.window.list.field, "press")
    QTest.keySequence(manager.window.list.field, "Return")
    assert reviewing.work.session.brief.template == "press-summary"
