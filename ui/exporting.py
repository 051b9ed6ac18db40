"""From the brief to a Word file: which template, which file, and what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from briefing.assets import asset
from ui.bars import Kind, Message
from ui.dialogs.files import WORD, ask_save
from ui.jobs import Jobs
from ui.names import file_name
from ui.problems import problem
from ui.remembered import Remembered
from ui.session import Session

if TYPE_CHECKING:
    from briefing.word.types import Exported, TemplateInfo

TOPIC = "export"


class Exporter(QObject):
    """Has the worker write the note, and tells where it is."""

    message = Signal(object)
    working = Signal(str)  # what is being written, "" when nothing is
    templates_changed = Signal()

    def __init__(self, session: Session, jobs: Jobs, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._remembered, self._window = session, jobs, remembered, window
        self._last: Path | None = None
        self.templates: tuple[TemplateInfo, ...] = ()

    def load_templates(self) -> None:
        """Ask which templates there are."""
        self._jobs.watch(self._jobs.engine.templates(), self.take_templates)

    def take_templates(self, templates: tuple[TemplateInfo, ...]) -> None:
        """Know which templates there are."""
        self.templates = templates
        self.templates_changed.emit()

    def template(self) -> TemplateInfo | None:
        """What the brief's template says about itself; None as long as nobody has looked."""
        return next((template for template in self.templates if template.id == self._session.brief.template), None)

    def template_name(self) -> str:
        """The name of the brief's template."""
        known = self.template()
        return known.name if known else self._session.brief.template.replace("-", " ").capitalize()

    def template_path(self) -> Path:
        """The file of the brief's template."""
        known = self.template()
        return known.path if known else asset("templates", f"{self._session.brief.template}.docx")

    def export(self) -> None:
        """Ask where to, and write the note there."""
        folder = Path(self._remembered.settings.export_folder or self._remembered.settings.open_folder or Path.home())
        suggestion = self._last or folder / file_name(self._session.brief, ".docx")
        ask_save(self._window, "Export the note to Word", suggestion, WORD, self.write)

    def export_again(self) -> None:
        """Write the note to the same file as last time."""
        if self._last is None:
            self.export()
        else:
            self.write(self._last)

    def forget_target(self) -> None:
        """Another note: the last file is no longer its own."""
        self._last = None

    def write(self, target: Path) -> None:
        """Write the note to a file."""
        self.working.emit(f"Writing {target.name}")
        future = self._jobs.engine.export(self._session.brief, self.template_path(), target)
        self._jobs.watch(future, self._done, partial(self._fail, target))

    def _done(self, exported: Exported) -> None:
        self.working.emit("")
        self._last = exported.path
        self._remembered.change(export_folder=str(exported.path.absolute().parent))
        if self._remembered.settings.open_after_export:
            self._open(exported.path)
        choices = (("Open", partial(self._open, exported.path)), ("Show in folder", partial(self._open, exported.path.parent)))
        self.message.emit(Message(f"The note is in “{exported.path.name}”.", choices=choices, topic=TOPIC))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.message.emit(Message(f"No program for it was found. The file is “{path}”.", Kind.PROBLEM, topic=TOPIC))

    def _fail(self, target: Path, error: BaseException) -> None:
        self.working.emit("")
        choices = (("Try again", partial(self.write, target)), ("Save as…", self.export))
        self.message.emit(problem(error, TOPIC, choices))
