"""Rich Text Format → Article.

A reader of our own: libraries give the bare characters, without headings, tables' rows, notes, hidden text and properties.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.articles.assemble import Metadata
from briefing.articles.passages import article_of
from briefing.articles.properties import properties
from briefing.articles.rtf_reader import Reader
from briefing.errors import ArticleError
from briefing.model import Article


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of an RTF file; ArticleError if there is none."""
    reader = Reader()
    reader.read(data.lstrip())
    if not reader.passages:
        raise ArticleError("There is no text in it.", "Choose another file, or paste the article's text.")
    known = Metadata(format="rtf", name=name, encoding=reader.codepage, warnings=tuple(_warnings(reader)))
    return article_of(reader.passages, known, _properties(reader))


def _warnings(reader: Reader) -> Iterator[str]:
    if reader.depth:
        yield "The file ends too early; its last words may be missing."


def _properties(reader: Reader) -> Metadata:
    year, month, day = (reader.made.get(part, 0) for part in ("yr", "mo", "dy"))
    return properties(
        title=reader.info.get("title", ""),
        authors=[reader.info.get("author", "")],
        published=f"{year:04}-{month:02}-{day:02}",
    )
