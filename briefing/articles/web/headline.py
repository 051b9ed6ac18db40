"""Which of a page's titles its article goes by: a vote of what is printed, the structured data and the preview for others.

Where the publisher gives those who link to the page the printed headline in fewer words, these are the title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.articles.web.folding import fold

PRINTED = "the page's printed headline"
STRUCTURED = "the page's data for search engines (JSON-LD)"
PREVIEW = "the page's title for those who link to it (og:title)"
WINDOW = "the page's title in the browser's tab"
# Two places outvote one; between single ones the page's own print wins. The window's title repeats one of the others and
# only breaks ties.
_WEIGHTS = {PRINTED: 1.0, STRUCTURED: 0.95, PREVIEW: 0.9, WINDOW: 0.04}
RELATED = 0.4  # of the words of two titles of one article, however they are worded
_SAME_WORDING = 0.8  # of the words of a title and its shortened form; a teaser or a title for search engines shares fewer
_CUT = 90  # characters; after more than these, publishing systems cut titles short


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title and where it stands, in words."""

    text: str
    place: str


def headline(candidates: Sequence[Candidate]) -> Candidate | None:
    """The headline among a page's titles, or None; between equals the one that comes first.

    A printed headline that no other place knows is a section's, or another story's.
    """
    titles = [candidate for candidate in candidates if len(fold(candidate.text).split()) >= 2]
    others = [title for title in titles if title.place != PRINTED]
    related = [title for title in titles if title in others or any(likeness(title.text, o.text) >= RELATED for o in others)]
    voted = max(related or titles, key=lambda title: _votes(title, titles), default=None)
    return next((title for title in titles if voted and title.place == PREVIEW and _shortens(title.text, voted.text)), voted)


def _shortens(preview: str, title: str) -> bool:
    """Whether a title for others is the headline in fewer words, and nothing else."""
    return len(fold(preview).split()) < len(fold(title).split()) and likeness(preview, title) >= _SAME_WORDING


def likeness(one: str, other: str) -> float:
    """How many of their words two titles share, 0 to 1 (Dice's coefficient)."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _votes(title: Candidate, titles: Sequence[Candidate]) -> float:
    return sum(_WEIGHTS[place] for place in {other.place for other in titles if _same(title.text, other.text)})


def _same(one: str, other: str) -> bool:
    """Whether two titles are the same but for marks and case, or one is the other cut short."""
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    return shorter == longer or (len(shorter) >= _CUT and longer.startswith(shorter))
