"""Names for new files, made from what a note is about."""

from __future__ import annotations

import re

from briefing.brief import Brief

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')  # what Windows, the strictest, refuses
_LONGEST = 60  # characters


def file_name(brief: Brief, suffix: str) -> str:
    """A file name that says what the note is about."""
    titles = [source.article.title for source in brief.sources]
    about = brief.header.subject or brief.header.title or next(filter(None, titles), "") or "Briefing note"
    plain = " ".join(_FORBIDDEN.sub(" ", about).split()).strip(". ")
    return f"{_cut(plain) or 'Briefing note'}{suffix}"


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;–-")
