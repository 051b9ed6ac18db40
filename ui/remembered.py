"""What the window remembers between two runs, held in one place while it is open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from briefing.storage import Settings, load_settings, remember_file, save_settings
from ui.jobs import Jobs


class Remembered(QObject):
    """The settings in force; every change goes to disk in the thread for files."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        found = load_settings()
        self.settings: Settings = found.settings
        self.remark = found.remark

    def change(self, **fields: Any) -> None:
        """Remember other values of some settings."""
        self._take(replace(self.settings, **fields))

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        self._take(replace(remember_file(self.settings, path), open_folder=str(path.absolute().parent)))

    def forget_file(self, path: str) -> None:
        """Leave a file out of the recent ones."""
        self.change(recent_files=tuple(each for each in self.settings.recent_files if each != path))

    def _take(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._jobs.watch(self._jobs.in_thread(save_settings, settings), lambda _: None)
            self.changed.emit()
