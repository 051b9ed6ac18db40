"""Findings of the analyst's own: a selection becomes a figure or a quote, its fields filled in by the extractor."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing import review
from briefing.model import Finding, Span
from ui.jobs import Jobs
from ui.problems import problem
from ui.session import Session

TOPIC = "adding"
_JOB = "briefing.analysis.selection:mark"


class Adder(QObject):
    """Has the worker read the selection's paragraph and adds what it says."""

    message = Signal(object)

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(session)
        self._session, self._jobs = session, jobs

    def add(self, span: Span, kind: str) -> None:
        """Add the stretch of the article on show as a "figure" or a "quote"."""
        key = self._session.shown
        article = self._session.brief.article(key)
        self._jobs.watch(self._jobs.engine.call(_JOB, article, key, span, kind), partial(self._take, kind), self._fail)

    def _take(self, kind: str, finding: Finding) -> None:
        if all(source.key != finding.article for source in self._session.brief.sources):
            return  # the note was left meanwhile
        self._session.apply(review.add(self._session.brief, finding), f"Add {kind}", "reader")
        self._session.set_current(finding.id, "adding")

    def _fail(self, error: BaseException) -> None:
        self.message.emit(problem(error, TOPIC))
