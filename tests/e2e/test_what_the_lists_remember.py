import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.findings.filter import State
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.window import MainWindow

pytestmark = pytest.mark.screen


def again(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window closed, and opened once more."""
    window._leaving = True
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    jobs = Jobs()
    made = MainWindow(jobs, Remembered(jobs))
    qtbot.addWidget(made)
    return made


def test_sections_of_the_note_stay_folded(reviewing: MainWindow, qtbot: QtBot) -> None:
    for name in ("header", "figures"):
        QTest.mouseClick(reviewing.work.note.sections[name].heading, Qt.MouseButton.LeftButton)

    note = again(reviewing, qtbot).work.note
    assert note.folded() == ("header", "figures")
    assert note.sections["header"].body.isHidden()
    assert not note.sections["bottom_line"].body.isHidden()


def test_filters_and_density_stay(reviewing: MainWindow, qtbot: QtBot) -> None:
    reviewing.work.findings.set_kind_filter("quote")
    reviewing.work.findings.set_state_filter(State.TO_REVIEW)
    reviewing.work.findings.check_first.setChecked(True)

    panel = again(reviewing, qtbot).work.findings
    assert (panel.listed.wanted.kind, panel.listed.wanted.state) == ("quote", State.TO_REVIEW)
    assert panel.listed.check_first
