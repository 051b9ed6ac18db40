"""Dates, times of day and periods in a paragraph: what they say and which days they are. None of them is a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.analysis.figures import days
from briefing.analysis.figures import resolve as to
from briefing.analysis.figures.days import UNKNOWN, Days
from briefing.analysis.figures.edges import opened
from briefing.analysis.figures.resolve import YEAR, Resolve
from briefing.analysis.figures.spelled import word_values


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time in a paragraph."""

    start: int
    end: int
    days: Days = UNKNOWN
    period: bool = True  # False: a clock time, which no figure is about


MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\b\.?|Feb\b\.?|Mar\b\.?|Apr\b\.?|Jun\b\.?|Jul\b\.?|Aug\b\.?|Sept?\b\.?|Oct\b\.?|Nov\b\.?|Dec\b\.?)"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
WORD = "|".join(sorted(word_values("unit", "ten"), key=len, reverse=True))
COUNT = rf"(?:\d+|{WORD}|few|several|couple of)"
UNIT = r"(?P<unit>day|week|month|quarter|year|decade)s?"
WHICH = r"(?P<which>past|last|previous|next|coming)"
OF_YEAR = rf"(?P<of>\s(?:of\s)?(?:the\s)?(?:{YEAR}|this year|last year|the year|the previous year))"
JOIN = r"\s?(?:-|–|—|to|and|through|until)\s?"
NO_UNIT = r"(?!\s?(?:%|percent|per cent|million|billion|trillion|bn|mn|mln|people|°|km|kg))"

# In order: where two overlap, the one that begins first, then the longer, then the earlier of this list is right.
# Months, years and dates are matched as written; all others in any case.
AS_WRITTEN: tuple[tuple[str, Resolve], ...] = (
    # "the year to June", "the 12 months ended March 2023"
    (
        (
            rf"(?:[Tt]he\s)?(?:(?P<n>\d{{1,2}}|{WORD})[\s-])?(?P<unit>year|month)s?\s(?:to|ended|ending|through|up to)\s"
            rf"(?:the end of\s)?(?:in\s|on\s)?(?:{DAY}\s)?(?P<m>{MONTH})(?:\s{DAY}\b)?(?:,?\s(?P<y>{YEAR}))?"
        ),
        to.to_month,
    ),
    # "between May and October", "January-September 2022"
    (
        rf"(?:(?:[Bb]etween|[Ff]rom)\s)?(?P<a>{MONTH})(?:,?\s(?P<ay>{YEAR}))?{JOIN}(?P<b>{MONTH})(?![a-z])(?:,?\s(?P<by>{YEAR}))?(?!\s\d)",
        to.month_to_month,
    ),
    # "from 2004 to 2009", "2019-20"
    (rf"(?:(?:[Bb]etween|[Ff]rom)\s)?(?P<a>{YEAR})(?:{JOIN}|/)(?P<b>{YEAR}|\d\d){NO_UNIT}\b", to.year_to_year),
    # "May 18, 2015", "as of March 4, 2011", "Sept. 20-24", "18 May"
    (rf"(?:[Aa]s of\s)?(?P<m>{MONTH})\s(?P<d>{DAY})(?:\s?[-–]\s?{DAY})?\b{NO_UNIT}(?:,?\s(?P<y>{YEAR}))?", to.a_date),
    (rf"(?:[Aa]s of\s)?(?P<d>{DAY})(?:\s?[-–]\s?{DAY})?\s(?:of\s)?(?P<m>{MONTH})(?![a-z])(?:,?\s(?P<y>{YEAR}))?", to.a_date),
    # "October 2019"
    (rf"(?:[Aa]s of\s)?(?P<m>{MONTH}),?\s(?:of\s)?(?P<y>{YEAR})", to.a_month),
    # A bare month needs a preposition or the like before it: "May" is a verb and "March" a walk.
    (
        (
            rf"(?:(?<=[Ii]n )|(?<=[Bb]y )|(?<=[Oo]f )|(?<=since )|(?<=Since )|(?<=until )|(?<=early )|(?<=late )"
            rf"|(?<=last )|(?<=from )|(?<=to )|(?<=mid-))"
            rf"(?P<m>{MONTH})(?P<y>)(?![a-z]|\s[A-Z])"
        ),
        to.a_month,
    ),
    (r"(?:[Ll]ast |[Nn]ext |[Tt]his )?(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", to.a_weekday),
    (rf"(?P<y>{YEAR})s\b", to.a_decade),
    (rf"(?P<y>{YEAR})(?![\d,.]\d|[\d-]\w|%|\w){NO_UNIT}", to.a_year),
)
# Each with words of which one must stand in the paragraph: looking for them first is far faster.
STRETCHES = ("past", "last", "previous", "next", "coming")
ANY_CASE: tuple[tuple[str, Resolve, tuple[str, ...]], ...] = (
    # "first 9 months of this year", "10 months of 2022"
    (rf"(?:first\s)?(?P<n>\d{{1,2}}|{WORD})[\s-]months?{OF_YEAR}", to.first_months, ("month",)),
    (rf"first\s(?P<n>\d{{1,2}}|{WORD})\smonths?(?P<of>)", to.first_months, ("month",)),
    # "third quarter of 2022", "Q3", "first half of the year", "fiscal 2024"
    (
        rf"(?:(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[\s-]quarter|Q(?P<q>[1-4])\b){OF_YEAR}?",
        to.a_quarter,
        ("quarter", "q1", "q2", "q3", "q4"),
    ),
    (
        rf"(?:(?P<nth>first|second)[\s-]half(?=\sof\s(?:{YEAR}|this|last|the\s(?:year|{YEAR})))|H(?P<h>[12])\b){OF_YEAR}?",
        to.a_half,
        ("half", "h1", "h2"),
    ),
    (
        rf"(?:half[- ]year\b(?=\s[a-z])|(?:spring|summer|autumn|winter)(?:\sof)?\s{YEAR}(?!\d))",
        to.unresolved,
        ("half", "spring", "summer", "autumn", "winter"),
    ),
    (
        rf"(?:the\s)?same\s(?:period|month|quarter|time)\s(?:of|in)\s(?:{YEAR}|last year|the previous year)",
        to.unresolved,
        ("same",),
    ),
    (
        rf"(?:the\s)?{YEAR}(?:[-/–]\d\d(?:\d\d)?)?\s(?:financial|fiscal)\syear",
        to.unresolved,
        ("fiscal", "financial"),
    ),
    (
        rf"(?:the\s)?(?:financial|fiscal)\s(?:year\s)?{YEAR}(?:[-/–]\d\d(?:\d\d)?)?|FY\s?(?:{YEAR}|\d\d)(?:[-/–]\d\d)?\b",
        to.unresolved,
        ("fiscal", "financial", "fy"),
    ),
    # "to date", "so far this year"
    (
        (
            r"(?:to date|so far this (?:year|month|week|season)|year[- ]to[- ]date|since the (?:start"
            r"|beginning) of (?:the|this) year"
            r"|as of today|up to now|until now)\b"
        ),
        to.until_now,
        ("date", "so far", "since the", "today", "now"),
    ),
    # "the past 30 days", "over the last five years", "in the past decade"
    (rf"(?:(?:in|over|during|for|within)\s)?(?:the\s)?{WHICH}\s(?P<n>{COUNT})\s{UNIT}\b", to.stretch, STRETCHES),
    (rf"(?:in|over|during|for|within)\sthe\s{WHICH}(?P<n>)\s{UNIT}\b", to.stretch, STRETCHES),
    (
        rf"(?:(?:earlier|later)\s)?(?P<which>last|this|next|past|previous|current|coming)\s{UNIT}(?![a-z])",
        to.relative,
        (*STRETCHES, "this", "current"),
    ),
    (
        (
            rf"(?:the\s)?(?:first|last|past|previous|next)\s{COUNT}\s"
            r"(?:hours|minutes|seconds|decades|centuries|seasons|games|matches|meetings|times)\b"
        ),
        to.unresolved,
        ("first", *STRETCHES),
    ),
    (
        r"(?:yesterday|tomorrow|last night)\b",
        to.next_to_today,
        ("yesterday", "tomorrow", "last night"),
    ),
    (
        r"(?:today|currently|at present|nowadays)\b",
        to.this_day,
        ("today", "currently", "present", "nowadays"),
    ),
)
CLOCK = re.compile(
    r"\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?|\s(?:GMT|ET|EST|BST|UTC|CET|local time)\b)?"  # 12:19 · 2:15am
    r"|\b\d{1,2}[.]\d\d\s?(?:[ap]\.?m\b\.?|GMT)|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{1,2}\so'clock\b"  # 7.30pm · 2 p.m.
    r"|\b\d{1,4}[/-]\d{1,2}[/-]\d{2,4}(?:T[\d:.]+Z?)?\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b"  # 2019-09-01T10:38 · 01.02.2020
    r"|\b\d{4}\s(?:GMT|UTC|EST|EDT|ET|local time)\b|\b\d+\s(?:BC|AD|BCE|CE)\b|\bA\.?D\.?\s\d+\b"  # 0030 GMT · 500 BC
    r"|'\d0s\b|\b\d0s\b",  # the '90s
    re.IGNORECASE,
)
SPOKEN_CLOCK = re.compile(rf"\b(?:{WORD})\s?(?:[ap]\.?m\b\.?|o'clock\b)", re.IGNORECASE)  # nine o'clock
# "nine o'clock", "ten p.m.": looked for before the costlier expression.
SAYS_CLOCK = re.compile(r"\s[ap]\.?m\b|o'clock", re.IGNORECASE)
BEFORE = r"(?<![\w$€£.,/-])"
COMPILED: tuple[tuple[re.Pattern[str], Resolve, tuple[str, ...]], ...] = (
    *(
        (re.compile(BEFORE + pattern if not pattern.startswith("(?:(?<=") else pattern), resolve, ())
        for pattern, resolve in AS_WRITTEN
    ),
    *((re.compile(f"{BEFORE}(?:{pattern})", re.IGNORECASE), resolve, needed) for pattern, resolve, needed in ANY_CASE),
)

# "2000 year old", "1500 votes": four digits with a unit are a count, unless "in", "the" or the like stands before.
COUNTED_UNIT = re.compile(
    r"[ -](?:years?|days?|hours?|meters?|metres?|miles?|feet|points|people|votes|jobs|tons?|tonnes|square|sq|acres"
    r"|hectares|dollars|euros|(?:kilo|mega|giga)?(?:watts?|volts?|grams?|bytes)|[kmMG]W|litres?|liters?|barrels|degrees|kcal"
    r"|calories|kilomet(?:re|er)s?|kg|km|mm|cm)\b"
)
# "a survey of 1709 schoolchildren": four digits with a plural noun are a count, unless the words before make a year of them.
COUNTED_PLURAL = re.compile(
    r"\s(?:(?:[a-z]+\s)?[a-z]{3,}(?<!ss)s\b(?!\s(?:of|in|was|is))(?<!\slevels)(?<!\sprices)(?<!\sfigures)(?<!\sstandards)|schoolchildren\b|children\b|men\b|women\b)"
    r"(?<!\swas)(?<!\sis)(?<!\shas)(?<!\sas)(?<!\ssees)(?<!\sits)(?<!\sthis)(?<!\sbegins)(?<!\sstarts)(?<!\sends)(?<!\sshows)(?<!\sremains)"
)
# "in [2014]", "the [2014] protests", "since [1990] levels", "([2014]"
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|from|until|till|the|and|to|year|early|late|mid-?|between|during|before|after|a|an|its|their|his|her|our|for|back|around|than"
    r"|summer|winter|spring|autumn|fall|through)\s$|[(,/]\s?$|^$|[-–]$"
)

# Days without a year that lie ahead, and how far the next such day or month is.
COMING: dict[Resolve, Callable[[Days], Days]] = {
    to.a_date: days.next_year,
    to.a_month: days.next_year,
    to.a_weekday: days.next_week,
}
WILL = (
    r"(?:will|shall|[a-z]+['’]ll|(?:is|are) (?:to|due|expected|scheduled|set|planned|likely)"
    r"|(?:due|scheduled|plans?|planned|going|set|expected) (?:to|for|on))"
)
# "said on Friday that it will": the time is of what was said
SAID = re.compile(r"\b(?:said|told|announced|agreed|reported|decided|was|were|had|did)\b[^.;!?]*$", re.IGNORECASE)
# "will vote on [2 April]", "is due to open in [October]", and nothing past between
WILL_BEFORE = re.compile(
    rf"\b{WILL}\b(?![^.;!?]*\b(?:said|told|announced|agreed|reported|decided|was|were|had|did|since|after)\b)[^.;!?]*$",
    re.IGNORECASE,
)
# "On [2 April] the council will vote"
WILL_AFTER = re.compile(rf",?\s(?:[\w’']+\s){{0,5}}{WILL}\b", re.IGNORECASE)

# These need a month's name; most paragraphs have none.
A_MONTH = re.compile(MONTH)
OF_MONTHS = frozenset({to.to_month, to.month_to_month, to.a_date, to.a_month})
FOUR_DIGITS = re.compile(r"\d{4}")
OF_YEARS = frozenset({to.year_to_year, to.a_decade, to.a_year})


def times_in(text: str, published: date | None) -> tuple[Time, ...]:
    """Every expression of time in a paragraph, none overlapping another, in order."""
    kept: list[Time] = []
    for time in sorted(_all(text, published), key=lambda t: (t.start, -t.end)):
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return tuple(with_edge(text, time, published) if time.period else time for time in kept)


def with_edge(text: str, time: Time, published: date | None) -> Time:
    """A time with "since", "by" or "the end of" in front of it."""
    start, meant = opened(text, time.start, time.days, published)
    return time if start == time.start else Time(start, time.end, meant)


def _all(text: str, published: date | None) -> Iterator[Time]:
    clocks = (*CLOCK.finditer(text), *(SPOKEN_CLOCK.finditer(text) if SAYS_CLOCK.search(text) else ()))
    yield from (Time(m.start(), m.end(), period=False) for m in clocks)
    lower, no_month, no_year = text.lower(), A_MONTH.search(text) is None, FOUR_DIGITS.search(text) is None
    for pattern, resolve, needed in COMPILED:
        if (no_month and resolve in OF_MONTHS) or (no_year and resolve in OF_YEARS):
            continue
        if needed and not any(word in lower for word in needed):
            continue
        for match in pattern.finditer(text):
            if not counted_year(text, match):
                found = resolve(match, published)
                ahead = resolve in COMING and is_ahead(text, match, found, published)
                yield Time(match.start(), match.end(), COMING[resolve](found) if ahead else found)


def is_ahead(text: str, match: re.Match[str], found: Days, published: date | None) -> bool:
    """Whether a day or month without a year is the coming one: "will vote on 2 April", "is to start in October"."""
    if not (published and found.end and found.end <= published) or match.groupdict().get("y"):
        return False
    before, after = text[max(0, match.start() - 90) : match.start()], text[match.end() : match.end() + 60]
    return bool(WILL_BEFORE.search(before) or (WILL_AFTER.match(after) and not SAID.search(before)))


def counted_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a count and no year: "2000 year old", "1709 schoolchildren", but "the 2014 protests"."""
    if not re.fullmatch(YEAR, match[0]):
        return False
    before = text[max(0, match.start() - 16) : match.start()].lower()
    if int(match[0]) < 1900 and re.search(
        r"\b(?:average of|total of|more than|nearly|about|at least|some|up to|up by)\s$", before
    ):
        return True
    if COUNTED_UNIT.match(text, match.end()):
        return not re.search(r"\b(?:in|since|by|of|until|for)\s$", before)
    return not YEAR_BEFORE.search(before) and bool(COUNTED_PLURAL.match(text, match.end()))
