"""Pasted text and text files → Article."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from briefing.articles.assemble import Metadata, assemble
from briefing.articles.decode import decode
from briefing.articles.normalise import normalise
from briefing.articles.paragraphs import spans, unwrap
from briefing.articles.passages import too_long
from briefing.articles.pasted_tables import with_bars
from briefing.articles.structure import classify
from briefing.errors import ArticleError
from briefing.model import Article

MOST_PARAGRAPHS = 200_000
LARGEST_TEXT = 20_000_000  # characters; some three million words


def read(data: bytes, name: str, charset: str = "") -> Article:
    """The article in the bytes of a text file; ``charset`` is what a server says of them."""
    decoded = decode(data, charset)
    article = from_text(decoded.text, name=name)
    origin = replace(article.origin, encoding=decoded.encoding)
    return replace(article, origin=origin, warnings=(*decoded.warnings, *article.warnings))


def from_text(text: str, *, name: str = "pasted text", format: str = "text") -> Article:  # noqa: A002 - the field's name
    """The article in a text; ArticleError if there is nothing to read or far too much."""
    if len(text) > LARGEST_TEXT:
        raise too_long()
    given = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    text = unwrap(with_bars(normalise(text)))
    places = tuple(spans(text))
    if len(places) > MOST_PARAGRAPHS:
        raise ArticleError("This text has too many paragraphs to be an article.", "Copy the part that you need and paste it.")
    if not places:
        raise ArticleError("There is no text in it.", "Choose another file, or paste the article's text.")
    article = assemble(text, classify([place.of(text) for place in places]), places, Metadata(format=format, name=name))
    return replace(article, origin=replace(article.origin, sha256=given))
