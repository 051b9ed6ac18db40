"""Figures on which sources differ: both are shown, never averaged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.compose.context import ConflictItem, ConflictValue, FigureItem
from briefing.compose.figures import NOT_STATED

_SMALL = "a an the of in on at to for from by and or its their total overall volume number amount value level"
_SMALL_WORDS = frozenset(_SMALL.split())


def conflict_items(figures: Iterable[FigureItem]) -> tuple[ConflictItem, ...]:
    """One entry for each subject, period and unit to which different articles give different values."""
    groups: dict[tuple[object, ...], list[FigureItem]] = {}
    for figure in figures:
        if figure.subject != NOT_STATED:
            groups.setdefault(_key(figure), []).append(figure)
    return tuple(_conflict(group) for group in groups.values() if _differ(group))


def _key(figure: FigureItem) -> tuple[object, ...]:
    subject = frozenset(re.findall(r"\w+", figure.subject.casefold())) - _SMALL_WORDS
    return subject, figure.period_iso_start, figure.period_iso_end, figure.unit, figure.currency, figure.kind


def _differ(group: list[FigureItem]) -> bool:
    return len({figure.src.n for figure in group}) > 1 and len({(figure.amount, figure.amount_high) for figure in group}) > 1


def _conflict(group: list[FigureItem]) -> ConflictItem:
    values = tuple(ConflictValue(figure.value, figure.said_by, figure.src) for figure in group)
    return ConflictItem(group[0].subject, group[0].period, "value", values)


def with_conflicts(figures: Iterable[FigureItem], conflicts: Iterable[ConflictItem]) -> Iterator[FigureItem]:
    """The figures, those in a conflict marked."""
    places = {value.src.text + value.value for conflict in conflicts for value in conflict.values}
    for figure in figures:
        yield replace(figure, in_conflict=True) if figure.src.text + figure.value in places else figure
