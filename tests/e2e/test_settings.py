"""Settings are in force as they are changed, and come back with the next window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.storage import Cards, Measure, load_settings
from ui import theme
from ui.dialogs.settings import SettingsDialog
from ui.window import MainWindow


def opened(window: MainWindow, press: Callable[..., None]) -> SettingsDialog:
    press("Ctrl+,")
    return next(each for each in window.findChildren(SettingsDialog) if each.isVisible())


def choose(dialog: SettingsDialog, field: str, words: str) -> None:
    box = dialog.controls[field].focusProxy()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findText(words)):
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_the_theme_changes_while_the_dialog_is_open(reviewing: MainWindow, press: Callable[..., None]) -> None:
    dialog = opened(reviewing, press)
    choose(dialog, "theme", "Dark")
    assert theme.choice() == "dark"
    assert dialog.isVisible()
    choose(dialog, "theme", "Light")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_reading_width_changes_the_lines(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.resize(2400, 820)
    dialog = opened(reviewing, press)
    widths = {}
    for measure in Measure:
        choose(dialog, "measure", measure.capitalize())
        widths[measure] = reviewing.work.reader.column().width()
    assert widths[Measure.NARROW] < widths[Measure.COMFORTABLE] < widths[Measure.WIDE]


def test_the_text_grows_apart_from_the_window(reviewing: MainWindow, press: Callable[..., None]) -> None:
    before = QApplication.font().pointSizeF()
    dialog = opened(reviewing, press)
    spin = dialog.controls["text_zoom"].focusProxy()
    spin.setFocus()
    QTest.keyClick(spin, Qt.Key.Key_Up)
    assert reviewing.work.reader.zoom == 110
    assert QApplication.font().pointSizeF() == before


def test_cards_become_compact_and_stay_so(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    dialog = opened(reviewing, press)
    choose(dialog, "cards", "Compact")
    assert reviewing.work.findings.compact.isChecked()
    reviewing.work.findings.compact.trigger()
    assert reviewing.remembered.settings.cards is Cards.COMFORTABLE
    choose(dialog, "cards", "Compact")
    qtbot.waitUntil(lambda: load_settings().settings.cards is Cards.COMPACT)


def test_tab_goes_through_every_control(reviewing: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    dialog = opened(reviewing, press)
    qtbot.waitUntil(dialog.controls["theme"].focusProxy().hasFocus)
    met = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    order = [met.index(each.focusProxy()) for each in dialog.controls.values() if each.focusProxy().isEnabled()]
    assert order == sorted(order)
