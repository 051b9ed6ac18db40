"""What the program remembers between two runs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing.errors import StorageError

MOST_RECENT_FILES = 12
ZOOM_RANGE = (50, 300)  # per cent


class Theme(StrEnum):
    """Light, dark, or with the strongest contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; geometry is bytes in hexadecimal, opaque to all but the window."""

    theme: Theme = Theme.SYSTEM
    text_zoom: int = 100  # per cent, of the article's text
    recent_files: tuple[str, ...] = ()  # the newest first
    open_folder: str = ""
    export_folder: str = ""
    template: str = "briefing-note"  # what new notes begin with
    sender: str = ""  # "From" of new notes
    window_geometry: str = ""
    window_state: str = ""
    splitter_state: str = ""
    findings_view: str = ""  # filters and density of the list, as the panel words them
    autosave_seconds: int = 10
    open_after_export: bool = False
    shown_welcome: bool = False
    template_defaults: tuple[str, ...] = ()  # "product=template", where another than the built-in one was chosen
    team_folder: str = ""  # a shared folder with templates
    templates_geometry: str = ""


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
    defaults = Settings()
    values: dict[str, Any] = {}
    bad = []
    for field in fields(Settings):
        if field.name not in stored:
            continue
        try:
            values[field.name] = _value(field.name, stored[field.name], getattr(defaults, field.name))
        except (TypeError, ValueError):
            bad.append(field.name.replace("_", " "))
    remark = f"Not understood in the settings, and set back: {', '.join(bad)}." if bad else ""
    return LoadedSettings(Settings(**values), remark)


def _value(name: str, stored: object, default: object) -> object:
    """A stored value in its field's type; TypeError or ValueError if it does not fit."""
    if isinstance(default, Theme):
        return Theme(str(stored))
    if isinstance(default, tuple):
        if not isinstance(stored, list) or not all(isinstance(entry, str) for entry in stored):
            raise TypeError(name)
        return tuple(stored[:MOST_RECENT_FILES])
    if type(stored) is not type(default):
        raise TypeError(name)
    if name == "text_zoom" and not ZOOM_RANGE[0] <= int(str(stored)) <= ZOOM_RANGE[1]:
        raise ValueError(name)
    if name == "autosave_seconds" and not 1 <= int(str(stored)) <= 3600:
        raise ValueError(name)
    return stored
