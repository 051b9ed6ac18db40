"""The note's pages in the window: their number in the status bar, and the preview that a click on it opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import theme
from ui.exporting import Exporter
from ui.jobs import Jobs
from ui.note.preview import PreviewWindow
from ui.paging import Pager, in_meter
from ui.session import Session
from ui.status import StatusBar

if TYPE_CHECKING:
    from ui.window import MainWindow

_SHARED = ("export", "export-again", "save", "undo", "redo", "preview")  # what can be done in the preview as well
_TIP = "Show the note as it will be printed (Ctrl+P)"
_OVER = "The template is meant for {meant}. Drop a finding or shorten your own words, or choose another template."
_NO_OFFICE = "Pages are counted where LibreOffice is installed; the preview shows what the note says."


class Previewer(QObject):
    """Tells the status bar how long the note is, and opens the preview."""

    def __init__(
        self, session: Session, jobs: Jobs, exporter: Exporter, status: StatusBar, busy: Callable[[], bool], window: MainWindow
    ) -> None:
        super().__init__(window)
        self._session, self._exporter, self._status, self._window = session, exporter, status, window
        self.pager = Pager(session, jobs, exporter, busy, self)
        self._preview: PreviewWindow | None = None
        self.pager.changed.connect(self._show)
        exporter.templates_changed.connect(self._show)
        session.brief_changed.connect(self._show)
        status.preview_asked.connect(self.open)
        theme.signals.changed.connect(self._show)

    def open(self) -> PreviewWindow | None:
        """Show the preview, or put it away where it is in front; nothing without an article."""
        if not self._session.brief.sources:
            return None
        if self._preview is None:
            self._preview = PreviewWindow(self.pager, self._window)
            self._preview.addActions([self._window.actions_table[name] for name in _SHARED])
            self._preview.export.clicked.connect(self._export)
        elif self._preview.isVisible() and self._preview.isActiveWindow():
            self._preview.hide()
            return None
        self._preview.open_beside(self._window)
        self._show()
        return self._preview

    def _export(self) -> None:
        self._window.activateWindow()
        self._window.actions_table["export"].trigger()

    def close(self) -> None:
        """End what is under way."""
        self.pager.close()

    def _show(self, _origin: str = "") -> None:
        pager, meant = self.pager, self._meant()
        if self._preview is not None:
            self._preview.meant_for(meant, self._exporter.template_name())
        if not self._session.brief.sources:
            self._status.show_pages("")
            if self._preview is not None:
                self._preview.hide()
        elif pager.pages is None or pager.problem:
            waits = "Counting pages …" if pager.counts and not pager.problem else "Preview"
            self._status.show_pages(waits, tip=pager.problem or (_TIP if pager.counts else _NO_OFFICE))
        else:
            over = bool(meant) and pager.pages.count > meant
            bound = "one page" if meant == 1 else f"{meant} pages"
            self._status.show_pages(
                in_meter(pager.pages.count, meant), over=over, tip=_OVER.format(meant=bound) if over else _TIP
            )

    def _meant(self) -> int:
        template = self._exporter.template()
        return template.pages if template else 0
