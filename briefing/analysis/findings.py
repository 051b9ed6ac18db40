"""Parsed paragraphs → findings: people, then quotes, then figures, then what matters most."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.figures import find_figures
from briefing.analysis.people import people_in
from briefing.analysis.pipeline import Passage, read, readable
from briefing.analysis.quotes import find_quotes
from briefing.analysis.salience import rank
from briefing.analysis.tables import with_heads
from briefing.model import Article, Figure, Finding, Quote
from briefing.parts import identifier


def analyse(article: Article, key: str = "1") -> tuple[Finding, ...]:
    """All findings of an article, in text order."""
    return extract(article, tuple(read(article, readable(article))), key)


def extract(article: Article, passages: Sequence[Passage], key: str) -> tuple[Finding, ...]:
    """The findings in the paragraphs given, in text order; their ids begin with the article's key in the brief."""
    people = people_in(article, passages)
    quotes = find_quotes(article, passages, people)
    figures = with_heads(article, find_figures(article, passages, quotes, people))
    contents: tuple[Figure | Quote, ...] = (*figures, *quotes)
    ranks = rank(article, figures, quotes)
    found = [
        Finding(
            id=identifier(key, content),
            article=key,
            number=_paragraph(article, content),
            content=content,
            salience=weight.score,
            suggested=weight.suggested,
            reasons=weight.reasons,
        )
        for content, weight in zip(contents, ranks, strict=True)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span.start, -finding.span.end)))


def _paragraph(article: Article, content: Figure | Quote) -> int:
    block = article.block_at(content.span.start)
    return block.number if block else 0
