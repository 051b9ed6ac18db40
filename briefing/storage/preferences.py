"""The settings that a person may change, as a dialog draws them: all read from the schema of ``Settings``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from briefing.storage.settings import Settings

GROUPS = ("Appearance", "Reading", "Notes", "Saving", "Folders and files")  # in the order shown
_OTHER = "Other"


class Kind(StrEnum):
    """What sort of control a setting needs."""

    CHOICE = "choice"
    SWITCH = "switch"
    NUMBER = "number"
    TEXT = "text"
    FOLDER = "folder"
    TEMPLATE = "template"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Preference:
    """One setting: its field in ``Settings``, its words, its bounds and its default."""

    field: str
    kind: Kind
    title: str
    description: str
    group: str
    default: Any
    choices: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 0
    step: int = 1
    unit: str = ""


@cache
def preferences() -> tuple[Preference, ...]:
    """Every setting but those that the window keeps for itself, group by group."""
    schema = TypeAdapter(Settings).json_schema()
    kinds = schema.get("$defs", {})
    shown = [_preference(name, part, kinds) for name, part in schema["properties"].items() if not part.get("kept")]
    return tuple(sorted(shown, key=lambda each: GROUPS.index(each.group) if each.group in GROUPS else len(GROUPS)))


def _preference(name: str, part: dict[str, Any], kinds: dict[str, Any]) -> Preference:
    kind = kinds.get(part.get("$ref", "").rpartition("/")[2], {})
    choices = tuple(kind.get("enum", ()))
    return Preference(
        field=name,
        kind=_kind(part, choices),
        title=part.get("title") or kind["title"],  # pydantic leaves out a title that its kind has too
        description=part.get("description", ""),
        group=part.get("group", _OTHER),
        default=getattr(Settings(), name),
        choices=choices,
        lowest=part.get("minimum", 0),
        highest=part.get("maximum", 0),
        step=part.get("step", 1),
        unit=part.get("unit", ""),
    )


def _kind(part: dict[str, Any], choices: tuple[str, ...]) -> Kind:
    if choices:
        return Kind.CHOICE
    if part.get("format") in set(Kind):
        return Kind(part["format"])
    return {"boolean": Kind.SWITCH, "integer": Kind.NUMBER, "array": Kind.LIST}.get(part["type"], Kind.TEXT)
