from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.storage import Measure, Settings, Theme
from briefing.storage.preferences import preferences
from ui.dialogs.controls import Choice, Folder, Line, Number, Several, Switch
from ui.dialogs.settings import SettingsDialog
from ui.jobs import Jobs
from ui.remembered import Remembered

TEMPLATES = (("briefing-note", "Briefing note"), ("weekly", "Weekly digest"))


@pytest.fixture
def remembered(qtbot: QtBot) -> Remembered:
    return Remembered(Jobs())


@pytest.fixture
def dialog(qtbot: QtBot, remembered: Remembered) -> SettingsDialog:
    made = SettingsDialog(remembered, TEMPLATES)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_every_setting_of_the_schema_has_a_control_with_a_name(dialog: SettingsDialog) -> None:
    assert list(dialog.controls) == [each.field for each in preferences()]
    for each in preferences():
        main = dialog.controls[each.field].focusProxy()
        assert main.accessibleName()
        assert main.accessibleDescription() == each.description
        assert main.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(
    ("field", "kind", "operate", "value"),
    [
        ("theme", Choice, lambda each: QTest.keyClick(each.box, Qt.Key.Key_Down), Theme.LIGHT),
        ("measure", Choice, lambda each: QTest.keyClick(each.box, Qt.Key.Key_Down), Measure.WIDE),
        ("template", Choice, lambda each: QTest.keyClick(each.box, Qt.Key.Key_Down), "weekly"),
        ("text_zoom", Number, lambda each: QTest.keyClick(each.spin, Qt.Key.Key_Up), 110),
        ("open_after_export", Switch, lambda each: QTest.keyClick(each.tick, Qt.Key.Key_Space), True),
        ("sender", Line, lambda each: QTest.keyClicks(each.line, " Desk 4 \r"), "Desk 4"),
        ("open_folder", Folder, lambda each: (QTest.keyClicks(each.line, "/home"), each.line.editingFinished.emit()), "/home"),
        ("recent_files", Several, lambda each: QTest.keyClick(each.clear, Qt.Key.Key_Space), ()),
    ],
)  # fmt: skip
def test_a_control_changes_its_setting_at_once_by_keyboard(
    dialog: SettingsDialog, remembered: Remembered, field: str, kind: type, operate: Callable[[Any], object], value: object
) -> None:
    remembered.change(recent_files=("/a.txt",))
    control = dialog.controls[field]
    assert isinstance(control, kind)
    control.setFocus()
    operate(control)
    assert getattr(remembered.settings, field) == value


def test_a_control_follows_what_is_changed_elsewhere(dialog: SettingsDialog, remembered: Remembered) -> None:
    control = dialog.controls["text_zoom"]
    remembered.change(text_zoom=150)
    assert isinstance(control, Number)
    assert control.spin.value() == 150


def test_a_changed_setting_can_be_set_back(dialog: SettingsDialog, remembered: Remembered) -> None:
    assert not dialog.resets["text_zoom"].isVisible()
    remembered.change(text_zoom=150)
    QTest.mouseClick(dialog.resets["text_zoom"], Qt.MouseButton.LeftButton)
    assert remembered.settings.text_zoom == 100
    assert not dialog.resets["text_zoom"].isVisible()


def test_all_can_be_set_back_and_lists_stay(dialog: SettingsDialog, remembered: Remembered) -> None:
    remembered.change(text_zoom=150, sender="Desk 4", recent_files=("/a.txt",), window_geometry="0f")
    QTest.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert remembered.settings == Settings(recent_files=("/a.txt",), window_geometry="0f")


def test_a_template_that_is_away_keeps_its_place(dialog: SettingsDialog, remembered: Remembered) -> None:
    remembered.change(template="my-own")
    control = dialog.controls["template"]
    assert isinstance(control, Choice)
    assert control.box.currentText() == "My own"
