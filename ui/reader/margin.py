"""A button in the margin beside a paragraph that the mouse is over: count it as article text, or leave it out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolButton

from briefing.model import Block
from ui import icons, theme
from ui.reader.looks import hint
from ui.reader.view import Reader

COUNT, LEAVE_OUT = "Count this paragraph as article text", "Leave this paragraph out"
_SIZE = 22  # pixels


class MarginButton(QToolButton):
    """Comes up beside greyed paragraphs, and in the margin beside others; it covers the paragraph's number."""

    asked = Signal(int)  # the paragraph's number

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.viewport())
        self._reader = reader
        self._block: Block | None = None
        self.setObjectName("margin")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # G does the same
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedSize(_SIZE, _SIZE)
        self.clicked.connect(self._ask)
        reader.viewport().installEventFilter(self)
        reader.verticalScrollBar().valueChanged.connect(self.hide)
        theme.signals.changed.connect(self._colour)
        self._colour()
        self.hide()

    def _colour(self) -> None:
        colours = theme.tokens()
        self.setStyleSheet(
            f"#margin {{ background: {colours.raised}; border: 1px solid {colours.border}; border-radius: 5px; }}"
            f"#margin:hover {{ background: {colours.accent_tint}; }}"
        )

    def _ask(self) -> None:
        if self._block is not None:
            self.hide()
            self.asked.emit(self._block.number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._follow(event)
        elif event.type() is QEvent.Type.Leave and not self.underMouse():
            self.hide()
        return super().eventFilter(watched, event)

    def _follow(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        block = None if event.buttons() else self._reader.paragraph_at(at)
        place = self._line(block) if block else None
        beside = at.x() < self._reader.column().left() - 8
        if block is None or place is None or (block.included and not beside):
            self.hide()
            return
        self._block = block
        words = LEAVE_OUT if block.included else COUNT
        self.setIcon(icons.icon("close" if block.included else "add"))
        self.setAccessibleName(words)
        self.setToolTip(f"{words} (G)\n{hint(block)}")
        self.move(QPoint(round(place.left()) - _SIZE - 10, round(place.center().y()) - _SIZE // 2))
        self.show()

    def _line(self, block: Block) -> QRectF | None:
        """Where a paragraph's first line stands, from the column's left."""
        start = self._reader.offsets.to_document(block.span.start)
        found = self._reader.on_screen(start, start + 1)
        return QRectF(self._reader.column().left(), found[0].top(), 1, found[0].height()) if found else None
