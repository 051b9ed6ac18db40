"""Whether a figure is a change, and which way: "by 48%", "a 5% increase", "up 12 cents"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.multiples import multiplies
from briefing.assets import rows
from briefing.model import Direction, FigureKind

LEVEL_WORDS = frozenset(
    {"to", "at", "from", "of", "in", "for", "with", "as", "on", "near", "above", "below", "under", "toward", "towards", "per"}
)
# Units in which steps are told.
STEPS = frozenset({"percentage", "percentage point", "basis point", "point", "count", "cent", "penny"})
# "grew by $3 billion[ to about ]$20 billion"
LANDING = re.compile(r"\sto\s(?:(?:a|about|around|nearly|almost|over|some)\s)*", re.IGNORECASE)


@cache
def directions(speech: str) -> dict[str, Direction]:
    """Lemmas of a part of speech and the way they go."""
    return {word: Direction(way) for way, kind, listed in rows("directions") if kind == speech for word in listed.split(",")}


def changed(reading: Reading, draft: Draft, previous: Draft | None = None) -> Draft:
    """The draft with its direction; a change's kind becomes CHANGE, a from–to pair's stays."""
    if previous is not None and previous.direction and LANDING.fullmatch(reading.text[previous.full.end : draft.full.start]):
        return draft  # "grew by $3 billion to $20 billion"
    itself = multiplies(reading, draft)
    if itself is not None:
        return directed(draft, itself, "the verb itself")
    for rule in RULES:
        direction = rule(reading, draft)
        if direction is not None:
            return directed(draft, direction, rule.__name__.replace("_", " "))
    inherited = shared_direction(reading, draft, previous)
    return directed(draft, inherited, "shares the verb") if inherited else draft


def directed(draft: Draft, direction: Direction, why: str) -> Draft:
    """The draft going one way."""
    if direction is Direction.NONE:
        return draft
    kind = (
        draft.kind
        if (draft.numeral.high is not None and draft.unit not in STEPS) or draft.kind is FigureKind.AGE
        else FigureKind.CHANGE
    )
    return replace(draft, direction=direction, kind=kind, reasons=(*draft.reasons, f"{direction}: {why}"))


def measures_change(draft: Draft) -> bool:
    """Whether a unit can tell a change at all: no counts of things, no ages, no stretches of time."""
    return (
        draft.noun < 0
        and draft.kind not in (FigureKind.AGE, FigureKind.DURATION)
        and not re.search(r" per (?!year|month|day|week|decade|century)", draft.unit)
    )


def before(reading: Reading, draft: Draft) -> str:
    """Up to forty characters in front of the figure and its hedge."""
    start = draft.full.start
    return reading.text[max(0, start - 40) : start]


def pair(reading: Reading, draft: Draft) -> Direction | None:
    """«increased from 640 to 1,050»: both ends are levels, the verb or noun before gives the way."""
    if draft.numeral.high is None or not re.search(r"\bfrom\s(?:[a-z]+\s){0,2}$", before(reading, draft), re.IGNORECASE):
        return None
    if re.search(r"\b(?:up|down) from (?:the|its|their)\s", before(reading, draft), re.IGNORECASE):
        return Direction.NONE  # "down from the $89 to $93 billion it had projected": a range of before
    word = re.search(r"\b(?P<word>up|down|higher|lower) from\s$", before(reading, draft), re.IGNORECASE)
    if word:
        return directions("adverb")[word["word"].lower()]
    token = reading.tokens(draft.start, draft.numeral.end)[0]
    for ancestor in list(token.ancestors)[:6]:
        found = directions("verb").get(ancestor.lemma_.lower()) or directions("noun").get(ancestor.lemma_.lower())
        if found and ancestor.i < token.i:
            return found
        if ancestor.pos_ == "VERB":
            break
    return Direction.NONE


def adverb_before(reading: Reading, draft: Draft) -> Direction | None:
    """«up 5%», «down about 68 p», «higher by 2%»; "up to" and "up from" are no such thing."""
    match = re.search(
        r"(?<!made )(?<!make )(?<!makes )(?<!making )(?<!set )(?<!took )(?<!picked )\b(?P<word>up|down|higher|lower)\s"
        r"(?:by\s)?(?:a\s|an\s|further\s|another\s|just\s|only\s|as much as\s|some\s)?$",
        before(reading, draft),
        re.IGNORECASE,
    )
    if match is None or draft.kind is FigureKind.AGE or draft.numeral.style.name == "VAGUE":
        return None
    if draft.noun >= 0 and not re.search(r",\s?(?:up|down)\s", before(reading, draft)):
        return None
    return directions("adverb")[match["word"].lower()]


def adverb_after(reading: Reading, draft: Draft) -> Direction | None:
    """«5% higher», «8 times more than last year», «a third less»; "200 more" is no change."""
    after = reading.text[draft.end : draft.end + 40]
    match = re.match(
        r"\s(?:(?:percent|%)\s)?(?P<word>higher|lower|more|less|fewer|larger|greater|bigger|smaller|faster|slower|longer|above|below)\b(?P<than>\s(?:\w+\s){0,2}than\b)?",
        after,
    )
    if match is None and draft.kind is FigureKind.SHARE:
        match = re.match(r"\s(?P<word>up|down)(?P<than>)(?=\s(?:at|to|on|by|in|for|from)\b|[,.;)])", after)
    if match is None or not measures_change(draft) or (draft.numeral.style.name == "FRACTION" and not match["than"]):
        return None
    word = match["word"]
    if word in ("more", "less", "fewer", "above", "below") and not (match["than"] or draft.unit in ("percentage", "count")):
        return None
    return directions("adverb")[word]


def signed(reading: Reading, draft: Draft) -> Direction | None:
    """«$5.1bn (+14.2%)», «$2.9bn (-3%)»: the sign in brackets says the way."""
    if draft.unit not in STEPS or not draft.numeral.value:
        return None
    ahead = before(reading, draft)
    if ahead.endswith("(+"):
        return Direction.UP
    return Direction.DOWN if ahead.endswith("(") and draft.numeral.value < 0 else None


def noun_after(reading: Reading, draft: Draft) -> Direction | None:
    """«a 5% increase», «a 7% year-on-year jump»."""
    if not measures_change(draft):
        return None
    end = reading.of(draft).end
    for at in range(end, min(end + 4, len(reading.doc))):
        token = reading.doc[at]
        found = directions("noun").get(token.lemma_.lower())
        if found and token.pos_ in ("NOUN", "VERB", "PROPN"):
            return found if draft.unit in STEPS or token.lemma_ != "loss" else None
        if token.pos_ not in ("ADJ", "PUNCT", "NOUN", "ADV") or token.text in ",;.()":
            return None
    return None


def verb_touching(reading: Reading, draft: Draft) -> Direction | None:
    """«rose 12 cents», «fell by nearly 2%», «lost 162.31 points»: the verb stands in front of the number."""
    at = reading.tokens(draft.full.start, draft.full.end)[0].i - 1
    while at >= 0 and (
        reading.doc[at].lower_ in ("by", "a", "an", "another", "further", "only", "just", "some", "as", "much")
        or reading.doc[at].tag_ == "RB"
    ):
        at -= 1
    if at < 0:
        return None
    verb = reading.doc[at]
    found = directions("verb").get(verb.lemma_.lower()) or directions("verb").get(f"{verb.lemma_.lower()} up")
    if found is None or verb.pos_ not in ("VERB", "NOUN") or reading.doc[at + 1].lower_ in LEVEL_WORDS:
        return None
    by = reading.doc[at + 1].lower_ == "by"
    return found if (verb.pos_ == "VERB" and (by or takes_change(verb, draft))) or by else None


def takes_change(verb: Token, draft: Draft) -> bool:
    """Whether a verb's object is how far it went: "rose 5 points", but not "raised $5 million", "cut 700 jobs"."""
    if draft.unit.split()[-1] == "point":
        return True
    if not measures_change(draft):
        return False
    if draft.kind is FigureKind.AMOUNT:
        return verb.lemma_.lower() not in (
            "raise",
            "boost",
            "lift",
            "lose",
            "add",
            "reduce",
            "shed",
            "recover",
            "cut",
            "slash",
            "trim",
            "gain",
        ) or (verb.lemma_.lower() in ("lose", "gain") and draft.unit in STEPS)
    return verb.lemma_.lower() not in ("lower", "raise", "expand", "add", "reduce", "recover", "cut") or draft.unit in STEPS


def noun_before(reading: Reading, draft: Draft) -> Direction | None:
    """«an increase of 3%», «growth of 2.1%», «fell by», «a rise in prices of 5%»."""
    match = re.search(
        r"\b(?P<noun>[a-z]+)\s(?:of|by)\s(?:a\s|an\s|just\s|only\s|some\s)?$", before(reading, draft), re.IGNORECASE
    )
    if match is None or not measures_change(draft):
        return None
    word = match["noun"].lower()
    return directions("noun").get(word) or directions("noun").get(word.rstrip("s"))


def governing_verb(reading: Reading, draft: Draft) -> Direction | None:
    """«supplies … increased sharply last year by 48%»: the verb that the figure hangs on, with "by" or as its measure."""
    root = reading.of(draft).root
    if (root.dep_ == "pobj" and root.head.lower_ in LEVEL_WORDS) or re.search(r"\bto\s$", before(reading, draft)):
        return Direction.NONE
    by = root.dep_ == "pobj" and root.head.lower_ == "by"
    verb = root.head.head if by else root.head
    if verb.pos_ not in ("VERB", "NOUN") or (not by and root.dep_ not in ("npadvmod", "dobj", "advmod", "oprd", "attr")):
        return None
    found = (
        directions("verb").get(verb.lemma_.lower())
        if verb.pos_ == "VERB"
        else directions("noun").get(verb.lemma_.lower())
        if by
        else None
    )
    if not found or not ((by and draft.kind is not FigureKind.AGE) or (takes_change(verb, draft) and measures_change(draft))):
        return None
    return found if abs(verb.i - root.i) < 15 and not (draft.noun >= 0 and not by) else None


def shared_direction(reading: Reading, draft: Draft, previous: Draft | None) -> Direction | None:
    """«rose 12 cents, or 1.4%», «by 48% and by 36%», «2.5 times from Almaty and 5 times from Astana»."""
    if previous is None or previous.direction is Direction.NONE or not measures_change(draft):
        return None
    gap = reading.text[previous.full.end : draft.full.start]
    if re.fullmatch(
        r"\s?(?:,|\(|—|-)?\s?(?:or|and|or about|or roughly|or nearly)?\s?(?:by\s|about\s)?", gap
    ) and draft.unit in STEPS | {"dollar", "euro"}:
        return previous.direction
    yearly = re.match(r"\s(?:year[- ]on[- ]year|year[- ]over[- ]year|on the year|from a year)\b", reading.text[draft.end :])
    if yearly and draft.unit == previous.unit and len(gap) < 40:
        return previous.direction
    same = draft.unit == previous.unit and previous.numeral.high is None
    return (
        previous.direction
        if same
        and re.fullmatch(
            r"(?:\s(?:in|from|for|to|at|on|compared to|compared with)\s[\w\s'-]{2,40})?,?\s(?:and|but)\s(?:by\s)?", gap
        )
        else None
    )


RULES: tuple[Callable[[Reading, Draft], Direction | None], ...] = (
    pair,
    signed,
    adverb_before,
    adverb_after,
    noun_after,
    noun_before,
    verb_touching,
    governing_verb,
)
