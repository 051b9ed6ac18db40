import threading
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from briefing.errors import ExportError
from ui.jobs import Jobs, in_words


def test_a_result_arrives_in_the_window_s_thread(qtbot: QtBot) -> None:
    jobs, there = Jobs(), []
    jobs.watch(jobs.in_thread(threading.get_ident), lambda ident: there.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(there))
    worked_in, told_in = there[0]
    assert told_in == threading.get_ident() != worked_in
    jobs.close()


def test_an_error_goes_to_who_asked_or_else_to_everyone(qtbot: QtBot) -> None:
    jobs, mine, everyone = Jobs(), [], []
    jobs.failed.connect(everyone.append)
    jobs.watch(jobs.in_thread(lambda: 1 / 0), mine.append, mine.append)
    jobs.watch(jobs.in_thread(lambda: 1 / 0), mine.append)
    qtbot.waitUntil(lambda: len(mine) == 1 and len(everyone) == 1)
    assert isinstance(mine[0], ZeroDivisionError)
    jobs.close()


def test_nothing_arrives_after_closing(qtbot: QtBot) -> None:
    jobs, there = Jobs(), []
    future: Future[int] = Future()
    jobs.watch(future, there.append)
    assert jobs.busy
    jobs.close()
    future.set_result(1)
    qtbot.wait(30)
    assert there == []


def test_a_cancelled_job_tells_nobody(qtbot: QtBot) -> None:
    jobs, there = Jobs(), []
    future: Future[int] = Future()
    jobs.watch(future, there.append, there.append)
    future.cancel()
    qtbot.wait(30)
    assert there == []


@pytest.mark.parametrize(
    ("error", "begins"),
    [
        (ExportError("It is locked.", "Close it."), ("It is locked.", "Close it.")),
        (
            PermissionError(13, "Permission denied"),
            ("The file could not be used: Permission denied.", "Check the folder, or choose another one."),
        ),
        (ValueError("x"), ("Something went wrong inside the program; nothing was lost.", "Try again; the log says more.")),
    ],
)
def test_every_error_is_a_sentence_and_a_next_step(error: BaseException, begins: tuple[str, str]) -> None:
    assert in_words(error) == begins
