"""A job ends with its process once it has used its share of the processor; waiting costs it nothing."""

from __future__ import annotations

import multiprocessing
import signal

import pytest

from briefing.worker import Limit, run

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no such clock")


def ending(limit: Limit, *jobs: tuple[str, tuple[object, ...]]) -> int | None:
    """How a process ends that runs jobs one after the other: 0, or minus the signal that ended it."""
    process = multiprocessing.get_context("spawn").Process(target=run_all, args=(limit, jobs))
    process.start()
    process.join(30)
    return process.exitcode


def run_all(limit: Limit, jobs: tuple[tuple[str, tuple[object, ...]], ...]) -> None:
    for job, args in jobs:
        run(limit, job, args, {})


def test_a_job_inside_a_library_that_never_looks_up_is_ended() -> None:
    assert ending(Limit(60, processor=0.2), ("builtins:pow", (3, 10**9))) == -signal.SIGPROF


def test_a_job_that_only_waits_is_not() -> None:
    assert ending(Limit(60, processor=0.2), ("time:sleep", (0.5,))) == 0


def test_each_job_has_a_share_of_its_own() -> None:
    counting = ("builtins:sum", (range(3_000_000),))  # some 0.05 s
    assert ending(Limit(60, processor=0.5), *[counting] * 20) == 0


def test_without_a_share_only_the_clock_counts() -> None:
    assert ending(Limit(60), ("builtins:sum", (range(3_000_000),))) == 0
    assert ending(Limit(0.3), ("time:sleep", (30,))) == 1
