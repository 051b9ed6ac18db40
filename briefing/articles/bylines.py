"""Who wrote an article, as its byline or the newsroom's note under it says; editors and photographers are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.assets import words

_NAMES = re.compile(r"\s*(,|;|\n|\band\b|&|\|)\s*")
_WORDS_BEFORE_BY = r"(?:[A-Za-z]+\s+){0,4}?"
# "Reporting by …; Additional reporting by …, editing by …": each "by" begins a clause, with what stands before it.
_CLAUSE = re.compile(rf"(?:^|[;,.]\s*|\band\s+|\s[-–—]\s*)({_WORDS_BEFORE_BY}by)\b:?\s*", re.IGNORECASE)
_PLACE = re.compile(
    r"\s+(?:in|for|at|from|of|with|reporting)\s+|(?<=\w\w\w)\.\s+|\s*\(|\s+[-–—]\s|\s+@|\s+(?=\d)"
    r"|\s+(?i:published|updated|posted)\b"
)
_LAST_BRACKET = re.compile(r"\(([^()]{8,400})\)\W*$")
_PROPER = r"[A-ZÀ-ÖØ-Þ][\w&’'-]*(?:\.\w+)*"
# "© 2019 Associated Press. All rights reserved" · "Copyright 2024 by The Courier" · "This report by The Canadian Press was"
_PUBLISHER = re.compile(
    rf"(?:(?:©|\([Cc]\)|\b(?i:copyright)\b)[\s©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s+)?(?:by\s+)?"
    rf"|^(?i:this (?:report|story|article) by)\s+)(?P<name>{_PROPER}(?:\s(?:{_PROPER}|&|of|the|and|for)){{0,5}})"
)
_RIGHTS = re.compile(r"\s+(?:All\b.*|and|of|the|for|&)$|\s+(?:Ltd|Limited|Inc|LLC|plc|Plc|PLC)$")
_AROUND = " \t\n.,:;=()[]*–—-_/"
_LONGEST_NOTE = 45  # words
_MOST_WORDS = 5  # of a person's name


def byline_names(byline: str) -> tuple[str, ...]:
    """The writers named in a byline, without offices, outlets and places; none if it begins with no person."""
    first, *parts = _CLAUSE.split(byline.strip(_AROUND))
    return tuple(dict.fromkeys((*_names(first), *_writers(parts))))


def writers(note: str) -> tuple[str, ...]:
    """The writers named in a newsroom's note: «Written by …», «(Reporting by …; Editing by …)», «By …»."""
    bare = note.strip(_AROUND)
    if len(bare.split()) > _LONGEST_NOTE or _CLAUSE.match(bare) is None:
        return ()
    return tuple(dict.fromkeys(_writers(_CLAUSE.split(bare)[1:])))


def _writers(parts: list[str]) -> Iterator[str]:
    """The persons in clauses of writers; parts are roles («Written by») and what follows them in turn."""
    for role, people in zip(parts[::2], parts[1::2], strict=True):
        what = " ".join(role.casefold().split()[:-1])
        if not what or what in words("writers-credits"):
            yield from _names(people)


def _names(people: str) -> list[str]:
    """The persons in a list of names; nobody if it begins with something else."""
    pieces = _NAMES.split(re.split(r"\s*\|\s*", people)[0])
    names: list[str] = []
    for piece, mark in zip(pieces[::2], ["", *pieces[1::2]], strict=True):
        name = _without_agency(_PLACE.split(piece.strip())[0].strip(_AROUND))
        if _is_person(name) and not (names and mark in (",", "\n") and _is_office(name, names[0])):
            names.append(name)
        elif not names and name:
            return []
    return names


def closing_note(paragraph: str) -> str:
    """The bracket at the end of a last paragraph, in which agencies name their people."""
    bracket = _LAST_BRACKET.search(paragraph)
    return bracket[1] if bracket else ""


def publisher(note: str) -> str:
    """The outlet that a newsroom's note names as the owner of the text: «© 2019 Associated Press. All rights reserved»."""
    found = _PUBLISHER.search(note)
    return _RIGHTS.sub("", found["name"]) if found else ""


def _is_person(name: str) -> bool:
    """Two to five words that begin with capitals, small words of names apart, and no known agency."""
    parts = name.split()
    if not 2 <= len(parts) <= _MOST_WORDS or is_agency(name) or re.search(r"[\d@/]", name):
        return False
    if parts[0].casefold() in _STAFF and parts[-1].casefold().removesuffix("s") in words("role-nouns"):
        return False
    particles = words("name-particles")
    return parts[-1][0].isupper() and all(part[0].isupper() or part.casefold() in particles for part in parts)


def _is_office(piece: str, first: str) -> bool:
    """Whether what follows a name after a comma is its office or outlet: «Press Association Political Correspondent»."""
    parts = piece.casefold().split()
    holds_body = any(part in words("organisation-nouns") or part in _PRESS for part in parts)
    return holds_body or parts[-1] in words("role-nouns") or (piece.isupper() != first.isupper())


def _without_agency(name: str) -> str:
    """«JANE DOE Associated Press» → «JANE DOE»."""
    parts = name.split()
    cut = next((at for at in range(2, len(parts)) if is_agency(" ".join(parts[at:]))), len(parts))
    return " ".join(parts[:cut])


_STAFF = frozenset(("staff", "our", "special", "web", "desk", "senior", "online", "newsroom"))  # «Staff Reporter» is nobody
_PRESS = frozenset(("press", "news", "times", "post", "staff", "today", "correspondents", "media", "international"))


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency."""
    return name.casefold() in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(agency.casefold() for agency in words("agencies"))
