"""Shipped lists of phrases, compared with how a paragraph begins or with the whole of it."""

from __future__ import annotations

import re
from functools import cache

from briefing.assets import lines


def begins(name: str, paragraph: str) -> bool:
    """Whether a paragraph begins with a phrase of the list, an opening bracket or a dash left aside."""
    return _beginning(name).match(paragraph[:80]) is not None


def is_whole(name: str, paragraph: str) -> bool:
    """Whether a paragraph is a phrase of the list and nothing else, end marks and case left aside."""
    return len(paragraph) <= 80 and paragraph.strip(" \u00a0.:…!>»→|[]()*-–—").casefold() in _phrases(name)


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(phrase.casefold() for phrase in lines("words", f"{name}.txt"))


@cache
def _beginning(name: str) -> re.Pattern[str]:
    longest_first = sorted(_phrases(name), key=len, reverse=True)
    choices = "|".join(re.escape(phrase) + (r"\b" if phrase[-1].isalpha() else "") for phrase in longest_first)
    return re.compile(rf"[(\[*–—•►▶>| -]*(?:{choices})", re.IGNORECASE)
