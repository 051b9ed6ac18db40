"""Which days an expression of time means, for an article's date: one small function for each kind of expression.

Each takes the match of its pattern in ``times`` and the day on which the article was published, if that is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from briefing.analysis.figures import days
from briefing.analysis.figures.days import UNKNOWN, Days
from briefing.analysis.figures.spelled import word_values

Resolve = Callable[[re.Match[str], date | None], Days]

YEAR = r"(?:1[5-9]\d\d|2[01]\d\d)"
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
LOOSE_COUNTS = {"few": 3.0, "several": 5.0, "couple of": 2.0, "": 1.0}
STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def counted(printed: str) -> float:
    """The value of a count in digits or words; "few" is three."""
    low = printed.lower()
    return float(low) if low.isdigit() else LOOSE_COUNTS.get(low, word_values("unit", "ten").get(low, 0.0))


def year_meant(printed: str | None, published: date | None) -> int:
    """The year of "of 2022", "of this year", "of last year", "of the year"; 0 where unknown."""
    found = re.search(YEAR, printed or "")
    if found:
        return int(found[0])
    if published is None:
        return 0
    return published.year - 1 if re.search(r"\b(?:last|previous)\b", printed or "") else published.year


def this_day(_match: re.Match[str], published: date | None) -> Days:
    """«today»."""
    return days.one_day(published) if published else UNKNOWN


def first_months(match: re.Match[str], published: date | None) -> Days:
    """«first 9 months of this year»."""
    number, count = year_meant(match["of"], published), int(counted(match["n"]))
    return days.months(number, 1, count) if number and 1 <= count <= 12 else UNKNOWN


def a_quarter(match: re.Match[str], published: date | None) -> Days:
    """«third quarter of 2022», «Q3»."""
    which = NTH.get((match["nth"] or "").lower(), 0) or int(match["q"] or 0)
    number = year_meant(match["of"], published)
    return days.quarter(number, which) if number and 1 <= which <= 4 else UNKNOWN


def a_half(match: re.Match[str], published: date | None) -> Days:
    """«first half of 2022», «H1»."""
    number = year_meant(match["of"], published)
    if not number:
        return UNKNOWN
    second = (match["nth"] or "").lower() == "second" or match["h"] == "2"
    return days.months(number, 7, 12) if second else days.months(number, 1, 6)


def month_to_month(match: re.Match[str], published: date | None) -> Days:
    """«between July 2003 and December 2004», «January-September 2022», «between May and October»."""
    first, last = days.month_number(match["a"]), days.month_number(match["b"])
    end = int(match["by"]) if match["by"] else days.latest_month(last, published) if published else 0
    if not (end and first and last):
        return UNKNOWN
    start = int(match["ay"]) if match["ay"] else end - (first > last)
    return Days(date(start, first, 1), days.month_end(end, last))


def year_to_year(match: re.Match[str], _published: date | None) -> Days:
    """«from 2004 to 2009», «2019-20»."""
    first, last = int(match["a"]), match["b"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Days(date(first, 1, 1), date(end, 12, 31)) if first < end else UNKNOWN


def a_date(match: re.Match[str], published: date | None) -> Days:
    """«May 18, 2015», «November 28»."""
    which, of_month = days.month_number(match["m"]), int(re.sub(r"\D", "", match["d"]))
    number = int(match["y"]) if match["y"] else days.latest_month(which, published) if published else 0
    return days.day(number, which, of_month) if number else UNKNOWN


def a_month(match: re.Match[str], published: date | None) -> Days:
    """«October 2019», «in June»: without a year the last such month that has begun."""
    which = days.month_number(match["m"])
    number = int(match["y"]) if match["y"] else days.latest_month(which, published) if published else 0
    return days.month(number, which) if number else UNKNOWN


def a_year(match: re.Match[str], _published: date | None) -> Days:
    """«2021»."""
    return days.year(int(match["y"]))


def a_decade(match: re.Match[str], _published: date | None) -> Days:
    """«1990s»."""
    first = int(match["y"])
    return Days(date(first, 1, 1), date(first + 9, 12, 31))


def relative(match: re.Match[str], published: date | None) -> Days:
    """«last year», «this month», «next week»."""
    if published is None:
        return UNKNOWN
    by = STEPS[match["which"].lower()]
    stretches: dict[str, Days] = {
        "year": days.year(published.year + by),
        "month": days.shifted_month(published, by),
        "week": days.shifted_week(published, by),
        "quarter": days.shifted_quarter(published, by),
        "decade": days.back(published, 10, "year"),
    }
    return stretches.get(match["unit"].lower(), days.one_day(published + timedelta(days=by)))


def stretch(match: re.Match[str], published: date | None) -> Days:
    """«the past 30 days», «in the last decade»; a stretch to come is left open."""
    if published is None or match["which"].lower() in ("next", "coming"):
        return UNKNOWN
    return days.back(published, counted(match["n"] or ""), match["unit"].lower())


def to_month(match: re.Match[str], published: date | None) -> Days:
    """«the year to June», «the 12 months ended March 2023»."""
    which = days.month_number(match["m"])
    number = int(match["y"]) if match["y"] else days.latest_month(which, published) if published else 0
    count = 12 if match["unit"].lower() == "year" else int(counted(match["n"] or ""))
    if not number or not which or not 1 <= count <= 36:
        return UNKNOWN
    place = number * 12 + which - count
    return Days(date(place // 12, place % 12 + 1, 1), days.month_end(number, which))


def a_weekday(match: re.Match[str], published: date | None) -> Days:
    """«Friday»: the last one."""
    which = days.WEEKDAYS.index(match["w"].lower())
    return days.one_day(days.latest_weekday(which, published)) if published else UNKNOWN


def next_to_today(match: re.Match[str], published: date | None) -> Days:
    """«yesterday», «last night», «tomorrow»."""
    by = 1 if match[0].lower() == "tomorrow" else -1
    return days.one_day(published + timedelta(days=by)) if published else UNKNOWN


def until_now(match: re.Match[str], published: date | None) -> Days:
    """«to date», «so far this year»."""
    start = date(published.year, 1, 1) if published and "year" in match[0].lower() else None
    return Days(start, published)


def unresolved(_match: re.Match[str], _published: date | None) -> Days:
    """A fiscal year's days differ by country, a season's by sport: only the words are given."""
    return UNKNOWN
