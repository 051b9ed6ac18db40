from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure

Find = Callable[..., tuple[Figure, ...]]

# The text, the place of the figure in it, and the words of its period.
PERIODS = [
    ("It was the largest order since the yard opened in 1964: a sum of $3 million.", 0, ""),
    ("The port spent $3 million in what was its largest order since it opened in 1964.", 0, ""),
    ("Since the mine opened in 1999, 40 workers have died.", 0, ""),
    ("The firm, which was founded in 1988, employs 300 people.", 0, ""),
    ("Trade, which last year reached $5 billion, will grow.", 0, "last year"),
    ("When trade began in 2004, the firm sold 30 ships.", 0, "2004"),
    ("Profit fell to €37.5 million from €44.1 million in 2020.", 0, ""),
    ("Profit fell to €37.5 million from €44.1 million in 2020.", 1, "2020"),
    ("Sales rose to $30 million in 2021 from $25 million in 2020.", 0, "2021"),
    (
        "According to a study published in January, nine out of 14 bridges built between 2010 and 2020 leak.",
        0,
        "between 2010 and 2020",
    ),
]


@pytest.mark.parametrize(("text", "at", "period"), PERIODS)
def test_a_period_is_the_figures_own(figures: Find, text: str, at: int, period: str) -> None:
    found = figures(text)[at].period
    assert (found.text if found else "") == period


# The text (of 29 November 2022), the place of the figure in it, its period's words and days, and a change's base.
WHEN = [
    ("Sales reached $5 million in Q3.", 0, "Q3", "2022-07-01", "2022-09-30", ""),
    ("Sales reached $5 million in Q3 2021.", 0, "Q3 2021", "2021-07-01", "2021-09-30", ""),
    ("Third-quarter profit rose to $5 million.", 0, "Third-quarter", "2022-07-01", "2022-09-30", ""),
    (
        "Profit in the three months to September was $5 million.",
        0,
        "the three months to September",
        "2022-07-01",
        "2022-09-30",
        "",
    ),
    ("In the year to June, profit reached $5 million.", 0, "the year to June", "2021-07-01", "2022-06-30", ""),
    (
        "Profit for the 12 months ended 31 March 2022 was $5 million.",
        0,
        "the 12 months ended 31 March 2022",
        "2021-04-01",
        "2022-03-31",
        "",
    ),
    ("Revenue in fiscal 2024 was $5 million.", 0, "fiscal 2024", "", "", ""),
    ("Revenue in FY2024 was $5 million.", 0, "FY2024", "", "", ""),
    ("Revenue in the 2021/22 financial year was $5 million.", 0, "the 2021/22 financial year", "", "", ""),
    ("Exports reached $5 million last year.", 0, "last year", "2021-01-01", "2021-12-31", ""),
    ("Exports reached $5 million in the same period of 2021.", 0, "the same period of 2021", "", "", ""),
    ("Exports reached $5 million this month.", 0, "this month", "2022-11-01", "2022-11-30", ""),
    ("Last week 40 ships called at the port.", 0, "Last week", "2022-11-21", "2022-11-27", ""),
    ("Since 2019, the state has built 300 schools.", 0, "Since 2019", "2019-01-01", "2022-11-29", ""),
    ("The state has built 300 schools since January 2019.", 0, "since January 2019", "2019-01-01", "2022-11-29", ""),
    ("In the 1990s, 300 schools were closed.", 0, "1990s", "1990-01-01", "1999-12-31", ""),
    ("In the first nine months, exports reached $5 million.", 0, "first nine months", "2022-01-01", "2022-09-30", ""),
    (
        "In the first nine months of 2021, exports reached $5 million.",
        0,
        "first nine months of 2021",
        "2021-01-01",
        "2021-09-30",
        "",
    ),
    ("In January-September, exports reached $5 million.", 0, "January-September", "2022-01-01", "2022-09-30", ""),
    ("Exports rose by 5% year on year.", 0, "", "", "", "year on year"),
    ("Exports rose by 5% in October year-on-year.", 0, "October", "2022-10-01", "2022-10-31", "year-on-year"),
    ("Exports rose by 5% compared with last year.", 0, "", "", "", "last year"),
    ("Exports rose by 5% in 2021 compared with 2019.", 0, "2021", "2021-01-01", "2021-12-31", "2019"),
    ("Exports rose by 5% from a year earlier.", 0, "", "", "", "a year earlier"),
    ("As of 1 November, the fund held $5 million.", 0, "As of 1 November", "2022-11-01", "2022-11-01", ""),
    ("By the end of 2023 the plant will make 300 cars.", 0, "By the end of 2023", "", "2023-12-31", ""),
    ("By 2030 the share will reach 50%.", 0, "By 2030", "", "2030-12-31", ""),
    ("The minister said on Sunday that exports had reached $5 million.", 0, "", "", "", ""),
    ("Exports reached $5 million, the minister said on Sunday.", 0, "", "", "", ""),
    ("Exports reached $5 million, according to data published on Friday.", 0, "", "", "", ""),
    ("The bank said on Monday its profit rose to $5 million in 2021.", 0, "2021", "2021-01-01", "2021-12-31", ""),
    ("On Monday the firm announced a profit of $5 million.", 0, "", "", "", ""),
    ("The firm reported on Tuesday a profit of $5 million for 2021.", 0, "2021", "2021-01-01", "2021-12-31", ""),
    (
        "Last year 4 million people came, and this year the city expects 6 million visitors.",
        0,
        "Last year",
        "2021-01-01",
        "2021-12-31",
        "",
    ),
    (
        "Last year 4 million people came, and this year the city expects 6 million visitors.",
        1,
        "this year",
        "2022-01-01",
        "2022-12-31",
        "",
    ),
    ("In 2020 the port moved 30 tons, while in 2021 it moved 40 tons.", 0, "2020", "2020-01-01", "2020-12-31", ""),
    ("In 2020 the port moved 30 tons, while in 2021 it moved 40 tons.", 1, "2021", "2021-01-01", "2021-12-31", ""),
    ("The firm sold 300 cars in 2021, against 200 cars in 2020.", 1, "2020", "2020-01-01", "2020-12-31", ""),
    ("Over the past decade output fell by 5%.", 0, "Over the past decade", "2012-11-29", "2022-11-29", ""),
    ("Output fell by 5% between 2010 and 2020.", 0, "between 2010 and 2020", "2010-01-01", "2020-12-31", ""),
    ("Spot gold was at $1,200 by 0307 GMT.", 0, "", "", "", ""),
    ("He wants emissions at 50 percent of the 2005 level.", 0, "", "", "", ""),
    ("The plant makes 2100 megawatts of power.", 0, "", "", "", ""),
    ("In early 2022 the firm had 300 workers.", 0, "early 2022", "2022-01-01", "2022-12-31", ""),
    ("At the end of October the bank held $5 million.", 0, "the end of October", "2022-10-31", "2022-10-31", ""),
    ("Next year the bank will lend $5 million.", 0, "Next year", "2023-01-01", "2023-12-31", ""),
    ("The bank plans to lend $5 million over the next three years.", 0, "over the next three years", "", "", ""),
    ("From January to March, 300 cars were sold.", 0, "From January to March", "2022-01-01", "2022-03-31", ""),
    ("On Friday night 40 people were hurt.", 0, "Friday", "2022-11-25", "2022-11-25", ""),
    ("Yesterday 40 people were hurt.", 0, "Yesterday", "2022-11-28", "2022-11-28", ""),
    ("In 2021 exports reached $5 million. Imports fell to $3 million.", 1, "2021", "2021-01-01", "2021-12-31", ""),
    ("The fund held $5 million in 2021. The Fed will meet soon. Its chief has 300 advisers.", 1, "", "", "", ""),
    ("The Fed signalled three rate rises in 2023. Spot silver was up 0.2 percent at $17.14.", 1, "", "", "", ""),
    ("In October 2021 raiders killed 1,200 people. The war has killed more than 52,000 people.", 1, "", "", "", ""),
    ("In the fourth quarter, sales rose 5%.", 0, "fourth quarter", "2022-10-01", "2022-12-31", ""),
    ("Exports for January-October amounted to $5 million.", 0, "January-October", "2022-01-01", "2022-10-31", ""),
    ("Half-year profit rose to $5 million.", 0, "Half-year", "", "", ""),
    ("In the second half of the year the firm sold 300 cars.", 0, "second half of the year", "2022-07-01", "2022-12-31", ""),
    ("In summer 2021 the camp took 300 children.", 0, "summer 2021", "", "", ""),
    ("The 2021 budget was $5 million.", 0, "2021", "2021-01-01", "2021-12-31", ""),
]


@pytest.mark.parametrize(("text", "at", "period", "start", "end", "base"), WHEN)
def test_when_a_figure_holds_and_against_what(
    figures: Find, text: str, at: int, period: str, start: str, end: str, base: str
) -> None:
    figure = figures(text)[at]
    found = (figure.period.text, figure.period.start, figure.period.end) if figure.period else ("", "", "")
    assert (*found, figure.base) == (period, start, end, base)
