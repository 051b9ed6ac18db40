from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.bars import Bar
from ui.window import MainWindow

pytestmark = pytest.mark.screen


def test_what_is_listed_is_kept_in_one_step_that_the_notice_takes_back(
    reviewing: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    session = reviewing.work.session
    reviewing.work.findings.set_kind_filter("quote")
    press("Ctrl+Shift+K")
    assert set(session.brief.decisions) == {f.id for f in session.brief.quotes()}

    QTest.mouseClick(bar("Kept 3 findings").buttons[0], Qt.MouseButton.LeftButton)
    assert not session.brief.decisions


def test_the_notice_goes_when_undo_would_take_back_something_else(
    reviewing: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    press("Ctrl+Shift+X")
    assert bar("Dropped 10 findings")

    press("k")
    assert not reviewing.work.bars.showing("bulk")
