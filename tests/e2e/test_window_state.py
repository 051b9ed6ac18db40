from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.storage import Theme, load_settings
from ui import theme
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.window import MainWindow


def test_below_1100_pixels_the_note_is_a_tab(reviewing: MainWindow) -> None:
    panes = reviewing.work.panes
    assert panes.wide

    reviewing.resize(1000, 700)
    assert not panes.wide
    assert [panes.side.tabText(n) for n in range(panes.side.count())] == ["Findings", "Note"]

    reviewing.resize(1300, 700)
    assert panes.wide
    assert reviewing.work.note.isVisible()


def test_f6_goes_round_the_panes(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.work.reader.setFocus()
    been = []
    for _ in range(3):
        press("F6")
        focus = QApplication.focusWidget()
        been.append(
            [pane.isAncestorOf(focus) for pane in (reviewing.work.findings, reviewing.work.note, reviewing.work.reader_pane)]
        )
    assert been == [[True, False, False], [False, True, False], [False, False, True]]


def test_f6_brings_the_folded_note_to_the_front(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.resize(1000, 700)
    reviewing.work.findings.list.setFocus()
    press("F6")
    assert reviewing.work.panes.side.currentWidget() is reviewing.work.note


@pytest.mark.parametrize(("keys", "zoom"), [(("Ctrl++",), 110), (("Ctrl+-", "Ctrl+-"), 80), (("Ctrl++", "Ctrl+0"), 100)])
def test_the_text_has_a_size_of_its_own(
    reviewing: MainWindow, press: Callable[..., None], keys: tuple[str, ...], zoom: int
) -> None:
    toolbar = reviewing.toolbar.font().pointSizeF()
    press(*keys)
    assert reviewing.work.reader.zoom == zoom
    assert reviewing.status.zoom.text() == f"{zoom} %"
    assert reviewing.work.reader.document().defaultFont().pointSizeF() == pytest.approx(12.5 * zoom / 100)
    assert reviewing.toolbar.font().pointSizeF() == toolbar


def test_zooming_keeps_decisions_and_highlights(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("k")
    before = reviewing.work.session.brief
    shown = len(reviewing.work.reader.extraSelections())
    press("Ctrl++")
    assert reviewing.work.session.brief is before
    assert len(reviewing.work.reader.extraSelections()) == shown


def test_what_a_window_was_like_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.act("larger")
    window.resize(700, 600)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    settings = load_settings().settings
    assert settings.text_zoom == 110
    jobs = Jobs()
    again = MainWindow(jobs, Remembered(jobs))
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 600)
    assert again.work.reader.zoom == 110


@pytest.mark.parametrize("choice", list(Theme))
def test_a_theme_is_chosen_and_the_article_takes_its_colours(reviewing: MainWindow, choice: Theme) -> None:
    reviewing.remembered.change(theme=choice)
    assert theme.choice() == choice.value
    first = reviewing.work.reader.document().firstBlock().begin().fragment().charFormat().foreground().color().name()
    assert first == theme.tokens().text


def test_every_widget_that_takes_the_keyboard_has_a_name(reviewing: MainWindow) -> None:
    from PySide6.QtGui import QAccessible  # noqa: PLC0415
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    nameless = []
    for widget in reviewing.findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        takes = widget.focusPolicy().value & 1 and widget.isVisible() and widget.isEnabled()
        if takes and interface is not None and not interface.text(QAccessible.Text.Name):
            nameless.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    assert nameless == []
