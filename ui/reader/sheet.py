"""An article as a sheet of text: whole, read-only, in a column of a readable width; its words can be found and selected."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QMimeData, QPoint, QPointF, QPropertyAnimation, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QResizeEvent, QTextBlock, QTextCursor, QTextFrameFormat, QWheelEvent
from PySide6.QtWidgets import QFrame, QMenu, QStyle, QTextEdit, QWidget

from briefing.model import Article, Block, Span
from briefing.storage import Measure
from ui import theme
from ui.offsets import Offsets
from ui.reader.document import Typesetting
from ui.reader.highlights import rectangles
from ui.reader.looks import MEASURES, body_font, column_width
from ui.reader.tables import Table

GUTTER = 44  # pixels left of the text, for paragraph numbers
_LONGEST_SCROLL = 180  # milliseconds


class Sheet(QTextEdit):
    """Shows an article; its text is never read back. Places in the document and in the article are not the same."""

    selected = Signal(object)  # the Span that the analyst selected, or None
    menu_opened = Signal(QMenu, object)  # a context menu to be filled, and the Block it is about
    zoomed = Signal(int)  # larger (1) or smaller (-1) text is wished, with Ctrl and the wheel
    begun = Signal()  # another text is about to be set
    changed = Signal()  # the text is all there, or its lines have moved

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Article")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._zoom, self._measure = 100, Measure.COMFORTABLE
        self._article: Article | None = None
        self._offsets = Offsets("", ())
        self._setting: Typesetting | None = None
        self._set_later = QTimer(self, interval=0)
        self._scroll = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._scroll.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.selectionChanged.connect(self._tell_selection)
        self._set_later.timeout.connect(self._set_more)

    def show_article(self, article: Article | None) -> None:
        """Show an article, another one from its beginning; the same text with other details keeps its place."""
        if self._setting and self._article and article and article.text == self._article.text:
            self._article = article
            self._setting.correct(article)
        elif article is not self._article:
            self._article = article
            self._set_text()
            self.moveCursor(QTextCursor.MoveOperation.Start)  # or Qt brings the text's end into view when the pane is shown
            self.verticalScrollBar().setValue(0)

    @property
    def zoom(self) -> int:
        """The text's size in per cent."""
        return self._zoom

    @property
    def offsets(self) -> Offsets:
        """The converter between the article on show and the document."""
        return self._offsets

    @property
    def article(self) -> Article | None:
        """The article on show."""
        return self._article

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
            self.changed.emit()

    def render_again(self) -> None:
        """Set the article anew, in other colours or another size, the same paragraph on top."""
        top = self._offsets.to_article(self.cursorForPosition(QPoint(GUTTER, 0)).position())
        self._set_text()
        self.changed.emit()
        self.scroll_to(top, top, at_top=True)

    # The text

    def _set_text(self) -> None:
        """Set the article's beginning; the rest follows between other events."""
        self.begun.emit()
        if self._article is None:
            self.clear()
            self._offsets, self._setting = Offsets("", ()), None
            return
        font = body_font(self._zoom)
        self._setting = Typesetting(self.document(), self._article, font, self._lines(font).width())
        self._offsets = self._setting.offsets
        self._set_column()
        self._set_later.start()
        self._set_more()
        self.setAccessibleDescription(f"{self._article.title or 'Article'}, {len(self._article.blocks)} paragraphs")

    def _set_more(self) -> None:
        if self._setting is not None and not self._setting.done:
            self._setting.go_on()
        if self._setting is None or self._setting.done:
            self._set_later.stop()
            self.changed.emit()

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

    # Scrolling

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

    def _in_document(self, point: QPoint) -> QPoint:
        return point + self.scrolled()

    def scrolled(self) -> QPoint:
        """How far the document is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def on_screen(self, start: int, end: int) -> list[QRectF]:
        """Where a stretch of the document lies in the viewport."""
        return [r.translated(-self.scrolled().toPointF()) for r in rectangles(self.document(), start, end)]

    # The selection

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

    def select(self, span: Span) -> None:
        """Select a stretch of the article."""
        self._reach(self._offsets.to_document(span.end))
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_document(span.start))
        cursor.setPosition(self._offsets.to_document(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def drop_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a paragraph beside what Qt offers."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opened.emit(menu, self.paragraph_at(self.viewport().mapFromGlobal(event.globalPos())))
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, ask for another size of the text; Qt's own zoom would last until the next article only."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the column anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set_column()
        self.changed.emit()
