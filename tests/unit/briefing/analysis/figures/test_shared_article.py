"""The target table of the design, on the article that lies beside the checkout; skipped where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis.findings import analyse
from briefing.articles import load
from briefing.model import Figure, Finding

ARTICLE = Path(__file__).resolve().parents[5].parent / "shared" / "seed" / "article.txt"
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not ARTICLE.exists(), reason="the shared article is absent")]

# value, period's first day, change, who vouches
ROWS = [
    (24.5e9, "2021-01-01", "5% increase", "Tokayev"),
    (1.9e9, "2021-01-01", "more than a third", "Tokayev"),
    (535e6, "2021-01-01", "grew by 34%", "Tokayev"),
    (110, "", "", ""),
    (23.3e9, "", "", ""),
    (8.9e6, "2022-01-01", "", "Ministry"),
    (79_200, "2022-01-01", "8 times more than last year", "Ministry"),
    (50, "", "", "Zhumangarin"),
]


@pytest.fixture(scope="module")
def found() -> tuple[Finding, ...]:
    return analyse(load(ARTICLE))


@pytest.mark.parametrize(("value", "start", "change", "speaker"), ROWS)
def test_a_row_of_the_target_table_is_found_and_ticked(
    found: tuple[Finding, ...], value: float, start: str, change: str, speaker: str
) -> None:
    finding = next(f for f in found if isinstance(f.content, Figure) and f.content.amount.value == value)
    figure = finding.content
    assert isinstance(figure, Figure)
    assert finding.suggested
    assert (figure.period.start if figure.period else "") == start
    assert (figure.change.text if figure.change else "") == change
    assert speaker in (figure.said_by.name if figure.said_by else "")


def test_tenge_and_dollars_are_one_row(found: tuple[Finding, ...]) -> None:
    finding = next(f for f in found if isinstance(f.content, Figure) and f.content.amount.value == 23.3e9)
    assert isinstance(finding.content, Figure)
    assert [c.value for c in finding.content.conversions] == [49e6]
