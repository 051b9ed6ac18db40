"""What a quote looks like from outside: how it is introduced, how it ends, what follows, whether it is a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.analysis.quotes.reading import Site

WORD = re.compile(r"[^\W\d_][\w’'-]*")
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its", "so-called"})
_NAMING = frozenset({"named", "titled", "entitled", "dubbed", "nicknamed", "called", "termed", "labelled", "labeled", "known"})
_SMALL = frozenset({"with", "from", "into", "over", "upon", "than", "about", "after", "under", "without"})
_TELLING = frozenset({"that", "as", "of", "and", "for", "to", "is", "by", "was", "in"})  # before a quote each means something


@dataclass(frozen=True, slots=True)
class Outline:
    """How a quote is introduced, how it ends, what follows, whether it is a title."""

    introduction: str
    ending: str
    following: str
    title: bool


def outline_of(site: Site) -> Outline:
    """The outline of a quote."""
    return Outline(introduction(site), ending(site), following(site), is_title(site))


def introduction(site: Site) -> str:
    """What stands right before: a colon, a comma, nothing, a mark, or a word or sort of word."""
    if site.introduced_by in {":", ","}:
        return "colon" if site.introduced_by == ":" else "comma"
    if not site.gap.strip():
        return "nothing"
    if not site.introduced_by.isalnum():
        return "mark"
    last = word_before(site)
    if last in _DETERMINERS:
        return "determiner"
    if last in _NAMING:
        return "naming"
    return last if last in _TELLING else "word"


def word_before(site: Site) -> str:
    """The last word of the sentence before the quote, in small letters."""
    return site.reading.words[site.before[-1]].lower() if site.before else ""


def ending(site: Site) -> str:
    """The last character inside the marks: comma, stop, cry or none."""
    if site.last == ",":
        return "comma"
    if site.last in {".", "…"}:
        return "stop"
    return "cry" if site.last in {"?", "!"} else "none"


def comma_inside(site: Site) -> bool:
    """Whether a comma stands before the closing mark, as after speech."""
    end = site.segment.span.end - site.reading.span.start
    return site.reading.text[end : end + 1] == ","


def following(site: Site) -> str:
    """The first character after the marks: nothing, small, capital, dash or mark."""
    first = site.followed_by.lstrip()[:1]
    if not first:
        return "nothing"
    if first.isalpha():
        return "small" if first.islower() else "capital"
    return "dash" if first in "—–-" else "mark"


def is_title(site: Site) -> bool:
    """Whether every word of weight has a capital: two of them make a title, one only without a comma or a full stop."""
    large = large_words(site)
    return bool(large) and all(word[0].isupper() for word in large) and (len(large) > 1 or site.words[-1:] not in ".?!,")


def large_words(site: Site) -> list[str]:
    """The words of four letters and more but the prepositions that titles print small."""
    return [word for word in WORD.findall(site.words) if len(word) > 3 and word not in _SMALL]
