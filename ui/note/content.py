"""Brief → the rows of the note pane: what will be printed, in the order in which it will be printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.brief import Brief
from briefing.compose.context import FigureItem, QuoteItem, SpeakerItem
from briefing.compose.figures import NOT_STATED, figure_items
from briefing.compose.quotes import by_speaker, quote_items
from briefing.compose.sources import article_items, source_items
from briefing.compose.style import style_named

SHORT_QUOTES = "Short quotes"


class RowKind(StrEnum):
    """What a row of the note is."""

    FIGURE = "figure"
    SPEAKER = "speaker"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a figure, a quote, or the speaker above their quotes."""

    kind: RowKind
    id: str  # the finding's; for a speaker the name
    title: str
    text: str = ""
    mark: str = ""  # "[1 ¶11]"
    starred: bool = False

    @property
    def spoken(self) -> str:
        """The row in words."""
        return ", ".join(part for part in ("lead figure" if self.starred else "", self.title, self.text, self.mark) if part)


@dataclass(frozen=True, slots=True)
class Content:
    """What the note will hold beside the analyst's own words."""

    figures: tuple[Row, ...] = ()
    quotes: tuple[Row, ...] = ()
    sources: tuple[str, ...] = ()


def content(brief: Brief) -> Content:
    """The rows of the note as the brief stands."""
    style = style_named(brief.style)
    figures, quotes = figure_items(brief, style), quote_items(brief, style)
    sources = source_items(article_items(brief, style, figures, quotes), style)
    return Content(
        tuple(_figure(item, starred=item.id in brief.starred) for item in figures),
        tuple(_quotes(quotes)),
        tuple(f"[{source.n}] {source.text}" for source in sources),
    )


def _figure(item: FigureItem, *, starred: bool) -> Row:
    period = "" if item.period == NOT_STATED else item.period
    text = " · ".join(part for part in (item.subject, period) if part and part != NOT_STATED)
    return Row(RowKind.FIGURE, item.id, item.value, text or "subject not stated", item.src.text, starred)


def _quotes(items: tuple[QuoteItem, ...]) -> Iterator[Row]:
    for group in by_speaker(items):
        yield _speaker(group)
        yield from (Row(RowKind.QUOTE, item.id, item.marked, mark=item.src.text) for item in group.quotes)
    short = [item for item in items if item.partial]
    if short:
        yield Row(RowKind.SPEAKER, "", SHORT_QUOTES)
        for item in short:
            yield Row(RowKind.QUOTE, item.id, f"{item.marked} – {item.speaker}", mark=item.src.text)


def _speaker(group: SpeakerItem) -> Row:
    office = ", ".join(dict.fromkeys(part for part in (group.role, group.organisation) if part))
    return Row(RowKind.SPEAKER, group.speaker, f"{group.speaker[:1].upper()}{group.speaker[1:]}", office)
