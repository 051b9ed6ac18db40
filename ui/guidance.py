"""What helps people find their way: the overview of keys, the pages of help, the tour of a first run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.analysing import Analyses
from ui.remembered import Remembered
from ui.session import Session

if TYPE_CHECKING:
    from ui.dialogs.keys import KeysDialog
    from ui.help.window import HelpWindow
    from ui.tour import Tour


About = tuple[QWidget, QWidget, QWidget, QWidget]  # findings, article, note, the button that exports


class Guidance(QObject):
    """Shows help when it is asked for, and the tour once, when the first article was analysed."""

    def __init__(self, session: Session, analyses: Analyses, remembered: Remembered, about: About, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._remembered, self._about, self._window = session, remembered, about, window
        self._help: HelpWindow | None = None
        self.tour: Tour | None = None
        if not remembered.settings.shown_welcome:
            analyses.ended.connect(self._begin_tour)

    def show_keys(self) -> KeysDialog:
        """Show the overview of keys."""
        from ui.dialogs.keys import KeysDialog  # noqa: PLC0415 - rarely needed

        dialog = KeysDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def show_help(self, page: str = "") -> HelpWindow:
        """Show the pages of help beside the window."""
        from ui.help.window import HelpWindow  # noqa: PLC0415 - rarely needed

        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.open_at(page)
        return self._help

    def _begin_tour(self) -> None:
        """Begin the tour; it counts as shown at once, so that it never comes back."""
        if self._remembered.settings.shown_welcome or not self._session.brief.findings:
            return
        from ui.tour import Tour, hints  # noqa: PLC0415 - once in a lifetime

        self._remembered.change(shown_welcome=True)
        self.tour = Tour(hints(*self._about), self._window)
        self.tour.ended.connect(self._forget_tour)
        self.tour.step()

    def _forget_tour(self) -> None:
        self.tour = None
