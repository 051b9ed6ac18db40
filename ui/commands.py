"""Undo and redo: one command that swaps two briefs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from briefing.brief import Brief


class SwapBrief(QUndoCommand):
    """From one brief to the next and back; steps with the same key merge into one, as typing does."""

    def __init__(self, before: Brief, after: Brief, text: str, show: Callable[[Brief], None], key: str = "") -> None:
        super().__init__(text)
        self._before, self._after, self._show, self._key = before, after, show, key

    def redo(self) -> None:
        """Show the brief after the step."""
        self._show(self._after)

    def undo(self) -> None:
        """Show the brief before the step."""
        self._show(self._before)

    def id(self) -> int:
        """The same number for steps that may merge; -1 for those that never do."""
        return abs(hash(self._key)) % 2**31 if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Swallow the next step if it goes on with the same thing."""
        if not isinstance(other, SwapBrief) or other._key != self._key:  # noqa: SLF001 - two of one kind
            return False
        self._after = other._after  # noqa: SLF001
        return True
