"""Keys that belong to something being done in the article: arrows, Enter and Esc, from taking it up until it ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_KEY = Qt.Key
_STEPS = {_KEY.Key_Left.value: -1, _KEY.Key_Right.value: 1}
_ENTERS = {_KEY.Key_Return.value, _KEY.Key_Enter.value}
_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class Arrows(QObject):
    """Takes the keys from a widget while it is on; ends when the keyboard goes elsewhere."""

    stepped = Signal(int, bool)  # -1 or 1; with Shift
    entered = Signal()
    ended = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._on = False

    def take(self) -> None:
        """Give the widget the keyboard and take its arrows, Enter and Esc."""
        if not self._on:
            self._on = True
            self._widget.installEventFilter(self)
        self._widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take no more keys."""
        if self._on:
            self._on = False
            self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on our keys before shortcuts and the widget itself do."""
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut and event.reason() not in _PASSING:
            self.ended.emit()
        elif isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self._act(event)
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        plain = {_KEY.Key_Escape.value, *_ENTERS}
        return not others and (event.key() in _STEPS or (event.key() in plain and not shift))

    def _act(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[event.key()], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in _ENTERS:
            self.entered.emit()
        else:
            self.ended.emit()
