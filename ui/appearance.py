"""How the window looks as the settings have it: theme, text, cards, and the menus and keys that change them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefing.storage import Cards, Theme
from ui import theme
from ui.findings.panel import FindingsPanel
from ui.reader.view import Reader
from ui.remembered import Remembered
from ui.status import StatusBar

_ZOOMS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


class Appearance(QObject):
    """Puts theme, zoom, reading width and cards of the settings into force whenever they change."""

    def __init__(
        self, remembered: Remembered, reader: Reader, findings: FindingsPanel, status: StatusBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._remembered, self._reader, self._status, self._window = remembered, reader, status, window
        self._compact = findings.compact
        self._compact.toggled.connect(lambda on: remembered.change(cards=Cards.COMPACT if on else Cards.COMFORTABLE))
        remembered.changed.connect(self.take_settings)
        theme.signals.changed.connect(self._tick_theme)
        status.zoom_stepped.connect(self.step_zoom)
        reader.zoomed.connect(self.step_zoom)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.follow_system(app)
        for action in self._theme_actions():
            action.triggered.connect(partial(self.choose_theme, action.data()))

    def _theme_actions(self) -> list[QAction]:
        menu = self._window.findChild(QMenu, "themes")
        return menu.actions() if menu else []

    def choose_theme(self, name: str, _checked: bool = False) -> None:
        """Remember another theme, which puts it into force."""
        self._remembered.change(theme=Theme(name))

    def _tick_theme(self) -> None:
        for action in self._theme_actions():
            action.setChecked(action.data() == theme.choice())

    def take_settings(self) -> None:
        """Look as the settings say."""
        settings = self._remembered.settings
        app = QApplication.instance()
        if isinstance(app, QApplication) and settings.theme.value != theme.choice():
            theme.apply(app, settings.theme.value)
        self._tick_theme()
        self._reader.set_zoom(settings.text_zoom)
        self._reader.set_measure(settings.measure)
        self._compact.setChecked(settings.cards is Cards.COMPACT)
        self._status.show_zoom(settings.text_zoom)

    def step_zoom(self, by: int) -> None:
        """Show the article's text one step larger (1) or smaller (-1), or at its normal size (0)."""
        now = self._reader.zoom
        steps = {0: [100], 1: [z for z in _ZOOMS if z > now][:1], -1: [z for z in _ZOOMS if z < now][-1:]}[by]
        for zoom in steps:
            self._remembered.change(text_zoom=zoom)
