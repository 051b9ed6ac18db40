"""Rates behind a unit: "a barrel", "per day", "mg/dL", "per 100,000 people"."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.measures import units
from briefing.model import FigureKind

PERIODS = "barrel|day|month|year|week|hour|minute|second|share|night|quarter|decade|annum"
# "[$85] a barrel", "[120] per day", "[$5]/share", "[40 euros] each month", "[$3] apiece"
PER = re.compile(
    rf"\s?(?:/|(?:\s|-)?(?:per|each|every)(?:\s|-)|(?:\s|-)an?(?:\s|-)(?=(?:{PERIODS}|tonne|ton|gallon|litre|liter|ounce|pound|square|mile|person|kilo|head|piece|unit|litre|bushel|acre|hectare|dose|bottle|gram|therm|seat|room|bag|carton|MWh|kWh)\b)|\s(?=apiece\b))"
    r"\s?(?P<per>square (?:foot|metre|meter|kilometre|kilometer|mile|inch)|cubic (?:metre|meter|foot)|sq m|mmBTU"
    r"|hundred (?:thousand )?people|apiece|capita|"
    r"(?:barrel|day|month|year|week|hour|minute|second|share|gallon|gram|ounce|pound|tonne|ton|person|game|century|litre|liter|kilometre|kilometer|mile|night|"
    r"quarter|decade|annum|head|bushel|acre|hectare|dose|bottle|therm|seat|room|bag|carton|MWh|kWh|child|student|unit|household|passenger|vehicle|cent|kilo|kilogram|kg|km|match|inch)s?)\b",
    re.IGNORECASE,
)
# "8.3 doctors per 1,000 people", "12 deaths for every 100,000 inhabitants"
PER_MANY = re.compile(
    r"\s(?:per|for every|(?:out of|in) every)\s"
    r"(?P<many>\d{1,3}(?:,000)+|\d{2,6}|(?:a\s)?(?:hundred thousand|hundred|thousand|million))"
    r"\s(?P<of>[a-z]+(?:\sbirths)?)\b"
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
# "[12 alarms] per shift", "[$0.89] per diluted share"
PER_ANY = re.compile(
    r"\sper\s(?:(?:fully )?diluted|basic|common|ordinary|preferred|single|average)?\s?(?P<per>(?!cent|se\b|person\b)[a-z]{3,})\b"
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
# "2.4 billion gallons of jet fuel a year", "9 billion shekels ($2.4 billion) a year": the rate stands further behind.
RATE = r"\s(?:an?|per|each|every)\s(?P<per>day|week|month|year|hour)\b(?!\s(?:earlier|ago|before|later))"
PER_BEHIND = {
    FigureKind.MEASURE: re.compile(rf"(?:\sof(?:\s[a-z]+){{1,3}}?|\s\([^()]{{3,30}}\)){RATE}"),
    FigureKind.AMOUNT: re.compile(
        rf"\s\([^()]{{3,30}}\){RATE.replace('day|', 'barrel|tonne|ton|share|litre|liter|ounce|person|unit|head|night|day|')}"
    ),
}


def rated(reading: Reading, draft: Draft) -> Draft:
    """The draft with its rate: "a barrel", "per day", "/km"."""
    many = PER_MANY.match(reading.text, draft.end)
    if many is not None:
        return replace(draft, end=many.end(), unit=f"{draft.unit} per {many['many']} {many['of'].lower()}")
    match = PER.match(reading.text, draft.end)
    if match is None:
        return stroked(reading, draft) or per_anything(reading, draft) or rated_behind(reading, draft)
    if re.match(r"\s(?:earlier|ago|before|later|prior)\b", reading.text[match.end() :]):
        return draft
    per = match["per"].lower()
    per = PER_NAMES.get(per, PER_NAMES.get(per.rstrip("s"), per if per.endswith("people") else per.rstrip("s")))
    if draft.unit == "percentage" and per not in ("year", "month", "quarter", "day", "week"):
        return draft
    return replace(draft, end=match.end(), unit=f"{draft.unit} per {per}")


def per_anything(reading: Reading, draft: Draft) -> Draft | None:
    """The draft with a rate in any other word: "alarms per shift", "$0.89 per diluted share"."""
    match = PER_ANY.match(reading.text, draft.end)
    if match is None or draft.unit == "-" or draft.kind is FigureKind.SHARE:
        return None
    return replace(draft, end=match.end(), unit=f"{draft.unit} per {match['per'].lower()}")


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
