"""The identification block, the analyst's own words, and the lists made from kept findings as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.brief import Brief
from briefing.compose.context import FigureItem, NoteFields, ParagraphItem, PointItem, QuoteItem, Src, StyleFields
from briefing.compose.dates import printed
from briefing.compose.figures import NOT_STATED
from briefing.compose.quotes import SPEAKER_NOT_STATED
from briefing.compose.source import folded
from briefing.compose.sources import language_name, published

# What the preview shows where nothing was typed; a document prints a dash, because brackets look like an unfinished draft.
PLACEHOLDERS = {"to": "[addressee]", "sender": "[analyst, unit]", "copy_to": "[distribution list]", "reference": "[reference]"}


def note_fields(brief: Brief, style: StyleFields, figures: Iterable[FigureItem], quotes: Iterable[QuoteItem]) -> NoteFields:
    """The note's header as typed; subject, date and "as of" from the articles where nothing was typed."""
    header, figures = brief.header, tuple(figures)
    iso = header.date or note_date(brief)
    return NoteFields(
        title=header.title,
        subject=folded(header.subject) or _headline(brief),
        reference=header.reference,
        version=header.version,
        status=header.status,
        date=printed(iso, style.date_format),
        date_iso=iso,
        as_of=_as_of(brief, style),
        classification=header.classification,
        handling=header.handling,
        to=_entries(header.to),
        sender=header.sender,
        copy_to=_entries(header.copy_to),
        action=header.action,
        deadline=printed(header.deadline, style.date_format),
        bottom_line=header.bottom_line.strip(),
        background=header.background.strip(),
        comment=header.comment.strip(),
        outlook=header.outlook.strip(),
        key_points=_lines(header.key_points),
        highlights=tuple(_highlight(figure) for figure in figures if figure.id in brief.starred),
        to_check=(*_lines(header.to_check), *_doubts(figures, quotes)),
        issue_number=header.issue_number,
        period=header.period,
        next_date=printed(header.next_date, style.date_format),
        language=language_name("en"),
        article_count=len(brief.sources),
    )


def note_date(brief: Brief) -> str:
    """The day on which the last article was read: the analyst's working day, and the same at every export."""
    return max((source.article.origin.retrieved for source in brief.sources), default="")[:10]


def _headline(brief: Brief) -> str:
    return folded(brief.sources[0].article.title) if brief.sources else ""


def _as_of(brief: Brief, style: StyleFields) -> str:
    dated = [source.article for source in brief.sources if source.article.published]
    last = max(dated, key=lambda article: article.published, default=None)
    return f"{published(last, style)} (publication)" if last else ""


def _entries(typed: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in re.split(r"[;\n]", typed) if entry.strip())


def _lines(typed: str) -> tuple[str, ...]:
    return tuple(line.strip().lstrip("•–-* ").strip() for line in typed.splitlines() if line.strip(" \t•–-*"))


def _highlight(figure: FigureItem) -> str:
    return f"{figure.subject[:1].upper()}{figure.subject[1:]}: {figure.value} {figure.src.text}"


def _doubts(figures: Iterable[FigureItem], quotes: Iterable[QuoteItem]) -> Iterator[str]:
    """Gaps of the kept items, as labels: what the source does not say."""
    for figure in figures:
        missing = [name for name, text in (("subject", figure.subject), ("period", figure.period)) if text == NOT_STATED]
        if figure.doubt:
            yield f"{figure.doubt}: {figure.value} {figure.src.text}"
        elif missing:
            yield f"{' and '.join(missing)} not stated: {figure.value} {figure.src.text}"
    for quote in quotes:
        if quote.speaker == SPEAKER_NOT_STATED:
            yield f"{SPEAKER_NOT_STATED}: {quote.marked} {quote.src.text}"


def paragraph_items(figures: Iterable[FigureItem], quotes: Iterable[QuoteItem]) -> tuple[ParagraphItem, ...]:
    """The sentences of the kept items in the order of the sources, each once, one entry a source paragraph."""
    marks = [*(figure.src for figure in figures), *(quote.src for quote in quotes)]
    places: dict[tuple[int, int], list[Src]] = {}
    for mark in sorted(marks, key=lambda place: (place.n, place.start)):
        said = places.setdefault((mark.n, mark.para), [])
        if not any(mark.sentence in other.sentence for other in said):
            said[:] = [*(other for other in said if other.sentence not in mark.sentence), mark]
    return tuple(ParagraphItem(n, " ".join(mark.sentence for mark in said), said[0]) for n, said in enumerate(places.values(), 1))


def point_items(brief: Brief) -> tuple[PointItem, ...]:
    """The analyst's points for a meeting, ours and theirs."""
    ours, theirs = _lines(brief.header.points_to_make), _lines(brief.header.points_they_may_raise)
    return (*(PointItem(text, "ours") for text in ours), *(PointItem(text, "theirs") for text in theirs))
