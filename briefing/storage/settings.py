"""What the program remembers between two runs."""

from __future__ import annotations

import json
from dataclasses import Field, asdict, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing.errors import StorageError

MOST_RECENT_FILES = 12


class Theme(StrEnum):
    """Light, dark, or with the strongest contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


class Measure(StrEnum):
    """How long the article's lines may become."""

    NARROW = "narrow"
    COMFORTABLE = "comfortable"
    WIDE = "wide"


class Cards(StrEnum):
    """How much a finding's card says."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


def _about(group: str, title: str, description: str, **more: Any) -> dict[str, Any]:
    """What is said of a field that a person may change; words and bounds are pydantic's, who reads them from a dataclass."""
    bounds: dict[str, Any] = {name: more.pop(name) for name in ("ge", "le") if name in more}
    words: dict[str, Any] = {"title": title, "description": description, "json_schema_extra": {"group": group, **more}}
    return {**words, **bounds}


_KEPT = {"json_schema_extra": {"kept": True}}  # a field that the window keeps for itself
_FOLDERS = "Folders and files"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; geometry is bytes in hexadecimal, opaque to all but the window."""

    theme: Theme = field(
        default=Theme.SYSTEM,
        metadata=_about("Appearance", "Theme", "System follows the desktop. High contrast is the strongest."),
    )
    text_zoom: int = field(
        default=100,
        metadata=_about(
            "Reading", "Text size", "Of the article alone, as Ctrl++ and Ctrl+− do.", ge=50, le=300, unit=" %", step=10
        ),
    )
    recent_files: tuple[str, ...] = field(
        default=(),
        metadata=_about(_FOLDERS, "Recent files", "What the start page and the menu offer to open again."),
    )
    open_folder: str = field(
        default="", metadata=_about(_FOLDERS, "Articles", "Where Open… begins; it follows what you open.", format="folder")
    )
    export_folder: str = field(
        default="", metadata=_about(_FOLDERS, "Word notes", "Where Export… begins; it follows what you export.", format="folder")
    )
    template: str = field(
        default="briefing-note", metadata=_about("Notes", "Template", "What new notes begin with.", format="template")
    )
    sender: str = field(default="", metadata=_about("Notes", "From", "Your name or unit, filled in as the sender of new notes."))
    window_geometry: str = field(default="", metadata=_KEPT)
    window_state: str = field(default="", metadata=_KEPT)
    splitter_state: str = field(default="", metadata=_KEPT)
    folded_sections: tuple[str, ...] = field(default=(), metadata=_KEPT)  # parts of the note that are folded away
    findings_view: str = field(default="", metadata=_KEPT)  # filters and density of the list, as the panel words them
    autosave_seconds: int = field(
        default=10,
        metadata=_about("Saving", "Keep unsaved work every", "Against a crash or a power cut.", ge=1, le=600, unit=" seconds"),
    )
    open_after_export: bool = field(
        default=False,
        metadata=_about("Saving", "Open the note after exporting", "In the program that opens Word files on this computer."),
    )
    shown_welcome: bool = field(
        default=False, metadata=_about("Appearance", "First hints were shown", "Untick to see them once more.")
    )
    template_defaults: tuple[str, ...] = field(  # "product=template"
        default=(),
        metadata=_about("Notes", "Templates of products", "Products that begin with a template of your choice."),
    )
    team_folder: str = field(
        default="", metadata=_about(_FOLDERS, "Team’s templates", "A shared folder whose templates are listed.", format="folder")
    )
    templates_geometry: str = field(default="", metadata=_KEPT)
    measure: Measure = field(
        default=Measure.COMFORTABLE,
        metadata=_about("Reading", "Reading width", "The article’s lines: at most 55, 75 or 100 characters."),
    )
    cards: Cards = field(
        default=Cards.COMFORTABLE,
        metadata=_about("Appearance", "Cards of findings", "Compact cards show more of them at once."),
    )


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as found, and a sentence where a damaged file was set aside."""

    settings: Settings
    remark: str = ""


def load_settings(path: Path | None = None) -> LoadedSettings:
    """The settings of the last run; defaults, and a remark, for what is damaged. Never raises."""
    path = path or settings_file()
    try:
        stored = json.loads(path.read_bytes())
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, ValueError, RecursionError):
        return LoadedSettings(Settings(), "The settings could not be read; the defaults are used.")
    if not isinstance(stored, dict):
        return LoadedSettings(Settings(), "The settings could not be read; the defaults are used.")
    return _checked(stored)


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Remember the settings; StorageError if the folder cannot be written to."""
    from briefing.files import write_atomically  # noqa: PLC0415 - not needed to show the window

    path = path or settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise StorageError("The folder for settings cannot be made.", f"Make room for “{path.parent}”.") from failure
    write_atomically(path, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode("utf-8", "replace"))


def remember_file(settings: Settings, path: Path) -> Settings:
    """The settings with a file at the head of the recent ones."""
    name = str(path.absolute())
    others = tuple(other for other in settings.recent_files if other != name)
    return replace(settings, recent_files=(name, *others)[:MOST_RECENT_FILES])


def settings_file() -> Path:
    """Where the platform wants settings."""
    from platformdirs import user_config_path  # noqa: PLC0415 - keeps the import of values light

    return user_config_path("briefing", appauthor=False) / "settings.json"


def _checked(stored: dict[str, Any]) -> LoadedSettings:
    """Each field on its own: one damaged value costs that value only."""
    values: dict[str, Any] = {}
    bad = []
    for each in fields(Settings):
        if each.name not in stored:
            continue
        try:
            values[each.name] = _value(each, stored[each.name])
        except (TypeError, ValueError):
            bad.append(each.name.replace("_", " "))
    remark = f"Not understood in the settings, and set back: {', '.join(bad)}." if bad else ""
    return LoadedSettings(Settings(**values), remark)


def _value(each: Field[Any], stored: object) -> object:
    """A stored value in its field's type; TypeError or ValueError if it does not fit."""
    default = each.default
    if isinstance(default, StrEnum):
        return type(default)(str(stored))
    if isinstance(default, tuple):
        if not isinstance(stored, list) or not all(isinstance(entry, str) for entry in stored):
            raise TypeError(each.name)
        return tuple(stored[:MOST_RECENT_FILES])
    if type(stored) is not type(default):
        raise TypeError(each.name)
    if isinstance(stored, int) and not each.metadata.get("ge", stored) <= stored <= each.metadata.get("le", stored):
        raise ValueError(each.name)
    return stored
