"""Figures that say the same are tied to the first mention; values that cannot be right are flagged and stay as printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

# A headline and a sentence of the body, or two sentences, and whether the second repeats the first's figure.
SAME = [
    ("Trade hits $24.5 billion", "Trade reached $24.5 billion last year.", True),
    ("Trade hits $24.5bn", "Trade reached $24.5 billion last year.", True),
    ("900 asylum seekers rescued", "Over 900 seekers were brought ashore.", True),
    ("Fire kills 40", "A fire killed 40 people.", True),
    ("Profit rises 5%", "Profit rose by 5% in May.", True),
    ("The port will cost £66bn a year", "The port will cost £66 billion.", True),
    ("Sales rose to 2.5 million tons", "Sales of 2.5 million tonnes were the best.", True),
    ("Nearly 3,000 jobs will go", "The 3,000 jobs are in Oslo.", True),
    ("Trade reached $24.5 billion.", "Trade reached $24.6 billion.", False),
    ("The firm sold 300 cars.", "Another firm sold 300 buses.", False),
    ("The mine has 1,200 workers.", "The town has 1,200 shops.", False),
    ("Up to 3,000 jobs will go", "Some 3,000 jobs are in Oslo.", False),
    ("In all, 4.5% of pupils left.", "Inflation was 4.5%.", False),
    ("Profit rose 5% in May.", "Profit fell 5% in May.", False),
    ("Profit rose 5% in May.", "Profit rose 5% in June.", False),
    ("Three leaders met.", "Three ships sank.", False),
]


@pytest.mark.parametrize(("first", "second", "same"), SAME)
def test_a_later_figure_that_says_the_same_points_at_the_first(figures: Find, first: str, second: str, same: bool) -> None:
    one, other = figures(f"{first}\n{second}")
    assert other.repeats == (one.span if same else None)


# The text, its value, and whether it is flagged.
DOUBTFUL = [
    ("The value of exports exceeds $100,000.", 100_000, True),
    ("The budget is 300,000 euros.", 300_000, True),
    ("Gross domestic product was $9,000.", 9_000, True),
    ("The state's reserves are $52,000.", 52_000, True),
    ("The share was 140%.", 140, True),
    ("Between 40 and 30 people came.", 40, True),
    ("Exports exceed $100 million.", 100e6, False),
    ("The fee for exports is $100.", 100, False),
    ("Average trade was $100,000.", 100_000, False),
    ("GDP per head is $9,000.", 9_000, False),
    ("The company's debt is $52,000.", 52_000, False),
    ("Exports grew by 140%.", 140, False),
]


@pytest.mark.parametrize(("text", "value", "flagged"), DOUBTFUL)
def test_an_implausible_value_is_flagged_and_stays(figures: Find, text: str, value: float, flagged: bool) -> None:
    figure = figures(text)[0]
    assert (figure.amount.value, bool(figure.doubt)) == (value, flagged)
