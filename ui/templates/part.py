"""The workplace's part for templates: the library from the start, the manager's window when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.brief import Brief
from ui.bars import Message
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.session import Session
from ui.templates.deeds import Deeds
from ui.templates.library import Library

if TYPE_CHECKING:
    from ui.exporting import Exporter
    from ui.templates.window import TemplatesWindow


class Templates(QObject):
    """Keeps the exporter's list of templates fresh, equips new notes, opens the manager."""

    message = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, remembered: Remembered, exporter: Exporter, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._remembered, self._exporter, self._parent = session, jobs, remembered, exporter, window
        self._bare: Brief | None = None  # a note that began before anybody knew what its template sets
        self.library = Library(jobs, remembered, self)
        self.deeds = Deeds(self.library, session, remembered, self)
        self.window: TemplatesWindow | None = None
        self.library.listed.connect(self._pass_on)
        self.deeds.message.connect(self._tell)
        self.deeds.used.connect(self._close_window)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What the table of actions asks of this part."""
        return {"templates": self.show_window, "save-template": self.save_note}

    def begin(self) -> None:
        """Look for the templates, and after them from now on."""
        self.library.begin()

    def show_window(self) -> TemplatesWindow:
        """Open the manager, or bring it to the front."""
        if self.window is None:
            from ui.templates.window import TemplatesWindow  # noqa: PLC0415 - rarely needed

            self.window = TemplatesWindow(self.library, self.deeds, self._session, self._jobs, self._remembered, self._parent)
            if not self.library.templates:
                self.begin()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        return self.window

    def save_note(self) -> None:
        """Keep the note's set-up as a template."""
        self.deeds.save_note(self._parent)

    def equip(self, brief: Brief) -> Brief:
        """A new note with what its template sets, as far as that is known by now."""
        self._bare = None if self.library.templates else brief
        return self.library.equipped(brief)

    def _pass_on(self) -> None:
        """Others see the same templates; a note that began too early gets what its template sets."""
        self._exporter.take_templates(self.library.templates)
        bare, self._bare = self._bare, None
        brief = self._session.brief
        if bare is None or (brief.header, brief.template) != (bare.header, bare.template) or self._session.path is not None:
            return
        info = self.library.beginning
        if not self._session.undo_stack.count():
            self._session.equipped(self.library.equipped(brief))
        elif info is not None:  # on top of what was decided meanwhile, or undoing that would take the defaults away
            self._session.use_template(info, {}, "templates")

    def _tell(self, message: Message) -> None:
        if self.window is not None and self.window.isVisible():
            self.window.bars.show_message(message)
        else:
            self.message.emit(message)

    def _close_window(self) -> None:
        if self.window is not None and self.window.isVisible():
            self.window.close()

    def close(self) -> None:
        """End what is under way."""
        if self.window is not None:
            self.window.close()
            self.window.preview.pages.close()
        self.library.close()
