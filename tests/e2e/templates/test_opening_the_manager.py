from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.word.types import TemplateKind
from tests.e2e.templates.conftest import Manager
from ui.dialogs.palette import Palette
from ui.window import MainWindow


def test_its_key_opens_it_on_the_notes_own_template(manager: Manager) -> None:
    assert manager.window.isVisible()
    assert not manager.window.isModal()
    assert manager.chosen().id == "briefing-note"
    assert len(manager.names(TemplateKind.BUILT_IN)) == 7


def test_the_palette_and_the_toolbar_lead_to_it(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    qtbot.waitUntil(reviewing.isActiveWindow)
    press("Ctrl+K")
    qtbot.waitUntil(lambda: bool(reviewing.findChildren(Palette)))
    QTest.keyClicks(reviewing.findChildren(Palette)[-1].field, "templates")
    assert "templates" in reviewing.findChildren(Palette)[-1].listed()
    QTest.keySequence(reviewing.findChildren(Palette)[-1].field, "Escape")

    reviewing.templates.aboutToShow.emit()
    next(action for action in reviewing.templates.actions() if action.text() == "Manage templates…").trigger()
    assert reviewing.work.templates.window is not None
    assert reviewing.work.templates.window.isVisible()


def test_each_template_says_in_words_whether_it_can_be_used(manager: Manager) -> None:
    library = manager.window._library
    manager.wait(lambda: all(library.report(info) for info in library.templates))
    spoken = [row.spoken for row in manager.window.model.rows if row.info]
    assert all("Ready" in words for words in spoken)
    assert "Briefing note – for information, Built-in, Briefing note – for information, version 1.0, Ready" in spoken[0]
    assert "fields recognised" in manager.words()


def test_escape_empties_the_filter_before_it_closes(manager: Manager) -> None:
    manager.press("Ctrl+F")
    QTest.keyClicks(manager.window.list.field, "cable")
    assert [row.text for row in manager.window.model.rows] == ["Built-in", "Reporting cable"]
    manager.press("Escape")
    assert manager.window.isVisible()
    assert len(manager.names(TemplateKind.BUILT_IN)) == 7
    manager.press("Escape")
    assert not manager.window.isVisible()
