"""The words in front of a time that open or close it: "since 2019", "by 2030", "at the end of October", "early 2022"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefing.analysis.figures.days import Days


@dataclass(frozen=True, slots=True)
class Edge:
    """Words before a time, and the days that they make of its own."""

    before: re.Pattern[str]
    days: Callable[[Days, date | None], Days]


def before(words: str) -> re.Pattern[str]:
    """An expression for some words that end where the time begins."""
    return re.compile(rf"(?<![\w-])(?:{words})\s?$", re.IGNORECASE)


EDGES = (
    Edge(before(r"by the end of|until the end of|through the end of"), lambda own, _: Days(None, own.end)),
    Edge(before("(?:the )?end of"), lambda own, _: Days(own.end, own.end)),
    Edge(before("(?:the )?(?:start|beginning) of"), lambda own, _: Days(own.start, own.start)),
    Edge(before("since"), lambda own, published: Days(own.start, published)),
    Edge(before("by|until|up to"), lambda own, _: Days(None, own.end)),
    Edge(
        before(r"early|mid-?|late|the (?:first|second) half of|the (?:spring|summer|autumn|fall|winter) of"), lambda own, _: own
    ),
)
LOOKED_AT = 24  # characters before a time
# Every edge ends in one of these; most times have none in front.
ENDS = re.compile(r"(?:of|since|by|until|to|early|mid-?|late)\s?$", re.IGNORECASE)


def opened(text: str, start: int, days: Days, published: date | None) -> tuple[int, Days]:
    """Where a time begins with the words that open or close it, and the days that it means with them."""
    lead = text[max(0, start - LOOKED_AT) : start]
    if not ENDS.search(lead):
        return start, days
    for edge in EDGES:
        match = edge.before.search(lead)
        if match:
            return start - len(lead) + match.start(), edge.days(days, published)
    return start, days
