"""Which of a page's runs of text are the article: trafilatura's judgement, and what stands among what it found."""

from __future__ import annotations

import copy
import logging
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from briefing.articles.web.folding import fold
from briefing.articles.web.segments import Segment
from briefing.model import BlockKind

_OFTEN = 5  # runs of the article that are marked up alike vouch for another one between them
# What it says to programmers («discarding data») would otherwise reach the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
_MOST_ELEMENTS = 20_000  # a long news page has five thousand
_SHORT = 4  # words; a shorter run must be found as a whole


def chosen(tree: HtmlElement, runs: Sequence[Segment]) -> tuple[bool, ...]:
    """For each run whether it belongs to the article."""
    found = _extracted(tree)
    if found is None:
        return tuple(not run.around and _is_prose(run) for run in runs)
    whole = {fold(text) for text in found}
    running = " " + " ".join(fold(text) for text in found) + " "
    inside = [_is_in(run, whole, running) for run in runs]
    homes = Counter(_home(run) for run, yes in zip(runs, inside, strict=True) if yes)
    homes.update(run.element for run, yes in zip(runs, inside, strict=True) if yes and run.kind is BlockKind.BODY)
    looks = Counter(_look(run) for run, yes in zip(runs, inside, strict=True) if yes)
    first = next((i for i, yes in enumerate(inside) if yes), len(inside))
    last = next((i for i in range(len(inside) - 1, -1, -1) if inside[i]), -1)
    between = range(first + 1, last)
    return tuple(
        yes or (i in between and not run.around and (_belongs(run, homes) or looks[_look(run)] >= _OFTEN))
        for i, (run, yes) in enumerate(zip(runs, inside, strict=True))
    )


def _extracted(tree: HtmlElement) -> list[str] | None:
    """The texts that trafilatura takes for the article; None for a page so large that its judgement would take minutes."""
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return None
    document = bare_extraction(copy.deepcopy(tree), include_comments=False, include_tables=True, include_formatting=False)
    if not isinstance(document, Document) or document.body is None:
        return []
    blocks = ("p", "head", "item", "quote", "cell", "ab", "code")
    return ["".join(str(part) for part in element.itertext()) for element in document.body.iter(*blocks)]


def _is_in(run: Segment, whole: set[str], running: str) -> bool:
    folded = fold(run.text)
    if not folded:
        return False
    if folded in whole:
        return True
    return len(folded.split()) >= _SHORT and f" {folded} " in running


def _home(run: Segment) -> HtmlElement:
    """The element that holds a run's paragraph."""
    parent = run.element.getparent()
    return run.element if parent is None else parent


def _look(run: Segment) -> tuple[str, ...]:
    """How a run is marked up: its element and the two around it, with their classes."""
    around = (run.element, *run.element.iterancestors())[:3]
    return tuple(f"{element.tag} {element.get('class') or ''}" for element in around)


def _belongs(run: Segment, homes: Counter[HtmlElement]) -> bool:
    """Whether a run among those found stands beside them, in their element or in an embedded post."""
    if not _is_prose(run):
        return False
    if run.kind is BlockKind.TABLE_ROW:  # trafilatura drops the tables of office programs
        return not run.linked
    beside = 1 if run.kind is BlockKind.LIST_ITEM else 2  # a list is of the article or not, as a whole
    return homes[_home(run)] >= beside or (run.element.tag != "p" and homes[run.element] > 0) or _is_embedded(run)


def _is_embedded(run: Segment) -> bool:
    elements = (run.element, *run.element.iterancestors("blockquote"))
    return any(str(element.get("class") or "").startswith(("twitter-", "instagram-", "tiktok-")) for element in elements)


def _is_prose(run: Segment) -> bool:
    """A heading, a sentence, or a paragraph that is not all link."""
    return run.kind is BlockKind.HEADING or run.text.endswith(".") or run.linked < 0.5 * len(run.text)
