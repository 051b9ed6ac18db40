"""The style rules of the findings panel, filled with the colours in force."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from ui import theme

_RULES = Template("""
#findings { background: $window; }
#findings QToolButton { color: $text; background: transparent; }
#findings QListView { background: $window; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $border; border-radius: 3px; min-height: 32px; margin: 3px; }
QScrollBar::handle:vertical:hover { background: $muted; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
#segments { background: $hover; border-radius: 7px; }
#segments QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 10px; }
#segments QToolButton:hover { border-color: $line; }
#segments QToolButton:checked { background: $surface; border-color: $border; color: $accent; font-weight: 600; }
#segments QToolButton:focus { border: 2px solid $focus; padding: 3px 9px; }
#filters QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 18px 4px 8px; }
#filters QToolButton[bare="true"] { padding: 4px 6px; }
#filters QToolButton:hover { background: $hover; }
#filters QToolButton[set="true"] { background: $accent_tint; border-color: $accent; }
#filters QToolButton:focus { border: 2px solid $focus; padding: 3px 17px 3px 7px; }
#filters QToolButton[bare="true"]:focus { padding: 3px 5px; }
#filters QToolButton::menu-indicator { subcontrol-position: right center; right: 6px; }
#filters QToolButton[bare="true"]::menu-indicator { image: none; width: 0; }
#findings QLineEdit { placeholder-text-color: $muted; }
QLabel[quiet="true"] { color: $muted; }
QLabel[loud="true"] { font-weight: 600; color: $text; }
#hidden { background: $notice_tint; border-top: 1px solid $line; }
#editor { background: $surface; border-top: 1px solid $border; }
#editor QScrollArea, #editor QScrollArea > QWidget > QWidget { background: $surface; border: 0; }
#editor QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 2px 6px; }
#editor Field QToolButton, #editor Printed QToolButton { color: $accent; }
#editor QPlainTextEdit { background: $window; color: $text; border: 1px solid $line; border-radius: 6px; font-style: italic; }
#editor QPlainTextEdit:focus { border: 2px solid $focus; }
#editor QToolButton:hover { background: $hover; }
#editor QToolButton:focus { border: 2px solid $focus; padding: 1px 5px; }
QProgressBar { background: $hover; border: 1px solid $border; border-radius: 4px; }
QProgressBar::chunk { background: $kept; border-radius: 3px; }
""")


def rules() -> str:
    """The rules of the panel in the colours in force."""
    return _RULES.substitute(asdict(theme.tokens()))
