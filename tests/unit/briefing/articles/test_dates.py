"""Dates as articles print them."""

from __future__ import annotations

import pytest

from briefing.articles.dates import find_date, is_date_line


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("29 November 2022, 12:19", "2022-11-29"),
        ("17:41 JST, October 13, 2024", "2024-10-13"),
        ("Published: Tue 3 Mar 2026 09.15 GMT", "2026-03-03"),
        ("Friday, September 9, 2016", "2016-09-09"),
        ("Updated on 2026-03-17 14:35 UTC", "2026-03-17"),
        ("2026-03-17T14:35:00Z", "2026-03-17"),
        ("1st May 2020", "2020-05-01"),
        ("17.03.2026", "2026-03-17"),
        ("17/03/2026", "2026-03-17"),
        ("03/17/2026 11:20 p.m.", "2026-03-17"),
        ("Last updated 4 Sept. 2019 at 6:30pm", "2019-09-04"),
    ],
)
def test_date_lines(line: str, iso: str) -> None:
    found = find_date(line)
    assert found is not None
    assert found[0] == iso
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The treaty was signed on 29 November 2022 in Vellmar.",
        "31 February 2022",
        "Trade grew in November",
        "29 November",
        "Report of 2022-11-29 on trade and investments",
        "",
    ],
)
def test_lines_that_hold_more_or_no_date(line: str) -> None:
    assert not is_date_line(line)
