"""What a file said of itself (``Source.as_read``) takes the place of what the analyst typed."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Article

_HELD_IN = {"published": ("published", "published_text"), "place": ("dateline",)}  # all others are named as the field is


def reset(article: Article, as_read: Article, field: str) -> Article:
    """The article with one field of ``corrections.FIELDS`` as its file has it."""
    found_in = {name: place for name, place in article.found_in.items() if name != field}
    if field in as_read.found_in:
        found_in[field] = as_read.found_in[field]
    if field == "address":
        return replace(article, origin=replace(article.origin, address=as_read.origin.address), found_in=found_in)
    held = {name: getattr(as_read, name) for name in _HELD_IN.get(field, (field,))}
    return replace(article, **held, found_in=found_in)
