"""Briefs, recovery and settings on disk, each name fetched when first used: the window needs only settings to start."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.files import write_atomically
    from briefing.storage.briefs import SUFFIX, open_brief, save_brief
    from briefing.storage.recovery import Recoverable, autosave, discard, new_key, recover, recoverable
    from briefing.storage.settings import (
        Cards,
        LoadedSettings,
        Measure,
        Settings,
        Theme,
        load_settings,
        remember_file,
        save_settings,
    )

__all__ = [
    "SUFFIX",
    "Cards",
    "LoadedSettings",
    "Measure",
    "Recoverable",
    "Settings",
    "Theme",
    "autosave",
    "discard",
    "load_settings",
    "new_key",
    "open_brief",
    "recover",
    "recoverable",
    "remember_file",
    "save_brief",
    "save_settings",
    "write_atomically",
]
_HOMES = {
    "briefing.files": ("write_atomically",),
    "briefing.storage.briefs": ("SUFFIX", "open_brief", "save_brief"),
    "briefing.storage.recovery": ("Recoverable", "autosave", "discard", "new_key", "recover", "recoverable"),
    "briefing.storage.settings": (
        "Cards",
        "LoadedSettings",
        "Measure",
        "Settings",
        "Theme",
        "load_settings",
        "remember_file",
        "save_settings",
    ),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(home), name)
    raise AttributeError(name)
