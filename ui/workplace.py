"""What fills the window's frame: the session, the panes, and the parts that open, analyse, save and export."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from briefing.brief import Decision
from briefing.model import Span
from ui import problems
from ui.adding import Adder
from ui.analysing import Analyses
from ui.appearance import Appearance
from ui.bars import Bars, Message
from ui.beginning import Beginning
from ui.checking import Checker
from ui.clipboard import address_in
from ui.correcting import Corrections
from ui.dialogs.files import ask_open
from ui.edges import Edges
from ui.exporting import Exporter
from ui.findings.menu import CardMenu
from ui.findings.panel import FindingsPanel
from ui.focus import FocusRing
from ui.guidance import Guidance
from ui.marking import Marker
from ui.note.pane import NotePane
from ui.opening import Opener, name_of
from ui.panes import Panes
from ui.previewing import Previewer
from ui.reader.pane import ReaderPane
from ui.reader.popup import SelectionPopup
from ui.reshaping import Reshaper
from ui.reviewing import Reviewing
from ui.saving import Saver
from ui.session import Session
from ui.templates.part import Templates
from ui.warming import Warming

if TYPE_CHECKING:
    from briefing.word.types import TemplateInfo
    from ui.dialogs.palette import Palette
    from ui.dialogs.settings import SettingsDialog
    from ui.window import MainWindow

_DONE = {"Keep": "Kept", "Drop": "Dropped", "Reopen": "Reopened", "Merge": "Merged"}
_WARM_AFTER = 400  # milliseconds; a file named on the command line is being read by then


class Workplace(QObject):
    """The parts and how they hang together; all that changes goes through the session."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.jobs, self.remembered = window, window.jobs, window.remembered
        self.session = Session(self)
        self.saver = Saver(self.session, self.jobs, self.remembered, window)
        self.opener = Opener(self.session, self.jobs, self.remembered, self.saver.leave)
        self.analyses = Analyses(self.session, self.jobs, self)
        self.exporter = Exporter(self.session, self.jobs, self.remembered, window)
        self.templates = Templates(self.session, self.jobs, self.remembered, self.exporter, window)
        self.opener.equip = self.templates.equip
        self.adder = Adder(self.session, self.jobs)
        self._offered: TemplateInfo | None = None  # whose fields the note shows
        self._undone = 0  # how many steps the undo stack held last
        self._make_panes()
        self.reviewing = Reviewing(self.session, self.findings)
        self.beginning = Beginning(self.session, self.reader, self.findings, self.note)
        self.checker = Checker(self.session, self.bars, self._to_findings)
        self.corrections = Corrections(self.session, self.reader_pane, self.window.status.showMessage)
        self.edges = Edges(self.session, self.jobs, self.reader, self.window.status.showMessage)
        self.reshaper = Reshaper(self.session, self.reader, self.window.status.showMessage)
        app = QApplication.instance()
        self.focus_ring = FocusRing(app, self) if isinstance(app, QApplication) else None
        self.marker = Marker(self.session, self.jobs, self.reader, self.adder, self.window.status.showMessage)
        self.appearance = Appearance(self.remembered, self.reader, self.findings, self.window.status, self.window)
        self.previewer = Previewer(self.session, self.jobs, self.exporter, window.status, lambda: self.analyses.running, window)
        about = (self.findings, self.reader_pane, self.note, window.toolbar.export)
        self.warming = Warming(self)
        self.guidance = Guidance(self.session, self.analyses, self.remembered, about, window)
        self.handlers = self._handlers()
        self._connect_session()
        self._connect_parts()
        self.appearance.take_settings()
        self.findings.restore_view_state(self.remembered.settings.findings_view)
        self.note.fold(self.remembered.settings.folded_sections)
        self._show_state()

    # Putting it together

    def _make_panes(self) -> None:
        self.reader_pane = ReaderPane(self.session, self.window)
        self.reader = self.reader_pane.reader
        self.reader.setAcceptDrops(False)  # so that drops reach the window
        self.findings = FindingsPanel(self.session, self.window)
        self.card_menu = CardMenu(self.findings.list, self.window.actions_table)
        self.note = NotePane(self.session, self.window)
        self.popup = SelectionPopup(self.reader)
        self.panes = Panes(self.reader_pane, self.findings, self.note, self.window)
        self.panes.restore(self.remembered.settings.splitter_state)
        self.bars = Bars(self.window)
        self.window.rows.insertWidget(0, self.bars)
        self.window.stack.addWidget(self.panes)
        self.panes.fit(self.window.width())
        self.window.find_field.search_in(self.reader)
        self.window.status.follow(self.session)
        self.window.templates.follow(self.session, self.exporter, self.templates)

    def _connect_session(self) -> None:
        session = self.session
        session.brief_changed.connect(self._show_state)
        session.articles_changed.connect(self._show_state)
        session.articles_changed.connect(self.window.find_field.refresh)
        session.saved_changed.connect(self._show_title)
        session.undo_stack.indexChanged.connect(self._notice_bulk)
        self.reader.selected.connect(lambda _: self._show_state())
        self.popup.asked.connect(self.marker.mark)
        self.popup.date_words = self.marker.date_words

    def _connect_parts(self) -> None:
        status = self.window.status
        for part in (
            self.opener,
            self.saver,
            self.analyses,
            self.exporter,
            self.adder,
            self.corrections,
            self.templates,
            self.reshaper,
            self.marker,
        ):
            part.message.connect(self.bars.show_message)
        self.jobs.failed.connect(self.show_problem)
        problems.install(self.bars.show_message)
        self.opener.opened.connect(self.analyses.start)
        self.corrections.reading_changed.connect(self.analyses.start)
        self.opener.begun.connect(self.beginning.begin)
        self.opener.open_asked.connect(self._open)
        self.opener.reading.connect(self._show_work)
        self.exporter.working.connect(self._show_work)
        self.note.preview_asked.connect(self.previewer.open)
        self.exporter.templates_changed.connect(self._show_state)
        self.analyses.progressed.connect(partial(status.show_progress, "Analysing"))
        self.analyses.ended.connect(status.end_progress)
        self.analyses.place_asked.connect(self._show_place)
        status.cancelled.connect(self.analyses.cancel)
        self.saver.saved.connect(status.note_saved)

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the window's table."""
        return {**self._with_files(), **self._with_findings(), **self._with_the_view(), **self.templates.handlers()}

    def _with_files(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new": self._new,
            "open": self._open,
            "paste": lambda: self.opener.open_mime(QGuiApplication.clipboard().mimeData()),
            "address": self._ask_address,
            "sample": self.opener.open_sample,
            "save": self.saver.save,
            "save-as": self.saver.save_as,
            "export": lambda: self.checker.before(self.exporter.export),
            "preview": self.previewer.open,
            "export-again": lambda: self.checker.before(self.exporter.export_again),
            "quit": self.window.close,
        }

    def _with_findings(self) -> Mapping[str, Callable[[], object]]:
        panel, review = self.findings, self.reviewing
        return {
            "undo": self.session.undo_stack.undo,
            "redo": self.session.undo_stack.redo,
            "next": partial(panel.step, 1),
            "previous": partial(panel.step, -1),
            "next-to-review": panel.next_to_review,
            "keep": partial(review.decide, Decision.KEPT),
            "drop": partial(review.decide, Decision.DROPPED),
            "undecided": partial(review.decide, Decision.UNDECIDED),
            "edit": panel.edit_current,
            "why": panel.show_why,
            "star": review.star,
            **{kind: partial(self.marker.mark, kind) for kind in ("figure", "quote", "date", "person")},
            "background": self.marker.note_background,
            "start-edge": partial(self.edges.choose, "start"),
            "end-edge": partial(self.edges.choose, "end"),
            "merge": partial(self.reshaper.merge, 1),
            "merge-before": partial(self.reshaper.merge, -1),
            "split": self.reshaper.split,
            "up": partial(self.note.move_current, -1),
            "down": partial(self.note.move_current, 1),
            "keep-listed": partial(panel.decide_listed, Decision.KEPT),
            "drop-listed": partial(panel.decide_listed, Decision.DROPPED),
            "paragraph": self.corrections.switch_chosen,
            "reanalyse": lambda: self.analyses.start(self.session.shown),
        }

    def _with_the_view(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self.window.find_field.begin,
            "search": self.findings.focus_search,
            "details": self.reader_pane.toggle_details,
            "next-greyed": self.corrections.next_greyed,
            "settings": self._change_settings,
            "larger": partial(self.appearance.step_zoom, 1),
            "smaller": partial(self.appearance.step_zoom, -1),
            "normal": partial(self.appearance.step_zoom, 0),
            "next-pane": partial(self._cycle, 1),
            "previous-pane": partial(self._cycle, -1),
            "next-article": self.reader_pane.next_article,
            "palette": self.show_palette,
            "keys": self.guidance.show_keys,
            "help": self.guidance.show_help,
        }

    def begin(self, names: Sequence[str]) -> None:
        """Open files and web addresses, then prepare the worker, and look for work that a crash left behind."""
        self.open_names(names)
        if self.remembered.remark:
            self.bars.show_message(Message(self.remembered.remark))
        self.saver.look_for_lost_work()
        QTimer.singleShot(_WARM_AFTER, self, self._warm)

    def _warm(self) -> None:
        self.jobs.watch(self.jobs.engine.warm(), lambda _: None)
        self.templates.begin()
        self.warming.begin()

    def open_names(self, names: Sequence[str]) -> None:
        """Open files by their names, and fetch what is a web address."""
        self.opener.open_names(names)

    # Showing

    def show_problem(self, error: BaseException) -> None:
        """Show an error that nobody else answers for."""
        self.bars.show_message(problems.log_and_describe(error))

    def _show_state(self, _origin: str = "") -> None:
        brief, window = self.session.brief, self.window
        self._show_page(filled=bool(brief.sources))
        there = {"article"} if brief.sources else set()
        there |= {"finding"} if brief.findings else set()
        there |= {"selection"} if self.reader.selected_span() else set()
        window.actions_table.enable(frozenset(there))
        stack = self.session.undo_stack
        for name, able, text in (("undo", stack.canUndo(), stack.undoText()), ("redo", stack.canRedo(), stack.redoText())):
            window.actions_table[name].setEnabled(able)
            window.actions_table[name].setText(f"&{name.capitalize()} {text}".strip())
        window.toolbar.show_template(self.exporter.template_name())
        self._offer_fields()
        self._show_title()

    def _offer_fields(self) -> None:
        template = self.exporter.template()
        if template is not None and template is not self._offered:
            self._offered = template
            self.note.offer(template.uses, template.marks)

    def _show_page(self, *, filled: bool) -> None:
        """Show the panes, or the ways to begin; the keyboard goes there too."""
        stack = self.window.stack
        if not filled:
            self.window.empty.show_recent(self.remembered.settings.recent_files)
        if filled != bool(stack.currentIndex()):
            stack.setCurrentIndex(int(filled))
            self.beginning.show_article() if filled else self.window.empty.open.setFocus()

    def _show_title(self) -> None:
        brief, path = self.session.brief, self.session.path
        title = path.stem if path else brief.header.title or (name_of(brief.sources[0].article) if brief.sources else "")
        self.window.setWindowTitle(f"{title}[*] – Briefing" if title else "Briefing[*]")
        self.window.setWindowModified(bool(brief.sources) and self.session.unsaved)

    def _show_work(self, text: str) -> None:
        if text:
            self.window.status.show_progress(text, 0, 0)
        elif not self.analyses.running:
            self.window.status.end_progress()

    def _show_place(self, key: str, span: Span) -> None:
        self.session.show_article(key)
        self.reader.scroll_to(span.start, span.end)
        self.reader.select(span)

    def _notice_bulk(self, index: int) -> None:
        """A step over many findings is told, with Undo beside it."""
        grown, self._undone = index > self._undone, index
        self._show_state()
        self.bars.drop_offer(self.session.undo_stack.undo)  # it was for the step before
        words = self.session.undo_stack.text(index - 1) if index else ""
        if grown and words.endswith(" findings"):
            verb, _, rest = words.partition(" ")
            done = f"{_DONE.get(verb, verb)} {rest}"
            self.bars.show_message(Message(f"{done}.", choices=(("Undo", self.session.undo_stack.undo),), topic="bulk"))

    def _cycle(self, by: int) -> None:
        """Give the keyboard to the next pane."""
        panes: tuple[QWidget, ...] = (self.reader_pane, self.findings, self.note)
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), -1 if by > 0 else 0)
        wanted = panes[(here + by) % len(panes)]
        if wanted is self.note:
            self.panes.show_note()
            self.note.focus_first()
        elif wanted is self.findings:
            self._to_findings()
        else:
            self.reader.setFocus()

    def _to_findings(self) -> None:
        self.panes.show_findings()
        self.findings.list.setFocus()

    # Files and settings

    def _open(self) -> None:
        ask_open(self.window, self.remembered.settings.open_folder or str(Path.home()), self.opener.open_paths)

    def _ask_address(self) -> None:
        from ui.dialogs.address import ask_address  # noqa: PLC0415 - rarely needed

        ask_address(self.window, address_in(QGuiApplication.clipboard().mimeData()), self.opener.open_address)

    def _new(self) -> None:
        self.analyses.cancel()
        self.exporter.forget_target()
        self.opener.new_note()

    def show_palette(self) -> Palette:
        """Offer every command by its name."""
        from ui.dialogs.palette import Palette  # noqa: PLC0415 - rarely needed

        palette = Palette(self.window.actions_table, self.window)
        palette.finished.connect(palette.deleteLater)
        palette.open_above()
        return palette

    def _change_settings(self) -> SettingsDialog:
        from ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - rarely needed

        names = tuple((template.id, template.name) for template in self.exporter.templates if not template.broken)
        dialog = SettingsDialog(self.remembered, names, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def commit(self) -> None:
        """Take what was typed beside a finding or about the article and not entered yet."""
        self.findings.commit()
        self.reader_pane.commit()

    def close(self) -> None:
        """Stop working and remember how wide the panes are."""
        self.analyses.cancel()
        self.previewer.close()
        self.templates.close()
        self.remembered.change(
            splitter_state=self.panes.state(), findings_view=self.findings.view_state(), folded_sections=self.note.folded()
        )
