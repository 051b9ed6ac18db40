"""The figure that a stretch of a paragraph holds: its value read from these characters alone, all else from the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.figures import words_of
from briefing.analysis.figures.cells import inside_cell
from briefing.analysis.figures.change import changed
from briefing.analysis.figures.days import published_on
from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.hedges import hedged
from briefing.analysis.figures.link import amount_of, is_conversion
from briefing.analysis.figures.maker import Maker
from briefing.analysis.figures.period import Setting
from briefing.analysis.figures.said_by import People
from briefing.analysis.figures.scan import join_ranges, scan
from briefing.analysis.figures.times import times_in
from briefing.analysis.figures.units import measured
from briefing.analysis.pipeline import Passage
from briefing.model import Amount, Article, Figure, Quote, Span


def figure_within(article: Article, passage: Passage, span: Span, quotes: Sequence[Quote], people: People) -> Figure | None:
    """The first figure between two places of the article, and its conversions there; None where no number stands there.

    A person chose the place, so nothing is held against the number: neither that it is small nor that it looks like a label.
    """
    reading = Reading(passage, passage.block.span.of(article.text))
    inside = span.shifted(-passage.offset)
    drafts = _drafts(_alone(reading, inside))
    if not drafts:
        return None
    draft, *others = drafts
    conversions = tuple(amount_of(reading, each) for each in others if is_conversion(reading, draft, each))
    times = times_in(reading.text, published_on(article.published))
    banned = frozenset(word for each in (draft, *_drafts(reading)) for word in words_of(reading, each))
    maker = Maker(article, Setting(reading, times), tuple(quotes), people, banned)
    figure = maker.figure(changed(reading, draft), conversions)
    return replace(figure, span=span, amount=_clipped(figure.amount, span))


def _alone(reading: Reading, inside: Span) -> Reading:
    """The paragraph with nothing but the stretch to be seen in its characters; the parse and all places stay."""
    alone = Reading(reading.passage, reading.original)
    text = reading.text
    masked = " " * inside.start + text[inside.start : inside.end] + " " * (len(text) - inside.end)
    object.__setattr__(alone, "text", masked)  # a frozen value that is not shared yet
    return alone


def _drafts(reading: Reading) -> list[Draft]:
    numerals = join_ranges(reading.text, scan(reading.text))
    return [hedged(reading, inside_cell(reading, measured(reading, numeral))) for numeral in numerals]


def _clipped(amount: Amount, span: Span) -> Amount:
    """The amount without the noun it counts where that lies outside."""
    return replace(amount, span=Span(max(amount.span.start, span.start), min(amount.span.end, span.end)))
