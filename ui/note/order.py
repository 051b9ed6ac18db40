"""Moving items of the note: rows as shown and a wish → the brief in its new order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.brief import Brief
from ui.note.content import Row, RowKind

Groups = list[list[str]]


def groups(rows: Sequence[Row]) -> Groups:
    """The ids as shown, together that stand under one speaker; figures are one group."""
    made: Groups = [[]]
    for row in rows:
        if row.kind is RowKind.SPEAKER:
            made.append([])
        else:
            made[-1].append(row.id)
    return [group for group in made if group]


def stepped(rows: Sequence[Row], identifier: str, by: int) -> list[str]:
    """The ids with one moved up (-1) or down (1); at the end of a speaker's quotes all of them move past the neighbour's."""
    made = groups(rows)
    number = next((n for n, group in enumerate(made) if identifier in group), None)
    if number is None:
        return [each for group in made for each in group]
    group = made[number]
    place = group.index(identifier)
    if 0 <= place + by < len(group):
        group[place], group[place + by] = group[place + by], group[place]
    elif 0 <= number + by < len(made):
        made[number], made[number + by] = made[number + by], made[number]
    return [each for group in made for each in group]


def dropped(rows: Sequence[Row], identifier: str, before: int) -> list[str]:
    """The ids with one dropped before a row; dropped among another speaker's quotes, its whole group goes there."""
    made = groups(rows)
    source = next((group for group in made if identifier in group), None)
    if source is None:
        return [each for group in made for each in group]
    behind = [row.id for row in rows[before:] if row.kind is not RowKind.SPEAKER]
    target = next((group for group in made if behind and behind[0] in group), None)
    if _between(rows, before) and behind and target is not source and before > 0 and rows[before - 1].id in source:
        target = source  # behind the last quote of its own speaker
        behind = []
    if target is source:
        source.remove(identifier)
        place = source.index(behind[0]) if behind and behind[0] in source else len(source)
        source.insert(place, identifier)
    else:
        made.remove(source)
        made.insert(made.index(target) if target in made else len(made), source)
    return [each for group in made for each in group]


def _between(rows: Sequence[Row], before: int) -> bool:
    return 0 < before < len(rows) and rows[before].kind is RowKind.SPEAKER


def arranged(brief: Brief, identifiers: Iterable[str]) -> Brief:
    """The brief with some of the note's findings in this order among themselves; all others keep their places."""
    wanted = list(identifiers)
    chosen, following = set(wanted), iter(wanted)
    order = tuple(next(following) if f.id in chosen else f.id for f in brief.note_findings())
    return replace(brief, order=order)
