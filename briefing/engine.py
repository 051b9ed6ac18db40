"""One worker process for all that is slow or touches untrusted bytes: reading, analysing, checking, rendering.

The window's process imports neither spaCy nor lxml; whatever happens to the worker, the window goes on.
"""

from __future__ import annotations

import itertools
import multiprocessing
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from briefing.analysis.pipeline import readable
from briefing.errors import AnalysisError
from briefing.model import Article, Block, Span
from briefing.steps import Step
from briefing.worker import Limit, prepare, run

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from briefing.brief import Brief
    from briefing.word.types import Exported, TemplateInfo

T = TypeVar("T")
_STARTING = threading.Lock()  # so that each engine knows its own worker

LOAD_LIMIT = Limit(clock=40.0, processor=15.0)  # to read a file; a PDF of 300 pages takes 4 seconds of the processor
FETCH_LIMIT = Limit(clock=45.0, processor=15.0)  # to fetch and read a page; the fetching itself gives up after 25
TIME_LIMIT = 120.0  # seconds a single job may take
# Bytes of address space for the worker: the model takes 410 MB, a PDF of 300 pages and its analysis 150 MB more.
MEMORY_LIMIT = 10**9
_CHUNK = 300  # words of an article in one step, some 50 ms of work
_STRETCH = 3  # chunks whose findings come in one message, some hundred findings
_SHORT = 10  # chunks; looking at so many as a whole takes a moment, more are not waited for when nobody wants them


class Engine:
    """The worker process, started when it is first needed and again after a crash."""

    def __init__(self, time_limit: float = TIME_LIMIT, memory_limit: int = MEMORY_LIMIT) -> None:
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._workers: tuple[BaseProcess, ...] = ()
        self._jobs: set[Future[Any]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> Future[None]:
        """Start the worker and load the language model, so that the first analysis does not wait for it."""
        return self.call("briefing.analysing:warm")

    def load(self, path: Path) -> Future[Article]:
        """The article in a file; the future fails with ArticleError if there is none."""
        return self._call(LOAD_LIMIT, "briefing.articles:load", path)

    def load_text(self, text: str, name: str = "pasted text") -> Future[Article]:
        """The article in a pasted text."""
        return self.call("briefing.articles:from_text", text, name=name)

    def fetch(self, address: str) -> Future[Article]:
        """The article at an http(s) address: the one job that uses the network, and only when asked."""
        return self._call(FETCH_LIMIT, "briefing.articles.address:fetch", address)

    def analyse(self, article: Article, key: str) -> Analysis:
        """The analysis of an article under its key in the brief; nothing happens before its first step is submitted."""
        return Analysis(self, article, key)

    def export(self, brief: Brief, template: Path, target: Path, *, overwrite: bool = True) -> Future[Exported]:
        """Write the note as a Word file."""
        return self.call("briefing.word:export", brief, template, target, overwrite=overwrite)

    def templates(self, team: Path | None = None, mine: Path | None = None) -> Future[tuple[TemplateInfo, ...]]:
        """The templates there are: built-in, the user's own, and those of a team's folder."""
        return self.call("briefing.word:templates", mine, team)

    def call(self, job: str, *args: Any, **kwargs: Any) -> Future[Any]:
        """Any other function, named ``module:function``, run in the worker; arguments and result must pickle."""
        return self._call(Limit(self._time_limit), job, *args, **kwargs)

    def within(self, seconds: float, job: str, *args: Any, **kwargs: Any) -> Future[Any]:
        """The same for a job that may take only so many seconds, because nobody knows what it is given."""
        return self._call(Limit(min(seconds, self._time_limit)), job, *args, **kwargs)

    def _call(self, limit: Limit, job: str, *args: Any, **kwargs: Any) -> Future[Any]:
        with self._lock:
            try:
                inner, pool = self._send(limit, job, args, kwargs)
            except BrokenProcessPool:  # it died between two jobs
                self._pool, self._workers = None, ()
                inner, pool = self._send(limit, job, args, kwargs)
            self._jobs.add(inner)
        return self._outer(inner, pool, limit, reads=job.startswith("briefing.articles"))

    @property
    def alone(self) -> bool:
        """Whether no more than one job is under way or waiting."""
        return len(self._jobs) <= 1

    def restart(self, *, wait: bool = True) -> None:
        """Kill the worker, whatever it does; futures still open fail with AnalysisError. The next call starts another."""
        with self._lock:
            pool, workers = self._pool, self._workers
            self._pool, self._workers = None, ()
        for worker in workers:
            worker.kill()
        if pool is not None:
            pool.shutdown(wait=False)
        for worker in workers if wait else ():
            worker.join(5)

    def close(self) -> None:
        """End the worker, also in the midst of a job; the engine can be used again all the same."""
        with self._lock:
            pool, idle = self._pool, not self._jobs
            if idle:
                self._pool, self._workers = None, ()
        if not idle:
            self.restart()
        elif pool is not None:
            pool.shutdown()

    def _send(
        self, limit: Limit, job: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[Future[Any], ProcessPoolExecutor]:
        if self._pool is not None:
            return self._pool.submit(run, limit, job, args, kwargs), self._pool
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(1, context, initializer=prepare, initargs=(self._memory_limit,))
        with _STARTING:
            before = set(multiprocessing.active_children())
            inner = pool.submit(run, limit, job, args, kwargs)
            self._workers = tuple(child for child in multiprocessing.active_children() if child not in before)
        self._pool = pool
        return inner, pool

    def _outer(self, inner: Future[T], pool: ProcessPoolExecutor, limit: Limit, *, reads: bool) -> Future[T]:
        """A future that fails with a sentence where the worker died; cancelling it cancels the job if it has not begun."""
        outer: Future[T] = Future()
        due = time.monotonic() + min(limit.clock, limit.processor or limit.clock)
        outer.add_done_callback(lambda future: inner.cancel() if future.cancelled() else None)
        inner.add_done_callback(lambda future: self._pass_on(future, outer, pool, due, reads=reads))
        return outer

    def _pass_on(self, inner: Future[T], outer: Future[T], pool: ProcessPoolExecutor, due: float, *, reads: bool) -> None:
        self._jobs.discard(inner)
        if inner.cancelled():
            outer.cancel()
        if not outer.set_running_or_notify_cancel():
            return
        error = inner.exception()
        if error is None:
            outer.set_result(inner.result())
            return
        if isinstance(error, BrokenProcessPool):
            self._forget(pool)
        outer.set_exception(_explained(error, overdue=time.monotonic() >= due, reads=reads))

    def _forget(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool, self._workers = None, ()


class Analysis:
    """One article's analysis in steps of a few paragraphs: ask for the next step when the last one has come."""

    def __init__(self, engine: Engine, article: Article, key: str) -> None:
        self._engine = engine
        self._article = article
        self._key = key
        self._chunks = tuple(_chunks(article))
        self._stretches = tuple(_stretches(article, self._chunks))
        self._sent: Future[Step] | None = None
        self._token = next(_TOKENS)
        self._next = 0
        self._cancelled = False

    @property
    def steps(self) -> int:
        """How many steps there are; the last ones tell what is there, seen from the whole article."""
        return len(self._chunks) + len(self._stretches)

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._cancelled

    def submit_next(self) -> Future[Step] | None:
        """Send the next step to the worker; None when all are sent or the analysis was cancelled."""
        if self._cancelled or self._next >= self.steps:
            return None
        number, self._next = self._next, self._next + 1
        article = self._article if number == 0 else None
        read = len(self._chunks)
        job = "briefing.analysing:read_step" if number < read else "briefing.analysing:conclude"
        part: Sequence[Block] | Span = self._chunks[number] if number < read else self._stretches[number - read]
        self._sent = self._engine.call(job, self._token, article, self._key, part, self.steps)
        return self._sent

    def cancel(self) -> None:
        """Send no further step; one that runs comes to its end within a moment, or its worker is ended."""
        if not self._cancelled and self._sent is not None and not (self._next == self.steps and self._sent.done()):
            if self._takes_long() and self._engine.alone:
                self._engine.restart(wait=False)
            else:
                self._engine.call("briefing.analysing:drop", self._token)
        self._cancelled = True

    def _takes_long(self) -> bool:
        """Whether a long article is just being looked at as a whole: seconds in which the worker hears nothing."""
        looking = self._next == len(self._chunks) + 1 and self._sent is not None and not self._sent.done()
        return looking and len(self._chunks) > _SHORT


_TOKENS = itertools.count()


def _chunks(article: Article) -> Iterator[tuple[Block, ...]]:
    """The blocks that are searched, some three hundred words at a time."""
    chunk: list[Block] = []
    size = 0
    for block in readable(article):
        chunk.append(block)
        size += len(block.span) // 6 + 1
        if size >= _CHUNK:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _stretches(article: Article, chunks: Sequence[Sequence[Block]]) -> Iterator[Span]:
    """The article's text in stretches that begin where chunks begin, the first and the last one reaching its ends."""
    begins = [0, *(chunk[0].span.start for chunk in chunks[_STRETCH::_STRETCH]), len(article.text)]
    yield from (Span(start, end) for start, end in itertools.pairwise(begins))


def _explained(error: BaseException, *, overdue: bool, reads: bool) -> BaseException:
    """What a job's failure means for a person; this is the one place where a dead worker becomes a sentence."""
    if isinstance(error, BrokenProcessPool) and overdue:
        step = "Copy the article's text and paste it." if reads else "Try a shorter article."
        return AnalysisError("The work took too long and was stopped; nothing was lost.", step)
    if isinstance(error, BrokenProcessPool) and reads:  # by this file or by other work: nobody can tell
        step = "Open it again; if that fails too, copy the article's text and paste it."
        return AnalysisError("Reading the article stopped unexpectedly; nothing was lost.", step)
    if isinstance(error, BrokenProcessPool):
        return AnalysisError("The analysis stopped unexpectedly; nothing was lost.", "Analyse again.")
    if isinstance(error, MemoryError):
        return AnalysisError("There was not enough memory for this; nothing was lost.", "Try a shorter article.")
    return error
