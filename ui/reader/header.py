"""The line above the article: where it was published, when, and by whom; a click shows and mends all that is known."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from briefing.compose.dates import moment
from briefing.model import Article
from ui import icons, theme
from ui.session import Session

_DATES = "d MMMM y"


class Header(QPushButton):
    """Says the outlet, the date and the authors of the article on show; what is missing is said too."""

    asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = ""
        self.setObjectName("source")
        self.setFlat(True)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.asked)
        session.articles_changed.connect(self.refresh)
        theme.signals.changed.connect(self._colour)
        self._colour()
        self.refresh()

    def refresh(self) -> None:
        """Say what is known of the article on show."""
        article = next((each.article for each in self._session.brief.sources if each.key == self._session.shown), None)
        self._words = in_words(article) if article else ""
        self.setVisible(article is not None)
        self.setAccessibleName(f"Article details: {self._words}")
        self.setToolTip(f"{self._words}\nShow and mend what is known of the article (Ctrl+I)")
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 6 * theme.SPACE
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))

    def _colour(self) -> None:
        colours = theme.tokens()
        self.setIcon(icons.icon("edit", "muted"))
        self.setIconSize(QSize(14, 14))
        self.setStyleSheet(
            f"#source {{ text-align: left; color: {colours.muted}; background: {colours.surface}; border: 1px solid transparent;"
            f" border-bottom-color: {colours.line}; border-radius: 0; padding: 6px {theme.SPACE * 2}px; }}"
            f"#source:hover, #source:checked {{ background: {colours.hover}; color: {colours.text}; }}"
            f"#source:focus {{ border: 2px solid {colours.focus}; padding: 5px {theme.SPACE * 2 - 1}px; }}"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Cut the words anew in another face."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._elide()


def in_words(article: Article) -> str:
    """An article's outlet, date and authors in one line."""
    published = moment(article.published, _DATES) if article.published else article.published_text
    authors = " and ".join(filter(None, (", ".join(article.authors[:-1]), *article.authors[-1:])))
    return " · ".join((article.outlet or "outlet not known", published or "date not known", *([authors] if authors else [])))
