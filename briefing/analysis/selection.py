"""A stretch of text that an analyst selected → a finding of theirs, its fields filled in by the same rules as all others."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.analysis.figures.within import figure_within
from briefing.analysis.surroundings import Surroundings, surroundings
from briefing.errors import AnalysisError
from briefing.model import Article, Evidence, Figure, Finding, Origination, Quote, QuoteKind, Span
from briefing.parts import identifier

_MARKS = "“”„‟«»‹›\"'‘’‚‛「」『』 \n"
_BY_HAND = "marked by the analyst"
_WORD = re.compile(r"[$€£¥]?\w+(?:[.,'’]\w+)*[%°]?")


def mark(article: Article, key: str, span: Span, kind: str) -> Finding:
    """The selection as a "figure" or a "quote"; AnalysisError where there is no number to make a figure of."""
    around = surroundings(article, span)
    content = quote_at(around, span) if kind == "quote" else _figure(around, span)
    block = article.block_at(content.span.start)
    number = block.number if block else 0
    return Finding(identifier(key, content), key, number, content, 1.0, suggested=True, origination=Origination.ADDED)


def _figure(around: Surroundings, span: Span) -> Figure:
    """The figure that the rules found there, between the selection's edges; one of its own where the selection cuts it."""
    touched = [figure for figure in around.figures if figure.span.overlaps(span)]
    best = max(touched, key=lambda figure: _shared(figure.span, span), default=None)
    if best is not None and span.contains(best.amount.span):
        return replace(best, span=span)
    own = figure_at(around, span)
    if best is not None and (own is None or _cuts_words(around.article.text, span)):
        return best
    if own is None:
        raise AnalysisError(
            "There is no quantity in what you selected.", "Select the number with its unit, or mark it as a quote."
        )
    return replace(own, evidence=replace(own.evidence, rule=_BY_HAND, check=True))


def figure_at(around: Surroundings, span: Span) -> Figure | None:
    """What the characters of a stretch say as a figure; None without a number."""
    passage = around.passage_at(span.start)
    if passage is None:
        return None
    inside = Span(span.start, min(span.end, passage.block.span.end))
    return figure_within(around.article, passage, inside, around.quotes, around.people)


def _cuts_words(text: str, span: Span) -> bool:
    """Whether an edge stands inside a word or a number, as a hasty hand puts it."""
    return any(
        found.start() < at < found.end() for at in (span.start, span.end) for found in _WORD.finditer(text, *_near(text, at))
    )


def _near(text: str, at: int) -> tuple[int, int]:
    return text.rfind(" ", 0, at) + 1, (text.find(" ", at) + 1 or len(text))


def quote_at(around: Surroundings, span: Span) -> Quote:
    """A stretch as a quote, spoken by whoever the rules say; AnalysisError where it holds no words."""
    words = _without_marks(around.article.text, span)
    touched = [quote for quote in around.quotes if quote.span.overlaps(words)]
    if not touched:
        return Quote((words,), QuoteKind.PARTIAL, Evidence(_BY_HAND, check=True), sentence=around.sentence_at(words))
    best = max(touched, key=lambda quote: _shared(quote.span, words))
    cut = tuple(Span(max(s.start, words.start), min(s.end, words.end)) for s in best.segments if s.overlaps(words))
    inside = best.span.contains(words)
    return replace(best, segments=cut if inside else (words,), kind=best.kind if words == best.span else QuoteKind.PARTIAL)


def _without_marks(text: str, span: Span) -> Span:
    """The selection without the quotation marks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    end = span.end - (len(words) - len(words.rstrip(_MARKS)))
    if start >= end:
        raise AnalysisError("There are no words in what you selected.", "Select the words that were said.")
    return Span(start, end)


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)
