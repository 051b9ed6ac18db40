"""Where the keyboard is when an article opens: with its findings, the first one to review ready to be decided."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.findings.panel import FindingsPanel
from ui.keyboard import takes_text
from ui.reader.view import Reader
from ui.session import Session


class Beginning(QObject):
    """Gives the keyboard to the article that opens, then to its findings; a field that is typed in keeps it."""

    def __init__(self, session: Session, reader: Reader, panel: FindingsPanel, note: QWidget) -> None:
        super().__init__(panel)
        self._session, self._reader, self._panel, self._note = session, reader, panel, note
        self._key = ""  # the article whose first findings are awaited
        session.brief_changed.connect(self._follow)

    def show_article(self) -> None:
        """The panes take the empty state's place: no field was chosen by the analyst, so the article has the keyboard."""
        self._reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, key: str) -> None:
        """An article was opened: its findings get the keyboard as soon as there are some."""
        self._key = key
        self._follow()

    def _follow(self, _origin: str = "") -> None:
        if self._key and any(finding.article == self._key for finding in self._session.brief.findings):
            key, self._key = self._key, ""
            if not self._reader.verticalScrollBar().value():  # who reads further down is not fetched back
                self._panel.begin_review(key)
            if self._is_free():
                self._panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_free(self) -> bool:
        """Whether nobody works elsewhere: neither in a field nor in the note."""
        focus = self._panel.window().focusWidget()
        return focus is None or not (takes_text(focus) or self._note.isAncestorOf(focus))
