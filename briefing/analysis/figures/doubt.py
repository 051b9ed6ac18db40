"""Values that look implausible: flagged in words, never changed."""

from __future__ import annotations

import re

from briefing.analysis.figures.draft import Draft
from briefing.model import FigureKind

# What a whole country or sector measures is seldom under a million: "the value of exports exceeds $100,000".
NATIONAL = re.compile(
    r"\b(?:exports?|imports?|trade|gdp|gross domestic product|turnover|budget|revenues?|investments?|reserves|deficit|debt)\b",
    re.IGNORECASE,
)
# "a fee for exports", "the budget per household": of a part, and so rightly small
PART = re.compile(
    r"\b(?:per|average|each|one|a|fee|fine|prize|compan(?:y|ies)|firms?|shops?|famil(?:y|ies)|households?|personal|students?|clubs?)\b",
    re.IGNORECASE,
)


def doubt_of(draft: Draft, subject: str) -> str:
    """Why a value looks wrong, in words; "" where it does not."""
    value = draft.numeral.value
    if (
        draft.kind is FigureKind.AMOUNT
        and "per" not in draft.unit
        and 0 < value < 1e6
        and NATIONAL.search(subject)
        and not PART.search(subject)
    ):
        return f"Small for “{subject}”: the source may have left out a word such as “million”."
    if draft.kind is FigureKind.SHARE and draft.unit == "percentage" and value > 100:
        return "A share above 100 percent."
    if (
        draft.kind is FigureKind.AGE
        and draft.unit == "year of age"
        and value > 120
        and not re.search(r"tradition|wall|city|building|tree|fossil", subject)
    ):
        return "An age above 120 years."
    if draft.numeral.high is not None and draft.direction == "" and draft.numeral.high < value:
        return "The second number of the range is the smaller one."
    return ""
