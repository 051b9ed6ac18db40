"""The worker process does the work, may die, and never takes the window's process with it."""

from __future__ import annotations

import itertools
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from pathlib import Path

import pytest

from briefing.assets import asset
from briefing.engine import Analysis, Engine
from briefing.errors import AnalysisError, ArticleError, TemplateError
from briefing.model import Article
from briefing.steps import Step
from briefing.worker import Limit

ROOT = Path(__file__).parents[3]
SAMPLE = asset("resources", "samples", "harbour-upgrade.txt")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as shared:
        yield shared


@pytest.fixture(scope="module")
def article(engine: Engine) -> Article:
    return engine.load(SAMPLE).result()


def worker(engine: Engine) -> int:
    """The worker's process id."""
    pid: int = engine.call("os:getpid").result()
    return pid


def steps(analysis: Analysis) -> Iterator[Step]:
    while (future := analysis.submit_next()) is not None:
        yield future.result()


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def ends(pid: int, seconds: float = 10) -> bool:
    """Whether a process ends within a time."""
    until = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.05)
    return not alive(pid)


def test_an_article_comes_back_whole(article: Article) -> None:
    assert article.title.startswith("Port of Vellmar")
    assert article.blocks[-1].span.end == len(article.text.rstrip())


def test_an_error_keeps_its_sentence(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as raised:
        engine.load(tmp_path / "gone.txt").result()
    assert raised.value.next_step


@pytest.mark.parametrize("kind", [ArticleError, AnalysisError, TemplateError])
def test_errors_survive_the_way_between_processes(kind: type[ArticleError]) -> None:
    copy = pickle.loads(pickle.dumps(kind("It failed.", "Try again.")))  # noqa: S301 - our own bytes
    assert (type(copy), copy.sentence, copy.next_step) == (kind, "It failed.", "Try again.")


def test_an_analysis_counts_its_steps_and_ends_with_all_findings(engine: Engine, article: Article) -> None:
    analysis = engine.analyse(article, "1")
    seen = list(steps(analysis))
    assert [step.done for step in seen] == list(range(1, analysis.steps + 1))
    assert {step.total for step in seen} == {analysis.steps}
    assert [step.final for step in seen] == [False] * (len(seen) - 1) + [True]
    assert len(seen[-1].findings) > 40


def test_chunked_analysis_equals_the_analysis_in_one_go(engine: Engine, article: Article) -> None:
    *_, last = steps(engine.analyse(article, "1"))
    assert last.findings == engine.call("briefing.analysis.findings:analyse", article, "1").result()


def test_an_article_without_text_to_search_has_one_step(engine: Engine) -> None:
    analysis = engine.analyse(engine.load_text("* * *").result(), "1")
    assert [(step.findings, step.final) for step in steps(analysis)] == [((), True)]


def test_a_cancelled_analysis_sends_no_further_step(engine: Engine, article: Article) -> None:
    analysis = engine.analyse(article, "1")
    first = analysis.submit_next()
    analysis.cancel()
    assert analysis.cancelled
    assert analysis.submit_next() is None
    assert first is not None
    assert not first.result().final
    assert list(steps(engine.analyse(article, "1")))[-1].final


def test_a_long_article_s_findings_come_in_stretches_that_leave_nothing_out(engine: Engine, article: Article) -> None:
    body = article.text[article.blocks[1].span.start :]
    long = engine.load_text("\n\n".join([article.text, *[body] * 3])).result()
    settled = [step for step in steps(engine.analyse(long, "1")) if step.stretch is not None]
    stretches = [step.stretch for step in settled if step.stretch is not None]
    assert len(stretches) > 1
    assert [stretches[0].start, stretches[-1].end] == [0, len(long.text)]
    assert all(one.end == following.start for one, following in itertools.pairwise(stretches))
    whole = engine.call("briefing.analysis.findings:analyse", long, "1").result()
    assert tuple(finding for step in settled for finding in step.findings) == whole


def test_cancelling_a_long_article_s_last_look_frees_the_worker_at_once(engine: Engine) -> None:
    paragraph = "Trade between the two countries rose by 12 percent to $3.5 billion in 2021, the ministry said. " * 20
    analysis = engine.analyse(engine.load_text("Trade grows\n\n" + "\n\n".join([paragraph] * 11)).result(), "1")
    for _ in range(11):  # a paragraph of so many words is a chunk
        read = analysis.submit_next()
        assert read is not None
        assert read.result().stretch is None
    before, last = worker(engine), analysis.submit_next()
    analysis.cancel()
    assert worker(engine) != before
    assert last is not None
    with pytest.raises(AnalysisError):
        last.result()


def test_two_analyses_may_take_turns(engine: Engine, article: Article) -> None:
    one, two = engine.analyse(article, "1"), engine.analyse(article, "2")
    together = [*zip(steps(one), steps(two), strict=True)]
    first, second = together[-1]
    assert len(first.findings) == len(second.findings)
    assert {finding.article for finding in second.findings} == {"2"}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_a_worker_killed_in_mid_analysis_costs_one_sentence(engine: Engine, article: Article) -> None:
    analysis = engine.analyse(article, "1")
    first = analysis.submit_next()
    assert first is not None
    first.result()
    pid = worker(engine)
    stuck = engine.call("time:sleep", 60)
    queued = analysis.submit_next()
    assert queued is not None
    os.kill(pid, signal.SIGKILL)
    for future in (stuck, queued):
        with pytest.raises(AnalysisError, match="nothing was lost"):
            future.result(10)
    assert list(steps(engine.analyse(article, "1")))[-1].final
    assert ends(pid)


def test_steps_of_a_lost_analysis_say_so(engine: Engine, article: Article) -> None:
    analysis = engine.analyse(article, "1")
    first = analysis.submit_next()
    assert first is not None
    first.result()
    engine.restart()
    second = analysis.submit_next()
    assert second is not None
    with pytest.raises(AnalysisError, match="interrupted"):
        second.result()


def test_restart_fails_what_is_under_way_and_goes_on(engine: Engine) -> None:
    before = worker(engine)
    under_way = engine.call("time:sleep", 60)
    engine.restart()
    with pytest.raises(AnalysisError):
        under_way.result(10)
    assert worker(engine) != before
    assert ends(before)


def test_work_that_takes_too_long_is_stopped() -> None:
    with Engine(time_limit=0.5) as impatient:
        with pytest.raises(AnalysisError, match="too long"):
            impatient.call("time:sleep", 60).result(20)
        assert impatient.call("os:getpid").result() > 0


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no such clock")
def test_a_file_that_asks_too_much_of_the_processor_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.engine.LOAD_LIMIT", Limit(clock=60, processor=0.01))
    with Engine() as engine, pytest.raises(AnalysisError, match="too long"):
        engine.load(SAMPLE).result(20)


def test_a_file_whose_reading_ends_the_worker_is_not_analysed_again(engine: Engine, tmp_path: Path) -> None:
    stuck = engine.call("time:sleep", 60)
    reading = engine.load(tmp_path / "gone.txt")
    engine.restart()
    with pytest.raises(AnalysisError, match="The analysis"):
        stuck.result(10)
    with pytest.raises(AnalysisError, match="Reading the article") as raised:
        reading.result(10)
    assert "paste" in raised.value.next_step


def test_work_that_takes_too_much_memory_is_stopped() -> None:
    with Engine(memory_limit=2**30) as modest:
        with pytest.raises(AnalysisError, match="memory"):
            modest.call("builtins:bytearray", 2**31).result(20)
        assert modest.call("os:getpid").result() > 0


def test_work_not_yet_begun_can_be_cancelled(engine: Engine) -> None:
    futures: list[Future[None]] = [engine.call("time:sleep", 0.3) for _ in range(5)]
    assert futures[-1].cancel()
    with pytest.raises(CancelledError):
        futures[-1].result()
    futures[0].result(10)


def test_closing_ends_the_worker_even_when_it_is_busy() -> None:
    engine = Engine()
    idle = worker(engine)
    engine.close()
    assert ends(idle)
    busy = worker(engine)
    engine.call("time:sleep", 60)
    engine.close()
    assert ends(busy)


def script(*lines: str) -> subprocess.Popen[str]:
    """A process of its own that prints what the lines print."""
    indented = "\n".join(f"    {line}" for line in lines)
    program = f"from briefing.engine import Engine\nimport os, sys, time\nif __name__ == '__main__':\n{indented}\n"
    file = Path(os.environ["PYTEST_SCRIPT_FOLDER"]) / "script.py"
    file.write_text(program, encoding="utf-8")
    return subprocess.Popen([sys.executable, file], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_SCRIPT_FOLDER", str(tmp_path))


@pytest.mark.usefixtures("scripts")
def test_the_windows_side_imports_no_parser() -> None:
    process = script(
        "engine = Engine()",
        f"article = engine.load_text({'The port handled 5 ships.'!r}).result()",
        "analysis = engine.analyse(article, '1')",
        "while (step := analysis.submit_next()) is not None: step.result()",
        "engine.close()",
        "print({'spacy', 'lxml', 'numpy', 'docx', 'pydantic', 'typer', 'rich'} & set(sys.modules))",
    )
    out, err = process.communicate(timeout=60)
    assert (out.strip(), err) == ("set()", "")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
@pytest.mark.usefixtures("scripts")
def test_a_worker_does_not_outlive_a_killed_window() -> None:
    process = script(
        "engine = Engine()", "print(engine.call('os:getpid').result(), flush=True)", "engine.call('time:sleep', 60).result()"
    )
    assert process.stdout is not None
    pid = int(process.stdout.readline())
    process.kill()
    process.communicate()
    assert ends(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")
@pytest.mark.usefixtures("scripts")
def test_control_c_reaches_the_window_only() -> None:
    process = script(
        "engine = Engine()",
        "worker = engine.call('os:getpid').result()",
        "try:",
        "    print(worker, flush=True)",
        "    time.sleep(60)",
        "except KeyboardInterrupt: print(engine.call('os:getpid').result(), flush=True)",
        "engine.close()",
    )
    assert process.stdout is not None
    pid = int(process.stdout.readline())
    os.kill(pid, signal.SIGINT)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (int(out), err) == (pid, "")
    assert ends(pid)
