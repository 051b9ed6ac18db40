from collections.abc import Callable

import pytest

from briefing.brief import Decision
from ui.window import MainWindow

pytestmark = pytest.mark.screen


def decisions(window: MainWindow) -> list[Decision]:
    brief = window.work.session.brief
    return [brief.decision(finding) for finding in brief.findings]


def test_one_key_decides_and_goes_on(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("k", "x", "k")

    assert decisions(reviewing)[:4] == [Decision.KEPT, Decision.DROPPED, Decision.KEPT, Decision.UNDECIDED]
    assert reviewing.work.session.current == reviewing.work.session.brief.findings[3].id
    assert reviewing.status.counts.text() == "2 kept · 1 dropped · 7 to review"


def test_space_keeps_too(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("Space")

    assert decisions(reviewing)[0] is Decision.KEPT


def test_a_decision_is_taken_back_with_u(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("k", "h", "u")

    assert decisions(reviewing)[0] is Decision.UNDECIDED


def test_n_skips_what_is_decided(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("k", "k", "h", "h", "n")

    assert reviewing.work.session.current == reviewing.work.session.brief.findings[2].id


def test_every_step_can_be_undone_and_redone(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("k", "x", "Ctrl+Z", "Ctrl+Z")
    assert set(decisions(reviewing)) == {Decision.UNDECIDED}

    press("Ctrl+Shift+Z")
    assert decisions(reviewing)[0] is Decision.KEPT


def test_dropping_all_listed_offers_undo(reviewing: MainWindow, press: Callable[..., None]) -> None:
    reviewing.work.findings.set_kind_filter("quote")
    press("Ctrl+Shift+X")
    assert reviewing.status.counts.text() == "0 kept · 3 dropped · 7 to review"

    notice = reviewing.work.bars.bars()[0]
    assert notice.buttons[0].text() == "Undo"
    notice.buttons[0].click()
    assert reviewing.status.counts.text() == "0 kept · 0 dropped · 10 to review"


def test_a_figure_is_starred_with_s(reviewing: MainWindow, press: Callable[..., None]) -> None:
    press("s")

    assert reviewing.work.session.brief.starred == (reviewing.work.session.brief.findings[0].id,)
