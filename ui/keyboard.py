"""Whose a key is: the shortcuts', or the widget's that has the keyboard."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)


def belongs_to_widget(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Whether a key is for the widget with the focus and no shortcut: letters in text fields, Space and Enter on buttons."""
    keys, modifiers = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
    bound = modifiers.ControlModifier | modifiers.AltModifier | modifiers.MetaModifier
    if event.modifiers() & bound or keys.Key_F1 <= event.key() <= keys.Key_F35:
        return False
    operates = event.key() in {keys.Key_Space, keys.Key_Return, keys.Key_Enter}
    return takes_text(focus) or (operates and isinstance(focus, (QAbstractButton, QComboBox, QTabBar)))


def takes_text(focus: QWidget | None) -> bool:
    """Whether a widget is one to type in."""
    if isinstance(focus, (QTextEdit, QPlainTextEdit)):
        return not focus.isReadOnly()
    if isinstance(focus, QComboBox):
        return focus.isEditable()
    return isinstance(focus, (QLineEdit, QAbstractSpinBox))
