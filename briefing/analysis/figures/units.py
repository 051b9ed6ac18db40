"""What a number is measured in: percent, money, measures, ages and rates, read from the characters."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.analysis.figures.ages import aged
from briefing.analysis.figures.currencies import Currency, by_sign, by_word, squeezed
from briefing.analysis.figures.draft import Draft, Numeral, Reading, Style
from briefing.analysis.figures.measures import unit_pattern, units
from briefing.analysis.figures.rates import PER, STROKE, rated
from briefing.analysis.figures.votes import vote_places
from briefing.assets import words
from briefing.model import FigureKind

# "$10 dollars", "$75 U.S. per barrel", "$31.20 US.": the word says the same again.
AGAIN = re.compile(r"\s?(?P<word>dollars?|US|U\.S\.?|AUD|CAD|NZD|USD)(?=[\s.,;)]|$)(?!\.[A-Z])")
# "1/16 of a US pint", "half of a mile"
PART_OF_UNIT = re.compile(r"\sof\san?\s(?:US\s|UK\s)?(?P<unit>[A-Za-z]+)")
# Signs that are money only where something is paid: "150 kn" are knots elsewhere.
DEAR = {"kn": "croatian kuna", "R": "south african rand"}
# "costs [150 kn]", "a budget of [R 40]"
DEAR_WORDS = re.compile(
    r"\b(?:costs?|prices?|priced|paid|pays?|worth|bought|sold|sells?|budget|salary|wages?|fees?|fares?|fined?|earn\w*|spen[dt]|rent|loan|debt)\b",
    re.IGNORECASE,
)
# "5 drams of distilled water" are weighed out, not paid.
OF_SOMETHING = re.compile(r"\sof\s(?:[a-z]+\s)?[a-z]+\b")
# Behind a fraction: "[a quarter] of a percentage point", "[half] a point", "[a quarter]-point".
PART_OF_POINT = re.compile(
    r"(?:\sof)?(?:\san?)?[\s-](?P<unit>percentage[\s-]points?|per ?cent|percent|points?|basis points?|miles?|kilomet(?:er|re)s?"
    r"|met(?:er|re)s?|inch(?:es)?|acres?|tons?|tonnes?|pounds?|litres?|liters?|gallons?)\b",
    re.IGNORECASE,
)
# Currency words that are common words too: "I won 3".
SUM = 100  # the least sum that is likely with such a word
COMMON_WORDS = frozenset({"won", "real", "rand", "sum", "dong", "som"})


def measured(reading: Reading, numeral: Numeral) -> Draft:
    """The number with the unit that its characters show; "-" where they show none."""
    draft = Draft(numeral, numeral.outer, numeral.end)
    if numeral.style is Style.FOLD:
        return replace(draft, unit="count", kind=FigureKind.RATIO, rule="multiple")
    if numeral.style is Style.FRACTION and not numeral.sign:
        part = part_of_point(reading, draft)
        if part is not None:
            return part
    return aged(reading, draft) or priced(reading, draft) or with_unit(reading, draft) or unmeasured(reading, draft)


def unmeasured(reading: Reading, draft: Draft) -> Draft:
    """A bare number; a fraction in words is a share, «30'» is feet, «percent of 10» has its unit in front."""
    part = PART_OF_UNIT.match(reading.text, draft.end)
    if part and draft.numeral.value < 1 and part["unit"].lower() in units()[1]:
        return replace(draft, unit=units()[1][part["unit"].lower()].name, kind=FigureKind.MEASURE, rule="unit of measure")
    if draft.numeral.style is Style.FRACTION:
        return replace(draft, kind=FigureKind.SHARE, rule="fraction in words")
    if draft.numeral.start in vote_places(reading.text):
        votes = re.match(r"\svotes\b", reading.text[draft.end :])
        return replace(draft, end=draft.end + (votes.end() if votes else 0), unit="vote", rule="count of a vote")
    if draft.numeral.style is Style.DIGITS and re.match(r"'(?=\s[a-z]|[.,])", reading.text[draft.end :]):
        return replace(draft, end=draft.end + 1, unit="foot", kind=FigureKind.MEASURE, rule="unit of measure")
    leading = re.search(r"^\s*(?:per ?cent|percentage) of $", reading.before(draft.start), re.IGNORECASE)
    if leading:
        return replace(draft, start=leading.start(), unit="percentage", kind=FigureKind.SHARE, rule="unit in front")
    return draft


def part_of_point(reading: Reading, draft: Draft) -> Draft | None:
    """«a quarter of a percentage point», «a half-point cut», «half a mile»: a fraction in front of its unit."""
    match = PART_OF_POINT.match(reading.text, draft.end)
    if match is None:
        return None
    form = re.sub(r"[\s-]+", " ", match["unit"]).lower()
    unit = units()[1]["percentage point" if "-" in match[0] and form == "point" else form]
    return replace(draft, end=match.end(), unit=unit.name, kind=unit.kind, rule="unit of measure")


def priced(reading: Reading, draft: Draft) -> Draft | None:
    """Money with its sign or code in front, a rate behind it in it: "$1,271.2 an ounce"."""
    if not draft.numeral.sign:
        return None
    currency = by_sign().get(squeezed(draft.numeral.sign), Currency("", draft.numeral.sign))
    again = AGAIN.match(reading.text, draft.end)
    end = draft.end
    if again:
        end = again.end()
        spelled = by_sign().get(squeezed(again["word"])) or (by_sign()["us$"] if again["word"].startswith("U") else None)
        currency = spelled if spelled and currency.code == "USD" else currency
    found = replace(draft, end=end, unit=currency.name, currency=currency.code, kind=FigureKind.AMOUNT, rule="currency sign")
    inner = PER.search(draft.numeral.inner)
    return replace(found, unit=f"{found.unit} per {inner['per'].lower()}") if inner else rated(reading, found)


def with_unit(reading: Reading, draft: Draft) -> Draft | None:
    """A measure, a share or money named after the number."""
    match = unit_pattern().match(reading.text, draft.end)
    inner = draft.numeral.inner
    if match is None:
        named = known(reading, draft, inner, draft.end) if inner else None
        return named or (known(reading, draft, inner.split()[0], draft.end) if " " in inner else None)
    printed = match["exact"] or match["loose"]
    if refused(reading.text, match, printed, draft):
        return None
    return known(reading, draft, printed, match.end() + ("(" in match[0]))


def refused(text: str, match: re.Match[str], printed: str, draft: Draft) -> bool:
    """Whether letters after a number only look like a unit: "5 in", "3 A level", "a third %"."""
    after = text[match.end() : match.end() + 6]
    if "(" in match[0] and not after.startswith(")"):
        return True
    if len(printed) == 1 and printed.isupper() and names_itself(text, draft, after):
        return True
    if match[0][:1].isspace() and len(printed) == 1 and printed.isalpha() and not STROKE.match(text, match.end()):
        if printed == "R":
            return DEAR_WORDS.search(text[max(0, draft.start - 60) : draft.start]) is None
        if printed in "mgtlLp":
            return bool(re.match(r"\s*[A-Za-z]", after)) and not re.match(r"\s(?:\d|of|and|to|in|from|per|at|by)\b", after)
        return printed not in "CFWV" or after[:1] not in ("", ".", ",", ")", ";")
    return draft.numeral.style is Style.FRACTION and "%" in printed


def names_itself(text: str, draft: Draft, after: str) -> bool:
    """Whether a number with a capital is a name: "Section 47A", "2407 W. 24th St"."""
    before = re.search(r"(\w+)\s$", text[max(0, draft.start - 16) : draft.start])
    named = before is not None and before[1].lower() in words("name-heads")
    return named or re.match(r"\.\s\d+(?:st|nd|rd|th|$)", after) is not None


def known(reading: Reading, draft: Draft, printed: str, end: int) -> Draft | None:
    """The draft with the unit or currency that a printed form names."""
    form = re.sub(r"[\s-]+", " ", printed).lower()
    if form in ("pound", "pounds"):
        return in_pounds(reading, draft, end)
    if printed in DEAR and DEAR_WORDS.search(reading.before(draft.start)):
        printed = form = DEAR[printed]
    exact, loose = units()
    unit = exact.get(printed) or loose.get(form) or loose.get(printed.lower())
    if unit is not None:
        return rated(reading, replace(draft, end=end, unit=unit.name, kind=unit.kind, rule="unit of measure"))
    currency = by_word().get(form) or by_word().get(printed.lower())
    if currency is None or (form in COMMON_WORDS and draft.numeral.value < SUM):
        return None
    if form in ("dram", "drams") and OF_SOMETHING.match(reading.text, end):
        return replace(draft, end=end, unit="dram", kind=FigureKind.MEASURE, rule="unit of measure")
    draft, end = late_scale(reading, draft, end)
    found = replace(draft, end=end, unit=currency.name, currency=currency.code, kind=FigureKind.AMOUNT, rule="currency word")
    return rated(reading, found)


def in_pounds(reading: Reading, draft: Draft, end: int) -> Draft:
    """Pounds: money with a scale word or from a hundred thousand on, weight below."""
    numeral = draft.numeral
    money = numeral.value >= 1e5 or (numeral.style is Style.DIGITS and reading.text[numeral.end - 1].isalpha())
    if money:
        found = replace(draft, end=end, unit="pound sterling", currency="GBP", kind=FigureKind.AMOUNT, rule="currency word")
    else:
        found = replace(draft, end=end, unit="pound-mass", kind=FigureKind.MEASURE, rule="unit of measure")
    return rated(reading, found)


def late_scale(reading: Reading, draft: Draft, end: int) -> tuple[Draft, int]:
    """«75 USD million»: the scale behind the code belongs to the number."""
    match = re.match(r"\s(million|billion|trillion)\b", reading.text[end:])
    if match is None or draft.numeral.value >= 1000:
        return draft, end
    factor = {"million": 1e6, "billion": 1e9, "trillion": 1e12}[match[1]]
    return replace(draft, numeral=replace(draft.numeral, value=draft.numeral.value * factor)), end + match.end()
