"""F1 opens the help, which needs no network; ? shows the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from ui.dialogs.keys import KeysDialog
from ui.help.window import HelpWindow
from ui.window import MainWindow


def help_of(window: MainWindow) -> HelpWindow:
    found = window.findChild(HelpWindow)
    assert isinstance(found, HelpWindow)
    return found


def test_f1_opens_the_first_page(window: MainWindow, press: Callable[..., None]) -> None:
    press("F1")
    assert help_of(window).isVisible()
    assert help_of(window).page.toPlainText().startswith("Five minutes at the desk")


def test_the_list_leads_to_the_pages(window: MainWindow, press: Callable[..., None]) -> None:
    press("F1")
    shown = help_of(window)
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    assert shown.shown() == shown.listed()[1]


def test_a_link_leads_to_its_page(window: MainWindow, press: Callable[..., None]) -> None:
    press("F1")
    help_of(window).page.anchorClicked.emit(QUrl("templates"))
    assert help_of(window).page.toPlainText().startswith("Templates")


def test_words_find_their_page(window: MainWindow, press: Callable[..., None]) -> None:
    press("F1")
    shown = help_of(window)
    QTest.keyClicks(shown.field, "macros")
    assert shown.listed() == ["templates"]
    assert shown.page.textCursor().selectedText() == "macros"


def test_words_nobody_wrote_are_answered(window: MainWindow, press: Callable[..., None]) -> None:
    press("F1")
    QTest.keyClicks(help_of(window).field, "zeppelin")
    assert "“zeppelin”" in help_of(window).page.toPlainText()


def test_the_question_mark_shows_the_keys(window: MainWindow, press: Callable[..., None]) -> None:
    press("?")
    assert window.findChild(KeysDialog) is not None
