from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.quotes.weigh import likelihood, probabilities, score, weights


def test_the_table_of_weights_is_read_and_finite() -> None:
    table = weights()
    assert len(table) > 100
    assert all(math.isfinite(weight) for weight in table.values())


def test_a_verb_of_saying_weighs_more_than_another() -> None:
    table = weights()
    assert table["subject-verb saying"] > table.get("subject-verb other", 0.0)


def test_a_feature_that_the_table_lacks_weighs_nothing() -> None:
    assert score(("never seen", "known"), {"known": 2.0}) == pytest.approx(2.0)


@given(st.lists(st.floats(-40, 40), min_size=1, max_size=8))
def test_probabilities_sum_to_one_and_keep_the_order(scores: list[float]) -> None:
    chances = probabilities(scores)
    assert sum(chances) == pytest.approx(1.0)
    assert chances[scores.index(max(scores))] == max(chances)


def test_even_odds_are_one_half() -> None:
    assert likelihood(0.0) == pytest.approx(0.5)
