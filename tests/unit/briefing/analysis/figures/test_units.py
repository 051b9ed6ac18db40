from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.nouns import counted
from briefing.analysis.figures.scan import join_ranges, scan
from briefing.analysis.figures.units import measured

UNITS = [
    ("It costs 23.3 billion tenge.", "kazakhstani tenge", "KZT"),
    ("It costs $49 million.", "dollar", "USD"),
    ("It costs US$49 million.", "dollar", "USD"),
    ("It costs A$5.", "australian dollar", "AUD"),
    ("It awarded a $ 300 million contract.", "dollar", "USD"),
    ("It costs 100₸ now.", "kazakhstani tenge", "KZT"),
    ("It gets R50bn a year.", "south african rand per year", "ZAR"),
    ("He gave tens of thousands of pounds.", "pound sterling", "GBP"),
    ("It costs 115USD now.", "dollar", "USD"),
    ("It costs 1,015 francs.", "franc", ""),
    ("It costs 361 million pounds.", "pound sterling", "GBP"),
    ("He weighs 208 pounds.", "pound-mass", ""),
    ("It costs $85.20 a barrel.", "dollar per barrel", "USD"),
    ("It rose from $1.1 billion a year earlier.", "dollar", "USD"),
    ("It pumps 52,000 barrels a day.", "barrel per day", ""),
    ("It burns 2.4 billion gallons of jet fuel a year.", "gallon per year", ""),
    ("It grew 5 percent.", "percentage", ""),
    ("It grew 2 percentage points.", "percentage point", ""),
    ("It grew 25 basis points.", "basis point", ""),
    ("It carried 8.9 million tons.", "ton", ""),
    ("It shares a 7000-kilometer-long border.", "kilometre", ""),
    ("It is 40 degrees Celsius.", "celsius", ""),
    ("It takes 10 days.", "day", ""),
    ("It grew 8 times.", "count", ""),
    ("A 10-year-old browser.", "year of age", ""),
    ("Three months old babies.", "month of age", ""),
    ("Men aged 18 to 34 bet.", "year of age", ""),
    ("Jean-Dominique Senard, 65, now faces trouble.", "year of age", ""),
    ("Some 110 joint projects began.", "joint project", ""),
    ("Police said 900 asylum seekers were rescued.", "asylum seeker", ""),
    ("Four of the victims were taken to hospital.", "victim", ""),
    ("Dozens of vehicles were stolen.", "vehicle", ""),
]


@pytest.mark.parametrize(("text", "unit", "currency"), UNITS)
def test_a_number_has_its_unit(reading: Callable[[str], Reading], text: str, unit: str, currency: str) -> None:
    draft = first(reading, text)
    assert (draft.unit, draft.currency) == (unit, currency)


def test_numbers_share_a_noun(reading: Callable[[str], Reading]) -> None:
    paragraph = reading("They signed 7 interregional and 10 commercial documents.")
    units = [counted(paragraph, measured(paragraph, n)).unit for n in scan(paragraph.text)]
    assert units == ["interregional document", "commercial document"]


def first(reading: Callable[[str], Reading], text: str) -> Draft:
    paragraph = reading(text)
    return counted(paragraph, measured(paragraph, join_ranges(text, scan(text))[0]))
