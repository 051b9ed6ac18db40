"""Briefs, recovery and settings on disk."""

from __future__ import annotations

from briefing.files import write_atomically
from briefing.storage.briefs import SUFFIX, open_brief, save_brief
from briefing.storage.recovery import Recoverable, autosave, discard, new_key, recover, recoverable
from briefing.storage.settings import LoadedSettings, Settings, Theme, load_settings, remember_file, save_settings

__all__ = [
    "SUFFIX",
    "LoadedSettings",
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
