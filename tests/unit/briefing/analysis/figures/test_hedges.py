from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

HEDGES = [
    ("At least 17,000 companies work here.", ">", "At least 17,000 companies"),
    ("The value exceeds $100,000.", ">", "exceeds $100,000"),
    ("It rose by more than a third.", ">", "more than a third"),
    ("It creates nearly 30,000 jobs.", "~", "nearly 30,000 jobs"),
    ("It sold 107 or more.", ">", "107 or more"),
    ("It may cut up to 700 jobs.", "<", "up to 700 jobs"),
    ("It fell to less than one percent.", "<", "less than one percent"),
    ("It takes about a 20 minute walk.", "~", "about a 20 minute"),
    ("It has lasted for over five weeks.", ">", "over five weeks"),
    ("The hunt takes place over five weeks.", "=", "five weeks"),
    ("It is in and around the 240,000 square meter park.", "=", "240,000 square meter"),
    ("It cost exactly $5 million.", "=", "$5 million"),
]


@pytest.mark.parametrize(("text", "hedge", "printed"), HEDGES)
def test_a_hedge_is_kept_with_its_figure(figures: Find, text: str, hedge: str, printed: str) -> None:
    (figure,) = figures(text)
    assert (figure.hedge, figure.span.of(text)) == (hedge, printed)
