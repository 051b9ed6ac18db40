"""House styles change form: marks, dates, per cent, thousands. Never a digit, never a quote's words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose import compose
from briefing.compose.dates import printed
from briefing.compose.style import AS_PRINTED, STYLES, style_named, styled
from tests.by_hand import harbour


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("as printed", "5 percent of 1,050", "5 percent of 1,050"),
        ("UN", "almost 50%", "almost 50 per cent"),
        ("UN", "almost 50 percent", "almost 50 per cent"),
        ("UN", "2 percentage points", "2 percentage points"),
        ("EU", "79,200 tons", "79\u00a0200 tons"),
        ("EU", "5%", "5\u00a0%"),
        ("EU", "1,05 and 1,2345 and 2,022,1", "1,05 and 1,2345 and 2,022,1"),
        ("EU", "$1,234,567.89", "$1\u00a0234\u00a0567.89"),
        ("Economist", "34 per cent", "34%"),
        ("GOV.UK", "34 percent", "34%"),
        ("no such style", "34 percent", "34 percent"),
    ],
)
def test_form_of_numbers(name: str, text: str, shown: str) -> None:
    assert styled(text, style_named(name)) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [("as printed", "1 March 2022"), ("Economist", "March 1st 2022"), ("EU", "1 March 2022"), ("UN", "1 March 2022")],
)
def test_form_of_dates(name: str, shown: str) -> None:
    assert printed("2022-03-01", STYLES[name].date_format) == shown


@pytest.mark.parametrize(
    ("day", "ordinal"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (22, "22nd")],
)
def test_ordinals(day: int, ordinal: str) -> None:
    assert printed(f"2022-03-{day:02}", "o") == ordinal


@pytest.mark.parametrize("name", STYLES)
def test_words_of_quotes_and_numbers_of_figures_are_the_same_in_every_style(name: str) -> None:
    brief = harbour().brief()
    plain, other = compose(brief), compose(replace(brief, style=name))
    assert [quote.text for quote in plain.quotes] == [quote.text for quote in other.quotes]
    assert [figure.amount for figure in plain.figures] == [figure.amount for figure in other.figures]
    assert other.style.name == name


def test_eu_quotes_stand_in_single_marks() -> None:
    assert compose(replace(harbour().brief(), style="EU")).partial_quotes[0].marked == "‘a bold decision’"


@given(st.text(alphabet="0123456789,. %percent$", max_size=30), st.sampled_from(sorted(STYLES)))
def test_digits_stay_what_they_are(text: str, name: str) -> None:
    assert re.sub(r"\D", "", styled(text, STYLES[name])) == re.sub(r"\D", "", text)
    assert styled(text, AS_PRINTED) == text
