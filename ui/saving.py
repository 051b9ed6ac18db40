"""Nothing is lost: saving, saving by itself, recovering after a crash, asking before leaving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing.brief import Brief, Header
from briefing.model import Origination
from briefing.storage import SUFFIX, Recoverable, autosave, discard, new_key, recover, recoverable, save_brief
from ui.bars import Choice, Kind, Message
from ui.dialogs.files import BRIEFS, ask_save
from ui.jobs import Jobs
from ui.names import file_name
from ui.problems import problem
from ui.remembered import Remembered
from ui.session import Session

TOPIC = "saving"
_QUESTION = QMessageBox.StandardButton


class Saver(QObject):
    """Writes the session's brief, when asked and by itself."""

    message = Signal(object)
    saved = Signal()

    def __init__(self, session: Session, jobs: Jobs, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._remembered, self._window = session, jobs, remembered, window
        self._key = new_key()
        self._kept: Brief | None = None  # what the last automatic save wrote
        self._unsafe = False  # an automatic save failed, and that was said
        self._question: QMessageBox | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep)
        remembered.changed.connect(self._set_pace)
        self._set_pace()

    def _set_pace(self) -> None:
        wanted = self._remembered.settings.autosave_seconds * 1000
        if self._timer.interval() != wanted or not self._timer.isActive():
            self._timer.start(wanted)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the brief where it lies, or ask where to."""
        if self._session.path is None:
            self.save_as(then)
        else:
            self._write(self._session.path, then)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask where to, and save."""
        folder = Path(self._remembered.settings.open_folder or Path.home())
        suggestion = self._session.path or folder / file_name(self._session.brief, SUFFIX)
        ask_save(self._window, "Save the brief", suggestion, BRIEFS, lambda path: self._write(path, then))

    def _write(self, path: Path, then: Callable[[], object] | None) -> None:
        brief = self._session.brief

        def done(_: object) -> None:
            self._session.saved(path, brief)
            self._remembered.remember_file(path)
            self._forget()
            self._unsafe = False
            self.saved.emit()
            if then:
                then()

        self._jobs.watch(self._jobs.in_thread(save_brief, brief, path), done, partial(self._fail_to_save, path, then))

    def _fail_to_save(self, path: Path, then: Callable[[], object] | None, error: BaseException) -> None:
        again = ("Try again", lambda: self._write(path, then))
        self._tell(error, (again, ("Save as…", lambda: self.save_as(then))))

    def _fail(self, error: BaseException) -> None:
        self._tell(error, ())

    def _tell(self, error: BaseException, choices: tuple[Choice, ...], topic: str = TOPIC) -> None:
        self.message.emit(problem(error, topic, choices))

    def keep(self) -> None:
        """Keep the state of unsaved work, against a crash."""
        brief = self._session.brief
        if brief is self._kept or not worth_keeping(self._session):
            return
        self._kept = brief
        self._jobs.watch(self._jobs.in_thread(autosave, brief, self._key, self._session.path), lambda _: None, self._fail_to_keep)

    def _fail_to_keep(self, error: BaseException) -> None:
        """Say it once, and try again as long as the work is not safe."""
        self._kept = None
        if not self._unsafe:
            self._unsafe = True
            self._tell(error, (("Save as…", self.save_as),), "autosave")

    def _forget(self) -> None:
        """Drop the automatic saves: they are in the file now, or not wanted."""
        key, self._key = self._key, new_key()
        self._kept = None
        self._jobs.watch(self._jobs.in_thread(discard, key), lambda _: None)

    def look_for_lost_work(self) -> None:
        """Offer what a crashed window left behind."""
        self._jobs.watch(self._jobs.in_thread(recoverable), self._offer_all)

    def _offer_all(self, found: tuple[Recoverable, ...]) -> None:
        for each in found[:3]:
            self._offer(each)

    def _offer(self, found: Recoverable) -> None:
        name = f"“{found.title}”" if found.title else "A note"
        text = f"{name} was not saved when the program last ended ({when(found.saved)})."
        choices = (("Recover", lambda: self._recover(found)), ("Discard", lambda: self._discard(found)))
        self.message.emit(Message(text, Kind.QUESTION, choices, found.key))

    def _discard(self, found: Recoverable) -> None:
        self._jobs.watch(self._jobs.in_thread(discard, found.key), lambda _: None)

    def _recover(self, found: Recoverable) -> None:
        def show(brief: Brief) -> None:
            self._session.recovered(brief, Path(found.path) if found.path else None)
            self._key = found.key

        self.leave(lambda: self._jobs.watch(self._jobs.in_thread(recover, found), show, self._fail))

    def leave(self, then: Callable[[], object]) -> None:
        """Go on at once where nothing of the analyst's is unsaved; else ask first."""
        if not worth_keeping(self._session):
            self._forget()
            then()
            return
        if self._question is not None:
            self._question.raise_()
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText("Save the changes to this note?")
        box.setInformativeText("Decisions and texts that are not saved will be lost.")
        box.setStandardButtons(_QUESTION.Save | _QUESTION.Discard | _QUESTION.Cancel)
        box.button(_QUESTION.Discard).setText("Don’t save")
        box.setDefaultButton(_QUESTION.Save)
        box.finished.connect(lambda result: self._answered(result, then))
        self._question = box
        box.open()

    def _answered(self, result: int, then: Callable[[], object]) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None
        if result == _QUESTION.Save.value:
            self.save(then)
        elif result == _QUESTION.Discard.value:
            self._forget()
            then()


def worth_keeping(session: Session) -> bool:
    """Whether an analyst's work would be lost without saving; an article just opened is none."""
    brief = session.brief
    # the sender is filled in from the settings, other fields by the template
    typed = replace(brief.header, sender="") != Header() and brief.header != session.began_with
    added = any(finding.origination is Origination.ADDED for finding in brief.findings)
    corrected = any(source.as_read is not None for source in brief.sources)
    worked = bool(brief.decisions or brief.edits or brief.starred or brief.order or typed or added or corrected)
    return session.unsaved and (worked or session.path is not None)


def when(stamp: str) -> str:
    """A point of time as people say it: "14:02" today, "3 Mar, 14:02" before; "" where it is unknown."""
    try:
        then = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return "some time ago"
    today = datetime.now().astimezone().date()
    return f"{then:%H:%M}" if then.date() == today else f"{then.day} {then:%b}, {then:%H:%M}"
