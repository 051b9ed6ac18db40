"""Units that a number shares with another: "7- or 8-inch", "from 9 to 10 [seats]", "435 homes by open sale and 187 by tender"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from briefing.analysis.figures.draft import Draft, Reading, Style
from briefing.analysis.figures.measures import units
from briefing.analysis.figures.nouns import NOUNS, PLURAL, named
from briefing.analysis.figures.phrases import light
from briefing.model import FigureKind

# "four-, five- and six-cylinder": the unit stands behind the last hyphen.
HYPHENS = re.compile(r"-(?:,\s[\w.]+-)*,?\s(?:or|and|to)\s(?:an?\s)?[\w.]+-(?P<unit>[a-z]+)\b")
# A bare number ends its phrase here: nothing that it could count follows.
ENDS = re.compile(
    r"\s?(?:[.,;:)]|$)|\s(?:by|in|from|to|at|on|for|who|that|which|were|was|are|is|have|had|during|last|this|next|when|after|before|and|but|while|as|with|a|per)\b"
)
# "and [187]", "compared with about [63]", "won [24]"
LEADS = re.compile(
    r"\b(?:and|from|to|with|than|versus|against|at|is|was|were|of|or|won|took|takes|got|gained|secured|held|holds|polled"
    r"|wounding|killing|injuring|while|lowest is|highest is)\s"
    r"(?:(?:about|around|nearly|over|more than|almost|some|only|just|another|up to|at least)\s)?$"
)
# An index level with its change behind it: "16,369.03, up 58.06 points", "(16369.03 down 58.06 points)".
INDEX = re.compile(
    r",?\s\(?(?:up|down|off|higher by|lower by|a (?:gain|rise|loss|fall|drop) of|after (?:gaining|rising|losing|falling))"
    r"\s(?:by\s|about\s|nearly\s)?[\d.,]+\s(?:points|pts)\b"
)
# Between two items of a list: " in Spain, ", " from Almaty and ".
ITEM = re.compile(r"\s(?P<by>in|from|to|at|on|by|for|with)\s[\w\s'’.-]{2,40}?(?:,\s|,?\sand\s)")
# Between two shares of a poll: ", the Conservatives on ".
RIVAL = re.compile(r"(?:,|,?\sand)\s(?:the\s)?[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){0,3}\s(?P<by>on|at|with)\s")
WHOLE = 100  # the shares of a poll are less
# "rose by [1]", "fell by [2]"
STEP_BEHIND = re.compile(r"\b(?P<verb>[a-z]+) by\s$", re.IGNORECASE)
LARGE = 1e6  # from here on a number with its scale word is likely a sum like the one before
NEAR = 90  # characters between two figures that share a unit, at most
# "[1.51 billion] a year", "[19.7 trillion].", "[2.4 million] in 2020": no unit follows
TAIL = re.compile(
    r"\s?(?:[.,;:)]|$)|\s(?:a (?:year|month|week|quarter)|in|by|from|last|this|and|while|at|on|the|average|expected"
    r"|forecast|seen)\b"
)
# "[1.24 billion euros] from [1.51 billion]", "to about [19.7 trillion]"
OTHER_END = re.compile(r"\b(?:from|to|than|versus|against|with|of|the)\s(?:the\s|about\s|around\s|nearly\s|some\s|just\s)?$")
OLDEST = 120  # years
# "31 people, among them 12 children, …": what follows counts the whole again.
PART = re.compile(r"\b(?:among (?:them|which|whom)|including|of (?:them|whom|which))\s$")
# Units of small steps, of which a second number is of the same size.
STEPS = ("point", "cent", "penny", "degree", "celsius", "fahrenheit")


def sharing(reading: Reading, draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """A bare number with the unit it shares; unchanged where there is none to share."""
    if draft.unit != "-" or draft.numeral.sign or draft.numeral.style in (Style.FRACTION, Style.FOLD):
        return draft
    own = (
        same_money(reading, draft, earlier)
        or same_age(reading, draft, earlier)
        or behind_hyphens(reading, draft)
        or of_change(reading, draft)
        or of_subject(reading, draft)
    )
    return own or of_earlier(reading, draft, earlier) or draft


def same_money(reading: Reading, draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """«to 1.24 billion euros from 1.51 billion», «by 1.3 trillion crowns to 19.7 trillion»: the second sum is money too."""
    scaled = (
        draft.numeral.value >= LARGE and reading.text[draft.numeral.end - 1].isalpha() and draft.numeral.style is Style.DIGITS
    )
    if not earlier or not scaled or not TAIL.match(reading.text, draft.end) or not OTHER_END.search(reading.before(draft.start)):
        return None
    last = next((d for d in reversed(earlier) if reading.text[d.start - 1 : d.start] != "("), earlier[-1])
    near = draft.start - last.end <= NEAR and not re.search(r"[;:]|[.!?]\s", reading.text[last.end : draft.start])
    if not last.is_money or " per " in last.unit or not near:
        return None
    return replace(
        draft, unit=last.unit, currency=last.currency, kind=FigureKind.AMOUNT, rule="shared unit", reasons=("money named before",)
    )


def same_age(reading: Reading, draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """«at around age 16 or 17», «daughters aged 11 and 7»: the second of two ages."""
    if not earlier or earlier[-1].kind is not FigureKind.AGE or not 0 < draft.numeral.value < OLDEST:
        return None
    if not re.fullmatch(r",?\s(?:or|and|to)\s|,\s", reading.text[earlier[-1].end : draft.start]) or not ENDS.match(
        reading.text, draft.end
    ):
        return None
    return replace(draft, unit=earlier[-1].unit, kind=FigureKind.AGE, rule="age beside an age")


def behind_hyphens(reading: Reading, draft: Draft) -> Draft | None:
    """«a 7- or 8-inch touchscreen»."""
    match = HYPHENS.match(reading.text, draft.end)
    if match is None:
        return None
    unit = units()[1].get(match["unit"])
    return replace(
        draft, unit=unit.name if unit else match["unit"], kind=unit.kind if unit else FigureKind.COUNT, rule="shared unit"
    )


def of_change(reading: Reading, draft: Draft) -> Draft | None:
    """«closed at 16,369.03, up 58.06 points»: the level of an index has the unit of its change."""
    if draft.numeral.value < 100 or not INDEX.match(reading.text, draft.end):
        return None
    return replace(draft, unit="point", kind=FigureKind.MEASURE, rule="shared unit", reasons=("its change is in points",))


def of_subject(reading: Reading, draft: Draft) -> Draft | None:
    """«the pan-democrats' seats increased from 9 to 10»: the plural subject is what is counted."""
    if draft.numeral.high is None or not re.search(r"\bfrom\s$", reading.before(draft.start)):
        return None
    token = reading.tokens(draft.start, draft.numeral.end)[0]
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) if verb else None
    if subject is None or subject.tag_ != "NNS" or verb is None:
        return None
    if subject.lemma_.lower() in light():  # "passenger numbers rose from …" counts passengers
        before = [c for c in subject.lefts if c.dep_ == "compound"]
        if not before:
            return None
        subject = before[-1]
    return replace(draft, unit=named([], subject), rule="counts its subject", reasons=(f"“{subject.text}”",))


def of_earlier(reading: Reading, draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """«3.9 million headsets, up from 2.4 million», «rose 64.06 points to 4,577.10», «84.75 cents, … the lowest is 74.07»."""
    if not earlier or not ENDS.match(reading.text, draft.end):
        return None
    listed = in_poll(reading, draft, earlier[-1]) or in_list(reading, draft, earlier[-1])
    if listed is not None:
        return listed
    if STEP_BEHIND.search(reading.before(draft.start)):
        return percent_before(draft, earlier[-1])
    if not LEADS.search(reading.before(draft.start)):
        return None
    if re.search(r"[.!?]\s(?=[A-Z])|;", reading.text[earlier[-1].end : draft.start]):
        return None
    return index_level(reading, draft, earlier[-1]) or counted_before(reading, draft, earlier) or step_before(draft, earlier[-1])


def in_poll(reading: Reading, draft: Draft, previous: Draft) -> Draft | None:
    """«Labour on 44%, the Conservatives on 24, Reform on 11»: a list with one preposition and one per cent."""
    match = RIVAL.fullmatch(reading.text[previous.end : draft.start])
    same = match is not None and reading.before(previous.full.start).endswith(f" {match['by']} ")
    if not same or previous.unit != "percentage" or draft.numeral.value >= WHOLE:
        return None
    return replace(draft, unit=previous.unit, kind=previous.kind, rule="shared unit", reasons=("unit of the list's first",))


def in_list(reading: Reading, draft: Draft, previous: Draft) -> Draft | None:
    """«1,200 people in Spain, 800 in Portugal and 450 in Greece»: a list with one noun and one preposition."""
    match = ITEM.fullmatch(reading.text[previous.end : draft.start])
    counts = previous.kind is FigureKind.COUNT and previous.unit != "-"
    if match is None or not counts or not reading.text.startswith(f" {match['by']} ", draft.end):
        return None
    return replace(draft, unit=previous.unit, rule="shared unit", reasons=("counts what the figure before counts",))


def index_level(reading: Reading, draft: Draft, previous: Draft) -> Draft | None:
    """«lost 162.31 points, or 2.14%, to fall to 7,425.81»: an index level behind its change."""
    points = re.search(r"\bpoints\b", reading.text[: draft.start])
    behind = re.search(r"\b(?:to|at)\s$", reading.text[previous.end : draft.start])
    if not (points and behind and previous.unit in ("point", "percentage") and previous.direction and draft.numeral.value >= 100):
        return None
    return replace(draft, unit="point", kind=FigureKind.MEASURE, rule="shared unit", reasons=("points named before",))


def counted_before(reading: Reading, draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """«435 homes by open sale and 187 by tender», «460 vehicles … compared with 63»."""
    counted = (d for d in reversed(earlier) if d.noun >= 0 or d.rule == "shared unit")
    previous = next((d for d in counted if not PART.search(reading.before(d.full.start))), None)
    if previous is None or draft.start - previous.end > NEAR or draft.numeral.value < 20 or interrupted(reading, previous, draft):
        return None
    if previous.unit == "-" or previous.kind is not FigureKind.COUNT:
        return None
    return replace(
        draft, unit=previous.unit, kind=previous.kind, rule="shared unit", reasons=("counts what the figure before counts",)
    )


def step_before(draft: Draft, previous: Draft) -> Draft | None:
    """«84.75 cents, while the lowest is 74.07»: a small step of the same size."""
    if previous.unit not in STEPS or not 0.2 <= abs(draft.numeral.value / (previous.numeral.value or 1)) <= 5:
        return None
    return replace(draft, unit=previous.unit, kind=previous.kind, rule="shared unit", reasons=("unit of the figure before",))


def percent_before(draft: Draft, previous: Draft) -> Draft | None:
    """«the DAX rose by 2 percent but the Nasdaq fell by 1»: a second small change of the same kind."""
    if not previous.unit.startswith(("percentage", "basis point")) or draft.numeral.value >= 100:
        return None
    return replace(draft, unit=previous.unit, kind=previous.kind, rule="shared unit", reasons=("unit of the change before",))


def interrupted(reading: Reading, previous: Draft, draft: Draft) -> bool:
    """Whether another plural noun stands between, which the number might count as well."""
    inside: list[Token] = [t for t in reading.tokens(previous.end, draft.start) if previous.end <= t.idx < draft.start]
    return any(t.tag_ in PLURAL and t.pos_ in NOUNS and t.lower_ not in units()[1] for t in inside)
