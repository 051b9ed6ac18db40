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
    place_of = {row.id: n for n, row in enumerate(rows) if row.kind is not RowKind.SPEAKER}
    own = next((group for group in made if identifier in group), None)
    if own is None:
        return list(place_of)
    if any(place_of[each] in {before - 1, before} for each in own):
        rest = [each for each in own if each != identifier]
        place = sum(place_of[each] < before for each in rest)
        own[:] = [*rest[:place], identifier, *rest[place:]]
    else:
        others = [group for group in made if group is not own]
        place = sum(place_of[group[0]] < before for group in others)
        made = [*others[:place], own, *others[place:]]
    return [each for group in made for each in group]


def arranged(brief: Brief, identifiers: Iterable[str]) -> Brief:
    """The brief with some of the note's findings in this order among themselves; all others keep their places."""
    wanted = list(identifiers)
    chosen, following = set(wanted), iter(wanted)
    order = tuple(next(following) if f.id in chosen else f.id for f in brief.note_findings())
    return replace(brief, order=order)
