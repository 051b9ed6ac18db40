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


TOKAYEV, ZHUMANGARIN, MINISTRY = "Kassym-Jomart Tokayev", "Serik Zhumangarin", "Kazakh Ministry of Trade and Integration"
# Paragraph, the figure's words, how it is vouched for and by whom: one reader's own gold for every figure of the article.
SAID_BY = [
    (3, "7-year", "article", ""),
    (5, "7000-kilometer", "article", ""),
    (10, "47 restrictions", "reported", TOKAYEV),
    (10, "$160 billion", "reported", TOKAYEV),
    (11, "$24.5 billion", "reported", TOKAYEV),
    (11, "5%", "reported", TOKAYEV),
    (12, "$100,000", "quoted", TOKAYEV),
    (12, "640 to 1,050", "quoted", TOKAYEV),
    (12, "2.5 times", "quoted", TOKAYEV),
    (12, "5 times", "quoted", TOKAYEV),
    (12, "48%", "quoted", TOKAYEV),
    (12, "36%", "quoted", TOKAYEV),
    (13, "17,000", "article", ""),
    (14, "a third", "reported", TOKAYEV),
    (14, "$1.9 billion", "reported", TOKAYEV),
    (14, "34%", "reported", TOKAYEV),
    (14, "$535 million", "reported", TOKAYEV),
    (15, "110", "article", ""),
    (15, "$23 billion", "article", ""),
    (15, "30,000", "article", ""),
    (25, "Five", "article", ""),
    (25, "8 automobile", "article", ""),
    (25, "3 rail", "article", ""),
    (25, "6 road", "article", ""),
    (26, "8.9 million", "institution", MINISTRY),
    (28, "7,200", "article", ""),
    (30, "40 units", "reported", ZHUMANGARIN),
    (30, "40-foot", "reported", ZHUMANGARIN),
    (31, "10 days", "article", ""),
    (32, "79,200", "institution", MINISTRY),
    (32, "8 times", "institution", MINISTRY),
    (33, "40", "quoted", ZHUMANGARIN),
    (33, "50 percent", "quoted", ZHUMANGARIN),
    (36, "30 years", "quoted", TOKAYEV),
    (42, "7 interregional", "article", ""),
    (42, "10 commercial", "article", ""),
    (42, "23.3 billion", "article", ""),
]


@pytest.mark.parametrize(("paragraph", "printed", "kind", "speaker"), SAID_BY)
def test_a_figure_is_vouched_for_by_who_says_it(
    found: tuple[Finding, ...], paragraph: int, printed: str, kind: str, speaker: str
) -> None:
    text = load(ARTICLE).text
    figures = [f.content for f in found if f.number == paragraph and isinstance(f.content, Figure)]
    figure = next(f for f in figures if printed in f.span.of(text))
    assert (figure.said_by_kind, figure.said_by.name if figure.said_by else "") == (kind, speaker)
