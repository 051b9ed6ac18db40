"""Notices and problems as bars in the window: one sentence and the next step, never a modal box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import icons, theme

_NOTICE_STAYS = 9_000  # milliseconds
_MOST = 3


class Kind(StrEnum):
    """What a bar is about."""

    NOTICE = "notice"
    QUESTION = "question"
    PROBLEM = "problem"


Choice = tuple[str, Callable[[], object]]  # a button's label, and what it does


@dataclass(frozen=True, slots=True)
class Message:
    """What a bar says, and what can be done about it."""

    text: str
    kind: Kind = Kind.NOTICE
    choices: tuple[Choice, ...] = ()
    topic: str = ""  # a later bar on the same topic takes this one's place
    links: tuple[Choice, ...] = ()  # lead to what is meant; the bar stays


class Bar(QFrame):
    """One message; notices go by themselves unless the mouse or the keyboard is on them."""

    def __init__(self, message: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = message
        self.setObjectName("bar")
        self.setAccessibleName(f"{message.kind.capitalize()}: {message.text}")
        self._symbol = QLabel(self)
        text = QLabel(message.text, self)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.links = [self._link(label, action) for label, action in message.links]
        self.buttons = [self._button(label, action) for label, action in message.choices]
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setToolTip("Close this message (Esc)")
        self._close.setAccessibleName("Close this message")
        self._close.clicked.connect(self.finish)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE * 2, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._symbol)
        row.addWidget(text, 0 if self.links else 1)
        for link in self.links:
            row.addWidget(link)
        if self.links:
            row.addStretch(1)
        for each in (*self.buttons, self._close):
            row.addWidget(each)
        theme.signals.changed.connect(self._colour)
        self._colour()
        self._timer = QTimer(self, singleShot=True, interval=_NOTICE_STAYS)
        self._timer.timeout.connect(self._go)
        if message.kind is Kind.NOTICE:
            self._timer.start()

    def _link(self, label: str, action: Callable[[], object]) -> QToolButton:
        link = QToolButton(self)
        link.setText(label)
        link.setProperty("link", True)
        link.setToolTip("Show in the article and in the list")
        link.clicked.connect(lambda _=False: action())
        return link

    def _button(self, label: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(label, self)
        button.clicked.connect(self.finish)
        button.clicked.connect(lambda _=False: action())
        return button

    def _colour(self) -> None:
        colours = theme.tokens()
        tint, mark, name = {
            Kind.NOTICE: (colours.notice_tint, "kept", "keep"),
            Kind.QUESTION: (colours.accent_tint, "accent", "information"),
            Kind.PROBLEM: (colours.problem_tint, "problem", "problem"),
        }[self.message.kind]
        self.setStyleSheet(
            f"#bar {{ background: {tint}; border: 0; border-bottom: 1px solid {colours.line}; }} "
            f"QLabel {{ color: {colours.text}; }} "
            f"QToolButton:focus {{ border: 2px solid {colours.focus}; border-radius: 5px; }}"
        )
        self._symbol.setPixmap(icons.pixmap(name, mark, 18, self.devicePixelRatioF()))
        self._close.setIcon(icons.icon("close"))

    def _go(self) -> None:
        if self.underMouse() or any(each.hasFocus() for each in (*self.links, *self.buttons, self._close)):
            self._timer.start()
        else:
            self.finish()

    def finish(self) -> None:
        """Take the bar away."""
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)


class Bars(QWidget):
    """The bars above the panes, the newest on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.hide()

    def show_message(self, message: Message) -> Bar:
        """Add a bar; the oldest goes when there are more than three."""
        for bar in self.bars():
            if message.topic and bar.message.topic == message.topic:
                bar.finish()
        for bar in self.bars()[_MOST - 1 :]:
            bar.finish()
        bar = Bar(message, self)
        bar.installEventFilter(self)
        self._rows.insertWidget(0, bar)
        self.show()
        bar.show()
        return bar

    def bars(self) -> list[Bar]:
        """The bars on show, the newest first."""
        found = [item.widget() for n in range(self._rows.count()) if (item := self._rows.itemAt(n))]
        return [bar for bar in found if isinstance(bar, Bar) and not bar.isHidden()]

    def showing(self, topic: str) -> bool:
        """Whether something about a topic is on show."""
        return any(bar.message.topic == topic for bar in self.bars())

    def clear(self, topic: str) -> None:
        """Take away what was said about a topic."""
        for bar in self.bars():
            if bar.message.topic == topic:
                bar.finish()

    def drop_offer(self, deed: Callable[[], object]) -> None:
        """Take away the bars that offer to do something, when it would no longer do what they are about."""
        for bar in self.bars():
            if any(action == deed for _, action in bar.message.choices):
                bar.finish()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Vanish with the last bar."""
        if event.type() is QEvent.Type.Hide and isinstance(watched, Bar) and not self.bars():
            self.hide()
        return False
