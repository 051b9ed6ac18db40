from collections.abc import Callable

import pytest

from briefing.model import Span
from tests import northwind
from ui.bars import Bar
from ui.window import MainWindow

pytestmark = pytest.mark.screen

SENTENCE = "About 1,200 jobs will go by the end of 2027, according to Doe. [1 ¶4]"


def test_b_copies_the_selected_sentence_with_its_source(
    reviewing: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    start = northwind.TEXT.index("jobs will go")
    reviewing.work.reader.select(Span(start, start + 4))
    reviewing.work.reader.setFocus()
    press("b")

    session = reviewing.work.session
    assert session.brief.header.background == SENTENCE
    assert bar("In the background now")
    press("Ctrl+Z")
    assert not session.brief.header.background


def test_without_a_selection_it_is_the_current_findings_sentence(reviewing: MainWindow, press: Callable[..., None]) -> None:
    session = reviewing.work.session
    jobs = next(f for f in session.brief.figures() if "1,200" in f.span.of(northwind.TEXT))
    session.set_current(jobs.id, "test")
    press("b")

    assert session.brief.header.background == SENTENCE


def test_a_sentence_goes_there_once_and_behind_what_is_there(reviewing: MainWindow, press: Callable[..., None]) -> None:
    session = reviewing.work.session
    jobs = next(f for f in session.brief.figures() if "1,200" in f.span.of(northwind.TEXT))
    press("b")
    session.set_current(jobs.id, "test")
    press("b", "b")

    lines = session.brief.header.background.splitlines()
    assert len(lines) == 2
    assert lines[1] == SENTENCE
