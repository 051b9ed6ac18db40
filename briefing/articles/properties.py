"""What the properties inside files are worth: the names and titles that programs write there by themselves are none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.articles.assemble import Metadata

_DATE = re.compile(r"(?P<day>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))")
_NO_AUTHORS = re.compile(
    r"python-docx|un-?named|unknown|author|user ?\d*|admin(?:istrator)?|windows user|microsoft(?: office)? user|owner|default"
    r"|root|.*@.*|\W*",
    re.IGNORECASE,
)
_NO_TITLES = re.compile(
    r"microsoft word.*|powerpoint.*|word document|document ?\d*|untitled.*|title|none"
    r"|.*\.(?:docx?|odt|rtf|dot[xm]?|pdf|indd|qxd|html?)|\W*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*;\s*|\s+and\s+|\s*&\s*")


def properties(*, title: str = "", authors: Iterable[str] = (), published: str = "", outlet: str = "") -> Metadata:
    """Metadata from a file's own properties; ``published`` begins with an ISO date."""
    date = _DATE.match(published.strip())
    people = tuple(
        dict.fromkeys(p.strip() for author in authors for p in _SEVERAL.split(author) if not _NO_AUTHORS.fullmatch(p.strip()))
    )
    title = " ".join(title.split())
    return Metadata(
        title="" if _NO_TITLES.fullmatch(title) else title,
        authors=people,
        published=date["day"] if date else "",
        published_text=date["day"] if date else "",
        outlet=outlet,
        found_in={
            "outlet": "the file's properties",
            "title": "the file's properties",
            "authors": "the file's properties",
            "published": "the file's properties (the day it was made)",
        },
        warnings=("The date is the day the file was made; please check it.",) if date else (),
    )
