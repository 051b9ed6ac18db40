"""Dates as ranges of days: what "last year", "the third quarter" or "Friday" mean for an article's date."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
PLAUSIBLE = (1500, 2199)  # years; sums with days outside would leave the calendar
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Days:
    """A range of days, both ends in it; None is an open or unknown end."""

    start: date | None = None
    end: date | None = None


UNKNOWN = Days()


def published_on(printed: str) -> date | None:
    """The day of an ISO date or date and time; None where it is no such thing or no plausible one."""
    try:
        found = date.fromisoformat(printed[:10])
    except ValueError:
        return None
    return found if PLAUSIBLE[0] <= found.year <= PLAUSIBLE[1] else None


def month_number(word: str) -> int:
    """1 for "January", "Jan" and "Jan."; 0 for no month."""
    short = word.strip(".").lower()[:3]
    return next((n for n, name in enumerate(MONTHS, 1) if name.startswith(short)), 0) if len(short) == 3 else 0


def year(number: int) -> Days:
    """A calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31)) if 1 <= number <= 9999 else UNKNOWN


def months(number: int, first: int, last: int) -> Days:
    """From the first day of one month of a year to the last day of another."""
    return Days(date(number, first, 1), month_end(number, last))


def month_end(number: int, month: int) -> date:
    """The last day of a month."""
    return date(number, month, calendar.monthrange(number, month)[1])


def month(number: int, which: int) -> Days:
    """One month."""
    return months(number, which, which)


def quarter(number: int, which: int) -> Days:
    """A quarter of a calendar year."""
    return months(number, 3 * which - 2, 3 * which)


def day(number: int, which: int, of_month: int) -> Days:
    """One day; unknown where there is no such day."""
    try:
        found = date(number, which, of_month)
    except ValueError:
        return UNKNOWN
    return Days(found, found)


def one_day(found: date) -> Days:
    """A range of one day."""
    return Days(found, found)


def latest_month(which: int, today: date) -> int:
    """The year of the last such month that has begun."""
    return today.year if which <= today.month else today.year - 1


def latest_weekday(which: int, today: date) -> date:
    """The last such day of the week, today in it; Monday is 0."""
    return today - timedelta(days=(today.weekday() - which) % 7)


def shifted_month(today: date, by: int) -> Days:
    """The month so many months away."""
    place = today.year * 12 + today.month - 1 + by
    return month(place // 12, place % 12 + 1)


def shifted_week(today: date, by: int) -> Days:
    """The week from Monday to Sunday so many weeks away."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=by)
    return Days(monday, monday + timedelta(days=6))


def shifted_quarter(today: date, by: int) -> Days:
    """The quarter so many quarters away."""
    place = today.year * 4 + (today.month - 1) // 3 + by
    return quarter(place // 4, place % 4 + 1)


def next_year(found: Days) -> Days:
    """The same day or month a year on; 29 February is followed by the 28th."""
    return Days(*(same_day(d, d.year + 1) if d else None for d in (found.start, found.end)))


def same_day(found: date, number: int) -> date:
    """A day in another year, at a month's end its end."""
    last = calendar.monthrange(number, found.month)[1]
    ends = found.day == calendar.monthrange(found.year, found.month)[1]
    return date(number, found.month, last if ends else min(found.day, last))


def next_week(found: Days) -> Days:
    """The same day a week on."""
    return Days(*(d + timedelta(weeks=1) if d else None for d in (found.start, found.end)))


def back(today: date, count: float, unit: str) -> Days:
    """The stretch of days up to today: "the past five years"."""
    lengths = {"day": 1.0, "week": 7.0, "month": 30.44, "quarter": 91.31, "year": 365.25, "decade": 3652.5}
    length = count * lengths.get(unit, 0.0)
    return Days(today - timedelta(days=round(length)), today) if 0 < length < 300_000 and length < today.toordinal() else UNKNOWN
