"""The filters above the list: kind, state, speaker, article, words; and what can be done with all that is listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.findings.filter import State, Wanted
from ui.findings.segments import Segments
from ui.icons import icon
from ui.theme import SPACE

_LONGEST = 18  # characters of a menu button
ANY_SPEAKER, ANY_ARTICLE = "All speakers", "All articles"


class Choice(QToolButton):
    """A button that shows what is chosen and opens the menu to choose from."""

    chosen = Signal(str)

    def __init__(self, name: str, anything: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._anything = name, anything
        self._group = QActionGroup(self)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setMenu(QMenu(self))
        self.offer({"": anything})
        self.show_chosen("")

    def offer(self, choices: dict[str, str]) -> None:
        """Put other choices into the menu: key → words."""
        menu = self.menu()
        menu.clear()
        for key, words in choices.items():
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setData(key)
            action.triggered.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addAction(action)
            menu.addAction(action)

    def show_chosen(self, key: str, words: str = "") -> None:
        """Show what is chosen; "" for anything."""
        shown = words or key or self._anything
        self.setText((shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1].rstrip()}…").replace("&", "&&"))
        self.setToolTip(f"{self._name}: {shown}")
        self.setAccessibleName(f"{self._name}: {shown}")
        self.setProperty("set", bool(key))
        self.style().unpolish(self)
        self.style().polish(self)
        for action in self.menu().actions():
            action.setChecked(action.data() == key)


class FilterBar(QWidget):
    """Says which findings a person wants to see."""

    wanted_changed = Signal(object)  # Wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filters")
        self._wanted = Wanted()
        self._offered: tuple[tuple[str, ...], dict[str, str]] = ((), {})
        self.kinds = Segments({"": "All", "figure": "Figures", "quote": "Quotes"}, self)
        self.more = self._more()
        self.states = Choice("State", State.ALL, self)
        self.states.offer({"" if state is State.ALL else state: state for state in State})
        self.speakers = Choice("Speaker", ANY_SPEAKER, self)
        self.articles = Choice("Article", ANY_ARTICLE, self)
        self.search = self._search()
        self._connect()
        self._arrange()
        theme.signals.changed.connect(self._recolour)

    def _search(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText("Search findings")
        field.setAccessibleName("Search findings")
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(72)
        self._lens = field.addAction(icon("find", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        return field

    def _more(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("⋯")
        button.setProperty("bare", True)
        button.setToolTip("More for the findings listed")
        button.setAccessibleName("More for the findings listed")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda key: self.want(replace(self._wanted, kind=key)))
        self.states.chosen.connect(lambda key: self.want(replace(self._wanted, state=State(key or State.ALL))))
        self.speakers.chosen.connect(lambda key: self.want(replace(self._wanted, speaker=key)))
        self.articles.chosen.connect(lambda key: self.want(replace(self._wanted, article=key)))
        self.search.textChanged.connect(lambda text: self.want(replace(self._wanted, words=text)))

    def _arrange(self) -> None:
        upper, lower, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        upper.addWidget(self.kinds)
        upper.addStretch(1)
        upper.addWidget(self.more)
        lower.setSpacing(SPACE // 2)
        for menu in (self.states, self.speakers, self.articles):
            lower.addWidget(menu)
        lower.addWidget(self.search, 1)
        self.articles.hide()
        column.setContentsMargins(SPACE, SPACE, SPACE, 0)
        column.setSpacing(SPACE)
        column.addLayout(upper)
        column.addLayout(lower)

    def _recolour(self) -> None:
        self._lens.setIcon(icon("find", "muted"))

    @property
    def wanted(self) -> Wanted:
        """What is wanted now."""
        return self._wanted

    def want(self, wanted: Wanted) -> None:
        """Show and tell what is wanted."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self.kinds.choose(wanted.kind)
        self.states.show_chosen("" if wanted.state is State.ALL else wanted.state)
        self.speakers.show_chosen(wanted.speaker)
        self.articles.show_chosen(wanted.article, f"Article {wanted.article}" if wanted.article else "")
        if self.search.text() != wanted.words:
            self.search.setText(wanted.words)
        self.wanted_changed.emit(wanted)

    def offer(self, speakers: Iterable[str], articles: dict[str, str]) -> None:
        """Offer other speakers and articles; a filter by one that is gone is lifted."""
        names = tuple(speakers)
        if (names, articles) == self._offered:  # as with most steps of an analysis
            return
        self._offered = (names, articles)
        self.speakers.offer({"": ANY_SPEAKER, **{name: name for name in names}})
        self.articles.offer({"": ANY_ARTICLE, **articles})
        self.articles.setVisible(len(articles) > 1)
        wanted = self._wanted
        self.speakers.show_chosen(wanted.speaker)
        self.articles.show_chosen(wanted.article, f"Article {wanted.article}" if wanted.article else "")
        self.want(
            replace(
                wanted,
                speaker=wanted.speaker if wanted.speaker in names else "",
                article=wanted.article if wanted.article in articles else "",
            )
        )
