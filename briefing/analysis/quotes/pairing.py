"""Double quotation marks → segments: a state machine on characters, one paragraph at a time.

It survives wrong glyphs, nested marks, marks that are missing, inches, and both conventions for quotes over several
paragraphs (a mark re-opened at each paragraph; no mark until the end). One odd mark never spoils the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.analysis.quotes.marks import Family, Mark, Side, marks_in
from briefing.model import Span

_REACH = 4  # paragraphs without any mark that an open quote may run over
_SAYING = "said|says|added|told|wrote|noted|explained|asked|replied"
# Where the words of a quote that was never closed end: ", said Brandt" or ", Brandt said." The mark stays inside.
_NAME = r"[A-Z][\w’'-]*"
_ATTRIBUTION = re.compile(
    rf"[,.!?…]\s*(?=(?:{_SAYING})\s+\w"
    rf"|(?:he|she|they|(?:Mr|Ms|Mrs|Dr)\.?\s+{_NAME}|{_NAME}(?:\s+[\w’'-]+){{0,6}}\s+{_NAME}|{_NAME})\s+(?:{_SAYING})\b)"
)
_SENTENCE_MARKS = frozenset(",.!?…")


class Ending(StrEnum):
    """How a segment ends."""

    CLOSED = "closed"
    CONTINUED = "continued"  # goes on in the next paragraph
    UNCLOSED = "unclosed"  # its closing mark is missing


@dataclass(frozen=True, slots=True)
class Segment:
    """The words between two marks in one paragraph; segments of one quote share its number."""

    span: Span
    quote: int
    ending: Ending = Ending.CLOSED
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """A quote that is open: where its words begin, the mark that opened it (None: no mark), nested marks inside."""

    start: int
    family: Family
    glyph: Side
    quote: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _State:
    """Between two marks: what is open, what has been read, the last quote's number."""

    open: _Open | None
    segments: tuple[Segment, ...]
    last: int


def pair(paragraphs: Sequence[str]) -> tuple[tuple[Segment, ...], ...]:
    """The segments of each paragraph; spans count from the paragraph's start."""
    marks = [tuple(marks_in(text)) for text in paragraphs]
    found: list[tuple[Segment, ...]] = []
    state = _State(None, (), 0)
    for number, text in enumerate(paragraphs):
        for index, mark in enumerate(marks[number]):
            state = _step(state, mark, marks[number][index + 1 :], text)
        follower = _follower(state.open, paragraphs, marks, number)
        segments = _finish(state, text, follower)
        found.append(segments)
        last = max((state.last, *(segment.quote for segment in segments)))
        state = _State(follower, (), last)
    return tuple(found)


def _step(state: _State, mark: Mark, rest: Sequence[Mark], text: str) -> _State:
    """The state after one mark: outside a quote it may open one, inside it may close or nest."""
    current = state.open
    if current is None:
        return _begin(state, mark) if _opens(mark, rest, text) else state
    if _reopens(current, mark):
        return replace(state, open=replace(current, start=mark.end))
    if mark.family is not current.family:
        return _end(state, mark.start) if _closes_for(current, mark, rest) else state
    return state if _is_inch(mark, rest, text) else _inside(state, current, mark, rest, text)


def _inside(state: _State, current: _Open, mark: Mark, rest: Sequence[Mark], text: str) -> _State:
    """After a mark of the open quote's own family: it closes, nests, or opens another quote since this one was never closed."""
    if _closes(current, mark):
        nested = current.depth > 0
        return replace(state, open=replace(current, depth=current.depth - 1)) if nested else _end(state, mark.start)
    if _nests(current, mark, rest):
        return replace(state, open=replace(current, depth=current.depth + 1))
    return _begin(_end(state, _cut(text, current.start, mark.start), Ending.UNCLOSED), mark)


def _begin(state: _State, mark: Mark) -> _State:
    number = state.last + 1
    return replace(state, open=_Open(mark.end, mark.family, mark.glyph, number), last=number)


def _end(state: _State, position: int, ending: Ending = Ending.CLOSED) -> _State:
    if state.open is None:
        return state
    segment = Segment(Span(state.open.start, max(position, state.open.start)), state.open.quote, ending)
    return replace(state, open=None, segments=(*state.segments, segment))


def _opens(mark: Mark, rest: Sequence[Mark], text: str) -> bool:
    """Whether a mark outside any quote opens one."""
    if not text[mark.end :].strip():
        return False
    if mark.place is Side.OPEN:
        return True
    answering = [other for other in rest if other.family is mark.family]
    answered = any(other.place is not Side.OPEN for other in answering)
    if mark.glyph is Side.OPEN:
        return answered or mark.place is Side.EITHER
    if mark.glyph is Side.CLOSE or mark.left.isdigit():  # a stray closing mark; inches
        return False
    if mark.place is Side.CLOSE:
        return mark.left in ",:" and len(answering) % 2 == 1  # said," We will
    return answered and (len(answering) % 2 == 1 or not mark.left.strip())


def _reopens(current: _Open, mark: Mark) -> bool:
    """Whether a mark at the very head of a paragraph only repeats the opening mark of the paragraph before."""
    return current.start == 0 and mark.start == 0 and mark.family is current.family


def _closes_for(current: _Open, mark: Mark, rest: Sequence[Mark]) -> bool:
    """Whether a mark of another family closes a quote whose own closing mark never comes."""
    if mark.place is not Side.CLOSE or mark.glyph is Side.OPEN:
        return False
    return not any(other.family is current.family for other in rest)


def _is_inch(mark: Mark, rest: Sequence[Mark], text: str) -> bool:
    """Whether 40" inside a quote is a measure: a small letter follows, and another mark is left to close the quote."""
    if mark.glyph is not Side.EITHER or not mark.left.isdigit() or not text[mark.end :].lstrip()[:1].islower():
        return False
    return sum(other.family is mark.family for other in rest) % 2 == 1


def _closes(current: _Open, mark: Mark) -> bool:
    if mark.place is Side.CLOSE:
        return True
    if mark.place is Side.OPEN:
        return mark.glyph is Side.CLOSE and current.glyph is not Side.CLOSE
    return mark.glyph is not Side.OPEN or mark.left in _SENTENCE_MARKS  # «…economy,«said Tokayev


def _nests(current: _Open, mark: Mark, rest: Sequence[Mark]) -> bool:
    """Whether marks enough follow to close both the nested quote and the one round it."""
    family = [other for other in rest if other.family is mark.family]
    closing = sum(_closes(current, other) for other in family)
    return closing - (len(family) - closing) >= 2 + current.depth


def _cut(text: str, start: int, end: int) -> int:
    found = _ATTRIBUTION.search(text, start, end)
    return found.start() + 1 if found else end


def _follower(current: _Open | None, paragraphs: Sequence[str], marks: Sequence[Sequence[Mark]], number: int) -> _Open | None:
    """The same quote at the head of the next paragraph, if it goes on there."""
    if current is None or number + 1 >= len(paragraphs) or _ATTRIBUTION.search(paragraphs[number], current.start):
        return None
    follower = replace(current, start=0, depth=0)
    first = next(iter(marks[number + 1]), None)
    if first is not None and first.start == 0 and first.family is current.family and not _closes(current, first):
        return follower
    return follower if _closed_later(current, marks[number + 1 : number + 1 + _REACH]) else None


def _closed_later(current: _Open, following: Sequence[Sequence[Mark]]) -> bool:
    first = next((mark for marks in following for mark in marks if mark.family is current.family), None)
    return first is not None and first.place is not Side.OPEN and _closes(current, first)


def _finish(state: _State, text: str, follower: _Open | None) -> tuple[Segment, ...]:
    """The paragraph's segments, the last one ended, white space and the comma before a closing mark left out."""
    if state.open is not None and follower is not None:
        state = _end(state, len(text), Ending.CONTINUED)
    elif state.open is not None:
        state = _end(state, _cut(text, state.open.start, len(text)), Ending.UNCLOSED)
    return tuple(_trimmed(state.segments, text))


def _trimmed(segments: Sequence[Segment], text: str) -> Iterator[Segment]:
    for segment in segments:
        span = trim(text, segment.span)
        if any(character.isalnum() for character in span.of(text)):
            yield replace(segment, span=span)


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends and without commas at its end."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Span(start, end)
