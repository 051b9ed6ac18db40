"""The article with its findings highlighted; a click on one makes it the current one everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing.brief import Brief, Decision
from ui import theme
from ui.reader.highlights import Highlight, Highlights, matches, selections
from ui.reader.painting import Painter
from ui.reader.sheet import GUTTER, Sheet
from ui.session import Session

__all__ = ["GUTTER", "ORIGIN", "Reader"]

ORIGIN = "reader"


class Reader(Sheet):
    """Shows the session's article and where its findings stand."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made, self._made_for = Highlights(self._offsets), self._offsets
        self._highlights: tuple[Highlight, ...] = ()
        self._drawn: tuple[list[tuple[Highlight, Decision]], str] | None = None
        self._brief = Brief()  # the one that the highlights were made from
        self._shown_range = (0, 0)
        self._matches: list[QTextEdit.ExtraSelection] = []
        self._painter = Painter(self)
        self._later = QTimer(self, singleShot=True, interval=0)  # a decision makes another finding current: one look at both
        self._connect()
        self.viewport().setMouseTracking(True)
        self._show_article()

    def _connect(self) -> None:
        self._session.articles_changed.connect(self._show_article)
        self._session.brief_changed.connect(self._take_brief)
        self._session.current_changed.connect(self._take_current)
        self._session.hovered_changed.connect(self._painter.hover)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        theme.signals.changed.connect(self.render_again)
        self.begun.connect(self._forget)
        self.changed.connect(self._place_again)
        self._later.timeout.connect(self._highlight)

    @property
    def shown_highlights(self) -> tuple[Highlight, ...]:
        """All highlights of the article on show."""
        return self._highlights

    def _show_article(self) -> None:
        self._brief, key = self._session.brief, self._session.shown
        self._drawn = None
        self.show_article(next((each.article for each in self._brief.sources if each.key == key), None))
        self._take_brief("session", again=True)

    def _forget(self) -> None:
        """Another text comes: nothing of the old one may be painted over it."""
        self._painter.forget()
        self._highlights, self._drawn = (), None

    def _take_brief(self, _origin: str, *, again: bool = False) -> None:
        brief, before = self._session.brief, self._brief
        self._brief = brief
        if again or brief.findings is not before.findings or brief.edits is not before.edits:
            self._make()
            self._highlight()
        elif brief.decisions is not before.decisions:
            self._later.start()

    def _make(self) -> None:
        if self._made_for is not self._offsets:
            self._made, self._made_for = Highlights(self._offsets), self._offsets
        self._highlights = self._made.of(self._brief, self._session.shown) if self._article else ()

    def _place_again(self) -> None:
        """The text is there, or lines have moved: so have the findings in it."""
        if self._made_for is not self._offsets:
            self._make()
        self._drawn = None
        self._highlight()

    def _highlight(self) -> None:
        """Hand Qt the highlights of what is in view and a page around it: thousands would be slow to hand over."""
        page = self.viewport().height()
        first = self.cursorForPosition(QPoint(0, -page)).position()
        last = self.cursorForPosition(QPoint(self.viewport().width(), 2 * page)).position()
        self._shown_range = (first, last)
        near = (each for each in self._highlights if each.start <= last and each.end >= first)
        shown = [(each, self._brief.decision(each.finding)) for each in near]
        if self._drawn == (shown, self._session.current):
            return
        self._drawn = (shown, self._session.current)
        self._reach(max((each.end for each, _ in shown), default=0))
        self._painter.show(shown, self._session.current)
        self.setExtraSelections([*selections(self.document(), shown, self._session.current), *self._matches])
        self.viewport().update()

    def _follow_scroll(self) -> None:
        top = self.cursorForPosition(QPoint(0, 0)).position()
        bottom = self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height())).position()
        if top < self._shown_range[0] or bottom > self._shown_range[1]:
            self._highlight()

    def show_matches(self, found: Sequence[tuple[int, int]], at: int) -> None:
        """Show what a search found, in code points, on top of the highlights; the match at a place most strongly."""
        places = [(self._offsets.to_document(start), self._offsets.to_document(end)) for start, end in found]
        self._reach(max((end for _, end in places), default=0))
        self._matches = matches(self.document(), places, at)
        self._drawn = None
        self._highlight()

    def _take_current(self, identifier: str, origin: str) -> None:
        self._later.start()
        if identifier and origin != ORIGIN:
            mine = [each for each in self._highlights if each.finding.id == identifier]
            if mine:
                self._reveal(mine[0].start, mine[-1].end)

    def highlight_at(self, point: QPoint) -> Highlight | None:
        """The innermost highlight under a point of the viewport."""
        place = self.document().documentLayout().hitTest(self._in_document(point), Qt.HitTestAccuracy.ExactHit)
        under = [each for each in self._highlights if each.start <= place < each.end]
        return min(under, key=lambda each: each.end - each.start, default=None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Make the finding under the mouse the current one, unless text was being selected."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            under = self.highlight_at(event.position().toPoint())
            if under:
                self._session.set_current(under.finding.id, ORIGIN)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand above findings."""
        super().mouseMoveEvent(event)
        under = None if event.buttons() else self.highlight_at(event.position().toPoint())
        self._session.hover(under.finding.id if under else "", ORIGIN)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.IBeamCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is over no finding any more."""
        self._session.hover("", ORIGIN)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrows as a page does; Escape drops the selection."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        step = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key(), 0)
        if plain and step:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * bar.singleStep() * 3)
        elif event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.drop_selection()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then what Qt's selections cannot show."""
        super().paintEvent(event)
        self._painter.paint(event.rect())
