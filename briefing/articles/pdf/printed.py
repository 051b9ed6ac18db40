"""Web pages printed to PDF: which of their paragraphs are the article, among menus, teasers and links to other stories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.articles.bylines import is_agency
from briefing.articles.dates import is_date_line
from briefing.articles.notes import is_note
from briefing.articles.pdf.paragraphs import Paragraph
from briefing.articles.structure import is_byline

_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’»'“)\]]*$")
_PROSE = 12  # words
_SAME_SIZE = 0.06
_APART = 10  # paragraphs between two of prose; with more, the second is another story's
_ABOVE = 10  # short lines between the headline and the first paragraph of prose; more of them are a menu
_SHORT = 8  # words
_MENU = 10  # short lines outside; with fewer it is no printed page with menus, and all of it counts
_NOTES = 4  # paragraphs after the last of prose in which the newsroom's notes stand


@dataclass(frozen=True, slots=True)
class Printed:
    """The place of the headline among the paragraphs (-1 for none), and the places of what is not the article's."""

    title: int
    furniture: frozenset[int]


def printed_article(whole: Sequence[Paragraph], texts: Sequence[str], body: int) -> Printed | None:
    """Where the article stands in a printed page; None if the page has no menus around it. ``body`` is the size of its type."""
    prose = [i for i, text in enumerate(texts) if _is_prose(whole[i], text, body)]
    story = max(_clusters(prose), key=lambda run: sum(len(texts[i]) for i in run), default=[])
    if not story:
        return None
    first, last = story[0], story[-1]
    title = _title(whole, texts, first)
    begin = first if title < 0 else title
    after = {i for i in range(last + 1, min(len(texts), last + 1 + _NOTES)) if is_note(texts[i])}
    outside = {i for i in range(len(texts)) if i < begin or (i > last and i not in after)}
    if sum(len(texts[i].split()) <= _SHORT for i in outside) < _MENU:
        return None
    return Printed(title, frozenset(outside | {i for i in range(begin + 1, first) if not _is_about(texts[i])}))


def _is_prose(paragraph: Paragraph, text: str, body: int) -> bool:
    same = paragraph.row is None and abs(paragraph.size - body) <= max(0.6, _SAME_SIZE * body)
    return same and len(text.split()) >= _PROSE and _ENDS_SENTENCE.search(text) is not None and not is_note(text)


def _clusters(prose: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for place in prose:
        if run and place - run[-1] > _APART:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _title(whole: Sequence[Paragraph], texts: Sequence[str], first: int) -> int:
    """The paragraph in the largest type not far above the first one of prose; of equals the nearest; -1 for none."""
    larger, short = [], 0
    for i in range(first - 1, -1, -1):
        count = len(texts[i].split())
        if whole[i].row is None and 3 <= count <= 40 and whole[i].size > 1.15 * whole[first].size:
            larger.append(i)
        short += count <= _SHORT
        if short > _ABOVE:
            break
    return max(larger, key=lambda i: (round(whole[i].size), i), default=-1)


def _is_about(text: str) -> bool:
    """A byline, a date line, or words enough for a standfirst."""
    return is_date_line(text) or (is_byline(text) and not is_agency(text)) or len(text.split()) > _SHORT
