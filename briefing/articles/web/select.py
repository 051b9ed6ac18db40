"""Which of a page's runs of text are the article: trafilatura's judgement, and what stands among what it found."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from briefing.articles.web.metadata import fold
from briefing.articles.web.segments import Segment
from briefing.model import BlockKind

_SHORT = 4  # words; a shorter run must be found as a whole


def chosen(tree: HtmlElement, runs: Sequence[Segment]) -> tuple[bool, ...]:
    """For each run whether it belongs to the article."""
    found = _extracted(tree)
    whole = {fold(text) for text in found}
    running = " " + " ".join(fold(text) for text in found) + " "
    inside = [_is_in(run, whole, running) for run in runs]
    homes = Counter(_home(run) for run, yes in zip(runs, inside, strict=True) if yes)
    first = next((i for i, yes in enumerate(inside) if yes), len(inside))
    last = next((i for i in range(len(inside) - 1, -1, -1) if inside[i]), -1)
    return tuple(
        yes or (first < i < last and homes[_home(run)] > 1 and not run.around and _is_prose(run))
        for i, (run, yes) in enumerate(zip(runs, inside, strict=True))
    )


def _extracted(tree: HtmlElement) -> list[str]:
    """The texts that trafilatura takes for the article."""
    document = bare_extraction(copy.deepcopy(tree), include_comments=False, include_tables=True, include_formatting=False)
    if document is None or document.body is None:
        return []
    blocks = ("p", "head", "item", "quote", "cell", "ab", "code")
    return ["".join(element.itertext()) for element in document.body.iter(*blocks)]


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


def _is_prose(run: Segment) -> bool:
    """A heading, or a paragraph that is not all link."""
    if run.kind is BlockKind.HEADING:
        return True
    return run.linked < 0.5 * len(run.text)
