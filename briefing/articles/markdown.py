"""Markdown → Article."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from briefing.articles import markup
from briefing.articles.assemble import Metadata
from briefing.articles.dates import find_date
from briefing.articles.decode import decode
from briefing.articles.passages import article_of
from briefing.articles.properties import properties
from briefing.articles.text import from_text
from briefing.model import Article

_LARGEST = 1_500_000  # characters; beyond that its marks are left as they are
# --- title: … --- at the head, as site generators write it.
_FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(?P<key>[A-Za-z_-]+):[ \t]*(?P<value>.+?)[ \t]*$", re.MULTILINE)


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of a Markdown file; ArticleError if there is none."""
    decoded = decode(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _LARGEST:
        return from_text(text, name=name, format="markdown")
    front = _FRONT.match(text)
    rendered = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(text[front.end() :] if front else text)
    known = Metadata(format="markdown", name=name, encoding=decoded.encoding, warnings=decoded.warnings)
    return article_of(markup.passages(rendered), known, _front_matter(front["lines"] if front else ""))


def _front_matter(lines: str) -> Metadata:
    values = {match["key"].lower(): match["value"].strip("\"'[] ") for match in _ENTRY.finditer(lines)}
    date = find_date(values.get("date", ""))
    found = properties(
        title=values.get("title", ""),
        authors=re.split(r"\s*,\s*[\"']?", values.get("author") or values.get("authors") or ""),
        published=date[0] if date else "",
    )
    place = dict.fromkeys(("title", "subtitle", "authors", "published"), "the lines at the file's head")
    subtitle = values.get("subtitle") or values.get("description") or ""
    return replace(found, subtitle=subtitle, found_in=place, warnings=())
