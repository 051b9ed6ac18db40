"""The main window's frame: what is painted first. Panes and work follow a moment later, from ``ui/workplace.py``.

Nothing that runs before the first painting may name QtCore.Qt or make Qt convert to it: that loads its hundred enums at
once, 17 ms of the 60 that a start may take longer than a bare window's. ``tests/benchmarks/launch.py`` measures it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import icons, theme
from ui.actions import Actions
from ui.empty import EmptyState
from ui.jobs import Jobs
from ui.reader.find import FindField
from ui.remembered import Remembered
from ui.status import StatusBar
from ui.toolbar import Bar, RecentMenu, TemplateMenu, fill_menus

if TYPE_CHECKING:
    from ui.workplace import Workplace

_SIZE = (1380, 820)
_WITH_THE_NOTE = {"save", "save-as", "export", "export-again", "quit"}


class MainWindow(QMainWindow):
    """Menus, toolbar, status bar and an empty middle; ``work`` fills it."""

    furnished = Signal()  # everything is there

    def __init__(self, jobs: Jobs, remembered: Remembered) -> None:
        super().__init__()
        self.jobs, self.remembered = jobs, remembered
        self._work: Workplace | None = None
        self._painted = False
        self._leaving = False
        self.setWindowTitle("Briefing[*]")
        self.setMinimumSize(640, 420)
        self.setAcceptDrops(True)
        self._make_middle()
        self._make_bars()
        self._restore()
        theme.signals.changed.connect(self._draw_icons)
        self._draw_icons()

    def _make_middle(self) -> None:
        self.empty = EmptyState(self)
        self.empty.show_recent(self.remembered.settings.recent_files)
        self.empty.asked.connect(self.act)
        self.empty.recent_asked.connect(self._open_recent)
        self.empty.open.setFocus()
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        middle = QWidget(self)
        self.rows = QVBoxLayout(middle)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.rows.addWidget(self.stack, 1)
        self.setCentralWidget(middle)

    def _make_bars(self) -> None:
        self.find_field = FindField(self)
        self.actions_table = Actions(self, self.act)
        self.actions_table.enable(frozenset())
        self.recent = RecentMenu(self.remembered, self._open_recent, self)
        self.templates = TemplateMenu(self.actions_table, self)
        self.toolbar = Bar(self.actions_table, self.find_field, self.recent, self.templates)
        self.toolbar.show_template("Briefing note")
        self.addToolBar(self.toolbar)
        fill_menus(self, self.actions_table, self.recent)
        self.status = StatusBar(self)
        self.status.show_zoom(self.remembered.settings.text_zoom)
        self.setStatusBar(self.status)

    def _restore(self) -> None:
        geometry = self.remembered.settings.window_geometry
        if not geometry or not self.restoreGeometry(QByteArray.fromHex(geometry.encode())):
            room = self.screen().availableSize()  # a scaled screen may be smaller than the usual size
            self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _draw_icons(self) -> None:
        for name in ("open", "paste", "reanalyse"):
            self.actions_table[name].setIcon(icons.icon(self.actions_table.icon_of(name)))
        self.setWindowIcon(icons.icon("briefing", "accent"))

    @property
    def work(self) -> Workplace:
        """The panes and all that works behind them, made when they are first needed."""
        if self._work is None:
            from ui.workplace import Workplace  # noqa: PLC0415 - the frame is painted first

            self._work = Workplace(self)
            self.furnished.emit()
        return self._work

    def act(self, name: str) -> None:
        """Do one of the table's actions; what was typed beside a finding and not entered yet goes with the note."""
        if name in _WITH_THE_NOTE:
            self.work.commit()
        self.work.handlers[name]()

    def _open_recent(self, path: str) -> None:
        self.work.open_names([path])

    def event(self, event: QEvent) -> bool:
        """Furnish after the first painting; leave letters to text fields, Space and Enter to buttons."""
        if event.type() is QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, lambda: self.work)
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            from ui.keyboard import belongs_to_widget  # noqa: PLC0415 - no key comes before the first painting

            if belongs_to_widget(event, QApplication.focusWidget()):
                event.accept()
                return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText() or event.mimeData().hasHtml():
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
        self.work.opener.open_mime(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work, remember the window, end the worker."""
        if self._work is not None and not self._leaving:
            self._work.commit()
            event.ignore()
            self._work.saver.leave(self._leave)
            return
        self.remembered.change(window_geometry=bytes(self.saveGeometry().toHex().data()).decode())
        if self._work is not None:
            self._work.close()
        self.jobs.close()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._leaving = True
        QTimer.singleShot(0, self, self.close)
