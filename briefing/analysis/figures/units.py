"""What a number is measured in: percent, money, measures, ages and rates, read from the characters; the third step."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

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
OLD = re.compile(
    r"[\s-]+(?P<unit>year|month|week|day)s?(?:[\s-]+olds?\b|[\s-]+of[\s-]+age\b)|[\s-]?(?P<short>yo|y/o)\b(?!-)", re.IGNORECASE
)
# "aged 18 to 34", "age 87", "was 78," and "Senard, 65, now"
AGED = re.compile(
    r"\b(?:aged|ages|age|age of|age range of|aged between|aged from|ages of|ages from|ages between)\s(?:between\s"
    r"|from\s|about\s|under\s|over\s|of\s|around\s)?$",
    re.IGNORECASE,
)


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
    return aged(reading, draft) or priced(reading, draft) or with_unit(reading, draft) or unmeasured(draft)


def unmeasured(draft: Draft) -> Draft:
    """A bare number; a fraction in words is a share."""
    return replace(draft, kind=FigureKind.SHARE, rule="fraction in words") if draft.numeral.style is Style.FRACTION else draft


def aged(reading: Reading, draft: Draft) -> Draft | None:
    """An age: "87-year-old", "eighteen months of age", "aged 18 to 34", "Senard, 65, now"."""
    text, end = reading.text, draft.end
    match = OLD.match(text, end)
    if match:
        unit = (match["unit"] or "year").lower()
        return replace(draft, end=match.end(), unit=f"{unit} of age", kind=FigureKind.AGE, rule="age")
    before = text[max(0, draft.start - 24) : draft.start]
    if draft.numeral.sign or not 0 < draft.numeral.value < 125:
        return None
    if AGED.search(before):
        years = re.match(r"\s(years?|months?|weeks?|days?)\b", text[end:])
        return replace(
            draft,
            end=end + (years.end() if years else 0),
            unit=f"{years[1].rstrip('s') if years else 'year'} of age",
            kind=FigureKind.AGE,
            rule="age",
        )
    return (
        replace(draft, unit="year of age", kind=FigureKind.AGE, rule="age after a name") if after_person(reading, draft) else None
    )


def after_person(reading: Reading, draft: Draft) -> bool:
    """Whether a bare number is a person's age: "Senard, 65, now faces", "She was 78, the AP reports", "Kim (24)"."""
    numeral, text = draft.numeral, reading.text
    if numeral.style is not Style.DIGITS or numeral.high is not None or numeral.value != int(numeral.value) or numeral.value < 1:
        return False
    before, after = text[max(0, numeral.start - 40) : numeral.start], text[numeral.end : numeral.end + 12]
    if re.search(r"\b(?:[Hh]e|[Ss]he) (?:was|is|turned|turns)(?: only| just)? $", before):
        return bool(re.match(r"[.,;]|\s(?:when|years)|\s?$", after))
    if not re.search(r"[A-Za-z.]\s?,\s$|[A-Za-z]\s\($", before) or not re.match(r"\s?[,.;)]|\s(?:and|was|is|has|from)\b", after):
        return False
    first = reading.tokens(numeral.start, numeral.end)[0]
    if first.i < 2 or numeral.value < 5:
        return False
    name = reading.doc[first.i - 2]
    if name.ent_type_ == "PERSON":
        return True
    return (
        name.pos_ == "PROPN"
        and name.ent_type_ in ("", "ORG")
        and after.lstrip().startswith(",")
        and numeral.value >= 12
        and name.i > 0
        and name.nbor(-1).pos_ == "PROPN"
    )


def priced(reading: Reading, draft: Draft) -> Draft | None:
    """Money with its sign or code in front, a rate behind it in it: "$1,271.2 an ounce"."""
    if not draft.numeral.sign:
        return None
    currency = by_sign().get(squeezed(draft.numeral.sign), Currency("", draft.numeral.sign))
    # "$10 dollars", "$75 U.S. per barrel": the word says the same again.
    again = re.match(
        r"\s?(?:dollars?|US|U\.S\.?|euros?|pounds?|AUD|CAD|NZD|USD)\b\.?(?=\s|[.,;)]|$)", reading.text[draft.end : draft.end + 12]
    )
    end = draft.end + (again.end() if again and not again[0].endswith("U.S") else 0)
    spelled = again and by_sign().get(squeezed(again[0]))
    currency = spelled if spelled and currency.code == "USD" else currency
    return rated(
        reading, replace(draft, end=end, unit=currency.name, currency=currency.code, kind=FigureKind.AMOUNT, rule="currency sign")
    )


def with_unit(reading: Reading, draft: Draft) -> Draft | None:
    """A measure, a share or money named after the number."""
    match = unit_pattern().match(reading.text, draft.end)
    inner = draft.numeral.inner
    if match is None:
        return known(reading, draft, inner.strip(), draft.end) if inner else None
    printed = match["exact"] or match["loose"]
    if refused(reading.text, match, printed, draft):
        return None
    return known(
        reading,
        draft,
        printed,
        match.end() + (match[0].lstrip(" -").startswith("(") and reading.text[match.end() : match.end() + 1] == ")"),
    )


def refused(text: str, match: re.Match[str], printed: str, draft: Draft) -> bool:
    """Whether letters after a number only look like a unit: "5 in", "3 A level", "2 points out", "one second-half"."""
    spaced = match[0][:1].isspace()
    if "(" in match[0] and text[match.end() : match.end() + 1] != ")":
        return True
    if len(printed) == 1 and printed.isalpha() and printed not in "mgt" and spaced:
        return printed not in "CFWV" or text[match.end() : match.end() + 1] not in ("", ".", ",", ")", ";")
    if printed in ("m", "g", "t", "l", "L", "p", "x") and spaced:
        return bool(re.match(r"\s*[A-Za-z]", text[match.end() : match.end() + 3])) and not re.match(
            r"\s(?:\d|of|and|to|in|from|per)", text[match.end() : match.end() + 6]
        )
    return draft.numeral.style is Style.FRACTION and "%" in printed


def known(reading: Reading, draft: Draft, printed: str, end: int) -> Draft | None:
    """The draft with the unit or currency that a printed form names."""
    exact, loose = units()
    form = re.sub(r"[\s-]+", " ", printed)
    unit = exact.get(printed) or loose.get(form.lower()) or loose.get(printed.lower())
    if unit is not None:
        return rated(reading, replace(draft, end=end, unit=unit.name, kind=unit.kind, rule="unit of measure"))
    currency = by_word().get(form.lower())
    if currency is None:
        return None
    if (
        currency.name == "pound sterling"
        or form.lower() not in ("won", "real", "rand", "sum", "dong", "som")
        or draft.numeral.value >= 10
    ):
        return rated(
            reading,
            replace(draft, end=end, unit=currency.name, currency=currency.code, kind=FigureKind.AMOUNT, rule="currency word"),
        )
    return None


def rated(reading: Reading, draft: Draft) -> Draft:
    """The draft with its rate: "a barrel", "per day", "/km"."""
    match = PER.match(reading.text, draft.end)
    if match is None:
        return draft
    per = match["per"].lower()
    per = PER_NAMES.get(per, PER_NAMES.get(per.rstrip("s"), per if per.endswith("people") else per.rstrip("s")))
    if draft.unit == "percentage" and per not in ("year", "month", "quarter", "day", "week"):
        return draft
    return replace(draft, end=match.end(), unit=f"{draft.unit} per {per}")
