"""Single quotation marks → segments. Apostrophes are the rule and quotes the exception, so these are read apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.quotes.pairing import Ending, Segment, trim
from briefing.model import Span

_LEAST_WORDS = 3
# An opening mark stands after white space or a bracket and before a word, a figure or a double mark. ’90s and ’em are elisions.
_ELISION = r"(?!\d0s\b|em\b|n\b|til\b|twas\b|tis\b|round\b|cause\b|bout\b)"
_OPENING = re.compile(rf"(?:(?<=[\s(\[—–:«“\"])|^)(?:‘|‚|'|’(?=[A-Z])){_ELISION}(?=[\w“\"«£$€…])")
_CLOSING = re.compile(r"(?<=\S)['’](?=[\s.,;:!?)\]—–…»”\"]|$)")
_SENTENCE_MARKS = frozenset(",.!?…")
_POSSESSIVE = re.compile(r"s['’]\s+[a-z]")


def single_segments(text: str, taken: Sequence[Span], *, usual: bool = False) -> Iterator[Segment]:
    """The quotes of three words and more in single marks that overlap no taken span; spans count from the paragraph's start.

    Where single marks are usual, one that is never closed opens a quote to the paragraph's end.
    """
    position = 0
    openings = [found.span() for found in _OPENING.finditer(text)]
    for index, (start, end) in enumerate(openings):
        limit = openings[index + 1][0] if index + 1 < len(openings) else len(text)
        close = _closing(text, end, limit)
        if start < position or (close is None and not (usual and limit == len(text))):
            continue
        ending = Ending.UNCLOSED if close is None else Ending.CLOSED
        span = trim(text, Span(end, limit if close is None else close))
        if len(span.of(text).split()) >= _LEAST_WORDS and not any(span.overlaps(other) for other in taken):
            yield Segment(span, 0, ending, single=True)
            position = span.end


def prefers_single(paragraphs: Sequence[str], doubles: Sequence[Sequence[Segment]]) -> bool:
    """Whether the text's own convention is the single mark: more spoken quotes stand in it than quotes in double ones."""
    single = sum(_is_spoken(text, segment) for text in paragraphs for segment in single_segments(text, ()))
    return single > sum(len(segments) for segments in doubles)


def _is_spoken(text: str, segment: Segment) -> bool:
    return text[segment.span.end - 1] in _SENTENCE_MARKS or text[segment.span.end : segment.span.end + 1] == ","


def _closing(text: str, start: int, limit: int) -> int | None:
    """Where the quote ends: before the first mark after a comma or a full stop, else the first that is no possessive."""
    places = [found.start() for found in _CLOSING.finditer(text, start, limit)]
    after_stop = next((place for place in places if text[place - 1] in _SENTENCE_MARKS), None)
    if after_stop is not None:
        return after_stop
    plain = [place for place in places if not _POSSESSIVE.match(text, place - 1)]
    return next(iter(plain or places), None)
