"""The head of the manager's right side: what the chosen template is, and the buttons for what is done most."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.templates import wording
from ui.templates.model import Row
from ui.templates.verbs import VerbActions
from ui.theme import SPACE

_MORE = ("rename", "sections", "export", "", "default", "begin", "", "check", "", "delete")


class Head(QWidget):
    """Name, kind, description; Use, Edit in Word, Duplicate, More."""

    def __init__(self, actions: VerbActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("templatehead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name, self.about, self.description = QLabel(self), QLabel(self), QLabel(self)
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        self.name.setFont(font)
        self.name.setProperty("name", True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.about, self.description):
            label.setProperty("quiet", True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.more_menu = QMenu(self)
        self.products = QMenu("&Kind of note", self)
        for name in _MORE:
            self.more_menu.addAction(actions[name]) if name else self.more_menu.addSeparator()
            if name == "export":
                self.more_menu.addMenu(self.products)
        self.use = _button(actions["use"], self, primary=True)
        self.use.setMinimumWidth(SPACE * 11)
        self.edit, self.duplicate = _button(actions["edit"], self), _button(actions["duplicate"], self)
        self.more = QPushButton("More", self)
        self.more.setProperty("menu", True)
        self.more.setMenu(self.more_menu)
        self._arrange()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for each in (self.use, self.edit, self.duplicate, self.more):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE + SPACE // 2)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addWidget(self.description)
        column.addSpacing(SPACE)
        column.addLayout(buttons)

    def show_row(self, row: Row | None) -> None:
        """Show another template."""
        info = row.info if row else None
        self.name.setText(info.name if info else "")
        self.name.setToolTip(str(info.path) if info else "")
        self.description.setText((info.broken or info.description) if info else "")
        self.description.setVisible(bool(self.description.text()))
        parts: list[str] = []
        if row and info:
            parts = [wording.GROUPS[info.kind], wording.about(info, row.product), wording.MARKS.get(info.marks, "")]
            parts += [f"{info.style} style" if info.style and info.style != "as printed" else ""]
            parts += [f"sets {len(info.header)} header field{'' if len(info.header) == 1 else 's'}" if info.header else ""]
        self.about.setText(" · ".join(part for part in parts if part))
        used = bool(row and row.used)
        self.use.setText("In use" if used else "Use")


def _button(action: QAction, parent: QWidget, *, primary: bool = False) -> QPushButton:
    """A button that is enabled as its action is."""
    button = QPushButton(action.text().replace("&", ""), parent)
    button.setProperty("primary", primary)
    button.setToolTip(action.toolTip())
    button.clicked.connect(action.trigger)
    button.setAutoDefault(False)
    action.enabledChanged.connect(button.setEnabled)
    button.setEnabled(action.isEnabled())
    return button
