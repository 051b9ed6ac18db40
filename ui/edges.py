"""Moving a finding's edges with the keyboard: [ and ] choose one, ← and → move it by word, with Shift by character."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from briefing import review
from briefing.brief import Edit
from briefing.model import Article, Figure, Finding, Quote, Span
from ui.arrows import Arrows
from ui.findings.lines import value_words
from ui.jobs import Jobs, in_words
from ui.reader.edge import EdgeMark
from ui.reader.view import Reader
from ui.session import Session

ORIGIN = "edges"
_JOB = "briefing.analysis.moved:reread"
_HINT = "←  →  by word, with Shift by character, Enter or Esc ends"
_WORD = re.compile(r"\w+(?:[.,’'\-/]\w+)*|[^\w\s]")


class Edges(QObject):
    """Moves the current finding's chosen edge, the value read again at every step; all moves are one step to undo."""

    def __init__(self, session: Session, jobs: Jobs, reader: Reader, tell: Callable[[str], object]) -> None:
        super().__init__(reader)
        self._session, self._jobs, self._tell = session, jobs, tell
        self._edge = ""  # "start" or "end" while one is being moved
        self._turn = 0  # counts the times that edges were taken up, so that each is a step of its own
        self._asked: tuple[str, Span] | None = None  # what the worker is reading
        self._wanted: tuple[str, Span] | None = None  # what it is to read next
        self._mark = EdgeMark(reader)
        self._keys = Arrows(reader)
        self._keys.stepped.connect(lambda by, exactly: self.move(by, exactly=exactly))
        self._keys.entered.connect(self.end)
        self._keys.ended.connect(self.end)
        session.current_changed.connect(self.end)
        session.brief_changed.connect(self._follow)

    def choose(self, edge: str) -> None:
        """Take up the current finding's "start" or "end"."""
        if not self._session.current:
            return
        if not self._edge:
            self._turn += 1
        self._edge = edge
        self._keys.take()
        self._show()
        self._tell(f"Moving the {edge}: {_HINT}")

    def move(self, by: int, *, exactly: bool = False) -> None:
        """Move the edge to the next (1) or the last (-1) word's, or by one character."""
        brief, finding, span = self._session.brief, self._finding, self._span
        after = moved(brief.article(finding.article), span, self._edge, by, exactly=exactly)
        if after != span:
            self._session.apply(review.move_edges(brief, finding.id, after), "Move edge", ORIGIN, merge=self._step)
            self._read(finding.id, after)

    def end(self, *_: object) -> None:
        """Leave the edges where they are."""
        if self._edge:
            self._edge = ""
            self._keys.leave()
            self._mark.take_away()
            self._tell("")

    @property
    def _finding(self) -> Finding:
        return self._session.brief.finding(self._session.current)

    @property
    def _span(self) -> Span:
        finding = self._finding
        return self._session.brief.edits.get(finding.id, Edit()).span or finding.span

    @property
    def _step(self) -> str:
        return f"edges.{self._turn}"

    def _show(self) -> None:
        self._mark.put(self._span, self._edge)

    def _follow(self, _origin: str) -> None:
        if self._edge and self._session.current:
            self._show()

    # Reading the value again

    def _read(self, identifier: str, span: Span) -> None:
        """Have the worker read the new place; while it reads one, only the last that is asked for waits."""
        self._wanted = (identifier, span)
        if self._asked is None:
            self._ask_next()

    def _ask_next(self) -> None:
        self._asked, self._wanted = self._wanted, None
        if self._asked is None or not self._is_there(*self._asked):
            self._asked = None
            return
        finding, span = self._session.brief.finding(self._asked[0]), self._asked[1]
        article = self._session.brief.article(finding.article)
        job = self._jobs.engine.call(_JOB, article, finding, span)
        self._jobs.watch(job, partial(self._take, finding.id, span, self._step), self._fail)

    def _is_there(self, identifier: str, span: Span) -> bool:
        """Whether a finding still has its edges at a place other than its own."""
        brief = self._session.brief
        edit = brief.edits.get(identifier)
        return edit is not None and edit.span == span and any(finding.id == identifier for finding in brief.findings)

    def _take(self, identifier: str, span: Span, step: str, read: Figure | Quote) -> None:
        self._asked = None
        brief = self._session.brief
        if self._is_there(identifier, span):
            self._session.apply(review.move_edges(brief, identifier, span, read), "Move edge", ORIGIN, merge=step)
            if isinstance(read, Figure):
                self._tell(f"{value_words(read).capitalize()}: {_HINT}" if self._edge else "")
        self._ask_next()

    def _fail(self, error: BaseException) -> None:
        self._asked = None
        self._tell(in_words(error)[0])
        self._ask_next()


def moved(article: Article, span: Span, edge: str, by: int, *, exactly: bool) -> Span:
    """The span with one edge moved by a word or a character, inside its paragraph and never past the other edge."""
    at = span.start if edge == "start" else span.end
    new = next_place(article, at, by, exactly=exactly, ends=edge == "end")
    after = (new, span.end) if edge == "start" else (span.start, new)
    return Span(*after) if after[0] < after[1] else span


def next_place(article: Article, at: int, by: int, *, exactly: bool, ends: bool) -> int:
    """The next (1) or the last (-1) place of a paragraph where a word begins, or ends; every place if ``exactly``."""
    block = article.block_at(at - 1 if ends else at)
    low, high = (block.span.start, block.span.end) if block else (0, len(article.text))
    places = range(low, high + 1) if exactly else _word_edges(article.text, low, high, ends=ends)
    ahead = [place for place in places if (place > at if by > 0 else place < at)]
    return at if not ahead else ahead[0] if by > 0 else ahead[-1]


def _word_edges(text: str, low: int, high: int, *, ends: bool) -> list[int]:
    return [found.end() if ends else found.start() for found in _WORD.finditer(text, low, high)]
