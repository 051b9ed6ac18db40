from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.nouns import counted
from briefing.analysis.figures.scan import join_ranges, scan
from briefing.analysis.figures.shared import sharing
from briefing.analysis.figures.units import measured
from briefing.model import Figure

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
    ("The 12 page document was leaked.", "page", ""),
    ("It has a 3 cylinder engine.", "cylinder", ""),
    ("It sold 63,000 Model 3 sedans.", "model 3 sedan", ""),
    ("It was grounding two new 737 Max jets.", "new 737 max jet", ""),
    ("He served three five-year terms.", "term", ""),
    ("It sells 2.9 million 9 litre cases.", "case", ""),
    ("They hope to add another pick or two.", "pick", ""),
    ("Their daughter, Maria, who was 10, went along.", "year of age", ""),
    ("The average life expectancy for men in Glasgow is around 73.", "year of age", ""),
    ("The pension age will rise from 66 to 67.", "year of age", ""),
    ("Her score was 35 or above.", "-", ""),
    ("It weighed out 5 drams of distilled water.", "dram", ""),
    ("It costs 5,000 drams.", "armenian dram", "AMD"),
    ("The ticket cost me 150 kn.", "croatian kuna", "HRK"),
    ("Winds of 25 kn were measured.", "knot", ""),
    ("The price of petrol is 18 R.", "south african rand", "ZAR"),
    ("It cost 500 kr.", "krone", ""),
    ("It cost 40 lei.", "romanian leu", "RON"),
    ("The package was worth PS2.7m.", "pound sterling", "GBP"),
    ("Blood sugar was 150 mg/dL.", "milligram per decilitre", ""),
    ("New cars emit 95 g/km.", "gram per kilometre", ""),
    ("The current density was 1.3 A/cm2.", "ampere per square centimetre", ""),
    ("Europe burned 38 bcm of gas.", "billion cubic metre", ""),
    ("The pressure fell to 980 hPa.", "hectopascal", ""),
    ("The index closed at 16,369.03, up 58.06 points.", "point", ""),
]


@pytest.mark.parametrize(("text", "unit", "currency"), UNITS)
def test_a_number_has_its_unit(reading: Callable[[str], Reading], text: str, unit: str, currency: str) -> None:
    draft = first(reading, text)
    assert (draft.unit, draft.currency) == (unit, currency)


def test_numbers_share_a_noun(reading: Callable[[str], Reading]) -> None:
    paragraph = reading("They signed 7 interregional and 10 commercial documents.")
    units = [counted(paragraph, measured(paragraph, n)).unit for n in scan(paragraph.text)]
    assert units == ["interregional document", "commercial document"]


SHARED = [
    ("Profit fell to 1.24 billion euros ($1.35 billion) from 1.51 billion a year ago.", ["euro", "euro"]),
    ("Assets grew by 1.3 trillion crowns ($118 billion) to 19.7 trillion.", ["crown", "crown"]),
    ("The party took 112 of the 230 seats while the opposition won 98, down from 121.", ["seat", "seat", "seat", "seat"]),
    ("At least 31 people, among them 12 children, died and more than 200 were hurt.", ["people", "child", "-"]),
    ("The DAX rose by 2 percent but the Nasdaq fell by 1.", ["percentage", "percentage"]),
    ("Its angle was 1.4 degrees in 2018 and 2.1 last year.", ["degree", "degree"]),
    ("It lost 162.31 points, or 2.14%, to fall to 7,425.81.", ["point", "percentage", "point"]),
    ("It came in 7- or 8-inch versions.", ["inch", "inch"]),
]


@pytest.mark.parametrize(("text", "units"), SHARED)
def test_a_bare_number_has_the_unit_named_before_or_behind(
    figures: Callable[..., tuple[Figure, ...]], text: str, units: list[str]
) -> None:
    assert [f.amount.unit for f in figures(text)] == units


def first(reading: Callable[[str], Reading], text: str) -> Draft:
    paragraph = reading(text)
    return sharing(paragraph, counted(paragraph, measured(paragraph, join_ranges(text, scan(text))[0])), [])
