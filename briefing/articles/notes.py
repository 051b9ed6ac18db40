"""What newsrooms write under an article: who wrote and edited it, whose it is, that it ends."""

from __future__ import annotations

import re

from briefing.articles.bylines import is_agency, writers
from briefing.articles.phrases import begins, is_whole

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'.-]+(?:\s(?:de|van|von|der|den|al|bin|la|le|el|da|di|[A-ZÀ-ÖØ-Þ][\w’'.-]*)){0,3}"
_NAMES = rf"{_NAME}(?:(?:,|,? and|;)\s{_NAME}){{0,4}}"
_NOTES = tuple(
    re.compile(form)
    for form in (
        rf"[-–—*(]*{_NAMES}(?:,? in [A-Z][\w .]+)?,? (?:also )?contributed(?: reporting|\.|\)| to this)",  # Jane Doe contributed
        rf"[-–—*(]*{_NAME} reported from [A-Z]",  # Doe reported from Paris
        rf"[-–—*(]*(?i:follow) {_NAME} (?:on|at|via) (?:Twitter|X|Facebook|Instagram|Threads|Bluesky|LinkedIn)\b",
        r"[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,4}(?:-[a-z]{2,4})?){1,3}$",  # bur-al/be: the initials of those who worked on it
    )
)
_MARKS = " \t\u00a0.()[]/*–—-"


def is_note(paragraph: str) -> bool:
    """Whether a paragraph near the end of a text is a newsroom's note; its length is not looked at."""
    return begins("tail-start", paragraph) or is_sign_off(paragraph) or any(note.match(paragraph) for note in _NOTES)


def is_sign_off(paragraph: str) -> bool:
    """Whether a paragraph does nothing but end the text («ENDS», «(ANI)», «– Reuters») or name those who wrote it."""
    return is_whole("tail-whole", paragraph) or is_agency(paragraph.strip(_MARKS)) or bool(writers(paragraph))
