"""Dated sentences of the articles, copied whole and put in order of time."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.brief import Brief, Source
from briefing.compose.context import EventItem, SentenceItem, StyleFields
from briefing.compose.dates import day, printed
from briefing.compose.source import folded, sentence_words, sentences, src
from briefing.model import Article, BlockKind, Span

_MONTHS = {name[:3].casefold(): n for n, name in enumerate(calendar.month_name) if name}
_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"  # noqa: E501 – one alternative a month
_DAY = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_MONTH} {_DAY}\b(?!\.?\d)(?:,? {_YEAR}\b)?",
        rf"\b{_DAY} (?:of )?{_MONTH}(?: {_YEAR})?\b",
        rf"\b{_MONTH},? (?:of )?{_YEAR}\b",
        rf"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil) {_YEAR}\b(?! ?(?:%|percent|per cent))",
    )
)
_READ = frozenset({BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.QUOTE_BLOCK})
_KNOWN: dict[tuple[str, int, StyleFields], tuple[Article, tuple[EventItem, ...]]] = {}
_MOST_KNOWN = 64
_BACKGROUND_AGE = 366  # days before publication from which on a date is background


@dataclass(frozen=True, slots=True)
class _Date:
    """A date in a text: where, as ISO (a year, a month or a day), and whether its year was worked out."""

    span: Span
    iso: str
    inferred: bool

    @property
    def last(self) -> date | None:
        """The day, or the last possible one of a month or a year."""
        year, month, number = ([int(part) for part in self.iso.split("-")] + [0, 0])[:3]
        month = month or 12
        return date(year, month, number or calendar.monthrange(year, month)[1])


def event_items(brief: Brief, style: StyleFields) -> tuple[EventItem, ...]:
    """Every sentence with a date, in order of time."""
    events = (event for source in brief.sources for event in _known_events(source, style))
    return tuple(sorted(events, key=lambda event: (event.date_iso, event.src.n, event.src.start)))


def _known_events(source: Source, style: StyleFields) -> tuple[EventItem, ...]:
    """An article's events, kept for the last few articles: articles never change, and every decision composes anew."""
    place = (source.key, id(source.article), style)
    known = _KNOWN.get(place)
    if known is None or known[0] is not source.article:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        known = _KNOWN[place] = (source.article, tuple(_events(source, style)))
    return known[1]


def _events(source: Source, style: StyleFields) -> Iterator[EventItem]:
    article = source.article
    published = day(article.published)
    for sentence in _sentences(article):
        for found in {each.iso: each for each in _dates(article.text, sentence, published)}.values():
            yield EventItem(
                date=_printed(found.iso, style),
                date_iso=found.iso,
                date_as_printed=folded(found.span.of(article.text)),
                inferred=found.inferred,
                text=sentence_words(article, sentence),
                future=bool(published and found.last and found.last > published),
                src=src(source.key, article, found.span, sentence),
            )


def _sentences(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        if block.included and block.kind in _READ:
            yield from sentences(article, block)


def _dates(text: str, sentence: Span, published: date | None) -> Iterator[_Date]:
    taken: list[Span] = []
    for form in _FORMS:
        for found in form.finditer(text, sentence.start, sentence.end):
            span = Span(*found.span())
            parts = found.groupdict()
            if any(span.overlaps(other) for other in taken):
                continue
            resolved = _iso(parts.get("year"), parts.get("month"), parts.get("day"), published)
            if resolved:
                taken.append(span)
                yield _Date(span, resolved, parts.get("year") is None)


def _iso(year: str | None, month: str | None, number: str | None, published: date | None) -> str:
    """The ISO form of a date's parts; a missing year is the one that lies nearest to publication; "" for no such day."""
    which = _MONTHS[month[:3].casefold()] if month else 0
    if year is None and published is None:
        return ""
    years = [int(year)] if year else [published.year + by for by in (-1, 0, 1)] if published else []
    try:
        candidates = [date(y, which or 1, int(number or 1)) for y in years]
    except ValueError:
        return ""
    best = min(candidates, key=lambda candidate: abs((candidate - published).days)) if published and not year else candidates[0]
    return best.isoformat()[: 10 if number else 7 if month else 4]


def _printed(iso: str, style: StyleFields) -> str:
    if len(iso) == len("2022-11-28"):
        return printed(iso, style.date_format)
    year, _, month = iso.partition("-")
    return f"{calendar.month_name[int(month)]} {year}" if month else year


def background_items(brief: Brief, events: Iterable[EventItem]) -> tuple[SentenceItem, ...]:
    """The sentences all of whose dates lie more than a year before their article; each once, in text order."""
    published = {int(source.key): day(source.article.published) for source in brief.sources}
    ages: dict[str, list[EventItem]] = {}
    for event in events:
        ages.setdefault(event.text, []).append(event)
    old = [group[0] for group in ages.values() if all(_old(event, published[event.src.n]) for event in group)]
    return tuple(SentenceItem(event.text, event.src) for event in sorted(old, key=lambda event: (event.src.n, event.src.start)))


def _old(event: EventItem, published: date | None) -> bool:
    last = _Date(Span(0, 0), event.date_iso, inferred=False).last
    return bool(published and last and (published - last).days > _BACKGROUND_AGE)
