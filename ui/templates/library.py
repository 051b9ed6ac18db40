"""The templates there are and what their checks found; whatever is done with one goes through the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from briefing.brief import Brief
from briefing.errors import AnalysisError
from briefing.review import use_template
from briefing.word.places import my_folder
from briefing.word.types import Place, Problem, Report, Severity, TemplateInfo, TemplateKind
from ui.jobs import Jobs, in_words
from ui.remembered import Remembered
from ui.templates import products
from ui.templates.watching import Watch

Key = tuple[Path, int]
_MOST_TRIES = 3
PATIENCE = 30.0  # seconds for what is done with a file of anybody's; some 0.2 are usual


class Library(QObject):
    """Lists, checks and watches templates."""

    listed = Signal()  # other templates, or other words about them
    checked = Signal(object)  # the template whose report came
    failed = Signal(str, str)  # a sentence, a next step

    def __init__(self, jobs: Jobs, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._remembered = jobs, remembered
        self.templates: tuple[TemplateInfo, ...] = ()
        self._reports: dict[Key, Report] = {}
        self._first: Key | None = None  # what is to be checked before all others
        self._checking = self._wanted = False
        self._listing = self._again = False
        self._tries = 0
        self._doubted: set[Key] = set()  # files whose check ended with the worker once
        self._after: list[Callable[[], object]] = []
        self.watch = Watch(jobs, self)
        self.watch.changed.connect(self.look)
        remembered.changed.connect(self._follow_settings)
        self._team = self.team_folder

    @property
    def mine(self) -> Path:
        """The folder of one's own templates."""
        return my_folder()

    @property
    def team_folder(self) -> Path | None:
        """The team's shared folder, if one was chosen."""
        name = self._remembered.settings.team_folder
        return Path(name) if name else None

    @property
    def team_away(self) -> bool:
        """Whether the team's folder was chosen but cannot be reached."""
        return self._team is not None and not self.watch.there(self._team)

    # Listing

    def begin(self) -> None:
        """List what there is, and what comes from now on."""
        self._follow_folders()
        self.watch.look()

    def look(self, then: Callable[[], object] | None = None) -> None:
        """List again; ``then`` is called when that is done."""
        if then is not None:
            self._after.append(then)
        if self._listing:
            self._again = True
            return
        self._listing, self._again = True, False
        team = None if self.team_away else self._team
        self._jobs.watch(self._jobs.engine.templates(team, self.mine), self._take, self._fail)

    def _take(self, found: tuple[TemplateInfo, ...]) -> None:
        self._listing, self._tries = False, 0
        changed = [(info, info.changed) for info in found] != [(info, info.changed) for info in self.templates]
        self.templates = found
        keys = {_key(info) for info in found}
        self._reports = {key: report for key, report in self._reports.items() if key in keys}
        if self._again:
            self.look()
            return
        after, self._after = self._after, []
        if changed or after:
            self.listed.emit()
        for each in after:
            each()
        self._check_next()

    def _fail(self, error: BaseException) -> None:
        self._listing = False
        if isinstance(error, AnalysisError) and self._tries < _MOST_TRIES:  # somebody ended the worker: it is there again at once
            self._tries += 1
            self.look()
            return
        self._after.clear()
        self.failed.emit(*told(error))

    def _follow_folders(self) -> None:
        self._team = self.team_folder
        self.watch.follow((self.mine, self._team) if self._team else (self.mine,))

    def _follow_settings(self) -> None:
        if self.team_folder != self._team:
            self._follow_folders()
            self.watch.look()
            self.look()

    def find(self, identifier: str) -> TemplateInfo | None:
        """The template with an id."""
        return next((info for info in self.templates if info.id == identifier), None)

    def at(self, path: Path) -> TemplateInfo | None:
        """The template in a file."""
        return next((info for info in self.templates if info.path == path), None)

    # Checking

    def report(self, info: TemplateInfo) -> Report | None:
        """What the check of a template found; None as long as it is not done."""
        if info.broken:
            return Report((Problem(Severity.ERROR, Place("file"), info.path.name, info.broken),), ())
        return self._reports.get(_key(info))

    def check_all(self, wanted: bool) -> None:
        """Check one template after the other while somebody looks at them."""
        self._wanted = wanted
        self._check_next()

    def check_first(self, info: TemplateInfo) -> None:
        """Somebody looks at this one."""
        self._first = _key(info)
        self._check_next()

    def check_again(self) -> None:
        """Forget what was found, and check once more."""
        self._reports.clear()
        self.listed.emit()
        self._check_next()

    def _check_next(self) -> None:
        if self._checking or not self._wanted:
            return
        open_ones = [info for info in self.templates if self.report(info) is None]
        if not open_ones:
            return
        info = next((each for each in open_ones if _key(each) == self._first), open_ones[0])
        self._checking = True
        done = self._jobs.engine.within(PATIENCE, "briefing.word:check", info.path)
        self._jobs.watch(done, lambda report: self._note(info, report), lambda error: self._note_failure(info, error))

    def _note(self, info: TemplateInfo, report: Report) -> None:
        self._checking = False
        self._reports[_key(info)] = report
        self.checked.emit(info)
        self._check_next()

    def _note_failure(self, info: TemplateInfo, error: BaseException) -> None:
        reason, fix = in_words(error)
        if isinstance(error, AnalysisError):
            if _key(info) not in self._doubted:  # perhaps the worker was ended for another reason
                self._doubted.add(_key(info))
                self._checking = False
                self._check_next()
                return
            reason, fix = "The check of this file did not come to an end.", "Do not use it."
        self._note(info, Report((Problem(Severity.ERROR, Place("file"), info.path.name, reason, fix),), ()))

    # Defaults

    def default_for(self, product: str) -> TemplateInfo | None:
        """The template that stands for a kind of note."""
        return products.default_for(product, self.templates, self._remembered.settings.template_defaults)

    def is_default(self, info: TemplateInfo) -> bool:
        """Whether a template stands for its kind of note."""
        return self.default_for(info.product) == info

    def has_choice(self, info: TemplateInfo) -> bool:
        """Whether there is more than one template for a kind of note."""
        return any(each.product == info.product and each.id != info.id for each in self.templates)

    def make_default(self, info: TemplateInfo) -> None:
        """Let a template stand for its kind of note."""
        settings = self._remembered.settings
        self._remembered.change(template_defaults=products.with_default(settings.template_defaults, info))
        self.listed.emit()

    def begin_notes_with(self, info: TemplateInfo) -> None:
        """Let new notes begin with a template."""
        self._remembered.change(template=info.id)
        if info.product:
            self.make_default(info)

    @property
    def beginning(self) -> TemplateInfo | None:
        """What new notes begin with; None as long as nobody looked."""
        settings = self._remembered.settings
        return products.beginning(settings.template, self.templates, settings.template_defaults)

    def equipped(self, brief: Brief) -> Brief:
        """A new note with what its template sets: header fields where nothing was typed, and the house style."""
        info = self.beginning
        return use_template(brief, info.id, info.header, info.style) if info else brief

    # Doing

    def do(self, verb: str, *args: Any, done: Callable[[Any], object], **options: Any) -> None:
        """Have the worker do something with templates; list again, then tell what came of it."""
        job = f"briefing.word{verb}" if verb.startswith(":") else f"briefing.word.{verb}"
        future = self._jobs.engine.call(job, *args, **options)
        self._jobs.watch(future, lambda result: self.look(lambda: done(result)), lambda error: self.failed.emit(*told(error)))

    def ask(self, question: str, *args: Any, done: Callable[[Any], object]) -> None:
        """Have the worker look at a template's file; nothing is changed by it."""
        future = self._jobs.engine.within(PATIENCE, f"briefing.word.{question}", *args)
        self._jobs.watch(future, done, lambda error: self.failed.emit(*told(error)))

    def close(self) -> None:
        """Watch and check no more."""
        self._wanted = False
        self.watch.close()


def told(error: BaseException) -> tuple[str, str]:
    """An error as a sentence and a next step; where the worker ended, nobody asked for an analysis."""
    if isinstance(error, AnalysisError):
        return "That could not be done just now; nothing was lost.", "Try again."
    return in_words(error)


def _key(info: TemplateInfo) -> Key:
    return info.path, info.changed


def grouped(templates: tuple[TemplateInfo, ...]) -> Mapping[TemplateKind, tuple[TemplateInfo, ...]]:
    """The templates by whose they are."""
    return {kind: tuple(info for info in templates if info.kind is kind) for kind in TemplateKind}
