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
from briefing.articles.web.folding import fold
from briefing.articles.web.headline import PREVIEW, PRINTED, STRUCTURED, WINDOW, Candidate, headline
from briefing.articles.web.names import left_over, outlet_of, without_outlet

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|Posting)$", re.IGNORECASE)
_ISO = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?))?")
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
_PREVIEWS = ("og:title", "twitter:title")


def metadata(tree: HtmlElement, name: str) -> Metadata:
    """The metadata of a page, found before anything is removed from its tree."""
    data = tuple(_linked_data(tree))
    metas = _metas(tree)
    outlet = _outlet(tree, data, metas)
    title, title_place = _title(tree, data, metas, outlet)
    published, published_text, date_place = _published(tree, data, metas)
    authors, author_place = _authors(tree, data, metas)
    language = str(tree.get("lang") or metas.get("og:locale") or "")
    address = _address(tree, metas)
    places = {
        "title": title_place,
        "published": date_place,
        "authors": author_place,
        "outlet": "the page's data" if outlet else "",
        "language": "the page's data" if language else "",
        "address": "the page's data" if address else "",
    }
    return Metadata(
        title=title,
        subtitle=_clean(metas.get("og:description") or metas.get("description") or ""),
        authors=authors,
        published=published,
        published_text=published_text,
        outlet=outlet,
        language=(language or "en")[:2].lower(),
        format="html",
        name=name,
        address=address,
        found_in={key: place for key, place in places.items() if place},
    )


def _title(tree: HtmlElement, data: tuple[dict[str, Any], ...], metas: dict[str, str], outlet: str) -> tuple[str, str]:
    """The page's headline and where it was found."""
    titles = [(_clean(_text(h1)), PRINTED) for h1 in tree.iter("h1")]
    titles += [(_clean(str(d.get("headline") or d.get("name") or "")), STRUCTURED) for d in data]
    titles += [(without_outlet(_clean(metas.get(key, "")), outlet), PREVIEW) for key in _PREVIEWS]
    titles += [(without_outlet(text, outlet), WINDOW) for text in _window_titles(tree)]
    found = headline([Candidate(text, place) for text, place in titles if fold(text) != fold(outlet)])
    return (found.text, found.place) if found else ("", "")


def _window_titles(tree: HtmlElement) -> list[str]:
    """The title that a browser shows in its tab."""
    return [_clean(_text(element)) for element in tree.xpath("//head/title")[:1]]


def _outlet(tree: HtmlElement, data: tuple[dict[str, Any], ...], metas: dict[str, str]) -> str:
    names = [_clean(_names(entry.get("publisher"))) for entry in data]
    names += [_clean(metas.get(key, "")) for key in ("og:site_name", "application-name", "dc.publisher", "publisher")]
    names = [name for name in names if not name.startswith(("http", "@"))]
    preview, window = _clean(metas.get("og:title", "")), _window_titles(tree)
    printed = [_clean(_text(h1)) for h1 in tree.iter("h1")]
    return outlet_of(names, [preview, *window], _address(tree, metas)) or left_over("".join(window), [preview, *printed])


def _published(tree: HtmlElement, data: tuple[dict[str, Any], ...], metas: dict[str, str]) -> tuple[str, str, str]:
    """The date as ISO date or time, as the page shows it, and where it was found."""
    for text, place in _dates(tree, data, metas):
        iso = _iso(text)
        if iso:
            return iso, _shown_date(tree, iso) or text.strip(), place
    return "", "", ""


def _dates(tree: HtmlElement, data: tuple[dict[str, Any], ...], metas: dict[str, str]) -> Iterator[tuple[str, str]]:
    for entry in data:
        yield str(entry.get("datePublished") or ""), STRUCTURED
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
            return names, STRUCTURED
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


def _text(element: HtmlElement) -> str:
    return "".join(str(part) for part in element.itertext())


def _clean(text: str) -> str:
    """A value as it is shown: entities that were written twice resolved, white space as single spaces."""
    if "&" in text:
        text = unescape(text)
    return " ".join(re.sub(r"<[^>]{1,80}>", "", text).split())
