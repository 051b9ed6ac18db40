"""The tour of a first run: four hints beside what they speak of, once, and never in the way of the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme

_WIDTH = 320
_ARROW = 10  # pixels from the bubble's edge to the arrow's tip
_DOWN = 96  # from the upper end of a pane to the arrow
_ROUND = 10


class Side(StrEnum):
    """On which side of what it speaks of a hint stands."""

    LEFT = "left"
    RIGHT = "right"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Hint:
    """What a hint says, about which widget."""

    title: str
    text: str
    about: QWidget
    side: Side


_SAID = (
    (
        "Each finding waits for you",
        "K keeps it and goes on, X drops it, U leaves it open. What is ticked is a suggestion. Ctrl+Z takes any step back.",
        Side.LEFT,
    ),
    (
        "The article shows where it stands",
        "Figures have a solid line, quotes a dashed one. Select words to add what was missed.",
        Side.RIGHT,
    ),
    (
        "The note fills as you decide",
        "Header, bottom line and comment are yours to write. Drag items into your order.",
        Side.LEFT,
    ),
    (
        "Out comes a Word file",
        "Every number and quote in it carries its place in the article. ? shows all keys, F1 the help.",
        Side.BELOW,
    ),
)


def hints(*about: QWidget) -> tuple[Hint, ...]:
    """The hints on findings, article, note and the button that exports; those not on show are left out."""
    said = zip(about, _SAID, strict=True)
    return tuple(Hint(title, text, widget, side) for widget, (title, text, side) in said if widget.isVisible())


class Bubble(QFrame):
    """One hint with its arrow; the keyboard stays where it was until Tab brings it here."""

    next_asked = Signal()
    end_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._side = window, Side.LEFT
        self._hint: Hint | None = None
        self._tip = 0  # where along its side the arrow stands
        self.title, self.text, self.count = QLabel(self), QLabel(self), QLabel(self)
        self.next, self.skip = QPushButton("Next", self), QPushButton("Skip the tour", self, flat=True)
        self.next.setProperty("primary", True)
        self.text.setWordWrap(True)
        self.text.setFixedWidth(_WIDTH - theme.SPACE * 4)
        self.count.setProperty("quiet", True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.next.clicked.connect(self.next_asked)
        self.skip.clicked.connect(self.end_asked)
        self._lay_out()
        theme.signals.changed.connect(self.update)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch()
        row.addWidget(self.skip)
        row.addWidget(self.next)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(*[theme.SPACE * 2 + _ARROW] * 4)
        self._rows.setSpacing(theme.SPACE)
        self._rows.addWidget(self.title)
        self._rows.addWidget(self.text)
        self._rows.addLayout(row)

    def say(self, hint: Hint, number: int, count: int) -> None:
        """Show a hint beside what it speaks of."""
        self._hint = hint
        self.title.setText(hint.title)
        self.text.setText(hint.text)
        self.count.setText(f"{number} of {count}")
        self.next.setText("Done" if number == count else "Next")
        self.skip.setVisible(number < count)
        self.setAccessibleName(f"Hint {number} of {count}: {hint.title}. {hint.text}")
        self.place()
        self.show()
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Take the room that a text in another font needs: nothing else would give it to a widget placed by hand."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.place()
        return done

    def _fit(self) -> None:
        """Be as large as the whole text needs in the font in force."""
        self.text.ensurePolished()
        self.text.setMinimumHeight(self.text.heightForWidth(self.text.maximumWidth()))
        self._rows.activate()
        self.resize(self.sizeHint())

    def place(self) -> None:
        """Stand beside what the hint speaks of, inside the window."""
        hint, window = self._hint, self._window
        if hint is None:
            return
        self._fit()
        about = hint.about
        corner = about.mapTo(window, QPoint(0, 0))
        if hint.side is Side.BELOW:
            tip = QPoint(corner.x() + about.width() // 2, corner.y() + about.height())
            spot = QPoint(tip.x() - self.width() // 2, tip.y())
        else:
            tip = QPoint(
                corner.x() + (about.width() if hint.side is Side.RIGHT else 0), corner.y() + min(_DOWN, about.height() // 2)
            )
            spot = QPoint(tip.x() - (self.width() if hint.side is Side.LEFT else 0), tip.y() - self.height() // 3)
        room = window.size() - self.size()
        self.move(max(0, min(spot.x(), room.width())), max(0, min(spot.y(), room.height())))
        self._side, self._tip = hint.side, (tip.x() - self.x()) if hint.side is Side.BELOW else (tip.y() - self.y())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bubble and its arrow in the colours in force."""
        colours = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour_of(colours.accent), 1.5))
        painter.setBrush(theme.colour_of(colours.raised))
        painter.drawPath(self._outline())
        painter.end()
        super().paintEvent(event)

    def _outline(self) -> QPainterPath:
        box = QRectF(self.rect()).adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
        outline, arrow = QPainterPath(), QPainterPath()
        outline.addRoundedRect(box, _ROUND, _ROUND)
        arrow.addPolygon(QPolygonF([*self._arrow(box)]))
        arrow.closeSubpath()
        return outline.united(arrow)

    def _arrow(self, box: QRectF) -> tuple[QPointF, QPointF, QPointF]:
        along, half = float(self._tip), float(_ARROW)
        if self._side is Side.BELOW:
            return QPointF(along - half, box.top() + 1), QPointF(along, 1), QPointF(along + half, box.top() + 1)
        base, point = (box.right() - 1, self.width() - 1) if self._side is Side.LEFT else (box.left() + 1, 1)
        return QPointF(base, along - half), QPointF(point, along), QPointF(base, along + half)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.end_asked.emit()
        else:
            super().keyPressEvent(event)


class Tour(QObject):
    """Goes through the hints, one at a time."""

    ended = Signal()

    def __init__(self, told: Sequence[Hint], window: QWidget) -> None:
        super().__init__(window)
        self._hints, self._window = tuple(told), window
        self._at = -1
        self.bubble = Bubble(window)
        self.bubble.next_asked.connect(self.step)
        self.bubble.end_asked.connect(self.end)
        window.installEventFilter(self)

    def step(self) -> None:
        """Show the next hint, or end after the last."""
        self._at += 1
        if self._at < len(self._hints):
            self.bubble.say(self._hints[self._at], self._at + 1, len(self._hints))
        else:
            self.end()

    def end(self) -> None:
        """Take the hint away and be done."""
        self._window.removeEventFilter(self)
        focused = self.bubble.isAncestorOf(self.bubble.window().focusWidget() or self.bubble.window())
        self.bubble.hide()
        if focused:
            self._hints[-1].about.setFocus()
        self.bubble.deleteLater()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the hint beside what it speaks of when the window changes its size."""
        if event.type() is QEvent.Type.Resize and 0 <= self._at < len(self._hints):
            self.bubble.place()
        return super().eventFilter(watched, event)
