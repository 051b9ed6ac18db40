from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.e2e.templates.conftest import Manager
from ui.bars import Bar
from ui.templates.saving import SaveDialog
from ui.templates.sections import SectionsDialog
from ui.window import MainWindow


def test_a_template_saved_from_the_note_has_the_sections_chosen(
    manager: Manager, reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    manager.press("Ctrl+N")
    manager.wait(lambda: manager.window.findChildren(SaveDialog))
    dialog = manager.window.findChildren(SaveDialog)[-1]
    manager.wait(dialog.sections.count)
    dialog.sections.setFocus()
    QTest.keyClick(dialog.sections, Qt.Key.Key_Space)  # not the bottom line
    QTest.keyClick(dialog.sections, Qt.Key.Key_Down)
    QTest.keyClick(dialog.sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # voices before figures
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "Voices first")
    QTest.keySequence(dialog.name, "Return")
    manager.wait(lambda: manager.mine == ["Voices first"] and manager.chosen().name == "Voices first")

    manager.press("Ctrl+Shift+S")
    manager.wait(lambda: manager.window.findChildren(SectionsDialog))
    wanted = [section.heading for section in manager.window.findChildren(SectionsDialog)[-1].list.wanted()]
    assert wanted[:2] == ["What was said", "Key figures"]
    assert "Bottom line" not in wanted


def test_a_heading_is_renamed_and_undo_brings_the_file_back(manager: Manager) -> None:
    manager.duplicate("Press summary", "Ours")
    before = manager.chosen().path.read_bytes()
    manager.press("Ctrl+Shift+S")
    manager.wait(lambda: manager.window.findChildren(SectionsDialog))
    dialog = manager.window.findChildren(SectionsDialog)[-1]
    dialog.list.item(0).setText("So what?")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)

    (undo,) = manager.bar("The sections of “Ours” are changed.").buttons
    assert manager.chosen().path.read_bytes() != before
    undo.click()
    manager.wait(lambda: manager.chosen().path.read_bytes() == before)
