"""A stretch of text that an analyst selected → a finding of theirs, its fields filled in by the same rules as all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.figures import find_figures
from briefing.analysis.figures.scan import join_ranges, scan
from briefing.analysis.people import people_in
from briefing.analysis.pipeline import Passage, read, readable
from briefing.analysis.quotes import find_quotes
from briefing.errors import AnalysisError
from briefing.model import Amount, Article, Block, Evidence, Figure, FigureKind, Finding, Origination, Quote, QuoteKind, Span
from briefing.parts import identifier

_HEAD = 8  # paragraphs at the article's head, where people are introduced
_BEFORE = 4  # paragraphs before the selection, where "he" is named
_AFTER = 2
_MARKS = "“”„‟«»‹›\"'‘’‚‛「」『』 \n"
_BY_HAND = "marked by the analyst"


def mark(article: Article, key: str, span: Span, kind: str) -> Finding:
    """The selection as a "figure" or a "quote"; AnalysisError where there is no number to make a figure of."""
    passages = tuple(read(article, _around(article, span)))
    people = people_in(article, passages)
    quotes = find_quotes(article, passages, people)
    content: Figure | Quote
    if kind == "quote":
        content = _quote(article, span, passages, quotes)
    else:
        content = _figure(article, span, passages, find_figures(article, passages, quotes, people))
    block = article.block_at(content.span.start)
    number = block.number if block else 0
    return Finding(identifier(key, content), key, number, content, 1.0, suggested=True, origination=Origination.ADDED)


def _around(article: Article, span: Span) -> tuple[Block, ...]:
    """The selected paragraphs, even greyed ones, with as many others as it takes to know who speaks."""
    chosen = [n for n, block in enumerate(article.blocks) if block.span.overlaps(span)]
    first, last = (chosen[0], chosen[-1]) if chosen else (0, 0)
    near = set(readable(article)) & {*article.blocks[:_HEAD], *article.blocks[max(0, first - _BEFORE) : last + 1 + _AFTER]}
    return tuple(block for block in article.blocks if block in near or block.span.overlaps(span))


def _figure(article: Article, span: Span, passages: Sequence[Passage], figures: Sequence[Figure]) -> Figure:
    touched = [figure for figure in figures if figure.span.overlaps(span)]
    if touched:
        best = max(touched, key=lambda figure: _shared(figure.span, span))
        return replace(best, span=span if span.contains(best.amount.span) else best.span)
    amount = _bare_amount(article, span)
    sentence = _sentence(passages, span)
    return Figure(span, amount, FigureKind.COUNT, Evidence(_BY_HAND, check=True), subject="", sentence=sentence)


def _bare_amount(article: Article, span: Span) -> Amount:
    """The first number in the selection, where the rules saw no figure."""
    text = span.of(article.text)
    numerals = join_ranges(text, scan(text))
    if not numerals:
        raise AnalysisError(
            "There is no quantity in what you selected.", "Select the number with its unit, or mark it as a quote."
        )
    found = numerals[0]
    return Amount(Span(found.outer, found.end).shifted(span.start), found.value, found.high)


def _quote(article: Article, span: Span, passages: Sequence[Passage], quotes: Sequence[Quote]) -> Quote:
    words = _without_marks(article.text, span)
    touched = [quote for quote in quotes if quote.span.overlaps(words)]
    if not touched:
        return Quote((words,), QuoteKind.PARTIAL, Evidence(_BY_HAND, check=True), sentence=_sentence(passages, words))
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


def _sentence(passages: Sequence[Passage], span: Span) -> Span | None:
    for passage in passages:
        for sentence in passage.doc.sents:
            place = passage.place(sentence)
            if place.overlaps(span):
                return place
    return None


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)
