"""Weighing: what speaks for a candidate, and the one visible table of weights."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.quotes.grammar import source_of
from briefing.assets import rows

if TYPE_CHECKING:
    from briefing.analysis.quotes.cues import Candidate
    from briefing.analysis.quotes.reading import Site


@cache
def weights() -> Mapping[str, float]:
    """The table of weights: feature → weight. `tests/benchmarks/tune_quotes.py` writes it."""
    return {feature: float(weight) for feature, weight in rows("quote-weights")}


def score(features: Iterable[str], table: Mapping[str, float]) -> float:
    """The sum of the features' weights; one that the table lacks weighs nothing."""
    weight = table.get
    return sum([weight(feature, 0.0) for feature in features])


def probabilities(scores: Sequence[float]) -> list[float]:
    """How likely each candidate is, given that one of them is right."""
    top = max(scores)
    powers = [math.exp(value - top) for value in scores]
    total = sum(powers)
    return [power / total for power in powers]


def likelihood(odds: float) -> float:
    """How likely something is whose odds have this logarithm."""
    return 1 / (1 + math.exp(-odds))


def candidate_features(candidate: Candidate, site: Site) -> Iterator[str]:
    """What speaks for a candidate: its rule's own features, and the rule with what the quote looks like."""
    rule, source = candidate.rule, source_of(candidate.head).value
    yield from candidate.features
    yield source
    yield f"{rule} {source}"
    outline = site.outline
    yield f"{rule} ending {outline.ending}"
    yield f"{rule} next {outline.following}"
    yield f"{rule} ending {outline.ending} next {outline.following}"
    yield f"{rule} introduced by {outline.introduction}"
    if candidate.head.ent_type_ in {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"}:
        yield "a date or a number"
