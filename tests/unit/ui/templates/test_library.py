from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefing.errors import AnalysisError, TemplateError
from briefing.word.types import Report, TemplateInfo, TemplateKind
from tests.unit.ui.templates.conftest import info
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.templates.library import Library

NOTE, MINE = info("Briefing note"), info("Ours", TemplateKind.MINE)
GONE = AnalysisError("The analysis stopped unexpectedly; nothing was lost.", "Analyse again.")


class Worker:
    """Answers at once what was laid out for it: values, or errors."""

    def __init__(self) -> None:
        self.listings: list[Any] = []
        self.checks: list[Any] = []

    @staticmethod
    def answer(wanted: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(wanted) if isinstance(wanted, BaseException) else future.set_result(wanted)
        return future

    def templates(self, *_: object) -> Future[tuple[TemplateInfo, ...]]:
        return self.answer(self.listings.pop(0) if len(self.listings) > 1 else self.listings[0])

    def within(self, *_: object) -> Future[Report]:
        return self.answer(self.checks.pop(0))

    def call(self, job: str, *_: object) -> Future[Any]:
        return self.answer(TemplateError("It is write-protected.", "Remove the protection.") if "rename" in job else GONE)

    def close(self) -> None:
        """Nothing runs."""


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def library(qtbot: QtBot, worker: Worker) -> Library:
    jobs, parent = Jobs(), QObject()
    jobs._engine = worker  # type: ignore[assignment]  # a stand-in
    made = Library(jobs, Remembered(jobs), parent)
    made.parent_kept = parent  # type: ignore[attr-defined]  # else it is deleted
    return made


def test_a_listing_that_ended_with_the_worker_is_tried_again_quietly(library: Library, worker: Worker, qtbot: QtBot) -> None:
    worker.listings = [GONE, GONE, (NOTE, MINE)]
    told: list[str] = []
    library.failed.connect(lambda sentence, _: told.append(sentence))
    with qtbot.waitSignal(library.listed):
        library.look()
    assert library.templates == (NOTE, MINE)
    assert told == []


def test_a_worker_that_never_comes_back_is_told_of_once(library: Library, worker: Worker, qtbot: QtBot) -> None:
    worker.listings = [GONE]
    with qtbot.waitSignal(library.failed) as failed:
        library.look()
    assert failed.args == ["That could not be done just now; nothing was lost.", "Try again."]


@pytest.mark.parametrize(("answers", "usable"), [([GONE, Report((), ())], True), ([GONE, GONE], False), ([Report((), ())], True)])
def test_a_file_is_blamed_only_where_its_check_fails_twice(
    library: Library, worker: Worker, qtbot: QtBot, answers: list[Any], usable: bool
) -> None:
    worker.listings, worker.checks = [(NOTE,)], answers
    with qtbot.waitSignal(library.checked):
        library.look()
        library.check_all(True)
    report = library.report(NOTE)
    assert report is not None
    assert report.usable is usable


def test_others_are_told_only_of_what_changed(library: Library, worker: Worker, qtbot: QtBot) -> None:
    worker.listings = [(NOTE,)]
    with qtbot.waitSignal(library.listed):
        library.look()
    done: list[Callable[[], object]] = []
    with qtbot.assertNotEmitted(library.listed, wait=50):
        library.look()
    worker.listings = [(NOTE, MINE)]
    with qtbot.waitSignal(library.listed):
        library.look(lambda: done.append(library.look))
    assert len(done) == 1


def test_a_deed_that_fails_says_why(library: Library, qtbot: QtBot) -> None:
    with qtbot.waitSignal(library.failed) as failed:
        library.do("store:rename", MINE, "B", done=lambda _: pytest.fail("done"))
    assert failed.args == ["It is write-protected.", "Remove the protection."]
