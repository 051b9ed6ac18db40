"""The style rules of the template manager, filled with the colours in force."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from ui import theme

_RULES = Template("""
#templateside { background: $window; }
#templateside QListView { background: $window; border: 0; }
#templatehead { background: $surface; border-bottom: 1px solid $line; }
#templatepreview { background: $hover; }
#templatepreview QScrollArea, #templatepreview QScrollArea > QWidget > QWidget { background: $hover; border: 0; }
#checkup { background: $surface; border-top: 1px solid $line; }
#checkup QScrollArea, #checkup QScrollArea > QWidget > QWidget { background: $surface; border: 0; }
QLabel[quiet="true"] { color: $muted; }
QLabel[name="true"] { color: $text; font-weight: 600; }
QFrame[switch="true"] { background: $window; border: 1px solid $line; border-radius: 7px; }
QFrame[switch="true"] QToolButton {
    color: $text; background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 3px 10px;
}
QFrame[switch="true"] QToolButton:hover { background: $hover; }
QFrame[switch="true"] QToolButton:checked { background: $surface; border-color: $border; color: $accent; font-weight: 600; }
QFrame[switch="true"] QToolButton:focus { border: 2px solid $focus; padding: 2px 9px; }
QFrame[switch="true"] QToolButton:disabled { color: $dropped; }
QListWidget { outline: 0; background: $surface; color: $text; border: 1px solid $border; border-radius: 6px; padding: 3px; }
QListWidget:focus { border: 2px solid $focus; padding: 2px; }
QListWidget::item { padding: 4px; border-radius: 4px; color: $text; }
QListWidget::item:selected { background: $accent_tint; }
QListWidget:disabled { color: $dropped; border-color: $line; }
QPushButton::menu-indicator { subcontrol-position: right center; right: 6px; }
QPushButton[menu="true"] { padding-right: 24px; }
QPushButton[menu="true"]:focus { padding-right: 23px; }
""")


def rules() -> str:
    """The rules in the colours in force."""
    return _RULES.substitute(asdict(theme.tokens()))
