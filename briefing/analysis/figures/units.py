"""What a number is measured in: percent, money, measures, ages and rates, read from the characters; the third step."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from briefing.analysis.figures.ages import aged
from briefing.analysis.figures.currencies import Currency, by_sign, by_word, squeezed
from briefing.analysis.figures.draft import Draft, Numeral, Reading, Style
from briefing.assets import rows
from briefing.model import FigureKind

KINDS = {
    "share": FigureKind.SHARE,
    "measure": FigureKind.MEASURE,
    "duration": FigureKind.DURATION,
    "temperature": FigureKind.MEASURE,
    "ratio": FigureKind.RATIO,
}
PERIODS = "barrel|day|month|year|week|hour|minute|second|share|night|quarter|decade|annum"
PER = re.compile(
    rf"\s?(?:/|(?:\s|-)?(?:per|each|every)(?:\s|-)|(?:\s|-)an?(?:\s|-)(?=(?:{PERIODS}|tonne|ton|gallon|litre|liter|ounce|pound|square|mile|person|kilo|head|piece|unit|litre)\b)|\s(?=apiece\b))"
    r"\s?(?P<per>square (?:foot|metre|meter|kilometre|kilometer|mile|inch)|cubic (?:metre|meter|foot)|sq m|mmBTU"
    r"|hundred (?:thousand )?people|apiece|capita|"
    r"(?:barrel|day|month|year|week|hour|minute|second|share|gallon|gram|ounce|pound|tonne|ton|person|game|century|litre|liter|kilometre|kilometer|mile|night|"
    r"quarter|decade|annum|head|child|student|unit|household|passenger|vehicle|cent|kilo|kilogram|kg|km|match|inch)s?)\b",
    re.IGNORECASE,
)
# "150 mg/dL", "1.3 A/cm²", "95 g/km": a sign after a stroke, with its capitals.
STROKE = re.compile(
    r"/(?P<per>cm[23²³]|mm[23²³]|km[2²]|m[23²³]|d[lL]|[lL]|ml|mL|kg|lb|oz|kWh|MWh|MMBtu|mmBtu|bbl|ha|hr|min|mol|mile|km|mi|d|h|s|t|m|g)"
    r"(?![A-Za-z0-9²³])"
)
STROKE_NAMES = {
    "cm2": "square centimetre",
    "mm2": "square millimetre",
    "km2": "square kilometre",
    "m2": "square metre",
    "cm3": "cubic centimetre",
    "mm3": "cubic millimetre",
    "m3": "cubic metre",
    "dl": "decilitre",
    "l": "litre",
    "ml": "millilitre",
    "hr": "hour",
    "h": "hour",
    "min": "minute",
    "s": "second",
    "d": "day",
    "t": "metric ton",
    "ha": "hectare",
    "mi": "mile",
}
PER_NAMES = {
    "sq m": "square metre",
    "mmbtu": "mega british thermal unit",
    "annum": "year",
    "feet": "foot",
    "apiece": "piece",
    "kg": "kilogram",
    "km": "kilometre",
    "liter": "litre",
    "kilometer": "kilometre",
    "square meter": "square metre",
    "square kilometer": "square kilometre",
    "cubic meter": "cubic metre",
    "tonne": "metric ton",
}
# "2.4 billion gallons of jet fuel a year", "9 billion shekels ($2.4 billion) a year": the rate stands further behind.
RATE = r"\s(?:an?|per|each|every)\s(?P<per>day|week|month|year|hour)\b(?!\s(?:earlier|ago|before|later))"
PER_BEHIND = {
    FigureKind.MEASURE: re.compile(rf"(?:\sof(?:\s[a-z]+){{1,3}}?|\s\([^()]{{3,30}}\)){RATE}"),
    FigureKind.AMOUNT: re.compile(rf"\s\([^()]{{3,30}}\){RATE}"),
}


# "$10 dollars", "$75 U.S. per barrel", "$31.20 US.": the word says the same again.
AGAIN = re.compile(r"\s?(?P<word>dollars?|US|U\.S\.?|AUD|CAD|NZD|USD)(?=[\s.,;)]|$)(?!\.[A-Z])")
# "1/16 of a US pint", "half of a mile"
PART_OF_UNIT = re.compile(r"\sof\san?\s(?:US\s|UK\s)?(?P<unit>[A-Za-z]+)")
# "5 drams of distilled water" are weighed out, not paid.
OF_SOMETHING = re.compile(r"\sof\s(?:[a-z]+\s)?[a-z]+\b")
# Currency words that are common words too: "I won 3".
COMMON_WORDS = frozenset({"won", "real", "rand", "sum", "dong", "som"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure and the kind of quantity it makes."""

    name: str
    kind: FigureKind


@cache
def units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Units by their forms: as written with capitals, and in lower case."""
    exact: dict[str, Unit] = {}
    loose: dict[str, Unit] = {}
    for name, kind, forms in rows("units"):
        for form in forms.split(","):
            table, key = (exact, form[1:]) if form.startswith("=") else (loose, form.lower())
            table.setdefault(key, Unit(name, KINDS[kind]))
    return exact, loose


@cache
def unit_pattern() -> re.Pattern[str]:
    """One expression for every unit and every currency word that may stand after a number."""
    exact, loose = units()

    def alternatives(forms: set[str]) -> str:
        return "|".join(re.escape(f).replace(r"\ ", r"[\s-]+") for f in sorted(forms, key=len, reverse=True))

    either = f"(?:{alternatives(set(loose) | set(by_word()))})"
    return re.compile(
        rf"[\s-]{{0,2}}\(?(?:(?P<exact>(?-i:{alternatives(set(exact))}))|(?P<loose>{either}))(?![A-Za-z0-9²³]|-to-)",
        re.IGNORECASE,
    )


def measured(reading: Reading, numeral: Numeral) -> Draft:
    """The number with the unit that its characters show; "-" where they show none."""
    draft = Draft(numeral, numeral.outer, numeral.end)
    if numeral.style is Style.FOLD:
        return replace(draft, unit="count", kind=FigureKind.RATIO, rule="multiple")
    return aged(reading, draft) or priced(reading, draft) or with_unit(reading, draft) or unmeasured(reading, draft)


def unmeasured(reading: Reading, draft: Draft) -> Draft:
    """A bare number; a fraction in words is a share, «30'» is feet, «percent of 10» has its unit in front."""
    part = PART_OF_UNIT.match(reading.text, draft.end)
    if part and draft.numeral.value < 1 and part["unit"].lower() in units()[1]:
        return replace(draft, unit=units()[1][part["unit"].lower()].name, kind=FigureKind.MEASURE, rule="unit of measure")
    if draft.numeral.style is Style.FRACTION:
        return replace(draft, kind=FigureKind.SHARE, rule="fraction in words")
    if draft.numeral.style is Style.DIGITS and re.match(r"'(?=\s[a-z]|[.,])", reading.text[draft.end :]):
        return replace(draft, end=draft.end + 1, unit="foot", kind=FigureKind.MEASURE, rule="unit of measure")
    leading = re.search(r"^\s*(?:per ?cent|percentage) of $", reading.text[: draft.start], re.IGNORECASE)
    if leading:
        return replace(draft, start=leading.start(), unit="percentage", kind=FigureKind.SHARE, rule="unit in front")
    return draft


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
    if match[0][:1].isspace() and len(printed) == 1 and printed.isalpha() and not STROKE.match(text, match.end()):
        if printed in "mgtlLp":
            return bool(re.match(r"\s*[A-Za-z]", after)) and not re.match(r"\s(?:\d|of|and|to|in|from|per|at|by)\b", after)
        return printed not in "CFWV" or after[:1] not in ("", ".", ",", ")", ";")
    return draft.numeral.style is Style.FRACTION and "%" in printed


def known(reading: Reading, draft: Draft, printed: str, end: int) -> Draft | None:
    """The draft with the unit or currency that a printed form names."""
    form = re.sub(r"[\s-]+", " ", printed).lower()
    if form in ("pound", "pounds"):
        return in_pounds(reading, draft, end)
    exact, loose = units()
    unit = exact.get(printed) or loose.get(form) or loose.get(printed.lower())
    if unit is not None:
        return rated(reading, replace(draft, end=end, unit=unit.name, kind=unit.kind, rule="unit of measure"))
    currency = by_word().get(form)
    if currency is None or (form in COMMON_WORDS and draft.numeral.value < 10):
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


def rated(reading: Reading, draft: Draft) -> Draft:
    """The draft with its rate: "a barrel", "per day", "/km"."""
    match = PER.match(reading.text, draft.end)
    if match is None:
        return stroked(reading, draft) or rated_behind(reading, draft)
    if re.match(r"\s(?:earlier|ago|before|later|prior)\b", reading.text[match.end() :]):
        return draft
    per = match["per"].lower()
    per = PER_NAMES.get(per, PER_NAMES.get(per.rstrip("s"), per if per.endswith("people") else per.rstrip("s")))
    if draft.unit == "percentage" and per not in ("year", "month", "quarter", "day", "week"):
        return draft
    return replace(draft, end=match.end(), unit=f"{draft.unit} per {per}")


def stroked(reading: Reading, draft: Draft) -> Draft | None:
    """The draft with the sign after a stroke: "150 mg/dL"."""
    match = STROKE.match(reading.text, draft.end)
    if match is None:
        return None
    sign = match["per"].replace("²", "2").replace("³", "3")
    known_unit = units()[0].get(sign) or units()[1].get(sign.lower())
    per = STROKE_NAMES.get(sign.lower()) or (known_unit.name if known_unit else sign)
    return replace(draft, end=match.end(), unit=f"{draft.unit} per {per}")


def rated_behind(reading: Reading, draft: Draft) -> Draft:
    """The draft with the rate that stands behind its "of" phrase or its conversion; the figure's place stays."""
    pattern = PER_BEHIND.get(draft.kind)
    match = pattern.match(reading.text, draft.end) if pattern else None
    if match is None:
        return draft
    return replace(draft, unit=f"{draft.unit} per {match['per']}")
