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
    anything: bool = False  # of what could not be read: whatever is asked of it is right

    @property
    def printable(self) -> bool:
        """Whether the value can be printed by itself."""
        return self.item is None and (self.record is None or "text" in members(self.record))


TEXT = Shape()
ANY = Shape(anything=True)
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
