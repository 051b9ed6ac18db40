"""The article, whole and read-only, with its findings highlighted; a click on one makes it the current one everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QMimeData, QPoint, QPointF, QPropertyAnimation, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QMenu, QStyle, QTextEdit, QWidget

from briefing.brief import Brief, Decision
from briefing.model import Article, Block, Span
from briefing.storage import Measure
from ui import theme
from ui.offsets import Offsets
from ui.reader.document import Typesetting
from ui.reader.highlights import Highlight, Highlights, matches, rectangles, selections
from ui.reader.looks import MEASURES, body_font, column_width
from ui.reader.painting import Painter
from ui.reader.tables import Table
from ui.session import Session

ORIGIN = "reader"
GUTTER = 44  # pixels left of the text, for paragraph numbers
_LONGEST_SCROLL = 180  # milliseconds


class Reader(QTextEdit):
    """Shows the session's article; its text is never read back."""

    selected = Signal(object)  # the Span that the analyst selected, or None
    zoomed = Signal(int)  # asked for by Ctrl+wheel: +1 or -1
    menu_opened = Signal(QMenu, object)  # a context menu to be filled, and the Block it is about

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Article")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._session = session
        self._zoom, self._measure = 100, Measure.COMFORTABLE
        self._article: Article | None = None
        self._offsets = Offsets("", ())
        self._setting: Typesetting | None = None
        self._set_later = QTimer(self, interval=0)
        self._made = Highlights(self._offsets)
        self._highlights: tuple[Highlight, ...] = ()
        self._drawn: tuple[list[tuple[Highlight, Decision]], str] | None = None
        self._brief = Brief()  # the one that the highlights were made from
        self._shown_range = (0, 0)
        self._matches: list[QTextEdit.ExtraSelection] = []
        self._painter = Painter(self)
        self._scroll = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._scroll.setEasingCurve(QEasingCurve.Type.OutCubic)
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
        self.selectionChanged.connect(self._tell_selection)
        self._set_later.timeout.connect(self._set_more)

    @property
    def zoom(self) -> int:
        """The text's size in per cent."""
        return self._zoom

    @property
    def offsets(self) -> Offsets:
        """The converter between the article on show and the document."""
        return self._offsets

    @property
    def shown_highlights(self) -> tuple[Highlight, ...]:
        """All highlights of the article on show."""
        return self._highlights

    def set_zoom(self, per_cent: int) -> None:
        """Set the text's size, apart from the rest of the window."""
        if per_cent != self._zoom:
            self._zoom = per_cent
            self.render_again()

    def set_measure(self, measure: Measure) -> None:
        """Set how long lines may become."""
        if measure != self._measure:
            self._measure = measure
            self._set_column()
            self._highlight_again()

    def _show_article(self) -> None:
        brief = self._session.brief
        key = self._session.shown
        article = next((source.article for source in brief.sources if source.key == key), None)
        if self._setting and self._article and article and article.text == self._article.text:
            self._article = article
            self._setting.correct(article)
            self._drawn = None
        elif article is not self._article:
            self._article = article
            self._set_text()
            self.moveCursor(QTextCursor.MoveOperation.Start)  # or Qt brings the text's end into view when the pane is shown
            self.verticalScrollBar().setValue(0)
        self._take_brief("session", again=True)

    def render_again(self) -> None:
        """Set the article anew, in other colours or another size, the same paragraph on top."""
        top = self._offsets.to_article(self.cursorForPosition(QPoint(GUTTER, 0)).position())
        self._set_text()
        self._take_brief("reader", again=True)
        self.scroll_to(top, top, at_top=True)

    def _set_text(self) -> None:
        """Set the article's beginning; the rest follows between other events."""
        self._painter.forget()
        self._highlights, self._drawn = (), None
        if self._article is None:
            self.clear()
            self._offsets, self._setting = Offsets("", ()), None
            return
        font = body_font(self._zoom)
        self._setting = Typesetting(self.document(), self._article, font, self._lines(font).width())
        self._offsets = self._setting.offsets
        self._made = Highlights(self._offsets)
        self._set_column()
        self._set_later.start()
        self._set_more()
        self.setAccessibleDescription(f"{self._article.title or 'Article'}, {len(self._article.blocks)} paragraphs")

    def _set_more(self) -> None:
        if self._setting is not None and not self._setting.done:
            self._setting.go_on()
        if self._setting is None or self._setting.done:
            self._set_later.stop()
            self._highlight()

    def _reach(self, place: int) -> None:
        """See to it that the document holds a position, also while the article is still being set."""
        if self._setting is not None:
            self._setting.reach(place)

    def _lines(self, font: QFont) -> QRectF:
        """Where lines begin and end: not longer than the measure, in the middle of what is left."""
        width = self.viewport().width()
        spare = max(0.0, width - 2 * GUTTER - column_width(font, MEASURES[self._measure]))
        left = GUTTER + spare / 2
        return QRectF(left, 0, max(1.0, width - left - GUTTER * 0.75 - spare / 2), self.viewport().height())

    def column(self) -> QRectF:
        """The part of the viewport in which the lines stand."""
        return self._lines(self.document().defaultFont()).translated(-self.scrolled().x(), 0)

    def _set_column(self) -> None:
        lines = self._lines(self.document().defaultFont())
        frame = QTextFrameFormat()
        frame.setLeftMargin(lines.left())
        frame.setRightMargin(self.viewport().width() - lines.right())
        frame.setTopMargin(theme.SPACE * 3)
        frame.setBottomMargin(theme.SPACE * 8)
        if frame != self.document().rootFrame().frameFormat():
            self.document().rootFrame().setFrameFormat(frame)
        if self._setting is not None:
            self._setting.fit(lines.width())

    def table_of(self, block: QTextBlock) -> Table | None:
        """The table in whose rows a paragraph stands."""
        return self._setting.table_of(block.blockNumber()) if self._setting else None

    def indent(self, block: QTextBlock) -> float:
        """How far a paragraph's lines begin inside the column, in pixels."""
        return block.blockFormat().leftMargin() + block.blockFormat().rightMargin()

    def paragraph_at(self, point: QPoint) -> Block | None:
        """The paragraph beside or under a point of the viewport."""
        if self._article is None:
            return None
        place = (
            self.document()
            .documentLayout()
            .hitTest(QPointF(self._in_document(QPoint(self.viewport().width() // 2, point.y()))), Qt.HitTestAccuracy.FuzzyHit)
        )
        n = self.document().findBlock(place).blockNumber()
        return self._article.blocks[n] if 0 <= n < len(self._article.blocks) else None

    def _take_brief(self, _origin: str, *, again: bool = False) -> None:
        brief, before = self._session.brief, self._brief
        self._brief = brief
        if again or brief.findings is not before.findings or brief.edits is not before.edits:
            self._highlights = self._made.of(brief, self._session.shown) if self._article else ()
            self._highlight()
        elif brief.decisions is not before.decisions:
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

    def _highlight_again(self) -> None:
        self._drawn = None
        self._highlight()

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
        self._highlight()
        if identifier and origin != ORIGIN:
            mine = [each for each in self._highlights if each.finding.id == identifier]
            if mine:
                self._reveal(mine[0].start, mine[-1].end)

    def scroll_to(self, first: int, last: int, *, at_top: bool = False) -> None:
        """Bring a stretch of the article, in code points, into view."""
        start, end = self._offsets.to_document(first), self._offsets.to_document(last)
        if at_top:
            self._reach(end)
            self._scroll.stop()
            top = next((r.top() for r in rectangles(self.document(), start, start + 1)), 0.0)
            self.verticalScrollBar().setValue(round(top))
        else:
            self._reveal(start, end)

    def _reveal(self, start: int, end: int) -> None:
        """Scroll softly, and only if needed, so that a stretch stands in the upper half."""
        self._reach(end)
        found = list(rectangles(self.document(), start, end))
        if not found:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = found[0].top(), found[-1].bottom()
        margin = min(theme.SPACE * 6, height / 6)
        if bar.value() + margin <= top and bottom <= bar.value() + height - margin:
            return
        self._scroll_softly(round(max(0.0, top - height / 3)))

    def _scroll_softly(self, value: int) -> None:
        self._scroll.stop()
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if duration <= 0 or not self.isVisible():
            self.verticalScrollBar().setValue(value)
            return
        self._scroll.setDuration(min(duration, _LONGEST_SCROLL))
        self._scroll.setStartValue(self.verticalScrollBar().value())
        self._scroll.setEndValue(value)
        self._scroll.start()

    def highlight_at(self, point: QPoint) -> Highlight | None:
        """The innermost highlight under a point of the viewport."""
        place = self.document().documentLayout().hitTest(self._in_document(point), Qt.HitTestAccuracy.ExactHit)
        under = [each for each in self._highlights if each.start <= place < each.end]
        return min(under, key=lambda each: each.end - each.start, default=None)

    def _in_document(self, point: QPoint) -> QPoint:
        return point + self.scrolled()

    def scrolled(self) -> QPoint:
        """How far the document is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def on_screen(self, start: int, end: int) -> list[QRectF]:
        """Where a stretch of the document lies in the viewport."""
        return [r.translated(-self.scrolled().toPointF()) for r in rectangles(self.document(), start, end)]

    def _tell_selection(self) -> None:
        self.selected.emit(self.selected_span())

    def selected_span(self) -> Span | None:
        """The selected stretch of the article, white space at its ends left out; None without a selection."""
        cursor = self.textCursor()
        if self._article is None or not cursor.hasSelection():
            return None
        start = self._offsets.to_article(cursor.selectionStart())
        text = self._article.text[start : self._offsets.to_article(cursor.selectionEnd())]
        if not text.strip():
            return None
        start += len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: the article's own words, whatever stands for them on screen."""
        data, span = QMimeData(), self.selected_span()
        data.setText(span.of(self._article.text) if span and self._article else "")
        return data

    def drop_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a paragraph beside what Qt offers."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opened.emit(menu, self.paragraph_at(self.viewport().mapFromGlobal(event.globalPos())))
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the column anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_column()
        self._highlight_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then what Qt's selections cannot show."""
        super().paintEvent(event)
        self._painter.paint(event.rect())

    @property
    def article(self) -> Article | None:
        """The article on show."""
        return self._article

    def select(self, span: Span) -> None:
        """Select a stretch of the article."""
        self._reach(self._offsets.to_document(span.end))
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_document(span.start))
        cursor.setPosition(self._offsets.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
