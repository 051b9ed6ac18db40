"""Merging and splitting findings from the keyboard: M with the next, Shift+M with the one before, / in two at a place."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QObject, Signal

from briefing import reshaping
from briefing.brief import Brief, Edit
from briefing.errors import ReviewError
from briefing.model import Figure, Finding, Span
from briefing.parts import edited_segments
from briefing.reshaping import Reshaped
from ui.arrows import Arrows
from ui.bars import Kind, Message
from ui.reader.edge import EdgeMark
from ui.reader.view import Reader
from ui.session import Session

ORIGIN = "reshaping"
TOPIC = "reshaping"
_WORD = re.compile(r"\w[\w’'-]*")
_HINT = "Where to split:  ←  →  by word, with Shift by character, Enter or / splits, Esc leaves it whole"


class Reshaper(QObject):
    """Merges findings, and splits the current one; a quote's place is shown in the article and moved before it is split."""

    message = Signal(object)

    def __init__(self, session: Session, reader: Reader, tell: Callable[[str], object]) -> None:
        super().__init__(session)
        self._session, self._reader, self._tell = session, reader, tell
        self._at: int | None = None  # where the current quote will be split
        self._mark = EdgeMark(reader)
        self._keys = Arrows(reader)
        self._keys.stepped.connect(self._move)
        self._keys.entered.connect(self.split)
        self._keys.ended.connect(self.end)
        session.current_changed.connect(self.end)

    def merge(self, by: int) -> None:
        """Merge what is selected in the article, or else the current finding with the next (1) or the last (-1) of its kind."""
        brief, current = self._session.brief, self._session.current
        chosen = self._selected()
        if not chosen and current:
            other = reshaping.neighbour(brief, current, by)
            chosen = [brief.finding(current), *([other] if other else [])]
        if len(chosen) < 2:
            self._tell("There is no other finding of this kind to merge with")
            return
        self._try(lambda: _merged(brief, chosen), f"Merge {len(chosen)} findings")
        self._reader.drop_selection()

    def _selected(self) -> list[Finding]:
        """The findings of one kind that the selection in the article touches, if there are several: quotes before figures."""
        span = self._reader.selected_span()
        if span is None:
            return []
        brief = self._session.brief
        touched = [f for f in brief.findings if f.article == self._session.shown and _place(brief, f).overlaps(span)]
        quotes = [f for f in touched if not isinstance(f.content, Figure)]
        figures = [f for f in touched if isinstance(f.content, Figure)]
        return quotes if len(quotes) > 1 else figures if len(figures) > 1 else []

    def split(self) -> None:
        """Split the current figure at its best place; for a quote show the place first, and split there when asked again."""
        brief, current = self._session.brief, self._session.current
        if not current:
            return
        if isinstance(brief.finding(current).content, Figure):
            self._try(lambda: reshaping.split(brief, current), "Split finding")
        elif self._at is not None:
            at = self._at
            self.end()
            self._try(lambda: reshaping.split(brief, current, at), "Split finding")
        else:
            self._begin(brief, brief.finding(current))

    def end(self, *_: object) -> None:
        """Leave the quote whole."""
        if self._at is not None:
            self._at = None
            self._keys.leave()
            self._mark.take_away()
            self._tell("")

    def _begin(self, brief: Brief, finding: Finding) -> None:
        places = _words(brief, finding)
        if not places:
            self._tell("One word cannot be split")
            return
        selected = self._reader.selected_span()
        best = [selected.start] if selected and selected.start in places else list(reshaping.places(brief, finding.id))
        self._at = best[0] if best else places[len(places) // 2]
        self._reader.drop_selection()
        self._keys.take()
        self._show()

    def _move(self, by: int, exactly: bool) -> None:
        brief, at = self._session.brief, self._at
        if at is None:
            return
        finding = brief.finding(self._session.current)
        places = _words(brief, finding)
        if exactly:
            places = [place for s in _segments(brief, finding) for place in range(s.start, s.end) if place > places[0] - 1]
        ahead = [place for place in places if (place > at if by > 0 else place < at)]
        if ahead:
            self._at = ahead[0] if by > 0 else ahead[-1]
        self._show()

    def _show(self) -> None:
        if self._at is not None:
            self._mark.put(Span(self._at, self._at + 1), "start")
            self._tell(_HINT)

    def _try(self, deed: Callable[[], Reshaped], name: str) -> None:
        try:
            done = deed()
        except ReviewError as error:
            self.message.emit(Message(str(error), Kind.PROBLEM, topic=TOPIC))
            return
        self._session.apply(done.brief, name, ORIGIN)
        self._session.set_current(done.made[0], ORIGIN)


def _merged(brief: Brief, findings: list[Finding]) -> Reshaped:
    """All the findings as one."""
    done = Reshaped(brief, (findings[0].id,))
    for _, other in pairwise(findings):
        done = reshaping.merge(done.brief, done.made[0], other.id)
    return done


def _place(brief: Brief, finding: Finding) -> Span:
    return brief.edits.get(finding.id, Edit()).span or finding.span


def _segments(brief: Brief, finding: Finding) -> tuple[Span, ...]:
    content = brief.content(finding)
    span = brief.edits.get(finding.id, Edit()).span
    return (span or content.span,) if isinstance(content, Figure) else edited_segments(content, span)


def _words(brief: Brief, finding: Finding) -> list[int]:
    """Where the words of a finding begin, but for the first."""
    text = brief.article(finding.article).text
    return [found.start() for s in _segments(brief, finding) for found in _WORD.finditer(text, s.start, s.end)][1:]
