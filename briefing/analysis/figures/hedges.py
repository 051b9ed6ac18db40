"""How a printed number stands to the true one: over, at least, up to, nearly, some."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from briefing.analysis.figures.draft import Draft, Reading, Style
from briefing.assets import rows
from briefing.model import FigureKind, Hedge, Span

# "over five weeks" is a stretch of time; "for over five weeks" is more than five.
AMOUNT_OF_TIME = re.compile(
    r"\b(?:for|of|in|than|take[sn]?|took|taking|last(?:s|ed|ing)?|spen[dt]|is|was|are|were|be|been|after|and|to|lived|live|worked|with|by|nearly|serv(?:e|ed|es|ing)|wait(?:ed|ing)?|held|jailed|ruled|reigned|surviv(?:ed|ing)|stayed|sp[ae]n(?:s|ned|ning)?|won|over)\s$|^\s*$|[(,]\s?$",
    re.IGNORECASE,
)
# Units that are occasions: "over two [spells]", "under three [group stages]".
OCCASIONS = re.compile(r"(?:[\w-]+ )*(?:spell|game|match|season|leg|session|round|stint|phase|stage|lap|set|inning|instalment)$")
LOOSE = frozenset({"over", "under", "above", "below", "beyond", "within", "near", "some", "around", "about", "c."})
FILLER = r"(?:(?:\s(?:a|an|by|only|just|another|one|as|US|its|their|his|her))?[\s-]*)"


@cache
def tables() -> tuple[dict[str, Hedge], dict[str, Hedge]]:
    """Hedges before and after a number, in lower case."""
    before: dict[str, Hedge] = {}
    after: dict[str, Hedge] = {}
    for sign, where, phrases in rows("hedges"):
        table = before if where == "before" else after
        table.update({phrase: Hedge(sign) for phrase in phrases.split(",")})
    return before, after


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The expressions for hedges before and after."""

    def any_of(phrases: dict[str, Hedge]) -> str:
        longest = sorted(phrases, key=len, reverse=True)
        return "|".join(
            (r"\b" if p[0].isalpha() else "") + re.escape(p).replace(r"\ ", r"\s+") + (r"\b" if p[-1].isalpha() else "")
            for p in longest
        )

    before, after = tables()
    return (
        re.compile(rf"(?P<hedge>{any_of(before)}){FILLER}$", re.IGNORECASE),
        re.compile(
            rf"[\s-]?(?:[a-z]+\s)?(?P<hedge>{any_of(after)})(?!\s(?:than|of|\d)|(?<=plus)\s(?:to|by)|(?<=least)\s(?:to|by))",
            re.IGNORECASE,
        ),
    )


def hedged(reading: Reading, draft: Draft) -> Draft:
    """The draft with the hedge that stands before it, or else behind it."""
    return hedge_before(reading, draft) or hedge_after(reading, draft) or draft


def hedge_before(reading: Reading, draft: Draft) -> Draft | None:
    """«more than a third», «nearly 30,000 jobs», «exceeds $100,000»."""
    text = reading.text
    window = max(0, draft.start - 40)
    match = patterns()[0].search(text[window : draft.start])
    if match is None:
        return None
    word = re.sub(r"\s+", " ", match["hedge"].lower())
    before = text[max(0, window + match.start() - 24) : window + match.start()]
    if out_of_scope(word, before, text[window + match.end("hedge") : draft.start], draft):
        return None
    if draft.numeral.high is not None and re.search(r"\bfrom\s$", before):
        return None  # "from up to 252 miles to 287" says nothing of the pair
    hedge = tables()[0][word]
    if word in ("than", "over") and re.search(r"\bnot\s$|\bno\s$", before):
        hedge = Hedge.BELOW
    return replace(draft, hedge=hedge, hedge_span=Span(window + match.start("hedge"), window + match.end("hedge")))


def out_of_scope(word: str, before: str, between: str, draft: Draft) -> bool:
    """Whether the word before a number says where or when and not how much."""
    if word in LOOSE and re.search(r"[a-z]", between) and not re.fullmatch(r"\s(?:a|an|another|just|only)\s", between):
        return True
    if word == "over" and draft.kind is FigureKind.DURATION:
        return not AMOUNT_OF_TIME.search(before)
    if word == "over" and OCCASIONS.match(draft.unit):
        return True  # "three titles over two spells" were won during them
    if word in ("above", "below", "over", "under"):
        return bool(
            re.search(r"\b(?:higher|degrees?|percent|well|%|feet|meters|metres|points|vote|victory|win|premium)\s$", before)
        ) and word not in ("over", "under")
    return word == "some" and draft.numeral.style is Style.VAGUE


def hedge_after(reading: Reading, draft: Draft) -> Draft | None:
    """«107 or more», «$5 million plus», «50+»."""
    for end in (draft.numeral.end, draft.end):
        match = patterns()[1].match(reading.text, end)
        if (
            match
            and not reading.text[match.end() : match.end() + 1].isdigit()
            and (match.start("hedge") - end < 2 or match["hedge"][:2] == "or")
        ):
            return replace(
                draft,
                hedge=tables()[1][re.sub(r"\s+", " ", match["hedge"].lower())],
                hedge_span=Span(match.start("hedge"), match.end("hedge")),
            )
    return None
