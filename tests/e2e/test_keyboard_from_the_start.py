from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.window import MainWindow

pytestmark = pytest.mark.screen


def test_the_empty_state_has_the_keyboard_on_its_first_button(window: MainWindow) -> None:
    assert window.focusWidget() is window.empty.open


def test_an_article_that_opens_gives_the_keyboard_to_its_findings(
    window: MainWindow, analysed: Callable[[MainWindow], None], press: Callable[..., None], article_file: Path
) -> None:
    window.work.opener.open_paths([article_file])
    analysed(window)

    assert window.focusWidget() is window.work.findings.list
    first = window.work.session.brief.findings[0].id
    assert window.work.session.current == first
    press("k")
    assert list(window.work.session.brief.decisions) == [first]
    assert not window.find_field.text()


def test_the_article_has_the_keyboard_until_there_are_findings(window: MainWindow, qtbot: QtBot, article_file: Path) -> None:
    window.work.opener.open_paths([article_file])
    qtbot.waitUntil(lambda: bool(window.work.session.brief.sources), timeout=60_000)

    assert not isinstance(window.focusWidget(), QLineEdit)


def test_a_field_that_is_typed_in_keeps_the_keyboard(
    window: MainWindow, qtbot: QtBot, analysed: Callable[[MainWindow], None], press: Callable[..., None], article_file: Path
) -> None:
    window.work.opener.open_paths([article_file])
    qtbot.waitUntil(lambda: bool(window.work.session.brief.sources), timeout=60_000)
    window.work.note.header.fields["to"].setFocus()
    press("k")
    analysed(window)

    assert window.focusWidget() is window.work.note.header.fields["to"]
    assert not window.work.session.brief.decisions
