"""A finding whose edges were moved → what the rules read there: only what they read otherwise than before takes its place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.analysis.selection import figure_at, quote_at
from briefing.analysis.surroundings import Surroundings, surroundings
from briefing.errors import AnalysisError
from briefing.model import Amount, Article, Figure, Finding, Quote, Span

_OF_FIGURE = (
    "kind", "hedge", "hedge_span", "direction", "subject", "period", "conversions", "base", "place", "said_by", "said_by_kind",
    "sentence", "doubt",
)  # fmt: skip
_OF_QUOTE = ("speaker", "verb")


def reread(article: Article, finding: Finding, span: Span) -> Figure | Quote:
    """The finding's content as read between other edges; AnalysisError where there is no number for a figure.

    The rules saw the whole article when they found it, and only a few paragraphs now. So both edges are read now, and
    what differs between the two readings is what the move has changed.
    """
    around, content = (
        surroundings(article, Span(min(finding.span.start, span.start), max(finding.span.end, span.end))),
        finding.content,
    )
    return _figure(around, content, span) if isinstance(content, Figure) else _quote(around, content, span)


def _figure(around: Surroundings, figure: Figure, span: Span) -> Figure:
    before, after = figure_at(around, figure.span), figure_at(around, span)
    if after is None:
        raise AnalysisError("There is no number between these edges.", "Move them around the number; its value is as before.")
    if before is None:
        return replace(figure, span=span, amount=after.amount)
    changed: dict[str, Any] = {name: getattr(after, name) for name in _OF_FIGURE if getattr(after, name) != getattr(before, name)}
    same = _value(after.amount) == _value(before.amount)
    amount = replace(figure.amount, span=after.amount.span) if same else after.amount
    return replace(figure, **changed, span=span, amount=amount)


def _value(amount: Amount) -> tuple[object, ...]:
    return amount.value, amount.high, amount.unit, amount.currency


def _quote(around: Surroundings, quote: Quote, span: Span) -> Quote:
    """The segments stay as they were found: the moved edges are a trim of them."""
    before, after = quote_at(around, quote.span), quote_at(around, span)
    changed: dict[str, Any] = {name: getattr(after, name) for name in _OF_QUOTE if getattr(after, name) != getattr(before, name)}
    return replace(quote, **{name: value for name, value in changed.items() if value})
