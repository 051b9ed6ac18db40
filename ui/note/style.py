"""The style rules of the note pane, filled with the colours in force."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from ui import theme

_RULES = Template("""
#note, #notepage { background: $surface; }
#note QScrollArea { background: $surface; border: 0; }
#note QListView { background: $surface; }
#note QLineEdit, #note QPlainTextEdit {
    background: transparent; border: 1px solid transparent; border-radius: 5px; placeholder-text-color: $muted;
}
#note QLineEdit { padding: 3px 5px; }
#note QLineEdit:hover, #note QPlainTextEdit:hover { border-color: $border; }
#note QLineEdit:focus, #note QPlainTextEdit:focus { border: 2px solid $focus; background: $surface; }
#note QLineEdit:focus { padding: 2px 4px; }
#note QPlainTextEdit { color: $text; }
#note QLabel[quiet="true"] { color: $muted; }
#note QLabel[template="true"] { color: $text; font-weight: 700; }
#note QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 3px 6px; color: $text; background: transparent; }
#note QToolButton:hover { background: $hover; }
#note QToolButton:focus { border: 2px solid $focus; padding: 2px 5px; }
#note QToolButton[heading="true"] { font-weight: 600; padding-left: 2px; }
#note QToolButton[link="true"] { color: $accent; }
#note QToolButton[link="true"]:checked { background: $accent_tint; }
#notesetup { background: $window; border-bottom: 1px solid $line; }
#notehead { background: $window; border-bottom: 1px solid $line; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $border; border-radius: 3px; min-height: 32px; margin: 3px; }
QScrollBar::handle:vertical:hover { background: $muted; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
""")


def rules() -> str:
    """The rules of the pane in the colours in force."""
    return _RULES.substitute(asdict(theme.tokens()))
