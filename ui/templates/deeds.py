"""What is done with templates: each deed asks the worker, and tells in one sentence what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.brief import Brief
from briefing.word.types import Problem, Section, TemplateInfo, TemplateKind
from ui.bars import Kind, Message
from ui.dialogs.files import WORD, ask_save
from ui.remembered import Remembered
from ui.session import Session
from ui.templates import wording
from ui.templates.library import Library
from ui.templates.saving import SaveDialog, ask_name
from ui.templates.sections import ask_sections

TOPIC = "templates"
_BROUGHT = "“{name}” was brought in."
_WORD_FILES = "Word files (*.docx *.dotx)"


class Deeds(QObject):
    """Uses, makes, changes and takes away templates."""

    message = Signal(object)
    made = Signal(str, bool)  # the id of a template to choose; whether its name is to be typed next
    used = Signal()

    def __init__(self, library: Library, session: Session, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._session, self._remembered = library, session, remembered
        self._edited: dict[Path, int] = {}  # files opened in Word, and when they had been changed last
        self._dialog: SaveDialog | None = None
        library.failed.connect(self._fail)
        self._brought: set[Path] = set()  # brought in and not yet checked
        library.checked.connect(self._tell_of_edit)
        library.checked.connect(self._tell_of_brought)

    # The note

    def defaults_in_force(self) -> Mapping[str, str]:
        """The header fields that the note's template set."""
        now = self._library.find(self._session.brief.template)
        return now.header if now else {}

    def use(self, info: TemplateInfo) -> None:
        """Give the note a template; what the last one had set goes with it."""
        if info.id != self._session.brief.template:
            self._session.use_template(info, self.defaults_in_force(), TOPIC)
            self.used.emit()
            self._say(f"The note now has the template “{info.name}”.", ("Undo", self._session.undo_stack.undo))
        else:
            self.used.emit()

    def save_note(self, window: QWidget) -> SaveDialog | None:
        """Ask for a name, and keep the note's set-up as a template of one's own."""
        brief = self._session.brief
        info = self._library.find(brief.template) or self._library.beginning
        if info is None:
            self._say("The templates are still being looked for. Try again in a moment.")
            return None
        dialog = self._dialog = ask_name(brief, info, window, partial(self._save_note, brief, info))
        dialog.finished.connect(self._forget_dialog)
        self._library.ask("sections:sections", info.path, done=partial(self._offer_sections, dialog))
        return dialog

    def _offer_sections(self, dialog: SaveDialog, sections: tuple[Section, ...]) -> None:
        if self._dialog is dialog:  # it may be closed by now
            dialog.show_sections(sections)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _save_note(self, brief: Brief, info: TemplateInfo, name: str, sections: tuple[Section, ...]) -> None:
        bare = replace(brief, sources=(), findings=(), decisions={}, edits={}, starred=(), order=())
        done = partial(self._tell_of_new, "“{name}” is kept among your templates.")
        self._library.do("store:save_as", bare, info, name, self._library.mine, sections, done=done)

    # Making

    def from_file(self, window: QWidget) -> None:
        """Ask for a Word file, and bring it in."""
        folder = self._remembered.settings.open_folder or str(Path.home())
        dialog = QFileDialog(window, "New template from a Word file", folder, _WORD_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.bring_in(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring_in(self, path: Path) -> None:
        """A template of one's own from a Word file."""

        def done(info: TemplateInfo) -> None:
            self._brought.add(info.path)
            self._tell_of_new(_BROUGHT, info)

        self._library.do("store:bring_in", path, "", self._library.mine, done=done)

    def duplicate(self, info: TemplateInfo, *, then_edit: bool = False) -> None:
        """A copy of one's own, its name ready to be typed."""

        def done(copy: TemplateInfo) -> None:
            self.made.emit(copy.id, not then_edit)
            if then_edit:
                self.edit(copy)

        self._library.do("store:duplicate", info, "", self._library.mine, done=done)

    def _tell_of_new(self, sentence: str, info: TemplateInfo) -> None:
        self.made.emit(info.id, False)
        self._say(sentence.format(name=info.name), ("Undo", partial(self._delete_quietly, info)))

    def _tell_of_brought(self, info: TemplateInfo) -> None:
        """A file that was brought in has been checked, and something is wrong with it."""
        report = self._library.report(info)
        if info.path in self._brought and report is not None:
            self._brought.discard(info.path)
            if not report.usable:
                glyph, words, _ = wording.state(report)
                undo = ("Undo", partial(self._delete_quietly, info))
                self._say(f"{_BROUGHT.format(name=info.name)} {glyph} {words}; see below.", undo, kind=Kind.PROBLEM)

    # Changing

    def rename(self, info: TemplateInfo, name: str) -> None:
        """Another name; Undo gives the old one back."""
        before = info.name

        def done(renamed: TemplateInfo) -> None:
            self.made.emit(renamed.id, False)
            back = partial(self._library.do, "store:rename", renamed, before, done=lambda again: self.made.emit(again.id, False))
            self._say(f"“{before}” is now called “{renamed.name}”.", ("Undo", back))

        self._library.do("store:rename", info, name, done=done)

    def classify(self, info: TemplateInfo, product: str) -> None:
        """Say which kind of note a template makes."""
        self._library.do("store:classify", info, product, done=lambda found: self.made.emit(found.id, False))

    def sections(self, info: TemplateInfo, window: QWidget) -> None:
        """Ask which sections a template of one's own is to have; Undo gives the file back as it was."""

        def done(kept: Path) -> None:
            back = partial(self._library.do, "store:take_back", info, kept, done=lambda found: self.made.emit(found.id, False))
            self._say(f"The sections of “{info.name}” are changed.", ("Undo", back))

        def arrange(wanted: tuple[Section, ...]) -> None:
            self._library.do("store:arrange", info, wanted, done=done)

        def show(found: tuple[Section, ...]) -> None:
            if found:
                ask_sections(info, found, window, arrange)
            else:
                self._say(f"“{info.name}” has no headings that sections could be told by. Give them heading styles in Word.")

        self._library.ask("sections:sections", info.path, done=show)

    def edit(self, info: TemplateInfo) -> None:
        """Open the file in the system's program for it; the check runs again when it was saved there."""
        if info.kind is not TemplateKind.MINE:
            choice = ("Duplicate and edit", partial(self.duplicate, info, then_edit=True))
            whose = "comes with the program" if info.kind is TemplateKind.BUILT_IN else "belongs to the team"
            self._say(f"“{info.name}” {whose} and stays as it is.", choice, kind=Kind.QUESTION)
            return
        self._edited[info.path] = info.changed
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(info.path))):
            self._say(f"“{info.name}” is open in Word. Save it there, and it is checked again here.")
        else:
            self._say(f"No program for Word files was found. The file is “{info.path}”.", kind=Kind.PROBLEM)

    def _tell_of_edit(self, info: TemplateInfo) -> None:
        """A file that was opened in Word has been saved and checked."""
        before, report = self._edited.get(info.path, info.changed), self._library.report(info)
        if before == info.changed or report is None:
            return
        self._edited[info.path] = info.changed
        glyph, words, _ = wording.state(report)
        kind = Kind.NOTICE if report.usable else Kind.PROBLEM
        self._say(f"“{info.name}” was changed in Word. {glyph} {words}: {wording.summary(report)}.", kind=kind)

    def mend(self, info: TemplateInfo, problem: Problem) -> None:
        """Put what was meant into the file."""
        done = partial(self._say, f"“{problem.meant}” stands in the template now.")
        self._library.do("mending:mend", info.path, problem, done=lambda _: done())

    def delete(self, info: TemplateInfo) -> None:
        """Take a template away; Undo brings it back."""

        def done(kept: Path) -> None:
            back = partial(self._library.do, "store:restore", kept, done=lambda found: self.made.emit(found.id, False))
            used = " The note still has it; choose another one." if info.id == self._session.brief.template else ""
            topic = f"deleted {kept}"  # the bar for one deletion does not take the place of another's
            self.message.emit(Message(f"“{info.name}” is deleted.{used}", choices=(("Undo", back),), topic=topic))

        self._library.do("store:delete", info, done=done)

    def _delete_quietly(self, info: TemplateInfo) -> None:
        self._library.do("store:delete", info, done=lambda _: None)

    def make_default(self, info: TemplateInfo) -> None:
        """Let a template stand for its kind of note."""
        before = self._remembered.settings.template_defaults
        self._library.make_default(info)
        self._say(
            f"“{info.name}” is the default for its kind of note.",
            ("Undo", partial(self._remembered.change, template_defaults=before)),
        )

    def begin_notes_with(self, info: TemplateInfo) -> None:
        """Let new notes begin with a template."""
        settings = self._remembered.settings
        back = partial(self._remembered.change, template=settings.template, template_defaults=settings.template_defaults)
        self._library.begin_notes_with(info)
        self._say(f"New notes begin with “{info.name}”.", ("Undo", back))

    # Handing out

    def export(self, info: TemplateInfo, window: QWidget) -> None:
        """Ask where to, and write a copy there."""
        folder = Path(self._remembered.settings.export_folder or Path.home())
        ask_save(window, "Export the template", folder / f"{info.id}.docx", WORD, partial(self._export, info))

    def _export(self, info: TemplateInfo, target: Path) -> None:
        self._library.do("store:hand_out", info, target, done=self._tell_of_file)

    def annotate(self, info: TemplateInfo, window: QWidget) -> None:
        """Ask where to, and write a copy with a Word comment at each problem."""
        folder = Path(self._remembered.settings.export_folder or Path.home())
        ask_save(window, "Write an annotated copy", folder / f"{info.id}-remarks.docx", WORD, partial(self._annotate, info))

    def _annotate(self, info: TemplateInfo, target: Path) -> None:
        self._library.do(":annotate", info.path, target, done=lambda _: self._tell_of_file(target))

    def _tell_of_file(self, target: Path) -> None:
        open_it = ("Open", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))))
        self._say(f"The copy is “{target.name}” in “{target.parent.name}”.", open_it)

    # Telling

    def _say(self, text: str, *choices: tuple[str, Callable[[], object]], kind: Kind = Kind.NOTICE) -> None:
        self.message.emit(Message(text, kind, choices, TOPIC))

    def _fail(self, sentence: str, next_step: str) -> None:
        self._say(f"{sentence} {next_step}".strip(), kind=Kind.PROBLEM)
