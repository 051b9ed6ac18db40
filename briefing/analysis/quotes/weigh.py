"""Weighing: what speaks for a candidate, for keeping a quote, and the one visible table of weights."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefing.analysis.quotes.grammar import says, source_of
from briefing.analysis.quotes.pairing import Ending
from briefing.assets import rows, words

if TYPE_CHECKING:
    from briefing.analysis.quotes.cues import Candidate
    from briefing.analysis.quotes.reading import Site

_WORD = re.compile(r"[^\W\d_][\w’'-]*")

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its", "so-called"})
_NAMING = frozenset({"called", "named", "titled", "entitled", "dubbed", "nicknamed", "termed", "labelled", "labeled", "known"})
_SMALL_WORDS = frozenset(
    {"that", "as", "of", "and", "for", "to", "is", "by", "was", "in"}
)  # before a quote, each means something


@cache
def weights() -> Mapping[str, float]:
    """The table of weights: feature → weight. `tests/benchmarks/tune_quotes.py` writes it."""
    return {feature: float(weight) for feature, weight in rows("quote-weights")}


def score(features: Iterable[str], table: Mapping[str, float]) -> float:
    """The sum of the features' weights; one that the table lacks weighs nothing."""
    return sum(table.get(feature, 0.0) for feature in features)


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
    yield f"{rule} ending {_ending(site.last)}"
    yield f"{rule} next {_following(site)}"
    yield f"{rule} ending {_ending(site.last)} next {_following(site)}"
    yield f"{rule} introduced by {_introduction(site)}"
    if candidate.head.ent_type_ in {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"}:
        yield "a date or a number"


def keep_features(site: Site, candidate: Candidate | None, certainty: float) -> Iterator[str]:
    """What speaks for a segment being a quote, not a title, a term or a scare quote."""
    printed = _WORD.findall(site.words)
    size = next((limit for limit in (1, 2, 3, 4, 6, 8, 12, 20) if len(printed) <= limit), 99)
    rule = candidate.rule if candidate else "nobody"
    small = "short" if size <= 4 else "middling" if size <= 8 else "long"
    yield from ("keep", f"keep {size} words", f"keep {rule}", f"keep {rule} {small}", f"keep ending {_ending(site.last)} {small}")
    title = "title" if _is_title(printed, site.words) else "words"
    yield f"keep introduced by {_introduction(site)} {small}"
    yield f"keep introduced by {_introduction(site)} {title}"
    yield f"keep next {_following(site)} {small}"
    yield f"keep {'small' if site.words[:1].islower() else 'capital'} letter {small}"
    yield f"keep {'sure' if certainty > 0.9 else 'likely' if certainty > 0.6 else 'unsure'}"
    if _is_title(printed, site.words):
        yield f"keep title {small}"
    yield from (f"keep {feature} {small}" for feature in _work_features(site))
    if rule == "dash" and re.search(r"\d{4}", site.followed_by):  # “Headline” — Newspaper, May 5, 2011
        yield "keep dash dated"
    if site.segment.ending is not Ending.CLOSED:
        yield f"keep {site.segment.ending.value}"
    if site.segment.single:
        yield from ("keep single", f"keep single {rule}")
    if candidate is not None:
        yield f"keep source {source_of(candidate.head).value}"
        if candidate.verb is not None:
            strength = says(candidate.verb) or "other"
            yield f"keep {rule} {strength} {small}"


def _work_features(site: Site) -> Iterator[str]:
    """Words beside the quote that tell a work's title: her book “…”, NBC's “…”, “…” star."""
    reading = site.reading
    if site.before and site.introduced_by.isalnum() and site.gap.strip():
        last = reading.token(site.before[-1])
        if last.lemma_.lower() in words("nouns-of-works"):
            yield "after a work"
        elif last.text in {"'s", "’s", "'"}:
            yield "after an owner"
        elif last.pos_ in {"NOUN", "PROPN"}:
            yield "after a noun"
    if site.after and reading.token(site.after[0]).pos_ in {"NOUN", "PROPN"}:
        yield "before a noun"


def _is_title(printed: Sequence[str], text: str) -> bool:
    """Whether every word of weight has a capital: two of them make a title, one only without a comma or a full stop."""
    large = [word for word in printed if len(word) > 3]
    return bool(large) and all(word[0].isupper() for word in large) and (len(large) > 1 or text[-1:] not in ".?!,")


def _ending(last: str) -> str:
    if last == ",":
        return "comma"
    if last in {".", "…"}:
        return "stop"
    return "cry" if last in {"?", "!"} else "none"


def _following(site: Site) -> str:
    first = site.followed_by.lstrip()[:1]
    if not first:
        return "nothing"
    if first.islower():
        return "small"
    return "capital" if first.isupper() else "dash" if first in "—–-" else "mark"


def _introduction(site: Site) -> str:
    if site.introduced_by in {":", ","}:
        return "colon" if site.introduced_by == ":" else "comma"
    if not site.gap.strip():
        return "nothing"
    if not site.introduced_by.isalnum():
        return "mark"
    last = site.reading.token(site.before[-1]).lower_ if site.before else ""
    if last in _DETERMINERS:
        return "determiner"
    if last in _NAMING:
        return "naming"
    return last if last in _SMALL_WORDS else "word"
