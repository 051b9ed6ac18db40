from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

DIRECTIONS = [
    ("Supplies increased by 48%.", "up"),
    ("The year showed a 5% increase in trade turnover.", "up"),
    ("Shares were down 68 points.", "down"),
    ("The index lost 162.31 points.", "down"),
    ("Prices rose 12 cents.", "up"),
    ("Growth of 2.1% was seen.", "up"),
    ("It carried 8 times more than last year.", "up"),
    ("Prices are 5% higher than a year ago.", "up"),
    ("The number of items increased from 640 to 1,050 items.", "up"),
    ("Seats fell from 10 to 9.", "down"),
    ("Output rose to 5.2 million tons.", ""),
    ("It raised $5 million from investors.", ""),
    ("Trade was $24.5 billion.", ""),
    ("It employs up to 300 people.", ""),
    ("They saved 200 more.", ""),
    ("Exports made up $5.1 billion.", ""),
    ("The rate edged down from 5.02% to 4.98%.", "down"),
    ("The rouble traded 1.2% down at noon.", "down"),
    ("Exports were strong (+14.2%).", "up"),
    ("Imports were weak (-3%).", "down"),
    ("It was down from the $89 to $93 billion it had projected.", ""),
]


@pytest.mark.parametrize(("text", "direction"), DIRECTIONS)
def test_a_change_goes_one_way_and_a_level_none(figures: Find, text: str, direction: str) -> None:
    (figure,) = figures(text)
    assert figure.direction == direction


def test_a_verb_serves_two_figures(figures: Find) -> None:
    found = figures("Supplies increased by 48% and by 36% from the Pavlodar region.")
    assert [f.direction for f in found] == ["up", "up"]
    assert found[1].place == "Pavlodar region"
