"""Datelines: «ASTANA. KAZINFORM - », «MOSCOW, January 21. /TASS/.», «LONDON (Reuters) -», «NEW DELHI:», «(AP) — »."""

from __future__ import annotations

import re
from functools import cache

from briefing.articles.dates import MONTHS
from briefing.assets import words
from briefing.model import Dateline, Span

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ]"
_WORD = rf"(?:St\.|(?:de|del|la|el|al|es|of|and|am|an|der|upon|on)|{_CAPITAL}[\w’'.-]*)"
_PLACE = rf"(?P<place>{_CAPITAL}[\w’'-]*\.?(?:[ /-]{_WORD}){{0,4}}?)"
_REGION = rf"(?:, ?(?:{_CAPITAL}[\w’'.]*(?: {_CAPITAL}[\w’'.]*){{0,3}}))?"
_MONTHS = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = rf"(?:,? \(?(?:(?i:{_MONTHS})\.? \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} (?i:{_MONTHS})\.?(?:,? \d{{4}})?)\)?)"
_DASH = r"(?:\s?(?:--|[-–—])\s?)"
_BARE_DATE = rf"(?:(?i:{_MONTHS})\.? \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} (?i:{_MONTHS})\.?(?:,? \d{{4}})?)"
_AGENCY_NAME = r"(?P<agency>[A-Zd][\w .&’'/-]{1,40}?)"
_BEGINS = rf"(?=[“\"‘']?(?:{_CAPITAL}|\d))"
# Each form ends where the sentence begins; the comment shows one of each.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_PLACE}{_REGION}{_DATE}?,? ?\({_AGENCY_NAME}\){_DATE}?\s?(?:{_DASH}|:)\s*",  # LONDON, Aug 29, 2014 (AFP) -
        rf"{_PLACE}{_REGION}{_DATE}?[.,]? /{_AGENCY_NAME}/\.?{_DASH}?\s*",  # MOSCOW, January 21. /TASS/.
        rf"{_PLACE}{_REGION}{_DASH}\({_AGENCY_NAME}\)\s?{_DASH}\s*",  # BOSTON -- (BUSINESS WIRE) --
        rf"{_PLACE}{_REGION}\. (?:{_BARE_DATE}\. )?{_AGENCY_NAME}{_DASH}\s*",  # ASTANA. KAZINFORM -
        rf"{_BARE_DATE}, {_PLACE}{_REGION}{_DASH}\s*",  # 29 November 2022, Geneva —
        rf"{_PLACE}{_REGION}{_DASH}{_BARE_DATE}{_DASH}\s*",  # GENEVA - November 29, 2022 -
        rf"{_PLACE}{_REGION}{_DATE} ?(?:{_DASH}|:)\s*",  # NEW YORK, Nov. 7 —
        rf"{_PLACE}{_REGION}{_DASH}\s*(?=\W?{_CAPITAL}|\W?\d)",  # WASHINGTON — NASA
        rf"{_PLACE}{_REGION}: (?=\W?{_CAPITAL}|\W?\d)",  # NEW DELHI:
    )
)
# So loose that only the name of a known agency makes a dateline of them.
_LOOSE_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_PLACE}(?:{_REGION}{_DATE})?, {_AGENCY_NAME}(?:{_DASH}\s*|\s+{_BEGINS})",  # Tehran, IRNA –
        rf"{_PLACE}{_REGION}{_DATE} \({_AGENCY_NAME}\)\s+{_BEGINS}",  # Taipei, Nov. 17 (CNA)
        rf"\({_AGENCY_NAME}\)\s?{_DASH}\s*",  # (Reuters) -
    )
)
_LONGEST = 100
_NO_PLACES = frozenset(("file", "watch", "video", "exclusive", "update", "updated", "analysis", "opinion", "breaking", "live"))


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline at the head of a paragraph, its span counted from the paragraph's start; or None."""
    head = paragraph[: _LONGEST + 20]
    for form in (*_LOOSE_FORMS, *_FORMS):
        match = form.match(head)
        if match and match.end() <= _LONGEST and _credible(match, loose=form in _LOOSE_FORMS):
            agency = match.groupdict().get("agency") or ""
            return Dateline(Span(0, match.end()), (match.groupdict().get("place") or "").strip(" .-"), agency.strip())
    return None


def _credible(match: re.Match[str], *, loose: bool) -> bool:
    """A known agency vouches for any place; another one or a date for a place in capitals; without one it must be known."""
    agency = match.groupdict().get("agency")
    place = (match.groupdict().get("place") or "").strip(" .-")
    if loose and (agency or "").strip() not in words("agencies"):
        return False
    if not place:
        return True
    if not place[0].isupper() or place.split()[0].casefold() in _NO_PLACES:
        return False
    if agency is not None and agency.strip() in words("agencies"):
        return True
    known = place.casefold() in _cities()
    capitals = place.isupper() and len(place) > 2
    if agency is not None:
        return known or capitals
    dated = any(character.isdigit() for character in match.group())
    return known or (capitals and (dated or "," in match.group()))


@cache
def _cities() -> frozenset[str]:
    return frozenset(city.casefold() for city in words("cities"))
