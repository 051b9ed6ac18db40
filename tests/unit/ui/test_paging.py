"""How the page meter says how long a note is."""

import pytest

from ui.paging import in_meter


@pytest.mark.parametrize(
    ("count", "meant", "words"),
    [
        (1, 1, "1 page"),
        (1, 0, "1 page"),
        (4, 0, "4 pages"),
        (2, 3, "2 pages"),
        (2, 1, "2 pages — one more than this template is meant for"),
        (5, 2, "5 pages — three more than this template is meant for"),
        (14, 2, "14 pages — 12 more than this template is meant for"),
    ],
)
def test_meter(count: int, meant: int, words: str) -> None:
    assert in_meter(count, meant) == words
