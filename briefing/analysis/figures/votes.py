"""Counts of a vote: "voted 52-48", "carried 312-248", "by 7 votes to 2", "a 5-4 ruling" are two figures and no score."""

from __future__ import annotations

import re
from functools import lru_cache

FREE = r"(?<![\w.,$£€-])"  # no part of a longer number or a sum


def _pair(digits: str) -> str:
    """Two numbers of so many digits with a dash or "to" between them."""
    return rf"{FREE}(\d{{{digits}}})(?:[-–]|\sto\s)(\d{{{digits}}})(?![\d%]|[.,]\d|\s?%)"


WORDS = (
    rf"\b(?:vot(?:e[ds]?|ing)|ballot|ruled|confirmed|ratified)\b[^.;:\d]{{0,48}}{_pair('1,4')}",
    rf"{_pair('1,4')}\s(?:vote|ruling|decision|majority)\b",
    rf"\b(?:carried|passed|adopted|approved|rejected|cleared)\b[^.;:\d]{{0,48}}{_pair('2,4')}",  # no "passed 3-1"
)
# "52-48", "312 to 248": looked for before the costlier expressions.
BETWEEN = re.compile(r"\d(?:[-–]|\sto\s)\d")
VOTE = re.compile("|".join(WORDS), re.IGNORECASE)


@lru_cache(maxsize=8)  # asked for every number of a paragraph
def vote_places(text: str) -> frozenset[int]:
    """Where the numbers of a vote begin in a paragraph."""
    if BETWEEN.search(text) is None:
        return frozenset()
    return frozenset(m.start(group) for m in VOTE.finditer(text) for group in range(1, VOTE.groups + 1) if m[group])
