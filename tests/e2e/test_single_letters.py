from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from briefing.brief import Brief
from ui.window import MainWindow

LETTERS = ("j", "h", "n", "k", "x", "u", "e", "s", "w", "f", "q", "?", "Space", "Return")


def untouched(window: MainWindow, before: Brief) -> bool:
    return window.work.session.brief.decisions == before.decisions and window.work.session.brief.starred == before.starred


def fields(window: MainWindow) -> list[QLineEdit]:
    return [window.find_field, window.work.findings.filters.search, *window.work.note.findChildren(QLineEdit)]


@pytest.mark.parametrize("letter", LETTERS)
def test_letters_belong_to_the_field_that_has_the_keyboard(
    reviewing: MainWindow, press: Callable[..., None], letter: str
) -> None:
    before = reviewing.work.session.brief
    for field in (field for field in fields(reviewing) if field.isVisible()):
        field.setFocus()
        press(letter)

    assert untouched(reviewing, before)


def test_letters_decide_again_when_the_field_is_left(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.find_field.setFocus()
    press("Escape", "k")

    assert len(reviewing.work.session.brief.decisions) == 1


def test_space_on_a_button_presses_the_button(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.status.larger.setFocus()
    press("Space")

    assert reviewing.work.reader.zoom == 110
    assert not reviewing.work.session.brief.decisions
