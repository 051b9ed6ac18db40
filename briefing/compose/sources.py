"""Articles → entries of the list of sources, complete enough to find each text again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from briefing.assets import rows
from briefing.brief import Brief, Source
from briefing.compose.context import ArticleItem, FigureItem, QuoteItem, SourceItem, StyleFields
from briefing.compose.dates import clock, moment, printed
from briefing.compose.source import folded, src
from briefing.model import Article, BlockKind, Span

Item = TypeVar("Item", FigureItem, QuoteItem)
LONGEST_INITIALS = 5  # letters: CNBC and TASS are initials, REUTERS is a name in capitals
SHORT_HASH = 8  # characters of the SHA-256 that are printed
_HOUR = re.compile(r"\b[0-2]?\d:[0-5]\d\b")


def article_items(
    brief: Brief, style: StyleFields, figures: Iterable[FigureItem], quotes: Iterable[QuoteItem]
) -> tuple[ArticleItem, ...]:
    """The brief's articles, each with its own figures and quotes."""
    own_figures, own_quotes = _by_article(figures), _by_article(quotes)
    return tuple(_article(each, style, own_figures[int(each.key)], own_quotes[int(each.key)]) for each in brief.sources)


def _by_article(items: Iterable[Item]) -> defaultdict[int, list[Item]]:
    groups: defaultdict[int, list[Item]] = defaultdict(list)
    for item in items:
        groups[item.src.n].append(item)
    return groups


def _article(source: Source, style: StyleFields, figures: Iterable[FigureItem], quotes: Iterable[QuoteItem]) -> ArticleItem:
    article = source.article
    return ArticleItem(
        n=int(source.key),
        title=folded(article.title) or article.origin.name,
        outlet=outlet(article),
        author=joined(article.authors),
        place=place(article),
        published=published(article, style),
        published_iso=article.published,
        retrieved=printed(article.origin.retrieved, style.date_format),
        url=article.origin.address,
        language=language_name(article.language),
        hash=article.origin.sha256[:SHORT_HASH],
        figures=tuple(figures),
        quotes=tuple(quotes),
        src=src(source.key, article, _headline(article)),
    )


def _headline(article: Article) -> Span:
    titles = (block.span for block in article.blocks if block.kind is BlockKind.TITLE)
    return next(titles, article.blocks[0].span if article.blocks else Span(0, 0))


def outlet(article: Article) -> str:
    """The outlet, or the agency of the date line."""
    agency = article.dateline.agency if article.dateline else ""
    name = folded(article.outlet) or folded(agency)
    return _lowered(name) if len(name) > LONGEST_INITIALS else name


def place(article: Article) -> str:
    """The place of the date line."""
    return _lowered(folded(article.dateline.place)) if article.dateline else ""


def _lowered(name: str) -> str:
    """A name that is printed in capitals throughout, with capitals at the head of its words only; short ones are initials."""
    return name.title() if name.isupper() and len(name) > 3 else name


def published(article: Article, style: StyleFields) -> str:
    """When the article was published, in the house's format; as the source prints it where that is no date."""
    if not article.published:
        return folded(article.published_text)
    hour = _HOUR.search(article.published_text)
    known = article.published if clock(article.published) or not hour else f"{article.published[:10]}T{hour[0]:0>5}"
    return moment(known, style.date_format)


def joined(names: Iterable[str]) -> str:
    """Names as in a sentence: "A, B and C"."""
    names = tuple(names)
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def language_name(code: str) -> str:
    """The English name of a language; the code itself where it has none."""
    names = _language_names()
    return names.get(code.replace("-", "_")) or names.get(re.split("[-_]", code)[0], code)


@cache
def _language_names() -> dict[str, str]:
    return {code: name for code, name, *_ in rows("languages")}


def source_items(articles: Iterable[ArticleItem], style: StyleFields) -> tuple[SourceItem, ...]:
    """The list of sources: author, title, outlet, place, date; language, address, date read, fingerprint."""
    return tuple(SourceItem(each.n, _entry(each, style), _short(each)) for each in articles)


def _entry(article: ArticleItem, style: StyleFields) -> str:
    title = f"{style.quote_open}{article.title}{style.quote_close}" if article.title else "no title"
    head = ", ".join(part for part in (article.author, title, article.outlet, article.place, article.published) if part)
    retrieved = f"Retrieved {article.retrieved}" if article.retrieved else ""
    fingerprint = f"SHA-256\u00a0{article.hash}…" if article.hash else ""
    entry = ". ".join(part for part in (head, article.language, article.url, retrieved, fingerprint) if part)
    return entry if fingerprint else f"{entry}."


def _short(article: ArticleItem) -> str:
    return ", ".join(part for part in (article.outlet or article.title, article.published.partition(",")[0]) if part)
