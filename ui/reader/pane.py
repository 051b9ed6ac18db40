"""The reader with, above it, the note's articles when there are several, and what is known of the one on show."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from ui.reader.header import Header
from ui.reader.view import Reader
from ui.session import Session

if TYPE_CHECKING:
    from ui.reader.details import Details

_LONGEST_NAME = 28  # characters


class ReaderPane(QWidget):
    """A small switcher of articles, the line about the article on show, the drawer with its details, and the article."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.switcher = QTabBar(self, drawBase=False, expanding=False, documentMode=True, usesScrollButtons=True)
        self.switcher.setAccessibleName("Articles of this note")
        self.header = Header(session, self)
        self.reader = Reader(session, self)
        self._drawer: Details | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.switcher)
        self._rows.addWidget(self.header)
        self._rows.addWidget(self.reader, 1)
        self.header.asked.connect(self.toggle_details)
        self.setFocusProxy(self.reader)
        self.switcher.currentChanged.connect(self._choose)
        session.articles_changed.connect(self._list)
        self._list()

    def _list(self) -> None:
        sources = self._session.brief.sources
        self.switcher.blockSignals(True)
        while self.switcher.count() > len(sources):
            self.switcher.removeTab(self.switcher.count() - 1)
        for n, source in enumerate(sources):
            if n >= self.switcher.count():
                self.switcher.addTab("")
            title = source.article.title or source.article.origin.name or "Article"
            short = title if len(title) <= _LONGEST_NAME else title[: _LONGEST_NAME - 1].rstrip() + "…"
            self.switcher.setTabText(n, f"{source.key}  {short.replace('&', '&&')}")
            self.switcher.setTabToolTip(n, title)
            if source.key == self._session.shown:
                self.switcher.setCurrentIndex(n)
        self.switcher.blockSignals(False)
        self.switcher.setVisible(len(sources) > 1)

    def _choose(self, n: int) -> None:
        sources = self._session.brief.sources
        if 0 <= n < len(sources):
            self._session.show_article(sources[n].key)

    @property
    def details(self) -> Details:
        """The drawer, made when first asked for: it loads what reads dates and languages."""
        if self._drawer is None:
            from ui.reader.details import Details  # noqa: PLC0415 - rarely needed

            self._drawer = Details(self._session, self)
            self._drawer.hide()
            self._drawer.closed.connect(self._leave_details)
            self._rows.insertWidget(self._rows.indexOf(self.reader), self._drawer)
            ways = [each for field in self._drawer.fields.values() for each in (field.line, field.reset)]
            for before, after in pairwise((self.header, self._drawer.close_button, *ways, self.reader)):
                QWidget.setTabOrder(before, after)  # as one reads
        return self._drawer

    def toggle_details(self) -> None:
        """Open the drawer with what is known of the article, or close it."""
        opens = self.details.isHidden()
        self.header.setChecked(opens)
        self.details.open_drawer() if opens else self.details.close_drawer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawer takes a part of the height."""
        super().resizeEvent(event)
        if self._drawer is not None:
            self._drawer.updateGeometry()

    def _leave_details(self) -> None:
        self.header.setChecked(False)
        self.reader.setFocus()

    def commit(self) -> None:
        """Take what was typed into the drawer and not entered yet."""
        if self._drawer is not None and not self._drawer.isHidden():
            self._drawer.commit()

    def next_article(self) -> None:
        """Show the next article, after the last the first."""
        if self.switcher.count() > 1:
            self.switcher.setCurrentIndex((self.switcher.currentIndex() + 1) % self.switcher.count())
