"""Which outlet a page comes from, and its titles without the outlet's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from briefing.assets import words

_SEPARATOR = re.compile(r"\s+[|–—·:»-]\s+|\s*\|\s*")
_MOST_WORDS = 4  # of an outlet's name


def outlet_of(names: Iterable[str], titles: Iterable[str], address: str) -> str:
    """The outlet's name: of those a page gives itself, the one that its address speaks for, else the first.

    The last part of a title («… - The Courier») counts only where the address vouches for it.
    """
    labels = _labels(address)
    given = [name for name in names if name and name.casefold() not in words("no-outlets")]
    ends = [part for title in titles for part in _ends(title)]
    vouched = [name for name in (*given, *ends) if _vouched(name, labels)]
    best = max(vouched, key=lambda name: (_vouched(name, labels), " " in name, len(name)), default="")
    return best or (given[0] if given else "")


def left_over(window_title: str, headlines: Iterable[str]) -> str:
    """The outlet's name where the window's title is a headline of the page with that name after it; else ""."""
    for headline in headlines:
        if len(headline.split()) >= _MOST_WORDS - 1 and window_title.casefold().startswith(headline.casefold()):
            ends = _ends(f"{headline} {window_title[len(headline) :].strip()}")
            if ends and not headline.endswith(ends[0]):
                return ends[0]
    return ""


def without_outlet(title: str, outlet: str) -> str:
    """A title without «| World | The Courier» at its end or «The Courier | » before it."""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and _is_outlet(parts[0], outlet) and len(parts[-1]) > len(parts[0]):
        return title[len(parts[0]) :].lstrip(" |–—·:»-")
    while len(parts) > 1 and (_is_outlet(parts[-1], outlet) or ("|" in title and _is_rubric(parts))):
        title = title[: title.rindex(parts[-1])].rstrip(" |–—·:»-")
        parts = _SEPARATOR.split(title)
    return title


def _is_outlet(part: str, outlet: str) -> bool:
    return bool(outlet) and len(part) > 1 and (_bare(part) in (_bare(outlet), _bare(f"the {outlet}")) or _begins(part, outlet))


def _begins(part: str, outlet: str) -> bool:
    """«The Sun» for «The Sun Online» and the other way round."""
    shorter, longer = sorted((part.casefold(), outlet.casefold()), key=len)
    return longer.startswith(f"{shorter} ") or longer.endswith(f" {shorter}")


def _is_rubric(parts: list[str]) -> bool:
    """Whether the last part is a section's or an outlet's name: a few words, far fewer than stand before it."""
    count = len(parts[-1].split())
    return count <= _MOST_WORDS and sum(len(part.split()) for part in parts[:-1]) >= 2 * count


def _ends(title: str) -> list[str]:
    parts = _SEPARATOR.split(title)
    if len(parts) < 2 or len(parts[-1].split()) > _MOST_WORDS + 1 or parts[-1].strip().casefold() in words("no-outlets"):
        return []
    return [parts[-1].strip()]


def _labels(address: str) -> tuple[str, ...]:
    """The parts of a host's name that name somebody: «bbc» in «www.bbc.co.uk»."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ()
    return tuple(label.replace("-", "") for label in host.split(".")[:-1] if label not in ("www", "co", "com", "edition", "m"))


def _vouched(name: str, labels: tuple[str, ...]) -> int:
    """How far an address speaks for a name: 2 for the same words, 1 for some of them, 0 for none."""
    bare = _bare(name)
    without_article = _bare(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))
    parts = [_bare(part) for part in name.split()]
    if bare and any(label in (bare, without_article) for label in labels):
        return 2
    if parts and all(part in labels for part in parts):
        return 2
    return int(any(len(label) > 3 and label in bare for label in labels))


def _bare(name: str) -> str:
    return re.sub(r"\W|_", "", name.casefold())
