"""What a page says about its article: JSON-LD, meta elements, headline, time, each remembered with where it was found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from briefing.articles.assemble import Metadata
from briefing.articles.bylines import byline_names
from briefing.articles.dates import find_date

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Posting)$", re.IGNORECASE)
_SITE_SUFFIX = re.compile(r"\s+[|–—·:»-]\s+(?=[^|–—·:»]{2,40}$)")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?))?")
_DATE_KEYS = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "og:published_time",
    "article:published",
)
_PREVIEW = "the page's preview title"
_TITLE_WEIGHTS = {"the page's headline": 1.0, "the page's structured data": 0.95, _PREVIEW: 0.9, "the page's title": 0.3}


def metadata(tree: HtmlElement, name: str) -> Metadata:
    """The metadata of a page, found before anything is removed from its tree."""
    data = tuple(_linked_data(tree))
    metas = _metas(tree)
    title, title_place = _title(tree, data, metas)
    published, published_text, date_place = _published(tree, data, metas)
    authors, author_place = _authors(tree, data, metas)
    outlet = _first(_names(d.get("publisher")) for d in data) or metas.get("og:site_name", "")
    places = {"title": title_place, "published": date_place, "authors": author_place}
    if outlet:
        places["outlet"] = "the page's data"
    return Metadata(
        title=title,
        subtitle=_clean(metas.get("og:description") or metas.get("description") or ""),
        authors=authors,
        published=published,
        published_text=published_text,
        outlet=_clean(outlet),
        language=((tree.get("lang") or metas.get("og:locale") or "en")[:2]).lower(),
        format="html",
        name=name,
        address=_address(tree, metas),
        found_in={key: place for key, place in places.items() if place},
    )


def fold(text: str) -> str:
    """A text as it is compared: words only, without case and marks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _title(tree: HtmlElement, data: tuple[dict[str, Any], ...], metas: dict[str, str]) -> tuple[str, str]:
    """The title that most places agree on; between equals the one shown on the page."""
    outlet = fold(metas.get("og:site_name", ""))
    candidates = [(_clean(_text(h1)), "the page's headline") for h1 in tree.iter("h1")]
    candidates += [(_clean(str(d.get("headline") or d.get("name") or "")), "the page's structured data") for d in data]
    candidates += [(_clean(metas.get(key, "")), _PREVIEW) for key in ("og:title", "twitter:title")]
    candidates += [(_clean(_text(element)), "the page's title") for element in tree.xpath("//head/title")[:1]]
    bare = [(_without_site(text, outlet), place) for text, place in candidates]
    bare = [(text, place) for text, place in bare if len(fold(text).split()) >= 2 and fold(text) != outlet]
    if not bare:
        return "", ""
    votes: dict[str, float] = {}
    for text, place in dict.fromkeys(bare):
        votes[fold(text)] = votes.get(fold(text), 0.0) + _TITLE_WEIGHTS[place]
    return max(bare, key=lambda candidate: votes[fold(candidate[0])])


def _without_site(title: str, outlet: str) -> str:
    """A title without «| The Courier» at its end."""
    parts = _SITE_SUFFIX.split(title)
    if len(parts) > 1 and ("|" in title or fold(parts[-1]) == outlet or outlet.startswith(fold(parts[-1]))):
        return title[: len(title) - len(parts[-1])].rstrip(" |–—·:»-")
    return title


def _published(tree: HtmlElement, data: tuple[dict[str, Any], ...], metas: dict[str, str]) -> tuple[str, str, str]:
    """The date as ISO date or time, as the page shows it, and where it was found."""
    for text, place in _dates(tree, data, metas):
        iso = _iso(text)
        if iso:
            return iso, _shown_date(tree, iso) or text.strip(), place
    return "", "", ""


def _dates(tree: HtmlElement, data: tuple[dict[str, Any], ...], metas: dict[str, str]) -> Iterator[tuple[str, str]]:
    for entry in data:
        yield str(entry.get("datePublished") or ""), "the page's structured data"
    for key in _DATE_KEYS:
        yield metas.get(key, ""), "the page's data"
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@datetime]"):
        yield str(element.get("datetime") or element.get("content") or ""), "the page's date line"
    for element in tree.iter("time"):
        yield _text(element), "the page's date line"


def _iso(text: str) -> str:
    match = _ISO.search(text)
    if match:
        return f"{match[1]}T{match[2]}" if match[2] else match[1]
    found = find_date(text)
    return found[0] if found else ""


def _shown_date(tree: HtmlElement, iso: str) -> str:
    """The words in which the page shows a date."""
    for element in tree.iter("time"):
        text = _clean(_text(element))
        found = find_date(text)
        if found and found[0] == iso[:10]:
            return text
    return ""


def _authors(tree: HtmlElement, data: tuple[dict[str, Any], ...], metas: dict[str, str]) -> tuple[tuple[str, ...], str]:
    for entry in data:
        names = tuple(dict.fromkeys(person for name in _all_names(entry.get("author")) for person in _persons(_clean(name))))
        if names:
            return names, "the page's structured data"
    for key in ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator"):
        value = _clean(metas.get(key, ""))
        if _persons(value):
            return _persons(value), "the page's data"
    for element in tree.xpath("//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]")[:3]:
        lines = [_clean(str(part)) for part in element.itertext()]
        names = byline_names("\n".join(line for line in lines if line)) or byline_names(_clean(_text(element)))
        if names:
            return names, "the page's byline"
    return (), ""


def _persons(value: str) -> tuple[str, ...]:
    """The names in a field for authors: persons where it lists some, else what it says; addresses and slugs are no names."""
    if value.startswith(("http", "@")) or re.fullmatch(r"[a-z\d]+(?:[-_.][a-z\d]+)+", value):
        return ()
    return byline_names(value) or ((value,) if value else ())


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The entries of the page's JSON-LD that describe an article."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            loaded = json.loads(re.sub(r"[\x00-\x1f]", " ", script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(loaded)


def _articles(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _articles(entry, depth + 1)
    elif isinstance(value, dict):
        types = value.get("@type") or ""
        if any(_ARTICLE_TYPES.search(str(kind)) for kind in (types if isinstance(types, list) else [types])):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(value.get(key), depth + 1)


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if key and element.get("content"):
            found.setdefault(str(key).lower(), str(element.get("content")))
    return found


def _address(tree: HtmlElement, metas: dict[str, str]) -> str:
    links = [str(link.get("href") or "") for link in tree.xpath("//link[@rel='canonical']")]
    return next((link for link in (*links, metas.get("og:url", "")) if link.startswith(("http://", "https://"))), "")


def _names(value: object) -> str:
    return next(iter(_all_names(value)), "")


def _all_names(value: object) -> Iterator[str]:
    """The names in a JSON-LD person, organisation, list of such, or plain text."""
    if isinstance(value, str):
        yield from () if value.startswith("http") else (value,)
    elif isinstance(value, dict):
        yield from _all_names(value.get("name"))
    elif isinstance(value, list):
        for entry in value:
            yield from _all_names(entry)


def _first(values: Iterator[str]) -> str:
    return next((value for value in values if value), "")


def _text(element: HtmlElement) -> str:
    return "".join(str(part) for part in element.itertext())


def _clean(text: str) -> str:
    """A value as it is shown: entities that were written twice resolved, white space as single spaces."""
    if "&" in text:
        text = unescape(text)
    return " ".join(re.sub(r"<[^>]{1,80}>", "", text).split())
