"""The analysis of articles as the window sees it: findings come chunk by chunk, and no decision made meanwhile is lost."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing import review
from briefing.brief import Brief
from briefing.model import Article, Figure, Finding, Span
from ui.bars import Kind, Message
from ui.jobs import Jobs
from ui.problems import problem
from ui.session import Session

if TYPE_CHECKING:
    from briefing.engine import Analysis
    from briefing.steps import Step

TOPIC = "analysis"


class Analyses(QObject):
    """Analyses one article after the other and puts what is found into the session."""

    progressed = Signal(int, int)  # steps done, of how many
    ended = Signal()
    message = Signal(object)  # a Message
    place_asked = Signal(str, object)  # an article's key and a Span to show

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._waiting: deque[str] = deque()
        self._key = ""
        self._article: Article | None = None
        self._run: Analysis | None = None
        self._lost: tuple[Finding, ...] = ()
        self._first = True  # nothing was found in the article before, so chunks are shown as they come

    @property
    def running(self) -> bool:
        """Whether an analysis is under way."""
        return self._run is not None

    def start(self, key: str) -> None:
        """Analyse the article under a key, after those that wait."""
        if self.running and not self._still_there():
            self._drop_stale()
        if key not in self._waiting and key != self._key:
            self._waiting.append(key)
        if not self.running:
            self._begin_next()

    def _drop_stale(self) -> None:
        """Stop analysing an article that was put right, or of a note that was left; those of this note still wait."""
        there = {source.key for source in self._session.brief.sources}
        waiting = [key for key in self._waiting if key in there]
        self.cancel()
        self._waiting.extend(waiting)

    def cancel(self) -> None:
        """Stop at once; what was found so far stays."""
        run, self._run = self._run, None
        self._waiting.clear()
        if run is not None:
            run.cancel()
            self._key = ""
            self.ended.emit()

    def _begin_next(self) -> None:
        if not self._waiting:
            self._run, self._key = None, ""
            self.ended.emit()
            return
        self._key = self._waiting.popleft()
        brief = self._session.brief
        self._article = brief.article(self._key)
        self._lost = ()
        self._first = all(finding.article != self._key for finding in brief.findings)
        self._run = self._jobs.engine.analyse(self._article, self._key)
        self.progressed.emit(0, self._run.steps)
        self._ask(self._run)

    def _still_there(self) -> bool:
        return any(source.article is self._article for source in self._session.brief.sources if source.key == self._key)

    def _ask(self, run: Analysis) -> None:
        future = run.submit_next()
        if future is None:
            self._begin_next()
        else:
            self._jobs.watch(future, lambda step: self._take(run, step), lambda error: self._fail(run, error))

    def _take(self, run: Analysis, step: Step) -> None:
        if run is not self._run:
            return
        if not self._still_there():
            self._drop_stale()
            self._begin_next()
            return
        self.progressed.emit(step.done, step.total)
        if step.stretch is not None:
            carried = review.carry_over(self._session.brief, self._key, step.findings, step.stretch)
            self._session.analysed(carried.brief)
            self._lost += carried.lost
        elif self._first and step.findings:
            self._session.analysed(with_more(self._session.brief, self._key, step.findings))
        if step.final:
            self._tell_lost(self._lost)
        self._ask(run)

    def _fail(self, run: Analysis, error: BaseException) -> None:
        if run is not self._run:
            return
        key = self._key
        self.cancel()
        again = (("Analyse again", lambda: self.start(key)),)
        self.message.emit(problem(error, TOPIC, again))

    def _tell_lost(self, lost: tuple[Finding, ...]) -> None:
        if lost:
            names = ", ".join(f"“{excerpt(self._session, finding)}” (¶{finding.number})" for finding in lost[:4])
            more = f" and {len(lost) - 4} more" if len(lost) > 4 else ""
            text = f"Decisions without a place after the new analysis: {names}{more}. Look at these paragraphs again."
            show = (("Show the first", lambda: self._show(lost[0])),)
            self.message.emit(Message(text, Kind.PROBLEM, show, TOPIC))

    def _show(self, finding: Finding) -> None:
        self.place_asked.emit(finding.article, finding.span)


def with_more(brief: Brief, key: str, findings: tuple[Finding, ...]) -> Brief:
    """The brief with a chunk's findings behind those the article has already.

    None is suggested yet: what matters most can only be said of the whole article, and the note would fill and empty again.
    """
    stretch = Span(findings[0].span.start, findings[-1].span.start + 1)
    return review.carry_over(brief, key, (replace(finding, suggested=False) for finding in findings), stretch).brief


def excerpt(session: Session, finding: Finding, length: int = 40) -> str:
    """A finding's own words, cut short."""
    text = " ".join(finding.span.of(session.brief.article(finding.article).text).split())
    short = text if len(text) <= length else text[: length - 1].rstrip() + "…"
    return short if isinstance(finding.content, Figure) else short.strip("“”«»\"'")
