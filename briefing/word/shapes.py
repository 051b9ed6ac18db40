"""What each variable of the contract is: a text, a number, a record or a list. Names are checked by this before anything runs."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from briefing.compose.context import NoteContext


@dataclass(frozen=True, slots=True)
class Shape:
    """A text or number (neither record nor item), a record with fields, or a list of items."""

    record: type | None = None
    item: Shape | None = None
    chart: bool = False  # a picture of figures
    anything: bool = False  # of what could not be read: whatever is asked of it is right

    @property
    def printable(self) -> bool:
        """Whether the value can be printed by itself."""
        return self.chart or (self.item is None and (self.record is None or "text" in members(self.record)))


TEXT = Shape()
ANY = Shape(anything=True)
CHART = Shape(chart=True)
LOOP = Shape(record=type("Loop", (), {}))
LOOP_FIELDS = ("index", "first", "last", "length")


@cache
def members(record: type) -> Mapping[str, Shape]:
    """The fields of a record of the contract."""
    if record is LOOP.record:
        return dict.fromkeys(LOOP_FIELDS, TEXT)
    found = {}
    for each in fields(record):
        if "item" in each.metadata:
            found[each.name] = Shape(item=Shape(each.metadata["item"]))
        elif "record" in each.metadata:
            found[each.name] = Shape(each.metadata["record"])
        else:
            found[each.name] = Shape(item=TEXT) if isinstance(each.metadata["sample"], tuple) else TEXT
    return found


def root() -> dict[str, Shape]:
    """The variables that a template sees outside of loops."""
    return dict(members(NoteContext))


def nearest(name: str, known: Mapping[str, Shape]) -> str:
    """The known name that was probably meant, or ""."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


_ALIKE = 0.75  # how alike a name must be to a field that is somewhere else


def elsewhere(name: str, scope: Mapping[str, Shape]) -> tuple[str, str]:
    """What was meant by a name that the scope does not know, and how to mend it: a field of what is at hand, or of items.

    A loop's own variable comes first, then the contract's order.
    """
    order = list(members(NoteContext))
    known = sorted(scope, key=lambda variable: (variable in order and order.index(variable) + 1, variable))
    records = {variable: scope[variable].record for variable in known if scope[variable] != LOOP}
    if found := _alike(name, records):
        meant = f"{found[0]}.{found[1]}"
        return meant, f"Did you mean “{meant}”?"
    items = {variable: item.record for variable in known if (item := scope[variable].item)}
    # “quotes” before “partial_quotes”: what is asked for first has the plainest name
    if found := _alike(name, dict(sorted(items.items(), key=lambda each: "_" in each[0]))):
        single = found[0].removesuffix("s")
        loop = f"{{% for {single} in {found[0]} %}} {{{{ {single}.{found[1]} }}}} {{% endfor %}}"
        asked = "" if found[1] == name else f"Did you mean “{found[1]}”? "
        return "", f"{asked}It is a field of each of the {found[0]}: {loop}"
    return "", "See the list of fields."


def _alike(name: str, records: Mapping[str, type | None]) -> tuple[str, str] | None:
    """The variable and its field that comes nearest to a name, the first of several that are equally near."""
    fields = [(variable, each) for variable, record in records.items() if record for each in members(record)]
    near = {each: difflib.SequenceMatcher(None, name, each[1]).ratio() for each in fields}
    best = max(near, key=lambda each: near[each], default=None)
    return best if best and near[best] >= _ALIKE else None
