"""What belongs together: a conversion and its figure, a change and its level, repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.phrases import light
from briefing.model import Amount, Change, Direction, Figure, FigureKind, Hedge, Period, Span

PARTICULAR = 1000  # the same number from here on is no chance
FEW = 12  # the same number up to here is often chance
LINKING = 120  # characters between a change and its level, at most
# "grew by 34%, reaching $535 million", "rose 2% to $11.1bn", "strengthened 0.13% versus the greenback at 108.55"
LEADS_TO = re.compile(
    r"(?:\b(?:reaching|hitting|surpassing|exceeding|totalling|totaling|topping|bringing|reached|amounted to"
    r"|amounting to|standing at)\s[\w\s]{0,24}"
    r"|(?:^|\s)(?:to|at)\s(?:a\s|an\s|about\s|some\s|around\s|nearly\s|almost\s|over\s)?(?:\w+ (?:high|low|record) of\s)?)$"
)
# "fell 4% from [$44.1 million]", "compared with about [63]"
FORMER = re.compile(
    r"\b(?:from|compared (?:with|to)|versus|against|than)\s(?:(?:a|an|about|some|around|nearly|just|the)\s)*$", re.IGNORECASE
)
# Words long enough to say what is measured.
SAME = re.compile(r"[a-z]{3,}", re.IGNORECASE)


def is_conversion(reading: Reading, main: Draft, other: Draft) -> bool:
    """Whether a figure is the one before in another currency or measure: "23.3 billion tenge ($49 million)"."""
    gap = reading.text[main.full.end : other.full.start]
    if not re.fullmatch(
        r"(?:\s(?:of\s)?[a-z]+)?\s?\((?:[^()]{2,24}[;,/]\s)?(?:or\s|about\s|around\s|some\s|roughly\s|approximately\s|equal to\s"
        r"|equivalent to\s|i\.e\.\s|=\s?)?",
        gap,
    ):
        return False
    closed = re.match(r"\s?[),;/]|\s(?:a|per)\s\w+\)", reading.text[other.full.end : other.full.end + 12])
    if (
        closed is None
        or main.unit == other.unit
        or main.kind is not other.kind
        or (other.direction is not main.direction and other.direction is not Direction.NONE)
    ):
        return False
    money = main.kind is FigureKind.AMOUNT or (main.is_money and other.is_money)
    return money or (main.kind is FigureKind.MEASURE and main.unit != "-" and main.noun < 0 and other.noun < 0)


def with_cents(reading: Reading, main: Draft, other: Draft) -> Draft | None:
    """«thirteen dollars forty-five cents» as one sum; None where the two are apart."""
    small = other.unit in ("cent", "penny") and 0 < other.numeral.value < 100 and not other.direction
    if not small or main.kind is not FigureKind.AMOUNT or main.unit in ("cent", "penny") or main.numeral.value >= 1e5:
        return None
    if not re.fullmatch(r",?\s(?:and\s)?", reading.text[main.end : other.start]):
        return None
    numeral = replace(main.numeral, value=main.numeral.value + other.numeral.value / 100, end=other.numeral.end)
    return replace(main, numeral=numeral, end=other.end)


def amount_of(reading: Reading, draft: Draft) -> Amount:
    """The numeral with its unit where it is printed in the article."""
    span = reading.place(draft.start, draft.end)
    return Amount(span, draft.numeral.value, draft.numeral.high, draft.unit, draft.currency)


def linked(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures with each level's change: "grew by 34%, reaching $535 million", "rose 12 cents, or 1.4%, to $85.20"."""
    found = list(figures)
    for at, level in enumerate(found):
        change = change_for(text, found, at) if is_level(level) else None
        if change is not None:
            found[at] = replace(level, change=change)
    return found


def is_level(figure: Figure) -> bool:
    """Whether a figure can have a change of its own."""
    return (
        figure.direction is Direction.NONE
        and figure.kind in (FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.MEASURE, FigureKind.SHARE)
        and figure.amount.high is None
    )


def change_for(text: str, figures: Sequence[Figure], at: int) -> Change | None:
    """The change that belongs to a level: behind it, before it in the sentence, or of the same subject."""
    level = figures[at]
    if is_former(text, level):
        return None
    after = next((f for f in figures[at + 1 : at + 3] if not is_former(text, f)), None)
    if (
        after is not None
        and is_change(after)
        and after.sentence == level.sentence
        and follows(text, nearest(figures, after), after)
    ):
        return as_change(text, [after])
    before = leading_changes(figures, at)
    if before and gap(before[-1], level) <= LINKING and (leads(text, before[-1], level) or alike(before[-1], level)):
        return as_change(text, before)
    if after is not None and is_change(after) and after.sentence == level.sentence and alike(after, level):
        return as_change(text, [after])
    return None


def is_former(text: str, level: Figure) -> bool:
    """Whether a level is where a change began: "fell 4% from $44.1 million" says nothing of how that sum came about."""
    return bool(FORMER.search(text[max(0, level.span.start - 40) : level.span.start]))


def nearest(figures: Sequence[Figure], change: Figure) -> Figure:
    """The figure before a change: its level, or where the level came from: "to $20 billion from $14 billion, up 38%"."""
    return figures[figures.index(change) - 1]


def leading_changes(figures: Sequence[Figure], at: int) -> list[Figure]:
    """The changes that stand directly before a level in its sentence: "fell 102.2 points, or 0.36%, to 27,934.02" has two."""
    found: list[Figure] = []
    for figure in reversed(figures[:at]):
        if not is_change(figure) or figure.sentence != figures[at].sentence or len(found) == 2:
            break
        found.insert(0, figure)
    return found


def is_change(figure: Figure) -> bool:
    """Whether a figure tells how far something moved; a level that is compared with another is none."""
    part = figure.kind in (FigureKind.SHARE, FigureKind.RATIO) and bool(figure.base)
    return figure.amount.high is None and (figure.kind is FigureKind.CHANGE or part)


def gap(first: Figure, second: Figure) -> int:
    """The characters between two figures."""
    return max(second.span.start - first.span.end, first.span.start - second.span.end)


def follows(text: str, level: Figure, change: Figure) -> bool:
    """Whether a change stands directly behind its level: "$3.36bn, up 27%", "$1.2925, down 0.21%"."""
    return bool(re.fullmatch(r"\s?[,(–—-]?\s?(?:a|an|up|down|or)\s(?:\w+\s)?", text[level.span.end : change.span.start]))


def leads(text: str, change: Figure, level: Figure) -> bool:
    """Whether the words between lead from a change to its level: ", reaching", "to", "at"; "from" leads to what was before."""
    between = text[change.span.end : level.span.start]
    return bool(LEADS_TO.search(between)) and not re.search(r"[;:]|\bwhile\b|\bfrom\b", between)


def alike(first: Figure, second: Figure) -> bool:
    """Whether two figures measure the same thing: their subjects share a word that says what."""
    return len(content(first.subject) & content(second.subject)) >= 1 and bool(first.subject)


def content(subject: str) -> frozenset[str]:
    """The words of a subject that say what is measured."""
    return (
        frozenset(w.lower().rstrip("s") for w in SAME.findall(subject))
        - light()
        - {"the", "and", "for", "from", "between", "with", "this", "that", "its"}
    )


def as_change(text: str, changes: Sequence[Figure]) -> Change:
    """One or two change figures as the change of a level, with their verb or noun as printed."""
    figure = changes[-1]
    tied = len(changes) == 2 and re.fullmatch(r",?\s(?:or|and)\s(?:\w+\s)?", text[changes[0].span.end : figure.span.start])
    start, end = (changes[0] if tied else figure).span.start, figure.span.end
    before = re.search(
        r"\b(?P<verb>[A-Za-z]+)(?:\s(?:sharply|slightly|further|steadily))?\s(?:by\s)?$", text[max(0, start - 40) : start]
    )
    if (
        before
        and figure.kind is FigureKind.CHANGE
        and re.search(
            r"(?:ed|ew|se|ell|ised|ped|by\s)$|^(?:up|down)\b", before["verb"] + (" by " if before[0].endswith("by ") else "")
        )
    ):
        start -= len(before[0])
    behind = re.match(
        r"\s(?:increase|rise|growth|decline|drop|fall|decrease|jump|gain|more than last year|higher than [\w ]{3,20}(?=[,.]))\b",
        text[end : end + 40],
    )
    end += behind.end() if behind else 0
    return Change(Span(start, end), Span(start, end).of(text), figure.direction, figure.base, figure.period)


def with_repeats(figures: Sequence[Figure]) -> list[Figure]:
    """The figures with each later mention of the same value for the same thing tied to the first."""
    found: list[Figure] = []
    for figure in figures:
        first = next((f for f in found if says_same(f, figure)), None)
        found.append(figure if first is None else replace(figure, repeats=first.repeats or first.span))
    return found


def says_same(first: Figure, second: Figure) -> bool:
    """Whether two figures agree in value and unit, and in subject or in a value too particular for chance."""
    one, other = first.amount, second.amount
    if (one.value, one.high) != (other.value, other.high) or not same_unit(one.unit, other.unit):
        return False
    if first.hedge is not second.hedge and Hedge.BELOW in (first.hedge, second.hedge):
        return False
    if first.period and second.period and other_days(first.period, second.period):
        return False
    if first.kind is FigureKind.DURATION or second.kind is FigureKind.DURATION:
        return one.value != int(one.value)
    if one.unit == "percentage":  # many things rise by 4.5%
        return first.direction is second.direction and alike(first, second)
    return one.value >= PARTICULAR or one.value != int(one.value) or (alike(first, second) and one.value > FEW)


def other_days(first: Period, second: Period) -> bool:
    """Whether two periods are known and share no day: "rose 5% in May", "rose 5% in June"."""
    known = first.start and first.end and second.start and second.end
    return bool(known) and (first.end < second.start or second.end < first.start)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one, or share their head: "asylum seeker", "seeker"."""
    one, other = one.partition(" per ")[0], other.partition(" per ")[0]
    return one == other or "-" in (one, other) or one.rsplit(maxsplit=1)[-1] == other.rsplit(maxsplit=1)[-1]
