from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

SUBJECTS = [
    (
        "Some 110 joint projects have been implemented between Kazakhstan and Russia.",
        "joint projects implemented between Kazakhstan and Russia",
    ),
    ("In 2022, 79,200 tons of cargo was transported.", "cargo transported"),
    ("The first months showed a 5% increase in trade turnover.", "trade turnover"),
    ("The volume of trade between Kazakhstan and Russia reached $24.5 billion.", "volume of trade between Kazakhstan and Russia"),
    ("Investments from Kazakhstan to Russia grew by 34%.", "Investments from Kazakhstan to Russia"),
    ("The average transit time on the route is 10 days.", "average transit time on the route"),
    ("It cited restrictions on goods with a trading volume of over $160 billion.", "trading volume"),
    ("Microsoft cut prices by 10%.", "prices"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_a_subject_is_copied_from_the_sentence(figures: Find, text: str, subject: str) -> None:
    assert figures(text)[-1].subject == subject


def test_the_evidence_names_the_template(figures: Find) -> None:
    (figure,) = figures("Investments from Kazakhstan to Russia grew by 34%.")
    assert "subject: verb subject" in figure.evidence.reasons
