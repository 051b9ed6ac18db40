"""What is offered beside a selection: make it a figure, a quote, a date, a person, or copy its sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from briefing.model import Span
from ui import icons, theme
from ui.reader.view import Reader

# What a selection can become: the kind, its words and key, its icon and the icon's colour, what a screen reader says.
_KINDS = (
    ("figure", "Figure  F", "figure", "figure", "Mark the selection as figure"),
    ("quote", "Quote  Q", "quote", "quote", "Mark the selection as quote"),
    ("person", "Person  P", "person", "text", "Offer the selected person as a speaker"),
    ("date", "Date  D", "date", "text", "Take the selection as date"),
    ("background", "Background  B", "note", "text", "Copy the sentence into the background"),
)


class SelectionPopup(QFrame):
    """Buttons that stand below the end of a selection while there is one."""

    asked = Signal(str)  # "figure", "quote", "date", "person" or "background"

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.viewport())
        self._reader = reader
        self.date_words: Callable[[Span], str] = lambda _: "Date"  # what a selected date would set
        self.setObjectName("popup")
        self.setAccessibleName("Mark the selection")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.buttons = {kind: self._button(kind, words, spoken) for kind, words, _, _, spoken in _KINDS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*[theme.SPACE // 2] * 4)
        self._grid.setSpacing(theme.SPACE // 2)
        reader.selected.connect(self._follow)
        reader.verticalScrollBar().valueChanged.connect(self._place)
        reader.viewport().installEventFilter(self)
        theme.signals.changed.connect(self._colour)
        self._colour()
        self.hide()

    def _button(self, kind: str, words: str, spoken: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the selection keeps the keyboard
        button.setAccessibleName(spoken)
        button.clicked.connect(lambda _=False, kind=kind: self.asked.emit(kind))
        return button

    def _colour(self) -> None:
        colours = theme.tokens()
        self.setStyleSheet(
            f"#popup {{ background: {colours.raised}; border: 1px solid {colours.border}; border-radius: 8px; }}"
            "QPushButton { text-align: left; padding: 5px 9px; }"
        )
        for kind, _, icon, colour, _ in _KINDS:
            self.buttons[kind].setIcon(icons.icon(icon, colour))

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
        span = self._reader.selected_span()
        if span is not None:
            words = self.date_words(span)
            self.buttons["date"].setText(f"{words.replace('&', '&&')}  D")
            self.buttons["date"].setAccessibleDescription(words)
        self._arrange()
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def _arrange(self) -> None:
        """Put the buttons in one row, or in two where one would be too wide."""
        buttons = list(self.buttons.values())
        room = self._reader.viewport().width() - theme.SPACE * 2
        wide = sum(button.sizeHint().width() + theme.SPACE // 2 for button in buttons)
        columns = len(buttons) if wide <= room else -(-len(buttons) // 2)
        for n, button in enumerate(buttons):
            self._grid.addWidget(button, n // columns, n % columns)

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
