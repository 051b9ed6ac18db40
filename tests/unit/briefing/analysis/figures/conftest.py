"""Figures of a few sentences, found by the real parser; people are those that a test names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from briefing.analysis.figures import find_figures
from briefing.analysis.figures.draft import Reading
from briefing.analysis.pipeline import read
from briefing.model import Article, Block, BlockKind, Figure, Quote, Span, Speaker

Find = Callable[..., tuple[Figure, ...]]
Read = Callable[[str], Reading]


class Named:
    """The people a test knows, by the words that mention them."""

    def __init__(self, article: Article, known: Mapping[str, Speaker]) -> None:
        self.article, self.known = article, known

    def resolve(self, mention: Span) -> Speaker | None:
        return self.known.get(mention.of(self.article.text))


def article_of(text: str, published: str = "2022-11-29") -> Article:
    """An article of plain paragraphs."""
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return Article(text, tuple(Block(BlockKind.BODY, span, n) for n, span in enumerate(spans, 1)), published=published)


@pytest.fixture(scope="session")
def figures() -> Find:
    """Figures of a text, in order."""

    def find(text: str, quotes: tuple[Quote, ...] = (), people: Mapping[str, Speaker] | None = None) -> tuple[Figure, ...]:
        article = article_of(text)
        return find_figures(article, tuple(read(article, article.blocks)), quotes, Named(article, people or {}))

    return find


@pytest.fixture(scope="session")
def reading() -> Read:
    """The reading of one paragraph."""

    def one(text: str) -> Reading:
        article = article_of(text)
        return Reading(next(iter(read(article, article.blocks))), text)

    return one
