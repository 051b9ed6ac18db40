"""Quotation marks → quotes: marks, cues, speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.analysis.quotes.find import quotes_of
from briefing.analysis.quotes.indirect import indirect_quotes
from briefing.analysis.quotes.layouts import with_layout

if TYPE_CHECKING:
    from briefing.analysis.people import People
    from briefing.analysis.pipeline import Passage
    from briefing.model import Article, Quote

__all__ = ["find_quotes"]


def find_quotes(article: Article, passages: Sequence[Passage], people: People, *, indirect: bool = False) -> tuple[Quote, ...]:
    """The article's quotes in the order of the text; speech without marks too if ``indirect``."""
    found = list(with_layout(article, passages, people, tuple(quotes_of(article, people))))
    if indirect:
        found.extend(indirect_quotes(article, passages, people, found))
    return tuple(sorted(found, key=lambda quote: quote.span))
