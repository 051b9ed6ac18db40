"""Two findings of one kind as one, and one as two: every part keeps the exact places of its words in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.errors import ReviewError
from briefing.model import Amount, Article, Change, Figure, FigureKind, Hedge, Quote, QuoteKind, Span

_LETTER = re.compile(r"\w")
_BETWEEN_ENDS = re.compile(r"\s*(?:\b(?:to|and|or|through|until)\b|[-–—/])\s*")  # of a range: "5% to 8%"
_BARE = re.compile(r"[\d.,\s]+")
_LOOSE = " \t\r\n\u00a0\u202f,;:–—-"  # what a part neither begins nor ends with
_SENTENCE_END = re.compile(r"[.!?…][”\"’'»)]*$")
_RATES = frozenset({FigureKind.CHANGE, FigureKind.SHARE, FigureKind.RATIO})


def identifier(key: str, content: Figure | Quote) -> str:
    """The id of a finding: the same for the same kind at the same place of the same article."""
    letter = "f" if isinstance(content, Figure) else "q"
    return f"{key}{letter}{content.span.start}-{content.span.end}"


def edited_segments(quote: Quote, span: Span | None) -> tuple[Span, ...]:
    """The quote's segments with their outer edges moved to those of the span."""
    if span is None:
        return quote.segments
    inside = [Span(max(s.start, span.start), min(s.end, span.end)) for s in quote.segments if s.overlaps(span)]
    if not inside:
        return (span,)
    inside[0] = Span(min(span.start, inside[0].start), inside[0].end)
    inside[-1] = Span(inside[-1].start, max(span.end, inside[-1].end))
    return tuple(inside)


def omits(article: Article, before: Span, after: Span) -> bool:
    """Whether words of the paragraphs that two segments of a quote stand in lie between the two."""
    first, second = article.block_at(before.end - 1), article.block_at(after.start)
    if first is None or second is None or first is second:
        return _LETTER.search(article.text, before.end, after.start) is not None
    ends = ((before.end, first.span.end), (second.span.start, after.start))
    return any(_LETTER.search(article.text, *end) for end in ends)


# Joining


def joined(article: Article, first: Figure | Quote, second: Figure | Quote) -> Figure | Quote:
    """Two neighbours, in text order, as one; ReviewError where they do not say one thing."""
    if isinstance(first, Quote) and isinstance(second, Quote):
        return _joined_quotes(article, first, second)
    if isinstance(first, Figure) and isinstance(second, Figure):
        return _joined_figures(article, first, second)
    raise ReviewError("A figure and a quote cannot be merged.", "Choose two findings of one kind.")


def _joined_quotes(article: Article, first: Quote, second: Quote) -> Quote:
    if (first.kind is QuoteKind.INDIRECT) != (second.kind is QuoteKind.INDIRECT):
        raise ReviewError("What was said in so many words cannot be merged with what was only reported.", "Keep the two apart.")
    voice = first if first.speaker else second
    return Quote(
        segments=tuple(_united(article, sorted((*first.segments, *second.segments)))),
        kind=first.kind,
        evidence=replace(voice.evidence, check=first.evidence.check and second.evidence.check),
        speaker=voice.speaker,
        verb=voice.verb or first.verb or second.verb,
        sentence=_around(first.sentence, second.sentence),
    )


def _united(article: Article, segments: list[Span]) -> Iterator[Span]:
    """The segments, those as one between which there is nothing but a space, a comma or a dash."""
    last = segments[0]
    for segment in segments[1:]:
        gap = article.text[last.end : segment.start]
        if gap.strip(_LOOSE) or article.block_at(last.start) is not article.block_at(segment.start):
            yield last
            last = segment
        else:
            last = Span(last.start, max(last.end, segment.end))
    yield last


def _joined_figures(article: Article, first: Figure, second: Figure) -> Figure:
    evidence = replace(first.evidence, check=first.evidence.check and second.evidence.check)
    sentence = _around(first.sentence, second.sentence)
    base = replace(first, evidence=evidence, sentence=sentence, subject=first.subject or second.subject)
    base = replace(base, period=first.period or second.period, repeats=None)
    return _range(article, base, second) or _converted(base, second) or _level(article, base, second) or _refused()


def _refused() -> Figure:
    raise ReviewError(
        "These two figures are neither a range, nor an amount and its conversion, nor a level and its change.",
        "Move an edge with [ or ] instead.",
    )


def _range(article: Article, first: Figure, second: Figure) -> Figure | None:
    """«5%» and «8%» with "to" between them as «5% to 8%»."""
    one, other = first.amount, second.amount
    alike = {one.unit, other.unit} - {"-"}, {one.currency, other.currency} - {""}
    bridged = _BETWEEN_ENDS.fullmatch(article.text, first.span.end, second.span.start)
    if any(len(each) > 1 for each in alike) or one.high is not None or other.high is not None or not bridged:
        return None
    span = Span(first.span.start, second.span.end)
    unit = one.unit if one.unit != "-" else other.unit
    amount = Amount(Span(one.span.start, other.span.end), one.value, other.value, unit, one.currency or other.currency)
    kind = first.kind if one.unit != "-" else second.kind
    hedge = (first.hedge, first.hedge_span) if first.hedge_span else (second.hedge, second.hedge_span)
    return replace(first, span=span, amount=amount, kind=kind, hedge=hedge[0], hedge_span=hedge[1])


def _converted(first: Figure, second: Figure) -> Figure | None:
    """The same amount in two currencies, or the same measure in two units."""
    money = first.amount.currency and second.amount.currency and first.amount.currency != second.amount.currency
    measures = {first.kind, second.kind} == {FigureKind.MEASURE} and first.amount.unit != second.amount.unit
    if not (money or measures):
        return None
    added = tuple(each for each in (second.amount, *second.conversions) if each not in first.conversions)
    return replace(first, conversions=tuple(sorted((*first.conversions, *added), key=lambda each: each.span)))


def _level(article: Article, first: Figure, second: Figure) -> Figure | None:
    """A level with the change that led to it; a change alone measures no level."""
    changes = [each for each in (first, second) if each.kind in _RATES and each.direction]
    levels = [each for each in (first, second) if each.kind not in _RATES]
    if len(changes) != 1 or len(levels) != 1 or levels[0].change is not None:
        return None
    moved, level = changes[0], levels[0]
    text = " ".join(moved.span.of(article.text).split())
    change = Change(moved.span, text, moved.direction, moved.base, moved.period)
    subject, period = level.subject or moved.subject, level.period or first.period
    return replace(level, change=change, evidence=first.evidence, sentence=first.sentence, subject=subject, period=period)


def _around(first: Span | None, second: Span | None) -> Span | None:
    return Span(min(first.start, second.start), max(first.end, second.end)) if first and second else None


# Parting


def places_to_part(article: Article, content: Figure | Quote) -> tuple[int, ...]:
    """Where a finding may best be parted: between a quote's segments and sentences, or between a figure's two numbers."""
    if isinstance(content, Figure):
        found = [place.start() for place in _between_ends(article.text, content)]
        behind = [each.span.start for each in content.conversions]
        return tuple(found + behind) if content.amount.high is not None or behind else ()
    gaps = [segment.start for segment in content.segments[1:]]
    ends = [s.start + m.end() for s in content.segments for m in re.finditer(r"[.!?…][”\"’'»)]*\s+", s.of(article.text))]
    inside = [place for place in (*gaps, *ends) if content.span.start < place < content.span.end]
    return tuple(dict.fromkeys(inside))


def parted(article: Article, content: Figure | Quote, at: int) -> tuple[Figure | Quote, Figure | Quote]:
    """A finding as two, parted at a code point of the article; ReviewError where one side would hold nothing."""
    return _parted_figure(article, content, at) if isinstance(content, Figure) else _parted_quote(article, content, at)


def _parted_quote(article: Article, quote: Quote, at: int) -> tuple[Quote, Quote]:
    text = article.text
    halves = (
        [Span(s.start, _end(text, s.start, min(s.end, at))) for s in quote.segments if s.start < at],
        [Span(_begin(text, max(s.start, at), s.end) if s.start < at else s.start, s.end) for s in quote.segments if s.end > at],
    )
    left, right = (tuple(span for span in half if _LETTER.search(span.of(text))) for half in halves)
    if not left or not right:
        raise ReviewError("A quote can only be split between two of its words.", "Choose a place inside it.")
    return _piece(article, quote, left), _piece(article, quote, right)


def _end(text: str, start: int, end: int) -> int:
    """Where the words of a range end, white space left out."""
    return start + len(text[start:end].rstrip())


def _begin(text: str, start: int, end: int) -> int:
    """Where the words of a range begin, white space left out and a comma or dash that led on to them."""
    return end - len(text[start:end].lstrip(_LOOSE))


def _piece(article: Article, quote: Quote, segments: tuple[Span, ...]) -> Quote:
    place = Span(segments[0].start, segments[-1].end)
    words = place.of(article.text)
    whole = segments[0].start == quote.span.start or words[:1].isupper()
    closed = segments[-1].end == quote.span.end or _SENTENCE_END.search(words) is not None
    kind = QuoteKind.PARTIAL if quote.kind is QuoteKind.FULL and not (whole and closed) else quote.kind
    sentence = quote.sentence if quote.sentence and quote.sentence.contains(place) else None
    return replace(quote, segments=segments, kind=kind, sentence=sentence)


def _parted_figure(article: Article, figure: Figure, at: int) -> tuple[Figure, Figure]:
    base = replace(figure, repeats=None)
    behind = [each for each in figure.conversions if each.span.end > at]
    if at >= figure.span.end and behind:
        before = tuple(each for each in figure.conversions if each not in behind)
        return replace(base, conversions=before), _of_amount(base, behind[0], tuple(behind[1:]))
    bridges = list(_between_ends(article.text, figure))
    if figure.amount.high is None or not bridges:
        raise ReviewError("There is only one number in this figure.", "Move an edge with [ or ] to leave something out.")
    bridge = min(bridges, key=lambda place: abs((place.start() + place.end()) // 2 - at))
    amount = figure.amount
    ends = Span(figure.span.start, bridge.start()), Span(bridge.end(), figure.span.end)
    low = replace(amount, span=Span(amount.span.start, bridge.start()), high=None)
    high = replace(amount, span=Span(bridge.end(), amount.span.end), value=figure.amount.high, high=None)
    left, right = (_end_of_range(article, base, span, each) for span, each in zip(ends, (low, high), strict=True))
    return replace(left, conversions=(), change=None), right


def _end_of_range(article: Article, figure: Figure, span: Span, amount: Amount) -> Figure:
    bare = amount.unit != "-" and _BARE.fullmatch(span.of(article.text))
    return replace(figure, span=span, amount=amount, doubt="its unit is printed with the other number" if bare else figure.doubt)


def _of_amount(figure: Figure, amount: Amount, conversions: tuple[Amount, ...]) -> Figure:
    """A figure of its own made of another one's conversion."""
    return replace(
        figure, span=amount.span, amount=amount, conversions=conversions, hedge=Hedge.EXACT, hedge_span=None, change=None
    )


def _between_ends(text: str, figure: Figure) -> Iterator[re.Match[str]]:
    """The "to" of a range: what stands between two numbers."""
    if figure.amount.high is None:
        return
    for found in _BETWEEN_ENDS.finditer(text, figure.amount.span.start + 1, figure.amount.span.end - 1):
        sides = text[figure.amount.span.start : found.start()], text[found.end() : figure.amount.span.end]
        if all(_is_number(side) for side in sides):
            yield found


def _is_number(words: str) -> bool:
    """Whether a side of a range may hold a number: digits where there are any, words otherwise."""
    return any(character.isdigit() for character in words) or (words.strip()[:1].isalpha() and len(words.strip()) > 2)
