"""The reader with, above it, the note's articles when there are several."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from ui.reader.view import Reader
from ui.session import Session

_LONGEST_NAME = 28  # characters


class ReaderPane(QWidget):
    """A small switcher of articles above the article on show."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.switcher = QTabBar(self, drawBase=False, expanding=False, documentMode=True, usesScrollButtons=True)
        self.switcher.setAccessibleName("Articles of this note")
        self.reader = Reader(session, self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.switcher)
        rows.addWidget(self.reader, 1)
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

    def next_article(self) -> None:
        """Show the next article, after the last the first."""
        if self.switcher.count() > 1:
            self.switcher.setCurrentIndex((self.switcher.currentIndex() + 1) % self.switcher.count())
