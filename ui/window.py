"""The main window: its panes, bars and actions, put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from briefing import review
from briefing.brief import Decision
from briefing.model import Figure, Finding, Span
from briefing.storage import Theme
from ui import icons, theme
from ui.actions import Actions, belongs_to_widget
from ui.adding import Adder
from ui.analysing import Analyses
from ui.bars import Bars, Message
from ui.dialogs.files import ask_open
from ui.empty import EmptyState
from ui.exporting import Exporter
from ui.findings.panel import FindingsPanel
from ui.jobs import Jobs, in_words
from ui.note.pane import NotePane
from ui.opening import Opener, name_of
from ui.panes import Panes
from ui.reader.find import FindField
from ui.reader.pane import ReaderPane
from ui.reader.popup import SelectionPopup
from ui.remembered import Remembered
from ui.saving import Saver
from ui.session import Session
from ui.status import StatusBar
from ui.toolbar import Bar, RecentMenu, TemplateMenu, fill_menus

if TYPE_CHECKING:
    from ui.dialogs.keys import KeysDialog
    from ui.dialogs.settings import SettingsDialog

ORIGIN = "window"
_ZOOMS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_BULK = 2  # from so many findings on, a step is worth a notice with Undo
_WARM_AFTER = 400  # milliseconds; the window is painted and a file named on the command line is being read by then


class MainWindow(QMainWindow):
    """Article, findings and note; all that happens goes through the session."""

    def __init__(self, jobs: Jobs | None = None) -> None:
        super().__init__()
        self.jobs = jobs or Jobs(self)
        self.session = Session(self)
        self.remembered = Remembered(self.jobs, self)
        self.saver = Saver(self.session, self.jobs, self.remembered, self)
        self.opener = Opener(self.session, self.jobs, self.remembered, self.saver.leave)
        self.analyses = Analyses(self.session, self.jobs, self)
        self.exporter = Exporter(self.session, self.jobs, self.remembered, self)
        self.adder = Adder(self.session, self.jobs)
        self._leaving = False
        self._undone = 0  # how many steps the undo stack held last
        self._make_panes()
        self._make_bars()
        self._connect()
        self._restore()
        self._show_state()

    # Putting it together

    def _make_panes(self) -> None:
        self.reader_pane = ReaderPane(self.session, self)
        self.reader = self.reader_pane.reader
        self.findings = FindingsPanel(self.session, self)
        self.note = NotePane(self.session, self)
        self.popup = SelectionPopup(self.reader)
        self.panes = Panes(self.reader_pane, self.findings, self.note, self)
        self.empty = EmptyState(self)
        self.bars = Bars(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.panes)
        middle = QWidget(self)
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bars)
        rows.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.setAcceptDrops(True)
        self.reader.setAcceptDrops(False)  # so that drops reach the window
        self.setWindowTitle("Briefing[*]")
        self.setMinimumSize(640, 420)

    def _make_bars(self) -> None:
        self.find_field = FindField(self.reader, self)
        self.actions_table = Actions(self, self._handlers())
        self._recent = RecentMenu(self.remembered, lambda path: self.opener.open_paths([path]), self)
        self._templates = TemplateMenu(self.session, self.exporter, self)
        self.toolbar = Bar(self.actions_table, self.find_field, self._recent, self._templates)
        self.addToolBar(self.toolbar)
        fill_menus(self, self.actions_table, self._recent)
        self.status = StatusBar(self.session, self)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        session = self.session
        session.brief_changed.connect(self._show_state)
        session.articles_changed.connect(self._show_state)
        session.articles_changed.connect(self.find_field.refresh)
        session.saved_changed.connect(self._show_title)
        session.undo_stack.indexChanged.connect(self._notice_bulk)
        self.reader.selected.connect(lambda _: self._show_state())
        self.reader.zoomed.connect(self._step_zoom)
        self.popup.asked.connect(self._mark)
        self.empty.asked.connect(lambda name: self.actions_table[name].trigger())
        self.empty.recent_asked.connect(lambda path: self.opener.open_paths([Path(path)]))
        for part in (self.opener, self.saver, self.analyses, self.exporter, self.adder):
            part.message.connect(self.show_message)
        self.opener.opened.connect(self.analyses.start)
        self.opener.open_asked.connect(self._open)
        self.opener.reading.connect(self._show_work)
        self.exporter.working.connect(self._show_work)
        self.exporter.templates_changed.connect(self._show_state)
        self.analyses.progressed.connect(partial(self.status.show_progress, "Analysing"))
        self.analyses.ended.connect(self.status.end_progress)
        self.analyses.place_asked.connect(self._show_place)
        self.status.cancelled.connect(self.analyses.cancel)
        self.status.zoom_stepped.connect(self._step_zoom)
        self.saver.saved.connect(self.status.note_saved)
        self.jobs.failed.connect(self.show_problem)
        self.remembered.changed.connect(self._take_settings)
        theme.signals.changed.connect(self._tick_theme)

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        stack, panel = self.session.undo_stack, self.findings
        return {
            "new": self._new,
            "open": self._open,
            "paste": lambda: self.opener.open_mime(QGuiApplication.clipboard().mimeData()),
            "sample": self.opener.open_sample,
            "save": self.saver.save,
            "save-as": self.saver.save_as,
            "export": self.exporter.export,
            "export-again": self.exporter.export_again,
            "quit": self.close,
            "undo": stack.undo,
            "redo": stack.redo,
            "find": self.find_field.begin,
            "search": panel.focus_search,
            "settings": self._change_settings,
            "next": lambda: panel.step(1),
            "previous": lambda: panel.step(-1),
            "next-to-review": panel.next_to_review,
            "keep": partial(self._decide, Decision.KEPT),
            "drop": partial(self._decide, Decision.DROPPED),
            "undecided": partial(self._decide, Decision.UNDECIDED),
            "edit": panel.edit_current,
            "why": panel.show_why,
            "star": self._star,
            "figure": partial(self._mark, "figure"),
            "quote": partial(self._mark, "quote"),
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
            "keep-listed": partial(self._decide_listed, Decision.KEPT),
            "drop-listed": partial(self._decide_listed, Decision.DROPPED),
            "reanalyse": lambda: self.analyses.start(self.session.shown),
            "larger": partial(self._step_zoom, 1),
            "smaller": partial(self._step_zoom, -1),
            "normal": partial(self._step_zoom, 0),
            "next-pane": partial(self._cycle, 1),
            "previous-pane": partial(self._cycle, -1),
            "next-article": self.reader_pane.next_article,
            "keys": self.show_keys,
        }

    def start_work(self) -> None:
        """What may wait until the window is painted: the worker, the templates, work that a crash left behind."""
        if self.remembered.remark:
            self.show_message(Message(self.remembered.remark))
        self.saver.look_for_lost_work()
        QTimer.singleShot(_WARM_AFTER, self, self._warm)

    def _warm(self) -> None:
        self.jobs.watch(self.jobs.engine.warm(), lambda _: None)
        self.exporter.load_templates()

    # Deciding

    def _decide(self, decision: Decision) -> None:
        if self.session.current:
            self.findings.decide_current(decision)
        else:
            self.findings.step(1)

    def _listed(self) -> tuple[Finding, ...]:
        wanted = set(self.findings.visible_ids())
        return tuple(finding for finding in self.session.brief.findings if finding.id in wanted)

    def _decide_listed(self, decision: Decision) -> None:
        self.session.decide(self._listed(), decision, ORIGIN)

    def _star(self) -> None:
        current = self.session.current
        if current and isinstance(self.session.brief.finding(current).content, Figure):
            self.session.apply(review.star(self.session.brief, current), "Star", ORIGIN)

    def _move(self, by: int) -> None:
        if self.session.current:
            self.session.apply(review.move(self.session.brief, self.session.current, by), "Move in the note", ORIGIN)

    def _mark(self, kind: str) -> None:
        span = self.reader.selected_span()
        if span is not None:
            self.adder.add(span, kind)
            self.reader.drop_selection()

    # Showing

    def show_message(self, message: Message) -> None:
        """Show a bar."""
        self.bars.show_message(message)

    def show_problem(self, error: BaseException) -> None:
        """Show an error that nobody else answers for."""
        from ui.problems import log_and_describe  # noqa: PLC0415 - errors are rare

        self.show_message(log_and_describe(error, *in_words(error)))

    def _show_state(self, _origin: str = "") -> None:
        brief = self.session.brief
        self._stack.setCurrentIndex(1 if brief.sources else 0)
        if not brief.sources:
            self.empty.show_recent(self.remembered.settings.recent_files)
        there = {"article"} if brief.sources else set()
        there |= {"finding"} if brief.findings else set()
        there |= {"selection"} if self.reader.selected_span() else set()
        self.actions_table.enable(frozenset(there))
        stack = self.session.undo_stack
        for name, able, text in (("undo", stack.canUndo(), stack.undoText()), ("redo", stack.canRedo(), stack.redoText())):
            self.actions_table[name].setEnabled(able)
            self.actions_table[name].setText(f"&{name.capitalize()} {text}".strip())
        self.toolbar.show_template(self.exporter.template_name())
        self._show_title()

    def _show_title(self) -> None:
        brief, path = self.session.brief, self.session.path
        title = path.stem if path else brief.header.title or (name_of(brief.sources[0].article) if brief.sources else "")
        self.setWindowTitle(f"{title}[*] – Briefing" if title else "Briefing[*]")
        self.setWindowModified(bool(brief.sources) and self.session.unsaved)

    def _show_work(self, text: str) -> None:
        if text:
            self.status.show_progress(text, 0, 0)
        elif not self.analyses.running:
            self.status.end_progress()

    def _show_place(self, key: str, span: Span) -> None:
        self.session.show_article(key)
        self.reader.scroll_to(span)
        self.reader.select(span)

    def _notice_bulk(self, index: int) -> None:
        """A step over many findings is told, with Undo beside it."""
        grown, self._undone = index > self._undone, index
        self._show_state()
        words = self.session.undo_stack.text(index - 1) if index else ""
        if grown and words.endswith(" findings"):
            self.show_message(Message(f"{words}: done.", choices=(("Undo", self.session.undo_stack.undo),), topic="bulk"))

    # Files and settings

    def _open(self) -> None:
        ask_open(self, self.remembered.settings.open_folder or str(Path.home()), self.opener.open_paths)

    def _new(self) -> None:
        self.analyses.cancel()
        self.exporter.forget_target()
        self.opener.new_note()

    def show_keys(self) -> KeysDialog:
        """Show the overview of keys."""
        from ui.dialogs.keys import KeysDialog  # noqa: PLC0415 - not needed to show the window

        dialog = KeysDialog(self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _change_settings(self) -> SettingsDialog:
        from ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - not needed to show the window

        dialog = SettingsDialog(self.remembered.settings, self)
        dialog.accepted.connect(lambda: self.remembered.change(**dialog.values()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _restore(self) -> None:
        settings = self.remembered.settings
        if not settings.window_geometry or not self.restoreGeometry(_bytes(settings.window_geometry)):
            self.resize(1380, 820)
        self.panes.restore(settings.splitter_state)
        self.reader.set_zoom(settings.text_zoom)
        self.status.show_zoom(settings.text_zoom)
        for action in self._theme_actions():
            action.triggered.connect(partial(self._choose_theme, action.data()))
        self._tick_theme()

    def _theme_actions(self) -> list[QAction]:
        menu = self.findChild(QMenu, "themes")
        return menu.actions() if menu else []

    def _choose_theme(self, name: str) -> None:
        self.remembered.change(theme=Theme(name))

    def _tick_theme(self) -> None:
        for action in self._theme_actions():
            action.setChecked(action.data() == theme.choice())
        self.setWindowIcon(icons.icon("briefing", "accent"))

    def _take_settings(self) -> None:
        settings = self.remembered.settings
        app = QApplication.instance()
        if isinstance(app, QApplication) and settings.theme.value != theme.choice():
            theme.apply(app, settings.theme.value)
        self.reader.set_zoom(settings.text_zoom)
        self.status.show_zoom(settings.text_zoom)

    def _step_zoom(self, by: int) -> None:
        now = self.reader.zoom
        steps = {0: [100], 1: [z for z in _ZOOMS if z > now][:1], -1: [z for z in _ZOOMS if z < now][-1:]}[by]
        for zoom in steps:
            self.remembered.change(text_zoom=zoom)

    def _cycle(self, by: int) -> None:
        """Give the keyboard to the next pane."""
        panes: tuple[QWidget, ...] = (self.reader_pane, self.findings, self.note)
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), -by if by > 0 else 0)
        wanted = panes[(here + by) % len(panes)]
        if wanted is self.note:
            self.panes.show_note()
            self.note.focus_first()
        elif wanted is self.findings:
            self.panes.show_findings()
            self.findings.list.setFocus()
        else:
            self.reader.setFocus()

    # Events

    def event(self, event: QEvent) -> bool:
        """Leave letters to text fields, Space and Enter to buttons."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and belongs_to_widget(event, QApplication.focusWidget())
        ):
            event.accept()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self.empty.set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drop went elsewhere."""
        self.empty.set_dropping(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.empty.set_dropping(False)
        event.acceptProposedAction()
        self.opener.open_mime(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work, remember the window, end the worker."""
        if not self._leaving:
            event.ignore()
            self.saver.leave(self._leave)
            return
        self.analyses.cancel()
        self.remembered.change(window_geometry=_text(self.saveGeometry()), splitter_state=self.panes.state())
        self.jobs.close()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._leaving = True
        QTimer.singleShot(0, self, self.close)


def _text(data: QByteArray) -> str:
    return bytes(data.toHex().data()).decode()


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromHex(text.encode())
