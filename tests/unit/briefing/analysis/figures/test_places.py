from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

# The text, and for each of its figures the place and the subject with it.
PLACES = [
    (
        "Supplies to Russia from the Aktobe region rose by 48% and by 36% from the Pavlodar region.",
        [("", "Supplies to Russia from the Aktobe region"), ("Pavlodar region", "Supplies to Russia from the Pavlodar region")],
    ),
    (
        "Deliveries rose by 2.5 times from Almaty and 5 times from Astana.",
        [("Almaty", "Deliveries from Almaty"), ("Astana", "Deliveries from Astana")],
    ),
    (
        "Sales fell 5% in Norway, 7% in Sweden and 9% in Denmark.",
        [("Norway", "Sales in Norway"), ("Sweden", "Sales in Sweden"), ("Denmark", "Sales in Denmark")],
    ),
    ("Exports to Norway rose by 5% and to Sweden by 7%.", [("", "Exports to Norway"), ("Sweden", "Exports to Sweden")]),
    (
        "Unemployment rose to 5% in Norway and to 7% in Sweden.",
        [("Norway", "Unemployment in Norway"), ("Sweden", "Unemployment in Sweden")],
    ),
    ("Turnout was 58% in Oslo and 61% in Bergen.", [("Oslo", "Turnout in Oslo"), ("Bergen", "Turnout in Bergen")]),
    ("Inflation was 5% in Norway against 7% in Sweden.", [("Norway", "Inflation in Norway"), ("Sweden", "Inflation in Sweden")]),
    ("The firm has 300 workers in Norway and 200 in Sweden.", [("", "workers in Norway"), ("Sweden", "workers in Sweden")]),
    ("Prices rose 5% in the Lakes region.", [("Lakes region", "Prices in the Lakes region")]),
    ("Output rose by 5% in March.", [("", "Output")]),
    ("Output rose by 5% from last year.", [("", "Output")]),
    ("Output rose by 5% to 40 tons.", [("", "Output"), ("", "Output")]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_each_figure_has_its_own_place(figures: Find, text: str, places: list[tuple[str, str]]) -> None:
    assert [(f.place, f.subject) for f in figures(text)] == places
