from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

# The text, the place of the figure in it, and the words of its period.
PERIODS = [
    ("It was the largest order since the yard opened in 1964: a sum of $3 million.", 0, ""),
    ("The port spent $3 million in what was its largest order since it opened in 1964.", 0, ""),
    ("Since the mine opened in 1999, 40 workers have died.", 0, ""),
    ("The firm, which was founded in 1988, employs 300 people.", 0, ""),
    ("Trade, which last year reached $5 billion, will grow.", 0, "last year"),
    ("When trade began in 2004, the firm sold 30 ships.", 0, "2004"),
    ("Profit fell to €37.5 million from €44.1 million in 2020.", 0, ""),
    ("Profit fell to €37.5 million from €44.1 million in 2020.", 1, "2020"),
    ("Sales rose to $30 million in 2021 from $25 million in 2020.", 0, "2021"),
    (
        "According to a study published in January, nine out of 14 bridges built between 2010 and 2020 leak.",
        0,
        "between 2010 and 2020",
    ),
]


@pytest.mark.parametrize(("text", "at", "period"), PERIODS)
def test_a_period_is_the_figures_own(figures: Find, text: str, at: int, period: str) -> None:
    found = figures(text)[at].period
    assert (found.text if found else "") == period
