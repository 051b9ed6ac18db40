"""What is known about an article, each with where it came from; and what the analyst puts right. The text never changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.articles.dates import find_date
from briefing.assets import rows
from briefing.errors import ArticleError
from briefing.model import Article, Block, BlockKind, Dateline, Span

TYPED = "typed by you"
_NOT_FOUND = "not found"
_ASSUMED = "assumed"  # English, where a text is too short to tell
_LEFT_OUT = "left out by you"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*")
_NAMES = re.compile(r"\s*;\s*|\s*\n\s*")
# What a page put around its article becomes a paragraph when it is put back; all else stays what it was.
_AROUND = frozenset((BlockKind.PROMO, BlockKind.TAIL, BlockKind.CAPTION, BlockKind.CREDIT))


@dataclass(frozen=True, slots=True)
class Known:
    """One thing known about an article: its value in the form in which it can be typed again, and where it came from."""

    field: str  # one of FIELDS
    value: str  # "" where nothing is known
    place: str  # in words: "from the mail's subject", "typed by you", "not found", "assumed"


def known(article: Article) -> tuple[Known, ...]:
    """What is known about an article, in the order of FIELDS; several authors are parted by semicolons."""
    return tuple(Known(name, value, _place(article, name, value)) for name, value in _values(article).items())


def corrected(article: Article, field: str, value: str) -> Article:
    """The article with one of FIELDS as the analyst typed it; ArticleError where it is no date, language or web address."""
    changed = _CORRECTIONS[field](article, value.strip() if field == "authors" else " ".join(value.split()))
    return replace(changed, found_in={**article.found_in, field: TYPED})


def greyed(article: Article, number: int) -> Article:
    """The article with the paragraph of that number (¶) left out of the search."""
    return _with_block(article, number, lambda block: replace(block, included=False, reason=_LEFT_OUT))


def restored(article: Article, number: int) -> Article:
    """The article with the greyed paragraph of that number (¶) put back: searched, and shown as any other."""
    return _with_block(article, number, _restored)


def _restored(block: Block) -> Block:
    return replace(block, included=True, reason="", kind=BlockKind.BODY if block.kind in _AROUND else block.kind)


def _with_block(article: Article, number: int, change: Callable[[Block], Block]) -> Article:
    return replace(article, blocks=tuple(change(block) if block.number == number else block for block in article.blocks))


def _values(article: Article) -> dict[str, str]:
    return {
        "title": article.title,
        "subtitle": article.subtitle,
        "authors": "; ".join(article.authors),
        "outlet": article.outlet,
        "place": article.dateline.place if article.dateline else "",
        "published": article.published or article.published_text,
        "language": next((row[1] for row in rows("languages") if row[0] == article.language), article.language),
        "address": article.origin.address,
    }


def _place(article: Article, field: str, value: str) -> str:
    place = article.found_in.get(field, "")
    if place == TYPED:
        return TYPED
    if not value:
        return _NOT_FOUND
    return f"from {place}" if place else _ASSUMED


def _with_title(article: Article, value: str) -> Article:
    return replace(article, title=value)


def _with_subtitle(article: Article, value: str) -> Article:
    return replace(article, subtitle=value)


def _with_authors(article: Article, value: str) -> Article:
    return replace(article, authors=tuple(" ".join(name.split()) for name in _NAMES.split(value) if name.strip()))


def _with_outlet(article: Article, value: str) -> Article:
    return replace(article, outlet=value)


def _with_place(article: Article, value: str) -> Article:
    line = article.dateline or Dateline(Span(0, 0), "")
    return replace(article, dateline=replace(line, place=value) if value or len(line.span) else None)


def _with_date(article: Article, value: str) -> Article:
    found = find_date(value)
    if value and found is None:
        raise ArticleError(f"“{value}” is no date that is understood.", "Type it as 29 November 2022 or 2022-11-29.")
    return replace(article, published=_moment(value) or (found[0] if found else ""), published_text=value)


def _moment(value: str) -> str:
    """A date with its time in ISO form, or ""."""
    try:
        return datetime.fromisoformat(value).isoformat(timespec="minutes") if _MOMENT.fullmatch(value) else ""
    except ValueError:
        return ""


def _with_language(article: Article, value: str) -> Article:
    wanted = value.casefold()
    code = next((row[0] for row in rows("languages") if wanted in (row[0].casefold(), row[1].casefold())), None)
    if code is None:
        raise ArticleError(f"“{value}” is no language that is known here.", "Type its English name, such as Russian.")
    return replace(article, language=code)


def _with_address(article: Article, value: str) -> Article:
    if value and not re.match(r"https?://[^\s/]", value, re.IGNORECASE):
        raise ArticleError(f"“{value}” is no web address.", "Type one that begins with http:// or https://.")
    return replace(article, origin=replace(article.origin, address=value))


_CORRECTIONS: dict[str, Callable[[Article, str], Article]] = {
    "title": _with_title,
    "subtitle": _with_subtitle,
    "authors": _with_authors,
    "outlet": _with_outlet,
    "place": _with_place,
    "published": _with_date,
    "language": _with_language,
    "address": _with_address,
}
FIELDS = tuple(_CORRECTIONS)
