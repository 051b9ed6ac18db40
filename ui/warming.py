"""Loads in idle moments what the window needs only later, so that its first opening does not wait for it."""

from __future__ import annotations

from collections import deque
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

# Low to high, so that each turn loads one module and the event loop is never held for all of them together.
LATER = (
    "ui.templates.model",
    "ui.templates.delegate",
    "ui.templates.list",
    "ui.templates.verbs",
    "ui.templates.switch",
    "ui.templates.head",
    "ui.templates.paging",
    "ui.templates.preview",
    "ui.templates.checkup",
    "ui.templates.window",
)
_AFTER, _BETWEEN = 1500, 60  # milliseconds; a file named on the command line is on show by then


class Warming(QObject):
    """Loads modules one at a time, with time for events between them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = deque(LATER)
        self._timer = QTimer(self, interval=_BETWEEN)
        self._timer.timeout.connect(self._load_next)

    def begin(self) -> None:
        """Begin in a while."""
        QTimer.singleShot(_AFTER, self, self._timer.start)

    def _load_next(self) -> None:
        if self._left:
            import_module(self._left.popleft())
        else:
            self._timer.stop()
