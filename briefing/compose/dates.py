"""ISO dates and periods as a note prints them."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta

_PATTERN = re.compile(r"d+|o|M+|y+")


def day(iso: str) -> date | None:
    """The day of an ISO date or date and time; None where there is none."""
    try:
        return datetime.fromisoformat(iso).date()
    except ValueError:
        return None


def clock(iso: str) -> str:
    """The time of an ISO date and time as "12:19"; "" where none is given."""
    found = re.search(r"T(\d\d:\d\d)", iso)
    return found[1] if found else ""


def printed(iso: str, pattern: str = "d MMMM y") -> str:
    """An ISO date in the house's pattern (d, dd, o for 1st, M, MM, MMM, MMMM, y); the text itself where it is no date."""
    when = day(iso)
    if when is None:
        return iso
    parts = {
        "d": str(when.day),
        "dd": f"{when.day:02}",
        "o": f"{when.day}{_ending(when.day)}",
        "M": str(when.month),
        "MM": f"{when.month:02}",
        "MMM": calendar.month_abbr[when.month],
        "MMMM": calendar.month_name[when.month],
        "y": str(when.year),
    }
    return _PATTERN.sub(lambda part: parts.get(part[0], str(when.year) if part[0][0] == "y" else part[0]), pattern)


def _ending(number: int) -> str:
    return "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def moment(iso: str, pattern: str) -> str:
    """An ISO date and time in the house's pattern: "29 November 2022, 12:19"."""
    return ", ".join(part for part in (printed(iso, pattern), clock(iso)) if part)


def label(start: str, end: str, pattern: str) -> str:
    """A resolved period in its shortest exact form: "2021", "Jan–Sep 2022", "28 November 2022"; "" where the start is open."""
    first, last = day(start), day(end)
    if first is None:
        return ""  # "to date" resolves to no more than the day of the article
    if last is None:
        return f"from {printed(start, pattern)}"
    if first == last:
        return printed(start, pattern)
    return _months(first, last) or f"{printed(start, pattern)} – {printed(end, pattern)}"


def _months(first: date, last: date) -> str:
    """The label of a run of whole months, "" where the ends are not those of months."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return ""
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{calendar.month_name[first.month]} {first.year}"
    ends = calendar.month_abbr[first.month], calendar.month_abbr[last.month]
    if first.year == last.year:
        return f"{ends[0]}–{ends[1]} {first.year}"
    return f"{ends[0]} {first.year} – {ends[1]} {last.year}"


def with_label(words: str, start: str, end: str, pattern: str) -> str:
    """A period in the source's words, and what they resolve to in brackets where that says more: "last year [2021]"."""
    resolved = label(start, end, pattern)
    said = re.findall(r"\w+", words.casefold())
    missing = [part for part in re.findall(r"\w+", resolved.casefold()) if not any(word.startswith(part) for word in said)]
    if not missing:
        return words
    year = resolved.rsplit(" ", 1)[-1]
    return f"{words} [{year}]" if missing == [year] else f"{words} [{resolved}]"
