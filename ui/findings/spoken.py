"""A card in words, for screen readers."""

from __future__ import annotations

from briefing.brief import Decision
from ui.findings.lines import Lines

_DECISIONS = {Decision.KEPT: "kept", Decision.DROPPED: "dropped"}


def state_words(decision: Decision, *, suggested: bool, check: bool) -> str:
    """The state of a finding in one or two words; "" for one that is simply open."""
    if decision in _DECISIONS:
        return _DECISIONS[decision]
    return "check" if check else "suggested" if suggested else ""


def spoken(kind: str, lines: Lines, decision: Decision, suggested: bool, check: bool, starred: bool, edited: bool) -> str:
    """The whole card as a sentence: kind, title, second line, state, evidence and place."""
    state = _DECISIONS.get(decision, "to review")
    marks = [
        state,
        "suggested" if suggested and decision is Decision.UNDECIDED else "",
        "check" if check else "",
        "lead figure" if starred else "",
        "edited" if edited else "",
    ]
    head = f"{kind.capitalize()} {lines.title}"
    article, _, paragraph = lines.place.rpartition("¶")
    place = f"article {article.strip()}, paragraph {paragraph}" if article else f"paragraph {paragraph}"
    parts = (head, lines.second, ", ".join(mark for mark in marks if mark), lines.excerpt.text, place)
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
