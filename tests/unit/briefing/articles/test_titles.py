"""Which of a page's titles is its headline, and which outlet it comes from."""

from __future__ import annotations

import pytest

from briefing.articles.web.headline import PREVIEW, PRINTED, STRUCTURED, WINDOW, Candidate, headline
from briefing.articles.web.names import left_over, outlet_of, without_outlet

FULL = "Police will look into reports that officers leaked information to violent gangs"
SHORT = "Police will look into reports that officers leaked information to gangs"
LONG = "Hunter is diagnosed with the plague after eating a rabbit, which makes him the third of his town to have it"


@pytest.mark.parametrize(
    ("titles", "chosen"),
    [
        # two places outvote one
        ({PRINTED: "Port grows fast", STRUCTURED: "Port grows", PREVIEW: "Port grows"}, "Port grows"),
        ({PRINTED: "Port grows fast", STRUCTURED: "Port grows fast", PREVIEW: "Much at sea"}, "Port grows fast"),
        # but the headline in fewer words, made for those who link to the page, is what it goes by
        ({PRINTED: FULL, STRUCTURED: FULL, PREVIEW: SHORT, WINDOW: FULL}, SHORT),
        # a longer preview is made for search engines, one in other words is a teaser
        ({PRINTED: SHORT, STRUCTURED: SHORT, PREVIEW: FULL}, SHORT),
        ({PRINTED: FULL, STRUCTURED: FULL, PREVIEW: "Did officers leak information to violent gangs?"}, FULL),
        # between single ones the print wins, and the window's title adds nothing to the preview it repeats
        ({PRINTED: "Port grows fast", PREVIEW: "Our port grows"}, "Port grows fast"),
        ({PRINTED: "Port grows fast", PREVIEW: "Our port grows", WINDOW: "Our port grows"}, "Port grows fast"),
        # a title cut short is the same title
        ({PRINTED: LONG, STRUCTURED: f"{LONG[:95]}...", PREVIEW: "A hunter and the plague after a rabbit"}, LONG),
        # case and marks do not matter
        ({PRINTED: "“Port” grows", STRUCTURED: "PORT GROWS", PREVIEW: "The port and how it grows"}, "“Port” grows"),
        # a printed headline of which no other place knows
        ({PRINTED: "World news today", PREVIEW: "Port grows by a third"}, "Port grows by a third"),
        ({PRINTED: "World news today"}, "World news today"),
        ({WINDOW: "Port grows"}, "Port grows"),
    ],
)
def test_the_headline_is_voted_for(titles: dict[str, str], chosen: str) -> None:
    found = headline([Candidate(text, place) for place, text in titles.items()])
    assert found is not None
    assert found.text == chosen


def test_among_several_printed_headlines_the_one_that_other_places_know_wins() -> None:
    titles = [("Log in here", PRINTED), ("Port grows", PRINTED), ("Bridge falls", PRINTED), ("Port grows", PREVIEW)]
    assert headline([Candidate(*title) for title in titles]) == Candidate("Port grows", PRINTED)


def test_a_single_word_is_no_headline() -> None:
    assert headline([Candidate("Home", PRINTED)]) is None


@pytest.mark.parametrize(
    ("title", "outlet", "bare"),
    [
        ("Port grows by a third | The Courier", "The Courier", "Port grows by a third"),
        ("Port grows by a third | World | The Courier", "The Courier", "Port grows by a third"),
        ("Port grows by a third - Courier", "The Courier", "Port grows by a third"),
        ("The Courier | Port grows by a third", "The Courier", "Port grows by a third"),
        ("Port grows by a third | Elsewhere", "", "Port grows by a third"),
        ("Port grows – and the city pays", "The Courier", "Port grows – and the city pays"),
        ("BUDGET 3.0 | Port gets billions to hire", "The Courier", "BUDGET 3.0 | Port gets billions to hire"),
        ("A two-year plan", "Plan", "A two-year plan"),
    ],
)
def test_a_title_without_the_outlet(title: str, outlet: str, bare: str) -> None:
    assert without_outlet(title, outlet) == bare


@pytest.mark.parametrize(
    ("names", "titles", "address", "outlet"),
    [
        (["Nordlink News"], [], "", "Nordlink News"),
        (["U.S."], ["Port grows - Courier"], "https://www.courier.com/a", "Courier"),
        (["DH News Service", "Deccan Doe"], [], "https://www.deccandoe.com/a", "Deccan Doe"),
        (["Sky", "Sky Doe"], [], "https://doe.sky.com/a", "Sky Doe"),
        (["TimesDOE Premium", "TimesDOE"], [], "https://www.timesdoe.co.za/a", "TimesDOE"),
        (["financialdoe"], ["Port grows | Financial Doe"], "https://financialdoe.com/a", "Financial Doe"),
        ([], ["Port grows - and how"], "https://www.courier.com/a", ""),
        ([], ["Port grows"], "not an address [", ""),
        (["Hosted"], ["Port grows | Hosted"], "https://hosted.courier.com/a", ""),
        (["The i Paper"], [], "https://inews.co.uk/a", "The i Paper"),
    ],
)
def test_the_outlet_is_the_name_that_the_address_speaks_for(
    names: list[str], titles: list[str], address: str, outlet: str
) -> None:
    assert outlet_of(names, titles, address) == outlet


@pytest.mark.parametrize(
    ("window", "headlines", "outlet"),
    [
        ("Port grows by a third - The Courier", ["Port grows by a third"], "The Courier"),
        ("Port grows by a third | World | The Courier", ["", "Port grows by a third"], "The Courier"),
        ("Port grows by a third | Hosted", ["Port grows by a third"], ""),
        ("Port grows by a third - and it is not the only one", ["Port grows by a third"], ""),
        ("Port grows by a third", ["Port grows by a third"], ""),
        ("Port grows by a third - The Courier", ["Bridge falls into the sea"], ""),
    ],
)
def test_what_the_window_s_title_adds_to_the_headline_is_the_outlet(window: str, headlines: list[str], outlet: str) -> None:
    assert left_over(window, headlines) == outlet
