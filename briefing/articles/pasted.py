"""What was copied in a browser or an office program, as HTML → Article: headings, lists and tables stay what they are."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from briefing.articles.assemble import Metadata
from briefing.articles.markup import passages
from briefing.articles.passages import article_of, too_long
from briefing.articles.text import from_text
from briefing.errors import ArticleError
from briefing.model import Article

NAME = "pasted text"
LARGEST_MARKUP = 20_000_000  # characters
_MOST_MISSING = 0.03  # of the plain text's words may be absent from the markup: numbers of lists, alternative texts
_MS_TITLE = re.compile(r"<p class=[\"']?MsoTitle\b[^>]*>(.*?)</p>", re.IGNORECASE | re.DOTALL)  # Word's headline is no heading
_WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")


def from_html(markup: str, plain: str = "", address: str = "") -> Article:
    """The article in copied HTML; in ``plain``, the same as plain text, where the HTML holds less. ArticleError without one.

    ``address`` is the page from which it was copied, if the browser tells.
    """
    if len(markup) > LARGEST_MARKUP and plain.strip():
        return from_text(plain, name=NAME)
    try:
        article = _read(markup, address)
    except ArticleError:
        if not plain.strip():
            raise
        return from_text(plain, name=NAME)
    return article if _holds(article.text, plain) else from_text(plain, name=NAME)


def _read(markup: str, address: str) -> Article:
    if len(markup) > LARGEST_MARKUP:
        raise too_long()
    found_in: Mapping[str, str] = {"address": "the clipboard"} if address else {}
    headed = _MS_TITLE.sub(r"<h1>\1</h1>", markup)
    article = article_of(passages(headed), Metadata(format="rich text", name=NAME, address=address, found_in=found_in))
    given = hashlib.sha256(markup.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(article, origin=replace(article.origin, sha256=given))


def _holds(text: str, plain: str) -> bool:
    """Whether the words of the plain text are all in the one that was read from the markup."""
    wanted, there = Counter(_words(plain)), Counter(_words(text))
    missing = (wanted - there).total()
    return missing <= max(3, wanted.total() * _MOST_MISSING)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
