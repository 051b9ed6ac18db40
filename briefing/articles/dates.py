"""Dates as articles print them, and lines that hold nothing else."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# "29 November 2022" · "November 29, 2022" · "2022-11-29" · "29.11.2022"; month first or day first in "10/13/2024".
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_DAY}[ \u00a0]+(?:of )?{_MONTH},?[ \u00a0]+{_YEAR}\b",
        rf"\b{_DAY}-{_MONTH}-{_YEAR}\b",
        rf"\b{_MONTH}[ \u00a0]+{_DAY},?[ \u00a0]+{_YEAR}\b",
        rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?=\D|T|$)",
        rf"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.{_YEAR}\b",
        rf"\b(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)/{_YEAR}\b",
    )
)
_TIME = re.compile(
    r"T?\b\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|h|Z)?(?:\s*\(?[+-]\d\d:?\d\d\)?)?"
    r"|\b\d{1,2}\s*[ap]\.?m\b\.?|\b\d{4}\s*(?=GMT|UTC)",
    re.IGNORECASE,
)
# What stands around a date in a date line: weekdays, time zones, labels.
_AROUND = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b(?:GMT|UTC|BST|CES?T|EES?T|E[SD]?T|P[SD]?T|C[SD]T|M[SD]T|MSK|JST|KST|HKT|SGT|IST|AE[SD]T|WIB|SAST|WAT|EAT|PKT|NZ[SD]T|Z)\b"
    r"|\b(?:first published|published|publication date|updated?|last updated|last modified|modified|posted|created)\b"
    r"|\b(?:release date|released|issued|date|time|local time|hrs|on|at|of|by|from)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\s,;:|·•/()\[\]–—.\-@+]+")


def find_date(text: str) -> tuple[str, str] | None:
    """The first date of a text as ISO date and as printed, or None."""
    matches = (match for form in _FORMS for match in form.finditer(text))
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        iso = _iso(match.groupdict())
        if iso:
            return iso, match.group()
    return None


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and, but for weekday, time, zone and labels, nothing else."""
    if len(line) > 160 or find_date(line) is None:
        return False
    for form in (*_FORMS, _TIME, _AROUND, _MARKS):
        line = form.sub(" ", line)
    return len(line.split()) <= 1


def _iso(groups: dict[str, str | None]) -> str:
    year = int(groups["year"] or 0)
    if groups.get("first"):
        first, second = int(groups["first"] or 0), int(groups["second"] or 0)
        month, day = (second, first) if first > 12 else (first, second)
    else:
        name = groups["month"] or ""
        month, day = MONTHS.get(name.lower()) or int(name), int(groups["day"] or 0)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
