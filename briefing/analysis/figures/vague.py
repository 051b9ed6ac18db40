"""Numbers that only tell their size: "tens of thousands", "several hundred"; and the scale notes of tables, which are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.figures.draft import Numeral, Style
from briefing.analysis.figures.spelled import word_values

MANY_WORDS = r"tens|dozens|scores(?= of [a-z])|hundreds|thousands|millions|billions|trillions"
# "tens of thousands", "tens or even hundreds of billions"
VAGUE = re.compile(
    rf"\b(?P<many>{MANY_WORDS})"
    r"(?:,?\s(?:or|if not|and)\s(?:even\s|perhaps\s|possibly\s)?(?P<more>hundreds|thousands|millions)(?=\sof))?"
    r"(?:\s+of\s+(?P<of>thousands|millions|billions|trillions))?\b(?!\s+(?:place|digit))",
    re.IGNORECASE,
)
# "several thousand", "a few hundred": so many and no word how many.
SEVERAL = re.compile(
    r"\b(?:several|(?:an? )?few|a couple(?: of)?)\s(?P<scale>hundred|thousand|million|billion|dozen)\b(?!s)", re.IGNORECASE
)
# "(amounts in thousands, except …)": a note on a table's numbers.
SCALE_NOTE = re.compile(
    r"\b(?:amounts?|figures?|numbers?|dollars?|values?|stated|expressed|shown|US\$|\$|€|£)[\w\s.,$€£]{0,24}\bin\s(?:[A-Z$]{2,4}\s)?(?:thousands|millions|billions)\b"
    r"|\(\s?in\s(?:thousands|millions|billions)\b",
    re.IGNORECASE,
)
VAGUE_WORDS = frozenset({*MANY_WORDS.replace("(?= of [a-z])", "").split("|"), "several", "few", "couple"})
MANY = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}


def vague_numerals(text: str) -> Iterator[Numeral]:
    """Every vague number of a text as the range that it may stand for."""
    notes = [m.span() for m in SCALE_NOTE.finditer(text)]
    yield from (vague(m) for m in VAGUE.finditer(text) if not any(start <= m.start() < end for start, end in notes))
    yield from (several(m) for m in SEVERAL.finditer(text))


def vague(match: re.Match[str]) -> Numeral:
    """«tens of thousands» spans ten thousand to a hundred thousand; «tens or hundreds of billions» up to a trillion."""
    scale = MANY[match["of"].lower()] if match["of"] else 1.0
    low = MANY[match["many"].lower()] * scale
    high = MANY[(match["more"] or match["many"]).lower()] * scale * 10
    return Numeral(match.start(), match.end(), low, Style.VAGUE, high=high)


def several(match: re.Match[str]) -> Numeral:
    """«several thousand» spans two thousand to ten thousand."""
    scale = word_values("scale")[match["scale"].lower()]
    return Numeral(match.start(), match.end(), 2 * scale, Style.VAGUE, high=10 * scale)
