"""Colours and spacing in one place: the tokens of each theme, the palette and the few style rules made from them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

SPACE = 8  # logical pixels; every margin and gap is a multiple or a half of it
CHOICES = ("system", "light", "dark", "high contrast")


@dataclass(frozen=True, slots=True)
class Tokens:
    """What each colour is for, as "#rrggbb"."""

    window: str  # behind panels and bars
    surface: str  # the article, cards, fields
    raised: str  # menus, popups, tool tips
    line: str  # hairlines between panes, borders of cards
    border: str  # borders of fields and buttons, which must be seen
    text: str
    muted: str  # second-rank text
    accent: str  # the primary button, links
    accent_text: str  # on accent
    accent_tint: str  # the current card, a chosen filter
    hover: str  # behind what the mouse is over
    figure: str  # marks of figures: underline, stripe, glyph
    figure_tint: str
    quote: str  # marks of quotes
    quote_tint: str
    kept: str  # text and marks of what is kept
    dropped: str  # text and marks of what is dropped
    check: str  # "a person should look"
    problem: str
    problem_tint: str
    notice_tint: str
    focus: str  # the ring around what has the keyboard
    selection: str  # behind selected text
    selection_text: str


LIGHT = Tokens(
    window="#f4f6f8",
    surface="#ffffff",
    raised="#ffffff",
    line="#dfe3e9",
    border="#798291",
    text="#1a1d23",
    muted="#586170",
    accent="#1f55d6",
    accent_text="#ffffff",
    accent_tint="#e4ecfd",
    hover="#e9edf2",
    figure="#a36206",
    figure_tint="#ffedb8",
    quote="#2160cc",
    quote_tint="#d9e8fd",
    kept="#11703a",
    dropped="#5f6876",
    check="#a84a00",
    problem="#b3261e",
    problem_tint="#fdeae8",
    notice_tint="#e6f2ea",
    focus="#1f55d6",
    selection="#b9d0fb",
    selection_text="#10131a",
)
DARK = Tokens(
    window="#1b1e23",
    surface="#22262d",
    raised="#2b3038",
    line="#3a404a",
    border="#828b99",
    text="#e9ebee",
    muted="#a7afbb",
    accent="#7ea5ff",
    accent_text="#0b1220",
    accent_tint="#2b374f",
    hover="#2e343d",
    figure="#e5b04a",
    figure_tint="#4b3a10",
    quote="#86b1ff",
    quote_tint="#213c69",
    kept="#62cf90",
    dropped="#a7afbb",
    check="#f3a45f",
    problem="#ff8d84",
    problem_tint="#4a2422",
    notice_tint="#1f3a2b",
    focus="#8fb2ff",
    selection="#35559a",
    selection_text="#ffffff",
)
HIGH_CONTRAST = Tokens(
    window="#000000",
    surface="#000000",
    raised="#0a0a0a",
    line="#ffffff",
    border="#ffffff",
    text="#ffffff",
    muted="#e2e2e2",
    accent="#ffe500",
    accent_text="#000000",
    accent_tint="#3a3400",
    hover="#2a2a2a",
    figure="#ffc53d",
    figure_tint="#4a3300",
    quote="#7cc4ff",
    quote_tint="#00325e",
    kept="#7dffa0",
    dropped="#d6d6d6",
    check="#ffb066",
    problem="#ff9d96",
    problem_tint="#4d0f0b",
    notice_tint="#003d1c",
    focus="#ffe500",
    selection="#ffe500",
    selection_text="#000000",
)


class Signals(QObject):
    """Tells that other tokens are in force."""

    changed = Signal()


class _State:
    tokens = LIGHT
    choice = "system"
    begun = False
    dark = False  # what the desktop has


signals = Signals()

_RULES = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
QToolBar { background: $window; border: 0; border-bottom: 1px solid $line; padding: 6px 8px; spacing: 4px; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 9px; color: $text; }
QToolBar QToolButton:hover { background: $hover; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: $accent_tint; }
QToolBar QToolButton:disabled { color: $dropped; }
QToolBar QToolButton:focus { border-color: $focus; }
QToolBar QToolButton[popupMode="1"] { padding-right: 22px; }
QToolBar QToolButton::menu-button { border: 0; width: 20px; border-radius: 6px; }
QPushButton { background: $surface; color: $text; border: 1px solid $border; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $accent_tint; }
QPushButton:disabled { color: $dropped; border-color: $line; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton:flat { background: transparent; border: 1px solid transparent; }
QPushButton:flat:hover { background: $hover; }
QPushButton:flat:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton[link="true"], QToolButton[link="true"] { color: $accent; text-decoration: underline; }
QToolButton[link="true"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 2px 4px; }
QToolButton[link="true"]:hover { background: $hover; }
QToolButton[link="true"]:focus { border: 1px solid $focus; }
QPushButton[primary="true"] { background: $accent; color: $accent_text; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled { background: $hover; color: $dropped; border-color: $hover; }
QLineEdit { background: $surface; color: $text; border: 1px solid $border; border-radius: 6px; padding: 4px 7px; }
QLineEdit:focus { border: 2px solid $focus; padding: 3px 6px; }
QMenuBar { background: $window; color: $text; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_tint; }
QMenu { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 28px; border-radius: 4px; }
QMenu::item:selected { background: $accent_tint; }
QMenu::item:disabled { color: $dropped; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
#drop { background: $surface; border: 2px dashed $border; border-radius: 12px; }
#drop[dropping="true"] { background: $accent_tint; border-color: $accent; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QToolBar QToolButton[popupMode="2"] { padding-right: 22px; }
QToolBar QToolButton::menu-indicator { subcontrol-position: right center; left: -5px; width: 12px; }
QStatusBar QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 2px 4px; color: $muted; }
QStatusBar QToolButton:hover { background: $hover; }
QStatusBar QToolButton:focus { border-color: $focus; }
QStatusBar QLabel { color: $muted; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $hover; border: 0; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTabWidget::pane { border: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 12px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { border: 2px solid $focus; padding: 5px 10px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
""")


def tokens() -> Tokens:
    """The tokens in force."""
    return _State.tokens


def choice() -> str:
    """Which of ``CHOICES`` was applied last."""
    return _State.choice


def apply(app: QApplication, chosen: str = "system") -> None:
    """Put a theme in force: Fusion, a palette, a few style rules; "system" is what the desktop has."""
    _State.choice = chosen if chosen in CHOICES else "system"
    if not _State.begun:
        # Before our palette is in force the desktop's own one tells; asking for the scheme's name would load QtCore.Qt.
        _State.dark = app.palette().window().color().lightness() < 128
        app.setStyle("Fusion")
        _State.begun = True
    _show(app, _chosen_tokens())


def follow_system(app: QApplication) -> None:
    """Take the desktop's changes between light and dark from now on, while the choice is "system"."""
    app.styleHints().colorSchemeChanged.connect(lambda scheme: _follow(app, scheme))


def _follow(app: QApplication, scheme: QtCore.Qt.ColorScheme) -> None:
    _State.dark = scheme is QtCore.Qt.ColorScheme.Dark
    wanted = _chosen_tokens()
    if wanted is not _State.tokens:
        _show(app, wanted)


def _chosen_tokens() -> Tokens:
    if _State.choice == "system":
        return DARK if _State.dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}[_State.choice]


def _show(app: QApplication, wanted: Tokens) -> None:
    _State.tokens = wanted
    app.setPalette(palette(wanted))
    app.setStyleSheet(rules(wanted))
    signals.changed.emit()


def rules(wanted: Tokens) -> str:
    """The style rules filled with a theme's colours."""
    return _RULES.substitute({field.name: getattr(wanted, field.name) for field in fields(wanted)})


def palette(wanted: Tokens) -> QPalette:
    """Qt's palette made of a theme's colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window, role.Button, role.AlternateBase), wanted.window),
        ((role.Base,), wanted.surface),
        ((role.ToolTipBase,), wanted.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), wanted.text),
        ((role.PlaceholderText,), wanted.muted),
        ((role.Highlight,), wanted.selection),
        ((role.HighlightedText,), wanted.selection_text),
        ((role.Accent, role.Link, role.LinkVisited), wanted.accent),
        ((role.Light, role.Mid, role.Dark, role.Midlight, role.Shadow), wanted.line),
        ((role.BrightText,), wanted.problem),
    ):
        for each in roles:
            made.setColor(each, colour_of(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, colour_of(wanted.dropped))
    return made


def colour_of(token: str) -> QColor:
    """A token's value as Qt's colour; by numbers, because QColor's other forms load QtCore.Qt (see ui/window.py)."""
    return QColor(*(int(token[n : n + 2], 16) for n in (1, 3, 5)))


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
