"""Moving a finding's edges with the keyboard: [ and ] choose one, ← and → move it by word, with Shift by character."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from briefing import review
from briefing.brief import Edit
from briefing.model import Article, Figure, Finding, Span
from ui.findings.amend import amend
from ui.findings.originals import originals
from ui.jobs import Jobs, in_words
from ui.reader.edge import EdgeMark
from ui.reader.view import Reader
from ui.session import Session

ORIGIN = "edges"
_JOB = "briefing.analysis.selection:mark"
_PAUSE = 150  # milliseconds without a key after which the value is read again
_WORD = re.compile(r"\w+(?:[.,’'\-/]\w+)*|[^\w\s]")
_KEYS = {"Left": (-1, False), "Right": (1, False), "Shift+Left": (-1, True), "Shift+Right": (1, True)}


class Edges(QObject):
    """Moves the current finding's chosen edge; all moves until Esc are one step to undo."""

    def __init__(self, session: Session, jobs: Jobs, reader: Reader, tell: Callable[[str], object], window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._reader, self._tell = session, jobs, reader, tell
        self._edge = ""  # "start" or "end" while one is being moved
        self._turn = 0  # counts the times that edges were taken up, so that each is a step of its own
        self._before: dict[str, str] | None = None  # what the rules read at the extraction's own edges
        self._put: frozenset[str] = frozenset()  # the fields that were read again
        self._mark = EdgeMark(reader)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._read)
        self._keys = [QShortcut(QKeySequence(keys), window) for keys in (*_KEYS, "Escape")]
        for key, (by, exactly) in zip(self._keys, _KEYS.values(), strict=False):
            key.activated.connect(partial(self.move, by, exactly=exactly))
        self._keys[-1].activated.connect(self.end)
        self._enable(False)
        session.current_changed.connect(self.end)
        session.brief_changed.connect(self._follow)

    def choose(self, edge: str) -> None:
        """Take up the current finding's "start" or "end"."""
        if not self._session.current:
            return
        if not self._edge:
            self._turn += 1
            self._before, self._put = None, frozenset()
            self._ask(self._finding.span, self._take_before)
        self._edge = edge
        self._enable(True)
        self._reader.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self._tell(f"Moving the {edge} of the finding:  ←  →  by word, with Shift by character, Esc ends")

    def move(self, by: int, *, exactly: bool = False) -> None:
        """Move the edge to the next (1) or the last (-1) word's, or by one character."""
        brief, finding, span = self._session.brief, self._finding, self._span
        after = moved(brief.article(finding.article), span, self._edge, by, exactly=exactly)
        if after != span:
            self._session.apply(review.move_edges(brief, finding.id, after), "Move edge", ORIGIN, merge=self._step)
            self._pause.start()

    def end(self, *_: object) -> None:
        """Leave the edges where they are."""
        if self._edge:
            if self._pause.isActive():
                self._read()
            self._edge = ""
            self._enable(False)
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
        return f"edges.{self._session.current}.{self._turn}"

    def _enable(self, on: bool) -> None:
        for key in self._keys:
            key.setEnabled(on)

    def _show(self) -> None:
        self._mark.put(self._span, self._edge)

    def _follow(self, _origin: str) -> None:
        if self._edge and self._session.current:
            self._show()

    # Reading the value again

    def _ask(self, span: Span, take: Callable[[Finding], object]) -> None:
        finding = self._finding
        kind = "figure" if isinstance(finding.content, Figure) else "quote"
        article = self._session.brief.article(finding.article)
        turn = self._turn
        self._jobs.watch(
            self._jobs.engine.call(_JOB, article, finding.article, span, kind),
            lambda read: take(read) if turn == self._turn and self._is_current(finding) else None,
            lambda error: self._tell(in_words(error)[0]),
        )

    def _is_current(self, finding: Finding) -> bool:
        return self._session.current == finding.id

    def _take_before(self, read: Finding) -> None:
        self._before = originals(self._session.brief, read)

    def _read(self) -> None:
        self._pause.stop()
        self._ask(self._span, partial(self._take, self._span))

    def _take(self, span: Span, read: Finding) -> None:
        """What the rules read otherwise at the new edges takes the place of what was extracted; typed fields stay."""
        if self._before is None or span != self._span:
            return
        brief, finding = self._session.brief, self._finding
        now, found = originals(brief, read), originals(brief, finding)
        typed = brief.edits.get(finding.id, Edit()).fields.keys() - self._put
        other = {name for name in found if now.get(name) != self._before.get(name)} - typed
        texts = {name: now[name] if name in other else found[name] for name in (other | self._put)}
        self._put = frozenset(other)
        self._session.apply(amend(brief, finding, texts), "Move edge", ORIGIN, merge=self._step)


def moved(article: Article, span: Span, edge: str, by: int, *, exactly: bool) -> Span:
    """The span with one edge moved by a word or a character, inside its paragraph and never past the other edge."""
    at = span.start if edge == "start" else span.end
    block = article.block_at(at if edge == "start" else at - 1)
    low, high = (block.span.start, block.span.end) if block else (0, len(article.text))
    places = range(low, high + 1) if exactly else _word_edges(article.text, low, high, edge)
    ahead = [place for place in places if (place > at if by > 0 else place < at)]
    new = at if not ahead else ahead[0] if by > 0 else ahead[-1]
    after = (new, span.end) if edge == "start" else (span.start, new)
    return Span(*after) if after[0] < after[1] else span


def _word_edges(text: str, low: int, high: int, edge: str) -> list[int]:
    return [found.start() if edge == "start" else found.end() for found in _WORD.finditer(text, low, high)]
