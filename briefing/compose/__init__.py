"""Brief + house style → NoteContext, the variables that a template sees. Pure: it copies, and writes no prose."""

from __future__ import annotations

from briefing import __version__
from briefing.brief import Brief
from briefing.compose.conflicts import conflict_items, with_conflicts
from briefing.compose.context import CONTRACT_VERSION, AppFields, NoteContext, StyleFields, plain
from briefing.compose.dates import moment
from briefing.compose.events import background_items, event_items
from briefing.compose.figures import figure_items
from briefing.compose.note import PLACEHOLDERS, note_fields, paragraph_items, point_items
from briefing.compose.people import organisation_items, person_items, voices
from briefing.compose.quotes import by_speaker, quote_items
from briefing.compose.sources import article_items, source_items
from briefing.compose.style import style_named

__all__ = ["CONTRACT_VERSION", "PLACEHOLDERS", "NoteContext", "compose", "plain"]

METHOD = "extracted by rules; no text was generated"


def compose(brief: Brief, *, generated: str = "", style: StyleFields | None = None) -> NoteContext:
    """The variables of a note; ``generated`` is an ISO date and time or "", the style the brief's own unless given."""
    style = style or style_named(brief.style)
    quotes = quote_items(brief, style)
    figures = figure_items(brief, style)
    conflicts = conflict_items(figures)
    figures = tuple(with_conflicts(figures, conflicts))
    articles = article_items(brief, style, figures, quotes)
    heard = voices(brief, figures, quotes)
    events = event_items(brief, style)
    starred = {figure.id: figure for figure in figures}
    return NoteContext(
        note=note_fields(brief, style, figures, quotes),
        articles=articles,
        sources=source_items(articles, style),
        figures=figures,
        lead_figures=tuple(starred[identifier] for identifier in brief.starred if identifier in starred),
        quotes=quotes,
        quotes_by_speaker=by_speaker(quotes),
        partial_quotes=tuple(quote for quote in quotes if quote.partial),
        people=person_items(heard),
        organisations=organisation_items(heard),
        events=events,
        past_events=tuple(event for event in events if not event.future),
        future_events=tuple(event for event in events if event.future),
        background_sentences=background_items(brief, events),
        conflicts=conflicts,
        paragraphs=paragraph_items(figures, quotes),
        points=point_items(brief),
        style=style,
        app=AppFields(__version__, moment(generated, style.date_format), generated, METHOD),
    )
