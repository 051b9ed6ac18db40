from __future__ import annotations

from datetime import date

import pytest

from briefing.analysis.figures.days import published_on
from briefing.analysis.figures.times import times_in

PUBLISHED = date(2022, 11, 29)
PERIODS = [
    ("in 2021, the volume", "2021", "2021-01-01", "2021-12-31"),
    ("the first 9 months of this year", "first 9 months of this year", "2022-01-01", "2022-09-30"),
    ("for 10 months of 2022,", "10 months of 2022", "2022-01-01", "2022-10-31"),
    ("between May and October.", "between May and October", "2022-05-01", "2022-10-31"),
    ("between July 2003 and December 2004", "between July 2003 and December 2004", "2003-07-01", "2004-12-31"),
    ("January-September 2022", "January-September 2022", "2022-01-01", "2022-09-30"),
    ("from 2004 to 2009", "from 2004 to 2009", "2004-01-01", "2009-12-31"),
    ("which last year exceeded", "last year", "2021-01-01", "2021-12-31"),
    ("last month it", "last month", "2022-10-01", "2022-10-31"),
    ("launched in June when", "June", "2022-06-01", "2022-06-30"),
    ("in December it", "December", "2021-12-01", "2021-12-31"),
    ("in the third quarter", "third quarter", "2022-07-01", "2022-09-30"),
    ("in Q3 2024", "Q3 2024", "2024-07-01", "2024-09-30"),
    ("the first half of 2022", "first half of 2022", "2022-01-01", "2022-06-30"),
    ("the year to June", "the year to June", "2021-07-01", "2022-06-30"),
    ("the 12 months ended March 2023", "the 12 months ended March 2023", "2022-04-01", "2023-03-31"),
    ("as of March 4, 2011, it", "as of March 4, 2011", "2011-03-04", "2011-03-04"),
    ("on Friday, he", "Friday", "2022-11-25", "2022-11-25"),
    ("so far this year", "so far this year", "2022-01-01", "2022-11-29"),
    ("To date, 110", "To date", "", "2022-11-29"),
    ("in FY2024", "FY2024", "", ""),
    ("over the past 30 days", "over the past 30 days", "2022-10-30", "2022-11-29"),
]


@pytest.mark.parametrize(("text", "printed", "start", "end"), PERIODS)
def test_a_period_is_resolved_against_the_articles_date(text: str, printed: str, start: str, end: str) -> None:
    (time,) = times_in(text, PUBLISHED)
    days = time.days
    assert text[time.start : time.end] == printed
    assert (str(days.start or ""), str(days.end or "")) == (start, end)


AHEAD = [
    ("Members will vote on 2 December.", "2022-12-02"),
    ("On 2 March some members will vote.", "2023-03-02"),
    ("Work is to start in October.", "2023-10-01"),
    ("Talks are scheduled for Friday.", "2022-12-02"),
    ("The plant opened on 2 March.", "2022-03-02"),
    ("He said on 2 March it will open.", "2022-03-02"),
    ("They will sell what was made in October.", "2022-10-01"),
    ("It will cost more than in March 2021.", "2021-03-01"),
]


@pytest.mark.parametrize(("text", "start"), AHEAD)
def test_a_day_that_lies_ahead_is_the_coming_one(text: str, start: str) -> None:
    (time,) = times_in(text, PUBLISHED)
    assert str(time.days.start) == start


@pytest.mark.parametrize(
    "text",
    ["8000 migrants may", "a survey of 1709 schoolchildren", "continues a 2000 year old tradition", "may grow", "a $2000 fee"],
)
def test_counts_and_verbs_are_no_times(text: str) -> None:
    assert times_in(text, PUBLISHED) == ()


def test_without_a_date_relative_periods_keep_their_words() -> None:
    (time,) = times_in("last year", None)
    assert time.days.start is None


@pytest.mark.parametrize("printed", ["0001-01-01", "9999-12-31", "yesterday", ""])
def test_an_impossible_date_of_publication_is_none(printed: str) -> None:
    assert published_on(printed) is None


@pytest.mark.parametrize("year", [1500, 1900, 2199])
def test_every_period_resolves_for_every_plausible_year(year: int) -> None:
    texts = [
        "Last year",
        "last month",
        "last Friday",
        "the past 800 years",
        "the year to June",
        "in December",
        "Q1",
        "the first 9 months of this year",
    ]
    assert all(times_in(text, date(year, 1, 1)) for text in texts)
