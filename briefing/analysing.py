"""An article's analysis in steps, as the worker does it: read a few paragraphs at a time, then see the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.analysis.findings import extract
from briefing.analysis.pipeline import Passage, pipeline, read
from briefing.errors import AnalysisError
from briefing.model import Article, Block, Finding, Span
from briefing.steps import Step

_MOST_READINGS = 3  # analyses at a time; an abandoned one must not keep its memory for ever


@dataclass(slots=True)
class _Reading:
    """An article that is being analysed, with what was read of it so far."""

    article: Article
    done: int = 0
    passages: list[Passage] = field(default_factory=list)
    found: tuple[Finding, ...] | None = None  # seen from the whole article, once all was read


_READINGS: dict[int, _Reading] = {}


def warm() -> None:
    """Load the language model."""
    pipeline()


def read_step(token: int, article: Article | None, key: str, blocks: Sequence[Block], total: int) -> Step:
    """Read a few paragraphs and tell what is in them by themselves; the article comes with the first ones."""
    reading = _reading(token, article)
    passages = tuple(read(reading.article, blocks))
    reading.passages.extend(passages)
    reading.done += 1
    return Step(reading.done, total, extract(reading.article, passages, key))


def conclude(token: int, article: Article | None, key: str, stretch: Span, total: int) -> Step:
    """The findings in a stretch of the text, seen from the whole article: who is who, what repeats, what matters most."""
    reading = _reading(token, article)
    if reading.found is None:
        reading.found = extract(reading.article, reading.passages, key)
    reading.done += 1
    final = reading.done == total
    if final:
        drop(token)
    there = tuple(finding for finding in reading.found if stretch.start <= finding.span.start < stretch.end)
    return Step(reading.done, total, there, final, stretch)


def drop(token: int) -> None:
    """Forget an analysis."""
    _READINGS.pop(token, None)


def _reading(token: int, article: Article | None) -> _Reading:
    if article is not None:
        while len(_READINGS) >= _MOST_READINGS:
            drop(next(iter(_READINGS)))
        _READINGS[token] = _Reading(article)
    if token not in _READINGS:
        raise AnalysisError("The analysis was interrupted.", "Analyse again.")
    return _READINGS[token]
