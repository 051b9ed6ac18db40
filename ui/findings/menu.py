"""The menu of a finding's card: what the keys of review do, from the window's one table of actions."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ui.actions import Actions
from ui.findings.model import Role
from ui.findings.view import CardList

_DECIDED = ("keep", "drop", "undecided")
_MENDED = ("edit", "star", "why")
_RESHAPED = ("merge", "split", "start-edge", "end-edge")
_OF_FIGURES = {"star"}


class CardMenu(QMenu):
    """Comes up on a card and acts on it: the card becomes the current one first."""

    def __init__(self, cards: CardList, actions: Actions) -> None:
        super().__init__(cards)
        self._cards, self._actions = cards, actions
        self.setAccessibleName("What to do with the finding")
        cards.menu_asked.connect(self._come_up)

    def _come_up(self, place: QPoint) -> None:
        self._fill(self._cards.currentIndex().data(Role.CARD).kind)
        self.popup(place)

    def _fill(self, kind: str) -> None:
        """What can be done with a figure, or with a quote."""
        self.clear()
        self._actions.draw_icons("Review")
        for names in (_DECIDED, _MENDED, _RESHAPED):
            self.addSeparator()
            for name in names:
                if kind == "figure" or name not in _OF_FIGURES:
                    self._actions[name].setShortcutVisibleInContextMenu(True)  # some desktops leave keys out of such menus
                    self.addAction(self._actions[name])
