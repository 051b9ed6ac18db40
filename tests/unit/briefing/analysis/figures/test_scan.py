from __future__ import annotations

import pytest

from briefing.analysis.figures.scan import join_ranges, scan

NUMBERS = [
    ("816,000 tons", "816,000", 816_000),
    ("816 000 tons", "816 000", 816_000),
    ("12,34,567.89 rupees", "12,34,567.89", 1_234_567.89),
    ("2,5 million", "2,5 million", 2_500_000),
    ("1.234.567 euros", "1.234.567", 1_234_567),
    ("7 3/4 per cent", "7 3/4", 7.75),
    ("$5.61-3/4 a bushel", "$5.61-3/4", 5.6175),
    ("plus or minus 3.1 points", "3.1", 3.1),
    ("1/16 of a pint", "1/16", 0.0625),
    ("2½ hours", "2½", 2.5),
    ("23.3 billion tenge", "23.3 billion", 23.3e9),
    ("$4.3bn", "$4.3bn", 4.3e9),
    ("120 MEUR", "120 M", 120e6),
    ("$2.174T.", "$2.174T", 2.174e12),
    ("€3.2 mrd", "€3.2 mrd", 3.2e9),
    ("€3.2mrd", "€3.2mrd", 3.2e9),
    ("₹2.5 lakh crore", "₹2.5 lakh crore", 2.5e12),
    ("12.3m tonnes", "12.3m", 12.3e6),
    ("1.8m tall", "1.8", 1.8),
    ("7.62mm barrel", "7.62", 7.62),
    ("4 hundred million", "4 hundred million", 4e8),
    ("35 lakh rupees", "35 lakh", 3_500_000),
    ("minus-260 degrees", "minus-260", -260),
    ("fell -0.4%", "-0.4", -0.4),
    ("twenty-eight thousand six hundred forty-two", "twenty-eight thousand six hundred forty-two", 28_642),
    ("half a million people", "half a million", 500_000),
    ("a hundred and one people", "a hundred and one", 101),
    ("two hundred fifty thousand people", "two hundred fifty thousand", 250_000),
    ("two and a half million", "two and a half million", 2_500_000),
    ("three-quarters of the vote", "three-quarters", 0.75),
    ("more than a third,", "a third", 1 / 3),
    ("one in three adults", "one in three", 1 / 3),
    ("an 18-fold rise", "18-fold", 18),
    ("USD115.5 each", "USD115.5", 115.5),
    ("hk $ 10.05 billion", "hk $ 10.05 billion", 10.05e9),
]


@pytest.mark.parametrize(("text", "printed", "value"), NUMBERS)
def test_a_number_is_read_where_it_stands(text: str, printed: str, value: float) -> None:
    (numeral,) = scan(text)
    assert text[numeral.outer : numeral.end] == printed
    assert numeral.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["G20 countries", "an A320", "COVID-19 tests", "the 18th forum", "#2 browser", "24703m212", "scp2-173m", "the one-on-one"],
)
def test_digits_inside_words_are_no_numbers(text: str) -> None:
    assert scan(text) == ()


def test_number_words_that_do_not_add_up_are_two_numbers() -> None:
    assert [n.value for n in scan("three five-year terms, five and six seats")] == [3, 5, 5, 6]


RANGES = [
    ("from 24.2 to 33-35 billion euros", 24.2e9, 35e9),
    ("from 640 to 1,050 items", 640, 1050),
    ("between 3 and 5 million people", 3e6, 5e6),
    ("10-15% of sales", 10, 15),
    ("5% to 10% of sales", 5, 10),
    ("dropped by 1 to 1.5 degrees", 1, 1.5),
    ("from $200,000 to $414 million", 200_000, 414e6),
    ("a 0-to-60-mph time", 0, 60),
    ("tens of thousands of people", 1e4, 1e5),
    ("fell from 5 to 3 million", 5e6, 3e6),
    ("between 50 and 1.2 million", 50, 1.2e6),
    ("from -18 °C to -34 °C", -18, -34),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_two_ends_make_a_range(text: str, low: float, high: float) -> None:
    (numeral,) = join_ranges(text, scan(text))
    assert (numeral.value, numeral.high) == (low, high)


@pytest.mark.parametrize("text", ["rose 5% to 10.2 million", "10 per cent to 18.97 yuan", "US$12 to HK$20", "8 men and 9 women"])
def test_a_change_and_its_level_are_no_range(text: str) -> None:
    assert [n.high for n in join_ranges(text, scan(text))] == [None, None]


@pytest.mark.parametrize("text", ["9" * 400, f"{'9' * 30} tons", f"{'1' * 400}-fold", f"one in {'9' * 400}"])
def test_endless_digits_are_codes(text: str) -> None:
    assert scan(text) == () or all(n.value < 1e18 for n in scan(text))
