"""All numbers of a paragraph in order, ranges joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from briefing.analysis.figures.currencies import squeezed
from briefing.analysis.figures.draft import Numeral, Style
from briefing.analysis.figures.multiples import MULTIPLE_WORDS, multiple_numerals
from briefing.analysis.figures.numerals import digit_numerals, scale_values
from briefing.analysis.figures.spelled import ratio_numerals, spelled_numerals, word_values
from briefing.analysis.figures.vague import VAGUE_WORDS, vague_numerals
from briefing.analysis.figures.votes import vote_places

# What may stand between the two ends of a range: a unit, then the joining word.
JOIN = re.compile(
    r"(?P<unit>\s?%|\s?°?[CF]\b|\s(?:per\s?cent|percent|pct|pc|years?|days?|miles?|km|kg|points?|million|billion)|\s?(?:°C|°F)|(?:km|kg|kHz|GHz|mm|cm|Hz|mph)|"
    r"\s?[A-Za-zµμ]{1,3}/[A-Za-z]{1,3}[23²³]?|"
    r"(?:\s[a-z]+|\sU\.S\.)?(?:\s(?:per|a)\s[a-z]+|\s[a-z]+)?)?"
    r"\s?(?P<word>-?to-?|-|–|—|and|up to|or)\s?(?:about\s|around\s|nearly\s|as (?:much|many|high) as\s|the\s|just\s"
    r"|over\s|some\s|under\s|below\s|almost\s|only\s|less than\s|fewer than\s|more than\s|at least\s|roughly\s)?",
    re.IGNORECASE,
)
# "rose by about [5%]", "up [12 cents]", "lost nearly [3%]"
MOVED = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|up|down|climb\w*|jump\w*|gain\w*|drop\w*|slid|advanc\w*|lost|losing|grew|grown|"
    r"increas\w*|declin\w*|decreas\w*|edged|surged|tumbled|rallied|plunged|soared|dipped|slipped|eased|added|higher|lower|sank|shrank|cut)"
    r"\s(?:by\s)?(?:about\s|around\s|nearly\s|almost\s|more than\s|over\s|some\s)?$",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z]+")
SIGNS_OF_NUMBER = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞⅕]")
NEARBY = 20  # "from 5 to 3 million" is five million; "between 50 and 1.2 million" is fifty
LARGEST = 1e18  # a longer row of digits is a code


@cache
def spoken() -> frozenset[str]:
    """The words of which one at least is in every number in words."""
    small = word_values("unit", "ten", "scale", "fraction")
    return frozenset((*small, *(f"{word}fold" for word in small), "fold"))


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case: looking a few up is far faster than searching for each."""
    return frozenset(WORD.findall(text.lower()))


def holds_numbers(text: str) -> bool:
    """Whether a text can hold a number at all, at the price of one look."""
    return SIGNS_OF_NUMBER.search(text) is not None or not words_in(text).isdisjoint(spoken() | VAGUE_WORDS | MULTIPLE_WORDS)


def scan(text: str) -> tuple[Numeral, ...]:
    """Every single number of a paragraph, none overlapping another, in order."""
    inside = words_in(text)
    in_words = not inside.isdisjoint(spoken())
    found: list[Numeral] = list(digit_numerals(text))
    if in_words:
        found += spelled_numerals(text)
    if found or in_words:
        found += ratio_numerals(text)
    if not inside.isdisjoint(VAGUE_WORDS):
        found += vague_numerals(text)
    if found or not inside.isdisjoint(MULTIPLE_WORDS):
        found += multiple_numerals(text)
    found = [n for n in found if abs(n.value) < LARGEST]
    return tuple(first_and_longest(sorted(found, key=lambda n: (n.outer, -n.end))))


def first_and_longest(numerals: Iterable[Numeral]) -> list[Numeral]:
    """The numbers left when those that overlap an earlier one are dropped."""
    kept: list[Numeral] = []
    for numeral in numerals:
        if not kept or numeral.outer >= kept[-1].end:
            kept.append(numeral)
    return kept


def join_ranges(text: str, numerals: Sequence[Numeral]) -> tuple[Numeral, ...]:
    """The numbers with the two ends of each range made one; the leftovers of a code such as "3888-2" go."""
    joined: list[Numeral] = []
    at = 0
    while at < len(numerals):
        pair = range_of(text, *opened(text, numerals[at : at + 3])) if at + 1 < len(numerals) else None
        joined.append(pair or numerals[at])
        at += 1 if pair is None else 3 if at + 2 < len(numerals) and pair.end == numerals[at + 2].end else 2
    votes = vote_places(text)
    return tuple(n for n in joined if n.start in votes or not re.search(r"\d[-–]$", text[max(0, n.outer - 2) : n.outer]))


def opened(text: str, numerals: Sequence[Numeral]) -> tuple[Numeral, Numeral]:
    """Two numbers that may be a range; of "from 24.2 to 33-35 billion" the second is itself one, and its far end counts."""
    low, high = numerals[:2]
    if len(numerals) == 3 and text[high.end : numerals[2].outer] in ("-", "–") and range_of(text, high, numerals[2]) is not None:
        return low, replace(numerals[2], start=high.start, sign_start=high.sign_start if high.sign else numerals[2].sign_start)
    return low, high


def range_of(text: str, low: Numeral, high: Numeral) -> Numeral | None:
    """The two numbers as one range, or None where they are two."""
    match = JOIN.fullmatch(text[low.end : high.outer])
    if (
        match is None
        or low.start in vote_places(text)
        or Style.VAGUE in (low.style, high.style)
        or Style.FOLD in (low.style, high.style)
    ):
        return None
    if low.sign and high.sign and not squeezed(low.sign).endswith(squeezed(high.sign)):
        return None
    before = text[max(0, low.outer - 40) : low.outer]
    if match["word"].lower() == "to" and lands(before, low, high):
        return None
    if not joins(
        match["word"].strip("-").lower() or "-",
        (match["unit"] or "").strip(),
        (before, text[high.end : high.end + 12]),
        low,
        high,
    ):
        return None
    value = low.value * shared_scale(text, low, high)
    sign, sign_start = (low.sign, low.sign_start) if low.sign else (high.sign, low.start)
    return replace(
        low, end=high.end, value=value, high=high.value, sign=sign, sign_start=sign_start, inner=(match["unit"] or "").strip()
    )


def joins(word: str, unit: str, around: tuple[str, str], low: Numeral, high: Numeral) -> bool:
    """Whether the word between two numbers makes a range of them."""
    before, after = around
    opened = re.search(
        r"\b(?P<by>from|between)\s(?:about |around |up to |as low as |nearly |an? estimated |some |roughly )?$",
        before,
        re.IGNORECASE,
    )
    if word in ("to", "up to"):
        return bool(opened and opened["by"].lower() == "from") or plain_range(unit, before, after)
    if word == "and":
        return bool(opened and opened["by"].lower() == "between")
    if word == "or":
        return low.style is high.style is Style.WORDS and not unit and high.value == low.value + 1 and high.value < 20
    return (not unit or unit == "%") and (high.value > low.value or shorter(low, high)) and bool(low.sign) >= bool(high.sign)


def plain_range(unit: str, before: str, after: str) -> bool:
    """Whether "to" joins without "from": "5% to 10%", "dropped by 1 to 1.5 degrees", but not "rose 5% to 10.2 million"."""
    if unit:
        return not MOVED.search(before) and after.lstrip(" -").lower().startswith(unit.lower()[:4])
    return not MOVED.search(before) or before.endswith("by ")


def lands(before: str, low: Numeral, high: Numeral) -> bool:
    """Whether "to" leads from a step to where it ended: "grew by $3 billion to $20 billion", not "by 1 to 1.5 degrees"."""
    far = high.value >= 4 * low.value > 0
    if MOVED.search(before) is None:
        return far and before.endswith("by ")
    return re.search(r"\bby\s(?:\w+\s){0,2}$", before) is not None and (bool(low.sign and high.sign) or far)


def shorter(low: Numeral, high: Numeral) -> bool:
    """Whether the low end leaves out the scale that the high end has: "3-5 million" may be written "300-1 million" never."""
    return high.value >= 1000 > low.value


def shared_scale(text: str, low: Numeral, high: Numeral) -> float:
    """What the high end's scale word adds to a low end without one: "3 to 5 million" is three million to five."""
    if low.value >= 1000 or high.value < 1000 or scale_of(text, low) != 1:
        return 1.0
    scale = scale_of(text, high)
    printed = high.value / scale
    return scale if low.value < printed * NEARBY and not (low.sign and high.sign and low.value > printed) else 1.0


def scale_of(text: str, numeral: Numeral) -> float:
    """The scale printed with a number: a million for «3.2 million» and «3.2m», one for «3.2»."""
    word = re.search(r"([a-z]+)$", text[numeral.start : numeral.end], re.IGNORECASE)
    return scale_values().get(word[1].lower(), 1.0) if word else 1.0
