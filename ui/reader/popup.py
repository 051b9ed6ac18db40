"""What is offered beside a selection: make it a figure, make it a quote."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from briefing.model import Span
from ui import icons, theme
from ui.reader.view import Reader


class SelectionPopup(QFrame):
    """Two buttons that stand below the end of a selection while there is one."""

    asked = Signal(str)  # "figure" or "quote"

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.viewport())
        self._reader = reader
        self.setObjectName("popup")
        self.setAccessibleName("Mark the selection")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme.SPACE // 2] * 4)
        row.setSpacing(theme.SPACE // 2)
        self.figure, self.quote = QPushButton("Figure  F", self), QPushButton("Quote  Q", self)
        for button, name in ((self.figure, "figure"), (self.quote, "quote")):
            button.setFlat(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the selection keeps the keyboard
            button.setAccessibleName(f"Mark the selection as {name}")
            button.clicked.connect(lambda _=False, kind=name: self.asked.emit(kind))
            row.addWidget(button)
        reader.selected.connect(self._follow)
        reader.verticalScrollBar().valueChanged.connect(self._place)
        reader.viewport().installEventFilter(self)
        theme.signals.changed.connect(self._colour)
        self._colour()
        self.hide()

    def _colour(self) -> None:
        colours = theme.tokens()
        self.setStyleSheet(f"#popup {{ background: {colours.raised}; border: 1px solid {colours.border}; border-radius: 8px; }}")
        self.figure.setIcon(icons.icon("figure", "figure"))
        self.quote.setIcon(icons.icon("quote", "quote"))

    def _follow(self, span: Span | None) -> None:
        dragging = bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        if span is None or dragging:
            self.hide()
        else:
            self._offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come up when the mouse lets go of a selection."""
        if event.type() is QEvent.Type.MouseButtonRelease and self._reader.selected_span() is not None:
            self._offer()
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        span = self._reader.selected_span()
        if span is None:
            return
        offsets = self._reader.offsets
        found = self._reader.on_screen(offsets.to_document(span.end) - 1, offsets.to_document(span.end))
        if found:
            room = self._reader.viewport().size() - self.size()
            spot = found[-1].bottomRight().toPoint() + QPoint(-self.width() // 2, theme.SPACE // 2)
            below = spot.y() <= room.height()
            top = spot.y() if below else round(found[-1].top()) - self.height() - theme.SPACE // 2
            self.move(max(0, min(spot.x(), room.width())), top)
