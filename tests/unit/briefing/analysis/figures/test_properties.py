"""Any text in: spans in order and exact, values that follow from the span alone, never an exception."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.analysis.figures.scan import join_ranges, scan
from briefing.analysis.figures.times import times_in
from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

PIECES = [
    "5",
    "1,050",
    "12.5",
    "$",
    "€",
    "%",
    " per cent",
    " million",
    "bn",
    "m",
    " to ",
    "-",
    "–",
    "from ",
    "between ",
    " and ",
    "half ",
    "a third",
    "one in ",
    "two",
    "twenty",
    " hundred",
    "½",
    "1/16",
    "2021",
    "May",
    " March",
    "last year",
    "(",
    ")",
    ".",
    ",",
    " ",
    "\u00a0",
    "\n",
    "old",
    "-year-old",
    " tons",
    "of ",
    "more than ",
    "rose by ",
    "Tokayev",
    "0",
    "/0",
    "’s",
    "⁄",
    "😀",
    "\u202e",
    "twice the ",
    "doubled",
    "several thousand ",
    "tens or even hundreds of ",
    "one-to-",
    " per 1,000 people",
    "/km",
    "voted ",
    "USD ",
    " or two",
    "million",
    " aged ",
    "up 5 points",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@RELAXED
@given(TEXTS)
def test_numbers_stand_in_order_and_inside_the_text(text: str) -> None:
    numerals = join_ranges(text, scan(text))
    places = [(n.outer, n.end) for n in numerals]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(first[1] <= second[0] for first, second in pairwise(places))


@RELAXED
@given(TEXTS)
def test_times_never_fail(text: str) -> None:
    assert all(text[t.start : t.end].strip() for t in times_in(text, None))


LATE_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}  # "75 USD million"


def worths(printed: str) -> set[float]:
    """All values that a figure's own characters can have: as scanned, with a late scale word, or with cents behind."""
    values = {n.value for n in join_ranges(printed, scan(printed))} | {n.value for n in scan(printed)}
    scales = [scale for word, scale in LATE_SCALES.items() if word in printed]
    return values | {value * scale for value in values for scale in scales} | {a + b / 100 for a in values for b in values}


@pytest.mark.slow
@RELAXED
@given(TEXTS)
def test_figures_are_ordered_and_exact(figures: Find, text: str) -> None:
    text = text.replace("\n", " ")  # one paragraph
    found = figures(text)
    assert [f.span.start for f in found] == sorted(f.span.start for f in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    for figure in found:
        assert figure.span.of(text).strip()
        assert figure.span.contains(figure.amount.span)
        assert figure.amount.value in worths(figure.amount.span.of(text))
