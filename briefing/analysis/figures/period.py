"""Which time a figure speaks of, and what its change is measured against."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.times import Time
from briefing.assets import words
from briefing.model import FigureKind, Period, Span

# "compared with last year", "more than last year", "from a year earlier": what a change is measured against.
AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|than|from|against|versus|vs\.?|over|up on"
    r"|relative to)\s(?:the\s)?(?:same\s(?:period|month|quarter|time)\s(?:in|of)\s)?"
    r"(?:a\s|in\s|that of\s|that in\s)?$",
    re.IGNORECASE,
)
# "[rose 5%] from a year earlier", "compared with the same period of last year", "than expected", "over the pre-war level"
BASE = re.compile(
    r"(?:compared (?:with|to)|in comparison (?:with|to)|than|from|against|versus|vs\.?|over|on"
    r"|relative to)\s(?P<base>(?:in\s)?(?:a (?:year|month|week|quarter|decade) (?:earlier|ago|before)|"
    r"(?:the\s)?(?:same|year-ago|previous|prior|preceding|corresponding)\s(?:period|month|quarter|year|week|time"
    r"|day)(?:\s(?:of|in|a)\s(?:the\s)?(?:last year|previous year|year earlier|year ago|\d{4}|year before))?"
    r"|(?:the\s)?(?:year|month|week|quarter) before|[Ll]ast (?:year|month|week|quarter)|the pre-[a-z]+ level"
    r"|(?:in\s)?(?:19|20)\d\d(?: levels?)?|pre-[a-z]+ levels?|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|expected"
    r"|expectations|previously (?:thought|expected|announced)))",
    re.IGNORECASE,
)
# "exceeded its target by more than [5%]"
EXCEEDED = re.compile(
    r"exceed(?:s|ed|ing)\s(?P<base>(?:the|its)\s[\w\s-]{3,40}?)\sby\s(?:more than\s|about\s|nearly\s|over\s|almost\s)?$"
)
# "[3.8%] year on year", "a [7%] year-on-year jump"
YEAR_ON_YEAR = re.compile(
    r"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter|y/y|yoy|annually)\b",
    re.IGNORECASE,
)
# Where one clause ends and the next begins: "…; …", "…, while …", "…, and …".
BREAK = re.compile(r";|,?\s(?:while|whereas|but|although|and then)\s|,\s(?:and|which|who)\s")
# "the 2014 protests", "the 1988 film": the year is part of a thing's name.
OF_A_THING = re.compile(
    r"\s(?:[A-Z]\w+|(?:emissions?\s)?levels?|baseline|protests?|elections?|war|crisis|model|film|movie|agreement|deal|act|law|treaty|season|edition)\b"
)
# A second figure behind "from" or "compared with", and no clause between it and the time.
OTHER_END = re.compile(
    r"\s(?:from|against|versus|than|compared (?:with|to)|up on|down on)\s(?:[a-z]+\s){0,3}\W?\d[^;:,]*,?\s?$", re.IGNORECASE
)
# "this year the city expects 6 million visitors" speaks of this year.
FORESEES = frozenset({"expect", "estimate", "forecast", "predict", "project", "see", "show", "believe", "think"})
# "sold 300 cars in 2021, against 200 in 2020": the second number is not of 2021.
FORMER = re.compile(
    r"\b(?:from|against|versus|compared (?:with|to))\s(?:(?:a|an|about|some|around|nearly|just|the)\s)*$", re.IGNORECASE
)
# Distances of a time from its figure, in characters: too far, and what a clause between, a time behind or one verb count for.
FAR, FAR_FROM_A_DURATION = 400, 60
CLAUSE, BEHIND, SAME_VERB = 45, 12, 40
# "a study published in May": the time says when that was.
PUBLISHED = frozenset({"publish", "release", "issue", "present", "conduct", "unveil", "date", "sign", "adopt", "print"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph with its parse, and the times in it."""

    reading: Reading
    times: tuple[Time, ...]


def period_of(setting: Setting, draft: Draft) -> Time | None:
    """The time nearest in the parse of the figure's sentence; None where none belongs to it."""
    if draft.kind is FigureKind.AGE or describes(setting.reading, draft):
        return None
    sentence = setting.reading.of(draft).root.sent
    near = [t for t in setting.times if sentence.start_char <= t.start < sentence.end_char and usable(setting.reading, t)]
    near = [t for t in near if not beyond_semicolon(setting.reading, draft, t)]
    near = [t for t in near if not of_other_clause(setting.reading, draft, t) and not of_other_end(setting.reading, draft, t)]
    ranked = sorted((distance(setting.reading, draft, t), t.start, t) for t in near)
    if not ranked:
        return None
    best, _, time = ranked[0]
    return time if best < (FAR_FROM_A_DURATION if draft.kind is FigureKind.DURATION else FAR) else None


def describes(reading: Reading, draft: Draft) -> bool:
    """Whether a measure only says what a thing is like, which no period changes: "the 70 meter hall", "a two-day meeting"."""
    root = reading.of(draft).root
    before = root.dep_ in ("compound", "nummod", "amod", "nmod", "quantmod", "npadvmod") and root.i < root.head.i
    return draft.kind in (FigureKind.MEASURE, FigureKind.DURATION) and before and root.head.pos_ in ("NOUN", "PROPN", "ADJ")


def usable(reading: Reading, time: Time) -> bool:
    """Whether a time can be a figure's period: no clock time, no base of comparison, no date of a statement."""
    if not time.period or AGAINST.search(reading.text[max(0, time.start - 50) : time.start]):
        return False
    if re.fullmatch(r"\d{4}", reading.text[time.start : time.end]) and OF_A_THING.match(reading.text, time.end):
        return False
    return not of_statement(reading.tokens(time.start, time.end).root)


def of_other_clause(reading: Reading, draft: Draft, time: Time) -> bool:
    """Whether a time stands in a clause without the figure: "the largest since it opened in 1964", "a study issued in May"."""
    figure = reading.of(draft).root
    for token in [word := reading.tokens(time.start, time.end).root, *word.ancestors]:
        if token == figure or token.is_ancestor(figure):
            return False
        if token.dep_ in ("relcl", "advcl") and (token.dep_ == "relcl" or opens_since(token)):
            return not any(t.i == token.head.i for t in figure.ancestors) or token.dep_ == "advcl"
        if token.dep_ == "acl" and token.lemma_ in PUBLISHED:
            return True
    return False


def opens_since(verb: Token) -> bool:
    """Whether a clause says from or until when: "since it opened", "before they met"."""
    return any(c.lower_ in ("since", "after", "before", "until") and c.i < verb.i for c in verb.children)


def beyond_semicolon(reading: Reading, draft: Draft, time: Time) -> bool:
    """Whether a semicolon parts a figure from a day or a "now": "at present 18%; the aim is 35%"."""
    between = reading.text[min(time.end, draft.end) : max(time.start, draft.start)]
    return ";" in between and lasting(time) is None and not reading.text[time.start :].lower().startswith("as of")


def of_other_end(reading: Reading, draft: Draft, time: Time) -> bool:
    """Whether a time belongs to what the figure moved from: "fell to €37.5 million from €44.1 million in 2024"."""
    if time.start > draft.end:
        return bool(OTHER_END.search(reading.text, draft.end, time.start))
    return draft.numeral.high is None and bool(FORMER.search(reading.text, time.end, draft.full.start))


def of_statement(token: Token) -> bool:
    """Whether a time says when something was said: "said on Friday that …", not "reported a profit for 2021"."""
    verb = clause_verb(token)
    if verb is None or verb.lemma_ not in words("reporting-verbs") or inside_object(token, verb):
        return False
    # "the first 9 months of this year showed a 5% increase": here the time is what speaks.
    below = [c for c in verb.children if c.dep_ in ("nsubj", "ccomp")]
    if any(t.i == token.i for c in below for t in c.subtree):
        return False
    said = ("ccomp", "parataxis") if verb.lemma_ in FORESEES else ("ccomp", "parataxis", "nsubj")
    return any(c.dep_ in said for c in verb.children)


def inside_object(token: Token, verb: Token) -> bool:
    """Whether a time belongs to what a verb acts on: "a profit of $5 million for 2021"."""
    between = [t for t in token.ancestors if verb.is_ancestor(t)]
    return any(t.pos_ in ("NOUN", "NUM", "SYM") and t.ent_type_ not in ("DATE", "TIME") for t in between)


def distance(reading: Reading, draft: Draft, time: Time) -> float:
    """How far a time is from a figure: the characters between, more across a clause, less under the same verb."""
    low, high = (time.end, draft.start) if time.start < draft.start else (draft.end, time.start)
    between = reading.text[low:high] if low < high else ""
    far = float(len(between)) + CLAUSE * len(BREAK.findall(between)) + (BEHIND if time.start > draft.start else 0)
    return far - SAME_VERB if same_clause(reading, draft, time) else far


def same_clause(reading: Reading, draft: Draft, time: Time) -> bool:
    """Whether the same verb governs both."""
    first, second = clause_verb(reading.of(draft).root), clause_verb(reading.tokens(time.start, time.end).root)
    return first is not None and second is not None and first.i == second.i


def clause_verb(token: Token) -> Token | None:
    """The nearest verb above a word."""
    return next((t for t in [token, *token.ancestors] if t.pos_ in ("VERB", "AUX")), None)


def base_of(reading: Reading, draft: Draft) -> str:
    """What a change is measured against, as printed: "last year", "the pre-pandemic level"."""
    if (
        draft.kind not in (FigureKind.CHANGE, FigureKind.RATIO)
        and draft.numeral.high is None
        and draft.kind is not FigureKind.SHARE
    ):
        return ""
    sentence = reading.of(draft).root.sent
    exceeded = EXCEEDED.search(reading.text[: draft.full.start])
    if exceeded:
        return reading.original[exceeded.start("base") : exceeded.end("base")]
    if draft.direction == "" and draft.kind is not FigureKind.RATIO:
        return ""
    after = [
        m
        for m in BASE.finditer(reading.text, draft.end, sentence.end_char)
        if len(BREAK.findall(reading.text[draft.end : m.start()])) < 1
    ]
    before = [
        m
        for m in BASE.finditer(reading.text, sentence.start_char, draft.start)
        if m[0][:8].lower() in ("compared", "in compa", "relative")
    ]
    found = after[:1] or before[-1:]
    if found:
        return reading.original[found[0].start("base") : found[0].end("base")]
    # "3.8% year on year", "a 7% year-on-year jump", "grew year on year by 7%": not across a comma.
    behind = reading.text[draft.end : draft.end + 24].split(",")[0]
    yearly = YEAR_ON_YEAR.search(behind) or YEAR_ON_YEAR.search(reading.text[max(0, draft.full.start - 20) : draft.full.start])
    return yearly[0] if yearly else ""


def as_period(article_text: str, reading: Reading, time: Time) -> Period:
    """A time as a figure's period, in the article's own words."""
    span: Span = reading.place(time.start, time.end)
    days = time.days
    return Period(
        span, span.of(article_text), days.start.isoformat() if days.start else "", days.end.isoformat() if days.end else ""
    )


def up_to_now(reading: Reading, draft: Draft) -> bool:
    """Whether a figure's verb speaks of all until now, so that no time of the sentence before holds: "has killed 52,000"."""
    verb = clause_verb(reading.of(draft).root)
    return verb is not None and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)


def lasting(time: Time | None) -> Time | None:
    """A time that sets a stretch of text: a month or longer, and no "today" or "Friday"."""
    if time is None:
        return None
    start, end = time.days.start, time.days.end
    return time if start and end and (end - start).days >= 27 else None
