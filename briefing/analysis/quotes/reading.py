"""A parsed paragraph seen round its quotes: which tokens are quoted, what stands before and after a quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from spacy import symbols

from briefing.analysis.quotes.grammar import subject_of
from briefing.analysis.quotes.marks import GLYPHS
from briefing.analysis.quotes.pairing import Ending, Segment, pair
from briefing.analysis.quotes.shape import Outline, outline_of
from briefing.analysis.quotes.singles import prefers_single, single_segments
from briefing.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.pipeline import Passage
    from briefing.model import Article

VERBS = frozenset({"VERB", "AUX"})
_VERB_NUMBERS = frozenset({symbols.VERB, symbols.AUX})  # the same as the parse stores them
_STOPS = frozenset(".!?")
_LONGEST = 60  # tokens of a sentence that are looked at


@dataclass(frozen=True, eq=False)
class Reading:
    """One paragraph, its segments in article code points, and which of its tokens are quoted or are marks."""

    number: int  # among the passages
    text: str  # as printed
    passage: Passage
    segments: tuple[Segment, ...]
    starts: tuple[int, ...]  # of the tokens, in article code points
    words: tuple[str, ...]  # the tokens' texts, read once: making tokens of spaCy's costs more than the rules
    quoted: frozenset[int]  # tokens inside a segment, and marks

    def index(self, position: int) -> int:
        """The first token that begins at or after a position of the article."""
        return bisect_left(self.starts, position)

    def token(self, index: int) -> Token:
        """The paragraph's token of that number."""
        return self.passage.doc[index]

    @cached_property
    def verbs(self) -> tuple[int, ...]:
        """The tokens that are verbs and not quoted."""
        kinds = self.passage.doc.to_array("POS").tolist()
        return tuple(index for index, kind in enumerate(kinds) if kind in _VERB_NUMBERS and index not in self.quoted)

    def subject(self, verb: int) -> Token | None:
        """The subject of that verb, outside quotes; sought once, since every quote near by asks."""
        if verb not in self._subjects:
            self._subjects[verb] = subject_of(self.token(verb), self.quoted)
        return self._subjects[verb]

    @cached_property
    def _subjects(self) -> dict[int, Token | None]:
        return {}

    @property
    def span(self) -> Span:
        """The paragraph's place in the article."""
        return self.passage.block.span


@dataclass(frozen=True, eq=False)
class Site:
    """One segment with what stands round it; tokens are those of the reading, quoted ones left out."""

    reading: Reading
    segment: Segment
    before: tuple[int, ...]  # back to the start of the sentence
    after: tuple[int, ...]  # to the end of the sentence or to the next quote
    words: str  # as printed
    last: str  # the last character, the comma before a closing mark included
    introduced_by: str  # the last character before the quote but marks and white space
    followed_by: str  # the text after the quote and its mark, to the next quote
    tail: int  # where that text begins in the article
    gap: str  # the text between the quote before, or the paragraph's start, and this one

    @cached_property
    def outline(self) -> Outline:
        """What the quote looks like from outside."""
        return outline_of(self)


def read_quotes(article: Article, passages: Sequence[Passage]) -> tuple[Reading, ...]:
    """Every paragraph with its segments, double marks first, then single ones."""
    texts = [passage.block.span.of(article.text) for passage in passages]
    doubles = pair(texts)
    single = prefers_single(texts, doubles)
    if single:
        doubles = tuple(_around_doubles(text, segments) for text, segments in zip(texts, doubles, strict=True))
    readings = []
    for number, (passage, text, segments) in enumerate(zip(passages, texts, doubles, strict=True)):
        taken = [segment.span for segment in segments]
        singles = single_segments(text, taken, usual=single) if any(mark in text for mark in "'‘’") else ()
        readings.append(_reading(number, text, passage, (*segments, *singles)))
    return _numbered(readings, usual=single)


def _around_doubles(text: str, doubles: Sequence[Segment]) -> tuple[Segment, ...]:
    """In a text whose own marks are single: the double segments that lie in no single one."""
    singles = [segment.span for segment in single_segments(text, ())]
    return tuple(double for double in doubles if not any(span.contains(double.span) for span in singles))


def _reading(number: int, text: str, passage: Passage, segments: Sequence[Segment]) -> Reading:
    offset = passage.offset
    parsed, places = passage.doc.text, passage.doc.to_array(["IDX", "LENGTH"]).tolist()
    starts = tuple(offset + start for start, _ in places)
    words = tuple(parsed[start : start + length] for start, length in places)
    placed = tuple(sorted((replace(s, span=s.span.shifted(offset)) for s in segments), key=lambda s: s.span))
    quoted: set[int] = set()
    for segment in placed:
        quoted.update(range(bisect_left(starts, segment.span.start), bisect_left(starts, segment.span.end)))
    if placed:
        quoted.update(index for index, word in enumerate(words) if word[0] in GLYPHS and not word[-1].isalnum())
    return Reading(number, text, passage, placed, starts, words, frozenset(quoted))


def _numbered(readings: Sequence[Reading], *, usual: bool) -> tuple[Reading, ...]:
    """Single segments get numbers of their own, after those of the double ones; where they are usual, nothing sets them apart."""
    number = max((s.quote for reading in readings for s in reading.segments), default=0)
    numbered = []
    is_open = False  # a single mark was left open at the end of the paragraph before
    for reading in readings:
        segments: list[Segment] = []
        for segment in reading.segments:
            goes_on = is_open and segment.single and not segments and segment.span.start - reading.span.start == 1
            number += segment.single and not goes_on
            segments.append(replace(segment, quote=number, single=not usual) if segment.single else segment)
        is_open = bool(segments) and reading.segments[-1].single and segments[-1].ending is Ending.UNCLOSED
        numbered.append(replace(reading, segments=tuple(segments)))
    return tuple(numbered)


def sites(reading: Reading) -> tuple[Site, ...]:
    """The paragraph's segments in order, each with what stands round it."""
    return tuple(_site(reading, number) for number in range(len(reading.segments)))


def site_before(site: Site) -> Site:
    """The segment before this one in the same paragraph."""
    return _site(site.reading, site.reading.segments.index(site.segment) - 1)


def _site(reading: Reading, number: int) -> Site:
    segment, base, text = reading.segments[number], reading.span.start, reading.text
    start, end = segment.span.start - base, segment.span.end - base
    behind = reading.segments[number - 1].span.end - base if number else 0
    ahead = reading.segments[number + 1].span.start - base if number + 1 < len(reading.segments) else len(text)
    closing = _skip_marks(text, end)
    last = "," if "," in text[end:closing] else text[end - 1 : end]
    gap = text[behind:start]
    return Site(
        reading,
        segment,
        _before(reading, number),
        _after(reading, segment, ahead + base),
        text[start:end],
        last,
        gap.rstrip(" \t\u00a0" + "".join(GLYPHS))[-1:],
        text[closing:ahead],
        closing + base,
        gap,
    )


def _skip_marks(text: str, position: int) -> int:
    while position < len(text) and (text[position] in GLYPHS or text[position] in ", \u00a0"):
        position += 1
    return position


def _before(reading: Reading, number: int) -> tuple[int, ...]:
    """The sentence's tokens before the quote, those before an earlier quote in the same sentence too."""
    chosen: list[int] = []
    index = reading.index(reading.segments[number].span.start) - 1
    while index >= 0 and len(chosen) < _LONGEST:
        if reading.words[index] in _STOPS and not (index in reading.quoted and _goes_on(reading, index)):
            break
        if index not in reading.quoted and not reading.words[index].isspace():
            chosen.append(index)
        index -= 1
    return tuple(reversed(chosen))


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether the sentence goes on behind a full stop inside an earlier quote."""
    following = next((i for i in range(index, len(reading.starts)) if i not in reading.quoted), None)
    return following is not None and reading.words[following][:1].islower()


def _after(reading: Reading, segment: Segment, limit: int) -> tuple[int, ...]:
    chosen: list[int] = []
    for index in range(reading.index(segment.span.end), min(reading.index(limit), len(reading.starts))):
        if index in reading.quoted:
            continue
        word = reading.words[index]
        if word in _STOPS or word == ";" or len(chosen) >= _LONGEST:
            if chosen:
                break
            continue
        if not word.isspace():
            chosen.append(index)
    return tuple(chosen)
