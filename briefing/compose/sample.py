"""Sample values of the contract: for trial renderings, the list of fields and a template's preview."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from briefing.compose.context import NoteContext


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the contract, for the list that people insert from."""

    path: str  # "figures[].value"
    help: str
    sample: str
    listed: bool = False  # a list, to be looped over


def sample(count: int = 2) -> NoteContext:
    """A note whose every field holds its sample, and every list ``count`` items."""
    filled: NoteContext = _filled(NoteContext, count)
    return filled if count else replace(filled, note=type(filled.note)())


def _filled(record: type, count: int) -> Any:
    values: dict[str, Any] = {}
    for each in fields(record):
        known = each.metadata
        if "item" in known:
            values[each.name] = tuple(_numbered(_filled(known["item"], count), n) for n in range(1, count + 1))
        elif "record" in known:
            values[each.name] = _filled(known["record"], count)
        else:
            values[each.name] = known["sample"]
    return record(**values)


def _numbered(item: Any, n: int) -> Any:
    return replace(item, n=n) if any(each.name == "n" for each in fields(item)) else item


def contract_fields(record: type = NoteContext, prefix: str = "") -> tuple[Field, ...]:
    """Every field with its help and a sample, in the contract's order; ``[]`` marks the fields of a list's items."""
    found: list[Field] = []
    for each in fields(record):
        known, path = each.metadata, f"{prefix}{each.name}"
        if "item" in known:
            found += [Field(path, known["help"], "", listed=True), *contract_fields(known["item"], f"{path}[].")]
        elif "record" in known:
            found += [Field(path, known["help"], ""), *contract_fields(known["record"], f"{path}.")]
        else:
            listed = isinstance(known["sample"], tuple)
            shown = "; ".join(known["sample"]) if listed else str(known["sample"])
            found.append(Field(path, known["help"], shown, listed))
    return tuple(found)
