"""What a clipboard or a drop holds: files, a web address, formatted or plain text, or only a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

_UNSEEN = re.compile(r"<(style|script|head|title)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>|&nbsp;", re.IGNORECASE | re.DOTALL)
_BLOCKS = re.compile(r"<(?:p|div|h[1-6]|li|td|th|blockquote|br|article|section)\b", re.IGNORECASE)
_ADDRESS = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Held:
    """What there is to open, the best first: files, else an address, else text."""

    paths: tuple[Path, ...] = ()
    address: str = ""  # of an article, and nothing else with it
    markup: str = ""  # HTML with paragraphs of its own
    text: str = ""
    source: str = ""  # the page from which the text was copied, where the browser tells
    picture: bool = False  # a picture, and no words


def held(data: QMimeData | None) -> Held:
    """What a clipboard or a drop holds."""
    if data is None:
        return Held()
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    markup = data.html() if data.hasHtml() else ""
    worded = bool(_UNSEEN.sub("", markup).strip())
    picture = data.hasImage() and not worded and (not data.text().strip() or bool(address_in(data)))
    return Held(
        paths=paths,
        address="" if picture else address_in(data),
        markup=markup if worded and _BLOCKS.search(markup) else "",
        text=data.text(),
        source=_source(data),
        picture=picture,
    )


def address_in(data: QMimeData | None) -> str:
    """The http(s) address that was dropped or pasted and nothing else with it, or ""."""
    if data is None or len(data.text().split()) > 1:
        return ""
    given = (*(url.toString() for url in data.urls()), data.text().strip())
    return next((each for each in given if each.lower().startswith(_ADDRESS)), "")


def _source(data: QMimeData) -> str:
    """The page that Chromium, or Firefox, names beside what was copied from it."""
    named = bytes(data.data("chromium/x-source-url").data()).decode("utf-8", "replace")
    private = bytes(data.data("text/x-moz-url-priv").data()).decode("utf-16-le", "replace")
    told = (named.strip("\0 \n"), private.strip("\0 \n").partition("\n")[0])
    return next((each for each in told if each.lower().startswith(_ADDRESS)), "")
