from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from ui.findings.filter import State
from ui.window import MainWindow


def press_kind(window: MainWindow, number: int) -> None:
    QTest.mouseClick(window.work.findings.filters.kinds.findChildren(QToolButton)[number], Qt.MouseButton.LeftButton)


def test_only_quotes_are_listed_after_a_click(reviewing: MainWindow) -> None:
    press_kind(reviewing, 2)

    assert {identifier[1] for identifier in reviewing.work.findings.visible_ids()} == {"q"}


def test_the_current_finding_stays_when_it_is_filtered_away(reviewing: MainWindow, press: Callable[..., None]) -> None:
    current = reviewing.work.session.current
    press_kind(reviewing, 2)
    assert reviewing.work.session.current == current
    assert reviewing.work.findings.hidden.isVisible()

    QTest.mouseClick(reviewing.work.findings.hidden, Qt.MouseButton.LeftButton)
    assert current in reviewing.work.findings.visible_ids()


def test_what_is_to_review_shrinks_with_every_key(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.work.findings.set_state_filter(State.TO_REVIEW)
    reviewing.work.findings.list.setFocus()
    press("k", "x", "k")

    assert len(reviewing.work.findings.visible_ids()) == 7
    assert reviewing.work.session.current == reviewing.work.findings.visible_ids()[0]


def test_letters_in_the_search_field_are_words(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("Ctrl+Shift+F", "b", "a", "n", "k")

    assert reviewing.work.findings.filters.search.text() == "bank"
    assert not reviewing.work.session.brief.decisions


def test_the_counts_follow_the_brief(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("k", "x")

    assert reviewing.work.findings.progress.words.text() == "2 of 10 reviewed"
