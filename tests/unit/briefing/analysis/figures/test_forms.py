"""What a figure may look like in the news, form by form: the sentence, and each figure as printed with value, unit and mark.

A mark is a hedge (> < ~) or a direction (up, down); "=" where the figure has neither. A range has both its ends.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Figure, FigureKind, Hedge

Find = Callable[..., tuple[Figure, ...]]
Shown = tuple[str, float | tuple[float, float], str, str]

FORMS: dict[str, list[tuple[str, list[Shown]]]] = {
    "ranges": [
        ("Between 30 and 40 people were hurt.", [("30 and 40 people", (30, 40), "people", "=")]),
        ("Growth of 3 to 4 percent is expected.", [("3 to 4 percent", (3, 4), "percentage", "up")]),
        ("The fund raised $5-7 million.", [("$5-7 million", (5e6, 7e6), "dollar", "=")]),
        ("Inflation ran at 7.5-8.0%.", [("7.5-8.0%", (7.5, 8), "percentage", "=")]),
        ("Temperatures of 40C to 45C are forecast.", [("40C to 45C", (40, 45), "celsius", "=")]),
        ("It will cost 24.2 to 33-35 billion euros.", [("24.2 to 33-35 billion euros", (24.2e9, 35e9), "euro", "=")]),
        ("Hundreds of homes were destroyed.", [("Hundreds of homes", (100, 1000), "home", "=")]),
        ("Tens of thousands of people fled.", [("Tens of thousands of people", (1e4, 1e5), "people", "=")]),
        ("Dozens were arrested.", [("Dozens", (12, 120), "-", "=")]),
        ("Several thousand teachers came.", [("Several thousand teachers", (2000, 10_000), "teacher", "=")]),
        (
            "It could cost tens or even hundreds of billions of dollars.",
            [("tens or even hundreds of billions of dollars", (1e10, 1e12), "dollar", "=")],
        ),
        ("It takes one-to-seven days.", [("one-to-seven days", (1, 7), "day", "=")]),
    ],
    "from one value to another": [
        (
            "The lake shrank from 68,000 sq km to under 7,000.",
            [("68,000 sq km to under 7,000", (68_000, 7000), "square kilometre", "down")],
        ),
        ("Infections rose by 8,021 to 216,400.", [("8,021", 8021, "-", "up"), ("216,400", 216_400, "-", "=")]),
        ("Seats fell from 10 to 9.", [("10 to 9", (10, 9), "seat", "down")]),
        (
            "Passenger numbers rose from 3.2 million to 4.1 million.",
            [("3.2 million to 4.1 million", (3.2e6, 4.1e6), "passenger", "up")],
        ),
        ("The rate was cut to 4.5% from 4.75%.", [("4.5%", 4.5, "percentage", "="), ("4.75%", 4.75, "percentage", "=")]),
        (
            "Sales fell to $3.1 billion from $3.4 billion a year earlier.",
            [("$3.1 billion", 3.1e9, "dollar", "="), ("$3.4 billion", 3.4e9, "dollar", "=")],
        ),
    ],
    "lists that share a unit or a verb": [
        (
            "The poll put Labour on 44%, the Conservatives on 24 and Reform on 11.",
            [("44%", 44, "percentage", "="), ("24", 24, "percentage", "="), ("11", 11, "percentage", "=")],
        ),
        (
            "It employs 1,200 people in Spain, 800 in Portugal and 450 in Greece.",
            [("1,200 people", 1200, "people", "="), ("800", 800, "people", "="), ("450", 450, "people", "=")],
        ),
        (
            "Exports grew 12% to China, 8% to India and 5% to Turkey.",
            [("12%", 12, "percentage", "up"), ("8%", 8, "percentage", "up"), ("5%", 5, "percentage", "up")],
        ),
        (
            "They signed 7 interregional and 10 commercial documents.",
            [
                ("7 interregional", 7, "interregional document", "="),
                ("10 commercial documents", 10, "commercial document", "="),
            ],
        ),
    ],
    "shares and ratios": [
        ("One in five adults has never flown.", [("One in five adults", 0.2, "adult", "=")]),
        ("One child in five is malnourished.", [("One child in five", 0.2, "-", "=")]),
        ("Three out of four voters backed the plan.", [("Three out of four voters", 0.75, "voter", "=")]),
        ("Three-quarters of the city's homes lost power.", [("Three-quarters", 0.75, "-", "=")]),
        ("Two thirds of the members voted against.", [("Two thirds", 2 / 3, "-", "=")]),
        ("Well over half of the pupils failed.", [("Well over half", 0.5, "-", ">")]),
        ("A third fewer tourists came.", [("A third", 1 / 3, "-", "=")]),
        ("They outnumber men by two to one.", [("two to one", 2, "count", "=")]),
        ("The party won 45 of 120 seats.", [("45", 45, "seat", "="), ("120 seats", 120, "seat", "=")]),
    ],
    "rates": [
        ("The field produces 250,000 barrels per day.", [("250,000 barrels per day", 250_000, "barrel per day", "=")]),
        ("Nurses face 1,000 alarms per shift.", [("1,000 alarms per shift", 1000, "alarm per shift", "=")]),
        ("It earned $2.53 per diluted share.", [("$2.53 per diluted share", 2.53, "dollar per share", "=")]),
        ("Each pole cost 4m/-.", [("4m/-", 4e6, "shilling", "=")]),
        ("It had 8.3 doctors per 1,000 people.", [("8.3 doctors per 1,000 people", 8.3, "doctor per 1,000 people", "=")]),
        (
            "He earns $45,000 a year, or about $22 an hour.",
            [("$45,000 a year", 45_000, "dollar per year", "="), ("or about $22 an hour", 22, "dollar per hour", "~")],
        ),
    ],
    "multiples": [
        ("Profits more than doubled.", [("more than doubled", 2, "count", ">")]),
        ("Exports have tripled.", [("tripled", 3, "count", "up")]),
        ("The price has halved.", [("halved", 0.5, "count", "down")]),
        ("It is expected to double its capacity.", [("double", 2, "count", "up")]),
        ("Revenue doubled to $4.2 million.", [("doubled", 2, "count", "up"), ("$4.2 million", 4.2e6, "dollar", "=")]),
        ("Twice as many people applied.", [("Twice as many", 2, "count", "=")]),
        ("It cost almost double the price.", [("almost double", 2, "count", "~")]),
        ("It costs three times as much as its rival.", [("three times", 3, "count", "=")]),
        ("Prices are 2.5 times higher.", [("2.5 times", 2.5, "count", "up")]),
        ("The budget grew tenfold.", [("tenfold", 10, "count", "up")]),
    ],
    "no multiples": [
        ("He scored twice.", []),
        ("She won the women's doubles.", []),
        ("They ordered a double espresso.", []),
        ("The minister doubled down on it.", []),
    ],
    "points of percentages and of indices": [
        (
            "Turnout dropped 4.5 percentage points to 61%.",
            [("4.5 percentage points", 4.5, "percentage point", "down"), ("61%", 61, "percentage", "=")],
        ),
        (
            "It raised its rate by a quarter of a percentage point.",
            [("a quarter of a percentage point", 0.25, "percentage point", "up")],
        ),
        ("It cut rates by half a percentage point.", [("half a percentage point", 0.5, "percentage point", "down")]),
        ("A quarter-point cut is likely.", [("A quarter-point", 0.25, "percentage point", "down")]),
        ("The yield fell 3.2 bps.", [("3.2 bps", 3.2, "basis point", "down")]),
        ("Rates rose 25 basis points to 5.5%.", [("25 basis points", 25, "basis point", "up"), ("5.5%", 5.5, "percentage", "=")]),
        (
            "The Dow rose 102.2 points, or 0.36%, to 27,934.02.",
            [("102.2 points", 102.2, "point", "up"), ("0.36%", 0.36, "percentage", "up"), ("27,934.02", 27_934.02, "point", "=")],
        ),
    ],
    "market moves": [
        (
            "Brent rose 12 cents, or 1.4%, to $85.20 a barrel.",
            [
                ("12 cents", 12, "cent", "up"),
                ("1.4%", 1.4, "percentage", "up"),
                ("$85.20 a barrel", 85.2, "dollar per barrel", "="),
            ],
        ),
        ("Shares fell 3% to 412 pence.", [("3%", 3, "percentage", "down"), ("412 pence", 412, "penny", "=")]),
        ("Its value has shrunk by $60 billion.", [("$60 billion", 60e9, "dollar", "down")]),
    ],
    "ages": [
        ("A 45-year-old man was killed.", [("45-year-old", 45, "year of age", "=")]),
        ("Maria Lopez, 27, won the race.", [("27", 27, "year of age", "=")]),
        ("The suspect, 34, was arrested.", [("34", 34, "year of age", "=")]),
        ("Children under five are at risk.", [("under five", 5, "year of age", "<")]),
        ("People aged 65 and over get the vaccine.", [("65 and over", 65, "year of age", ">")]),
        ("Some of the girls were as young as 14.", [("14", 14, "year of age", "=")]),
        ("She was around age 16 or 17.", [("16", 16, "year of age", "="), ("17", 17, "year of age", "=")]),
        ("Tony Blair is 71 and looks younger.", [("71", 71, "year of age", "=")]),
    ],
    "temperatures": [
        ("It fell to minus 12 degrees Celsius.", [("minus 12 degrees Celsius", -12, "celsius", "=")]),
        ("It was -5°C at night and 23°C at noon.", [("-5°C", -5, "celsius", "="), ("23°C", 23, "celsius", "=")]),
    ],
    "votes, and no scores": [
        ("The Senate voted 52-48 to confirm her.", [("52", 52, "vote", "="), ("48", 48, "vote", "=")]),
        ("The motion was carried 312-248.", [("312", 312, "vote", "="), ("248", 248, "vote", "=")]),
        ("The vote was 7 to 2.", [("7", 7, "vote", "="), ("2", 2, "vote", "=")]),
        ("They passed it by 312 votes to 248.", [("312 votes", 312, "vote", "="), ("248", 248, "vote", "=")]),
        ("Liverpool beat Arsenal 3-1.", []),
        ("Federer won 6-4, 7-6 (7-3).", []),
    ],
    "casualties": [
        ("At least 12 people were killed and 40 injured.", [("At least 12 people", 12, "people", ">"), ("40", 40, "-", "=")]),
        ("The blast killed 12 and wounded more than 30.", [("12", 12, "-", "="), ("more than 30", 30, "-", ">")]),
        (
            "A boy and two women died; 140 others were injured.",
            [("two women", 2, "woman", "="), ("140", 140, "-", "=")],
        ),
        ("A 2,000-strong crowd gathered.", [("2,000", 2000, "-", "=")]),
        ("The death toll rose to 107.", [("107", 107, "-", "=")]),
    ],
    "names with a number in them": [
        ("Israel seized it in the 1967 Six-Day War.", []),
        ("It followed the 9/11 attacks.", []),
        ("The transition to net zero is slow.", []),
        ("Section 47A of the Act was used.", []),
        ("The office is at 2407 W. 24th St.", []),
        ("According to SDG 11, cities grow.", []),
        ("Emissions fell below 2005 levels.", []),
        ("(Amounts in Thousands Except Per Share Amounts)", []),
    ],
    "numbers in words": [
        ("They sold two hundred and five houses.", [("two hundred and five houses", 205, "house", "=")]),
        (
            "It cost one million two hundred thousand dollars.",
            [("one million two hundred thousand dollars", 1.2e6, "dollar", "=")],
        ),
        ("A quarter of a million people marched.", [("A quarter of a million people", 250_000, "people", "=")]),
        ("Around a dozen people were hurt.", [("Around a dozen people", 12, "people", "~")]),
    ],
    "millions and metres": [
        (
            "It sold 60.1m phones, ahead of Apple's 50.1m and Xiaomi's 40.8m.",
            [("60.1m phones", 60.1e6, "phone", "="), ("50.1m", 50.1e6, "-", "="), ("40.8m", 40.8e6, "-", "=")],
        ),
        ("The waves were 5m and the wind was strong.", [("5m", 5, "metre", "=")]),
        ("It made 1.05 Moz of gold.", [("1.05 Moz", 1.05, "million ounce", "=")]),
    ],
    "grouping of digits": [
        ("It set aside ₹12,34,567.", [("₹12,34,567", 1_234_567, "indian rupee", "=")]),
        ("It will spend 2.5 lakh crore rupees.", [("2.5 lakh crore rupees", 2.5e12, "indian rupee", "=")]),
        ("It exported 816 000 tonnes of wheat.", [("816 000 tonnes", 816_000, "metric ton", "=")]),
        ("The financier's $77million mansion was sold.", [("$77million", 77e6, "dollar", "=")]),
        ("It earned 2,5 million euros.", [("2,5 million euros", 2.5e6, "euro", "=")]),
        ("It costs 1.234,50 euros.", [("1.234,50 euros", 1234.5, "euro", "=")]),
    ],
    "hedges": [
        ("The deal is worth as much as $3 billion.", [("as much as $3 billion", 3e9, "dollar", "<")]),
        ("Fewer than 50 people came.", [("Fewer than 50 people", 50, "people", "<")]),
        ("At most 300 visitors came.", [("At most 300 visitors", 300, "visitor", "<")]),
        ("It takes just over two hours.", [("just over two hours", 2, "hour", ">")]),
        ("He served over 20 years in jail.", [("over 20 years", 20, "year", ">")]),
        ("He won titles over two spells.", [("two spells", 2, "spell", "=")]),
        ("It hit some 200 or so world leaders.", [("some 200 or so world leaders", 200, "world leader", "~")]),
    ],
}


CASES = [pytest.param(text, shown, id=f"{form}: {text}") for form, rows in FORMS.items() for text, shown in rows]


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_a_form_of_the_news(figures: Find, text: str, shown: list[Shown]) -> None:
    assert [show(figure, text) for figure in figures(text)] == [approximately(s) for s in shown]


def show(figure: Figure, text: str) -> tuple[object, ...]:
    amount = figure.amount
    value = amount.value if amount.high is None else (amount.value, amount.high)
    mark = figure.hedge if figure.hedge is not Hedge.EXACT else figure.direction or "="
    return figure.span.of(text), value, amount.unit, str(mark)


def approximately(shown: Shown) -> tuple[object, ...]:
    printed, value, unit, mark = shown
    return printed, pytest.approx(value), unit, mark


CONVERSIONS = [
    ("It signed documents for 23.3 billion tenge ($49 million).", ["dollar"]),
    ("Officials put the loss at €1.2bn ($1.3bn; £1.0bn).", ["dollar", "pound sterling"]),
    ("The plant cost 1.5 billion rubles (about $16 million).", ["dollar"]),
    ("The tower is 828 metres (2,717 feet) tall.", ["foot"]),
]


@pytest.mark.parametrize(("text", "units"), CONVERSIONS)
def test_a_conversion_is_merged_into_its_figure(figures: Find, text: str, units: list[str]) -> None:
    (figure,) = figures(text)
    assert [c.unit for c in figure.conversions] == units


LINKED = [
    ("Brent rose 12 cents, or 1.4%, to $85.20 a barrel.", "rose 12 cents, or 1.4%"),
    ("Turnout dropped 4.5 percentage points to 61%.", "dropped 4.5 percentage points"),
    ("Revenue doubled to $4.2 million.", "doubled"),
]


@pytest.mark.parametrize(("text", "change"), LINKED)
def test_a_level_has_the_change_that_led_to_it(figures: Find, text: str, change: str) -> None:
    level = figures(text)[-1]
    assert level.change is not None
    assert level.change.text == change


def test_each_place_of_a_list_stays_with_its_figure(figures: Find) -> None:
    found = figures("Deliveries rose by 48% from the Aktobe region and by 36% from the Pavlodar region.")
    assert [f.place for f in found] == ["Aktobe region", "Pavlodar region"]


DOUBTED = [
    ("The value of exports exceeds $100,000.", 100_000, "Small for “value of exports”"),
    ("The value of exports exceeds $100 billion.", 100e9, ""),
    ("Support stood at 150% of voters.", 150, "A share above 100 percent."),
    ("Support stood at 50% of voters.", 50, ""),
]


@pytest.mark.parametrize(("text", "value", "doubt"), DOUBTED)
def test_an_implausible_value_is_flagged_and_never_changed(figures: Find, text: str, value: float, doubt: str) -> None:
    (figure,) = figures(text)
    assert figure.amount.value == value
    assert figure.doubt.startswith(doubt)
    assert bool(figure.doubt) == bool(doubt)


TABLE = """(Amounts in Thousands Except Per Share Amounts)
Gross profit | 140,071 | 147,215
Basic | $0.89 | $1.05"""


def test_a_table_in_thousands_is_flagged_and_its_sums_per_share_are_not(figures: Find) -> None:
    found = figures(TABLE)
    assert [f.amount.value for f in found] == [140_071, 147_215, 0.89, 1.05]
    assert [bool(f.doubt) for f in found] == [True, True, False, False]
    assert found[0].doubt == "The table is in thousands: the number as printed leaves that out."


def test_a_paragraph_ends_the_table_that_a_note_stood_over(figures: Find) -> None:
    prose = "The company said on Friday that it would open more shops in the coming year. " * 3
    found = figures(f"{TABLE}\n{prose}\nShops | 445 | 443")
    assert [bool(f.doubt) for f in found][-2:] == [False, False]


def test_a_multiple_written_as_a_verb_is_a_change(figures: Find) -> None:
    (figure,) = figures("Profits doubled.")
    assert (figure.kind, figure.subject) == (FigureKind.CHANGE, "Profits")
