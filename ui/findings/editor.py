"""The drawer in which a finding's fields are edited and its reasons are read; it never blocks the window."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from briefing.model import Figure, Finding
from ui.findings import originals
from ui.findings.amend import amend
from ui.findings.field import Field
from ui.findings.people import people, quotes_of
from ui.findings.printed import Printed
from ui.findings.segments import Segments
from ui.findings.why import why
from ui.session import Session
from ui.theme import SPACE

ORIGIN = "findings"
_MOST_HEIGHT, _LEAST_HEIGHT = 300, 64
_NAMED = ("speaker", "said_by")


class FindingEditor(QWidget):
    """Edits one finding's fields; a quote's own words are not among them."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._shown: Finding | None = None
        self._stood: dict[str, str] = {}  # the fields when they were filled in
        self.fields: dict[str, Field] = {}
        self.pages = Segments({"fields": "Edit", "why": "Why?"}, self)
        self._title, self.reasons = QLabel(self), QLabel(self)
        self.all_quotes = QCheckBox()
        self._pages = (self._fields_page(), self.reasons)
        self.cancel_button = QPushButton("Close", self)
        self.apply_button = QPushButton("Apply", self)
        self._build()
        session.current_changed.connect(self._follow)
        session.brief_changed.connect(self._refresh)

    # Building

    def _build(self) -> None:
        self._title.setProperty("loud", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        flag = Qt.TextInteractionFlag
        self.reasons.setWordWrap(True)
        self.reasons.setTextFormat(Qt.TextFormat.PlainText)
        self.reasons.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.reasons.setAccessibleName("Why this was found")
        self.reasons.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = _Pages(self)
        for page in self._pages:
            self._stack.addWidget(_scrolled(page))
        self.pages.chosen.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        self._put_in_reading_order()

    def _put_in_reading_order(self) -> None:
        """Pages that scroll were moved into their areas, and with that to the end of the keyboard's way."""
        fields = [each for field in self.fields.values() for each in (field.line, field.reset)]
        for before, after in pairwise(
            (*self.pages.buttons(), *self.printed.ways, *fields, self.all_quotes, self.cancel_button, self.apply_button)
        ):
            QWidget.setTabOrder(before, after)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self.pages)
        return row

    def _fields_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        self.printed = Printed(self._session, page)
        column.addWidget(self.printed)
        for name, words in originals.LABELS.items():
            field = self.fields[name] = Field(name, words, offers=name in _NAMED, parent=page)
            field.entered.connect(self.apply)
            field.changed.connect(self._compare)
            column.addWidget(field)
        for name in _NAMED:
            self.fields[name].picked.connect(self._pick)
        column.addWidget(self.all_quotes)
        column.addStretch(1)
        return page

    def _foot(self) -> QHBoxLayout:
        self.apply_button.setProperty("primary", True)
        self.apply_button.setToolTip("Apply (Enter)")
        self.cancel_button.setToolTip("Close without applying (Esc)")
        self.apply_button.clicked.connect(self.apply)
        self.cancel_button.clicked.connect(self.close_drawer)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.apply_button)
        return row

    # Opening and closing

    def open_fields(self) -> None:
        """Show the current finding's fields, the first one ready for typing."""
        self._open("fields")
        if self._shown:
            first = self.fields[originals.names(self._shown)[0]].line
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            first.selectAll()

    def open_why(self) -> None:
        """Show the reasons for the current finding."""
        self._open("why")

    def _open(self, page: str) -> None:
        self.show()
        self._show_current()
        self.pages.choose(page)
        self._turn(page)

    def close_drawer(self) -> None:
        """Close; what was typed and not applied is gone."""
        self._shown = None
        self.hide()
        self.closed.emit()

    def _turn(self, page: str) -> None:
        self._stack.setCurrentIndex(1 if page == "why" else 0)
        self.apply_button.setVisible(page != "why")
        self._fit()

    def _fit(self) -> None:
        """As high as the page needs, up to a limit beyond which it scrolls."""
        inner = self._pages[self._stack.currentIndex()]
        width = max(120, self.width() - 4 * SPACE)
        needed = inner.heightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()
        self._stack.want(min(_MOST_HEIGHT, max(needed, inner.minimumSizeHint().height()) + 2))

    # Following the session

    def _follow(self, identifier: str) -> None:
        """Another finding is current: apply what was typed for the last one, show the new one."""
        if self.isHidden():
            return
        self.apply()
        if identifier:
            self._show_current()
        else:
            self.close_drawer()

    def _refresh(self, origin: str) -> None:
        if self.isHidden() or origin == ORIGIN:
            return
        if origin == "session":  # another brief: what was typed belongs to none of its findings
            self.close_drawer()
        elif self._shown and self._alive():
            if originals.current(self._session.brief, self._shown) != self._stood:
                self._show_current()
            self._show_words()

    def _alive(self) -> bool:
        """Whether the finding shown is still one of the brief's."""
        return self._shown is not None and any(f.id == self._shown.id for f in self._session.brief.findings)

    def _show_current(self) -> None:
        brief, identifier = self._session.brief, self._session.current
        if not identifier:
            return
        finding = self._shown = brief.finding(identifier)
        found, now = originals.originals(brief, finding), originals.current(brief, finding)
        self._stood = now
        names = tuple(people(brief))
        for name, field in self.fields.items():
            field.setVisible(name in found)
            if name in found:
                field.offer(names)
                field.show_values(now[name], found[name])
        self._title.setText(f"{'Figure' if isinstance(finding.content, Figure) else 'Quote'} · ¶{finding.number}")
        self._show_words()
        self.all_quotes.setChecked(False)
        self._compare()

    def _show_words(self) -> None:
        """Show the finding's own words, and say why; moved edges, other steps and a new analysis change that."""
        if self._shown is not None:
            finding = self._session.brief.finding(self._shown.id)
            self.printed.show_finding(finding)
            self.reasons.setText("\n".join(f"•  {reason}" for reason in why(self._session.brief, finding)))
            self._fit()

    # Typing

    def _texts(self) -> dict[str, str]:
        return {name: self.fields[name].text for name in originals.names(self._shown)} if self._shown else {}

    def _compare(self) -> None:
        """Offer the role for all quotes of a speaker as soon as it differs from what stands."""
        if self._shown is None or not self._alive():
            return
        brief, texts = self._session.brief, self._texts()
        name = texts.get("speaker", "")
        others = [f for f in quotes_of(brief, name) if f.id != self._shown.id] if name else []
        self.all_quotes.setText(f"Role and organisation for all {len(others) + 1} quotes of {name}".replace("&", "&&"))
        now = originals.current(brief, self._shown)
        self.all_quotes.setVisible(bool(others) and any(texts[n] != now[n] for n in ("role", "organisation")))
        self.apply_button.setEnabled(texts != now)
        self._fit()

    def _pick(self, name: str) -> None:
        """A known person was chosen: role and organisation follow."""
        person = people(self._session.brief).get(name)
        if person and self._shown and not isinstance(self._shown.content, Figure):
            self.fields["role"].line.setText(person.role)
            self.fields["organisation"].line.setText(person.organisation)

    def apply(self) -> None:
        """Take what was typed, as one step that can be undone."""
        if self._shown is None or not self._alive():
            return
        brief, texts = self._session.brief, self._texts()
        if texts != originals.current(brief, self._shown):
            everywhere = self.all_quotes.isChecked() and self.all_quotes.isVisibleTo(self)
            self._session.apply(amend(brief, self._shown, texts, everywhere=everywhere), "Edit finding", ORIGIN)
        self._show_after_apply()

    def _show_after_apply(self) -> None:
        if self._shown and self._shown.id == self._session.current:
            self._show_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the drawer; no other key reaches the window's single letters."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)


class _Pages(QStackedWidget):
    """Pages as high as they wish to be, and lower where the window is low: then they scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted = 0

    def want(self, height: int) -> None:
        """Ask for a height."""
        if height != self._wanted:
            self._wanted = height
            self.setMinimumHeight(min(height, _LEAST_HEIGHT))
            self.setMaximumHeight(height)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height that was asked for."""
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        """A line or two."""
        return QSize(super().minimumSizeHint().width(), min(self._wanted, _LEAST_HEIGHT))


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
