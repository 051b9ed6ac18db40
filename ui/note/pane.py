"""The note as it will be: header, the analyst's own words, kept figures and quotes in the note's order, sources."""

from __future__ import annotations

import time
from collections.abc import Collection
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from briefing import review
from briefing.brief import Brief, Decision
from ui import theme
from ui.note import order, style
from ui.note.content import Content, content
from ui.note.fields import TextField
from ui.note.header import COMMON, RARE, HeaderFields
from ui.note.items import ItemList
from ui.note.model import NoteModel
from ui.note.section import Section
from ui.note.setup import NoteSetup, step_name, with_choice
from ui.session import Session
from ui.theme import SPACE

ORIGIN = "note"
_WAIT = 30  # milliseconds after which the note follows a decision: the card that was decided is painted first
_PATIENCE = 3  # a long note waits for a pause of so many times what showing it took, so that quick keys are never held up
_OWN_WORDS = {
    "bottom_line": ("Bottom line", "What the reader must take away, in your words"),
    "background": ("Background", "What the reader must know beforehand"),
    "comment": ("Comment", "Your judgement; it is printed apart from the facts"),
    "outlook": ("Outlook", "What may come next"),
    "key_points": ("Key points", "One a line"),
    "to_check": ("To check", "What is still open, one a line"),
    "points_to_make": ("Points to make", "One a line"),
    "points_they_may_raise": ("Points they may raise", "One a line"),
}
_ALWAYS = frozenset({"bottom_line", "background", "comment", "outlook"})  # as long as nobody knows what the template prints
_NO_FIGURES = "Keep a figure (K) and it stands here."
_NO_QUOTES = "Keep a quote (K) and it stands here."


class NotePane(QWidget):
    """Shows the note, and carries every wish about it to the session."""

    preview_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._restyle()
        self.template = QLabel(self)
        self.setup, self.setup_button, self.preview_button = NoteSetup(self), QToolButton(self), QToolButton(self)
        self.setup.hide()
        self.header = HeaderFields(self)
        self.texts = {name: TextField(words, hint, self) for name, (words, hint) in _OWN_WORDS.items()}
        self.figure_model, self.quote_model = NoteModel(self), NoteModel(self)
        self.figures = ItemList(self.figure_model, "Key figures", self)
        self.quotes = ItemList(self.quote_model, "What was said", self)
        self.sources = QLabel(self)
        self.sections: dict[str, Section] = {}
        self._later = QTimer(self, singleShot=True)
        self._used = _ALWAYS
        self._took = 0  # milliseconds of the last refresh
        self._arrange()
        self._connect()
        self._order_tabs()
        self.refresh()

    # Building

    def _arrange(self) -> None:
        self.template.setProperty("template", True)
        self.sources.setWordWrap(True)
        self.sources.setTextFormat(Qt.TextFormat.PlainText)
        self.sources.setProperty("quiet", True)
        self.sources.setContentsMargins(SPACE, 0, 0, 0)
        self.sources.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = self._page = QWidget(self)
        page.setObjectName("notepage")
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE * 2)
        column.setSpacing(SPACE)
        for section in self._make_sections(page):
            column.addWidget(section)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        outer.addWidget(self.setup)
        outer.addWidget(self._scroll, 1)

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setObjectName("notehead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE * 2, SPACE, SPACE, SPACE)
        row.addWidget(self.template, 1)
        for button, words in ((self.setup_button, "Set-up"), (self.preview_button, "Preview")):
            button.setText(words)
            button.setAccessibleName(f"{words} of the note")
            button.setProperty("link", True)
            row.addWidget(button)
        self.setup_button.setCheckable(True)
        self.setup_button.setToolTip("House style, source marks and paper of the note")
        self.preview_button.setToolTip("See the note as it will be printed (Ctrl+P)")
        self.setup_button.toggled.connect(self.setup.setVisible)
        self.preview_button.clicked.connect(self.preview_asked)
        return head

    def _make_sections(self, page: QWidget) -> list[Section]:
        texts = {name: (words, self.texts[name], "") for name, (words, _) in _OWN_WORDS.items()}
        parts = {
            "header": ("Header", self.header, ""),
            "bottom_line": texts["bottom_line"],
            "key_points": texts["key_points"],
            "figures": ("Key figures", self.figures, _NO_FIGURES),
            "quotes": ("What was said", self.quotes, _NO_QUOTES),
            "background": texts["background"],
            "comment": texts["comment"],
            "outlook": texts["outlook"],
            "points_to_make": texts["points_to_make"],
            "points_they_may_raise": texts["points_they_may_raise"],
            "to_check": texts["to_check"],
            "sources": ("Sources", self.sources, "The article's source line stands here."),
        }
        self.sections = {name: Section(words, body, hint, page) for name, (words, body, hint) in parts.items()}
        return list(self.sections.values())

    def folded(self) -> tuple[str, ...]:
        """The names of the parts that are folded away."""
        return tuple(name for name, section in self.sections.items() if not section.heading.isChecked())

    def fold(self, names: Collection[str]) -> None:
        """Fold parts away, and show the others."""
        for name, section in self.sections.items():
            section.fold(name in names)

    def _order_tabs(self) -> None:
        """Tab follows the page: each heading, then what stands under it."""
        chain: list[QWidget] = [self.setup_button, self.preview_button, *self.setup.boxes.values()]
        for name, section in self.sections.items():
            chain.append(section.heading)
            chain += self.header.in_order() if name == "header" else [section.body]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _connect(self) -> None:
        session = self._session
        session.brief_changed.connect(self._follow_brief)
        session.current_changed.connect(self._follow_current)
        self._later.timeout.connect(self.refresh)
        theme.signals.changed.connect(self._restyle)
        self.header.typed.connect(self._type)
        self.setup.chosen.connect(self._choose)
        for name, field in self.texts.items():
            field.typed.connect(lambda text, name=name: self._type(name, text))
        for model, view in ((self.figure_model, self.figures), (self.quote_model, self.quotes)):
            view.chosen.connect(lambda identifier: session.set_current(identifier, ORIGIN))
            view.removed.connect(self.remove)
            view.stepped.connect(self.move_item)
            view.left.connect(self._leave)
            model.dropped.connect(self._drop)

    def _restyle(self) -> None:
        self.setStyleSheet(style.rules())

    # Following the session

    def _follow_brief(self, origin: str) -> None:
        """Typing shows at once; lists follow a moment later, together for several steps."""
        self._show_words(self._session.brief)
        if origin == "session":
            self.refresh()
        else:
            self._later.start(max(_WAIT, _PATIENCE * self._took))

    def _show_words(self, brief: Brief) -> None:
        self.template.setText(brief.template.replace("-", " ").capitalize())
        self.header.show_brief(brief)
        self.setup.show_brief(brief)
        for name, field in self.texts.items():
            field.show_text(getattr(brief.header, name))
            wanted = name in self._used or bool(field.toPlainText())
            if wanted == self.sections[name].isHidden():
                self.sections[name].setVisible(wanted)

    def offer(self, used: frozenset[str], marks: str = "") -> None:
        """Show the parts that the template prints; those that say something stay. ``marks`` is how it marks sources."""
        self.setup.know_template(marks)
        self._used = used or _ALWAYS
        self.header.offer(used)
        self._show_words(self._session.brief)

    def refresh(self) -> None:
        """Show the note of the brief as it stands now."""
        self._later.stop()
        began, brief = time.perf_counter(), self._session.brief
        self._show_words(brief)
        self._show_content(content(brief))
        self._follow_current(self._session.current)
        self._took = round(1000 * (time.perf_counter() - began))

    def _show_content(self, shown: Content) -> None:
        self.figure_model.show(shown.figures)
        self.quote_model.show(shown.quotes)
        self.sources.setText("\n".join(shown.sources))
        self.sections["figures"].count(len(shown.figures))
        self.sections["quotes"].count(sum(bool(row.mark) for row in shown.quotes))
        self.sections["sources"].count(len(shown.sources))

    def focus_first(self) -> None:
        """Put the keyboard where the note begins: into its first field."""
        self.header.in_order()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_current(self, identifier: str) -> None:
        for model, view in ((self.figure_model, self.figures), (self.quote_model, self.quotes)):
            index = model.index_of(identifier)
            view.follow(index)
            if index.isValid() and not self._later.isActive():
                place = view.mapTo(self._page, view.visualRect(index).center())
                self._scroll.ensureVisible(place.x(), place.y(), 0, SPACE * 6)

    # Wishes

    def _type(self, name: str, text: str) -> None:
        words = {**COMMON, **RARE, **{key: label for key, (label, _) in _OWN_WORDS.items()}}[name]
        self._session.apply(
            review.set_header(self._session.brief, {name: text}), f"Type {words.lower()}", ORIGIN, merge=f"header.{name}"
        )

    def _choose(self, name: str, value: str) -> None:
        self._session.apply(with_choice(self._session.brief, name, value), step_name(name), ORIGIN, merge=f"setup.{name}")

    def remove(self, identifier: str) -> None:
        """Take a finding out of the note: it is dropped."""
        self._session.decide((self._session.brief.finding(identifier),), Decision.DROPPED, ORIGIN)

    def move_item(self, identifier: str, by: int) -> None:
        """Move a finding up (-1) or down (1) in the note."""
        if self._later.isActive():
            self.refresh()
        model = self.figure_model if self.figure_model.index_of(identifier).isValid() else self.quote_model
        if model.index_of(identifier).isValid():
            self._arrange_as(order.stepped(model.rows, identifier, by))

    def move_current(self, by: int) -> None:
        """Move the current finding up (-1) or down (1) in the note."""
        self.move_item(self._session.current, by)

    def _drop(self, identifier: str, before: int) -> None:
        model = self.figure_model if self.figure_model.index_of(identifier).isValid() else self.quote_model
        self._arrange_as(order.dropped(model.rows, identifier, before))

    def _arrange_as(self, identifiers: list[str]) -> None:
        self._session.apply(order.arranged(self._session.brief, identifiers), "Move in note", ORIGIN)
        self.refresh()

    def _leave(self, way: int) -> None:
        """The arrows lead from the figures to the quotes and back."""
        to = self.quotes if way > 0 else self.figures
        if to.model().rowCount():
            to.setFocus(Qt.FocusReason.OtherFocusReason)
            to.enter(way)
