"""The overview of keys, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.actions import ACTIONS, GROUPS, Action

_COLUMNS = (("Review",), ("File", "Edit"), ("View", "Help"))
_NATIVE = QKeySequence.SequenceFormat.NativeText


class KeysDialog(QDialog):
    """All keys by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        columns = QHBoxLayout()
        columns.setSpacing(theme.SPACE * 5)
        for groups in _COLUMNS:
            columns.addLayout(self._column([group for group in GROUPS if group in groups]))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*[theme.SPACE * 3] * 4)
        rows.setSpacing(theme.SPACE * 2)
        rows.addLayout(columns)
        rows.addWidget(QLabel("Single letters wait while you type in a field; Escape leaves it.", self))
        rows.addWidget(buttons)

    def _column(self, groups: list[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        for group in groups:
            head = QLabel(f"<b>{group}</b>", self)
            head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            column.addWidget(head)
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.SPACE * 2)
            grid.setVerticalSpacing(theme.SPACE // 2)
            for n, row in enumerate(row for row in ACTIONS if row.group == group and row.keys):
                grid.addWidget(QLabel(plain(row.text), self), n, 0)
                grid.addWidget(self._keys(row), n, 1, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(grid)
            column.addSpacing(theme.SPACE * 2)
        column.addStretch()
        return column

    def _keys(self, row: Action) -> QLabel:
        names = [QKeySequence(key).toString(_NATIVE) for key in row.keys]
        label = QLabel("  ".join(dict.fromkeys(names)), self)
        colours = theme.tokens()
        label.setStyleSheet(
            f"background: {colours.surface}; color: {colours.text}; border: 1px solid {colours.border};"
            f"border-radius: 4px; padding: 1px 6px;"
        )
        return label


def plain(text: str) -> str:
    """An action's text without the marks for menus."""
    return text.replace("&", "").removesuffix("…")
