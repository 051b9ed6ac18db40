"""The toolbar and the menus, both made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from ui import icons, theme
from ui.actions import GROUPS, Actions
from ui.reader.find import FindField
from ui.remembered import Remembered

if TYPE_CHECKING:
    from briefing.word.types import TemplateInfo
    from ui.exporting import Exporter
    from ui.session import Session
    from ui.templates.part import Templates

# Values of Qt's enums by number: naming QtCore.Qt loads all of them, 17 ms before the first painting.
_PREVENT, _TEXT_BESIDE_ICON, _ICON, _BY_TAB = 4, 2, 0, 1
_ROOMY, _TIGHT = 1000, 800  # pixels from which the template's name, the buttons' names have room
_SEPARATED = {"save", "export", "quit", "find", "settings", "keep", "star", "figure", "up", "keep-listed", "reanalyse"}
_SEPARATED |= {"next-pane", "next-article"}


class Bar(QToolBar):
    """Open, paste, analyse again; find; template and export."""

    def __init__(self, actions: Actions, find: FindField, recent: QMenu, templates: QMenu) -> None:
        super().__init__("Toolbar")
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setProperty("contextMenuPolicy", _PREVENT)
        self.setProperty("toolButtonStyle", _TEXT_BESIDE_ICON)
        for name, text in (("open", "Open"), ("paste", "Paste"), ("reanalyse", "Re-analyse")):
            self.addAction(actions[name])
            button = self.widgetForAction(actions[name])
            actions[name].setIconText(text)
            button.setProperty("focusPolicy", _BY_TAB)
            button.setAccessibleName(text)
            if name == "open":
                button.setMenu(recent)  # type: ignore[attr-defined]  # a bar makes an action a QToolButton
                button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)  # type: ignore[attr-defined]
        self._add_gap()
        self.addWidget(find)
        self.addWidget(find.count)
        self._add_gap()
        self._template_name = ""
        self.template = QToolButton(self)
        self.template.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.template.setProperty("toolButtonStyle", _TEXT_BESIDE_ICON)
        self.template.setProperty("focusPolicy", _BY_TAB)
        self.template.setMenu(templates)
        self.addWidget(self.template)
        self.export = QPushButton("Export to Word", self)
        self.export.setProperty("primary", True)
        self.export.setToolTip(actions["export"].toolTip())
        self.export.clicked.connect(actions["export"].trigger)
        actions["export"].enabledChanged.connect(self.export.setEnabled)
        self.export.setEnabled(actions["export"].isEnabled())
        self.addWidget(self.export)

    def _add_gap(self) -> None:
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave names out where they would push Export off the bar."""
        super().resizeEvent(event)
        self.setProperty("toolButtonStyle", _TEXT_BESIDE_ICON if self.width() >= _TIGHT else _ICON)
        self._label_template()

    def _label_template(self) -> None:
        text = f"Template: {self._template_name}" if self.width() >= _ROOMY else "Template"
        if text != self.template.text():
            self.template.setText(text)

    def show_template(self, name: str) -> None:
        """Say which template the note has."""
        self._template_name = name
        self._label_template()
        self.template.setAccessibleName(f"Template: {name}")
        self.template.setToolTip("Choose the note’s template")


def fill_menus(window: QMainWindow, actions: Actions, recent: QMenu) -> None:
    """Make the menu bar from the table of actions."""
    for group in GROUPS:
        menu = window.menuBar().addMenu(f"&{group}")
        menu.aboutToShow.connect(partial(actions.draw_icons, group))
        for action in actions.of_group(group):
            if action.objectName() in _SEPARATED:
                menu.addSeparator()
            menu.addAction(action)
            if action.objectName() == "open":
                menu.addMenu(recent)
        if group == "View":
            menu.addSeparator()
            menu.addMenu(_themes(window))


def _themes(window: QMainWindow) -> QMenu:
    menu = QMenu("&Theme", window)
    menu.setObjectName("themes")
    group = QActionGroup(menu)
    for name in theme.CHOICES:
        action = menu.addAction(name.capitalize())
        action.setCheckable(True)
        action.setData(name)
        group.addAction(action)
    return menu


class RecentMenu(QMenu):
    """The files that were open last."""

    def __init__(self, remembered: Remembered, chosen: Callable[[str], object], parent: QWidget) -> None:
        super().__init__("Open &recent", parent)
        self._remembered, self._chosen = remembered, chosen
        self.aboutToShow.connect(self._fill)
        remembered.changed.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.menuAction().setEnabled(bool(self._remembered.settings.recent_files))

    def _fill(self) -> None:
        self.clear()
        for name in self._remembered.settings.recent_files:
            action = self.addAction(icons.icon("recent", "muted"), Path(name).name.replace("&", "&&"))
            action.setToolTip(name)
            action.triggered.connect(lambda _=False, path=name: self._chosen(path))
        if not self._remembered.settings.recent_files:
            self.addAction("Nothing was opened yet").setEnabled(False)


class TemplateMenu(QMenu):
    """One template for each kind of note and one's own ones, the note's own one ticked; the others, and the manager."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__("Template", parent)
        self._session: Session | None = None
        self._exporter: Exporter | None = None
        self._templates: Templates | None = None
        self._actions = actions
        self._others = QMenu("&Other templates", self)
        for menu in (self, self._others):
            menu.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)

    def follow(self, session: Session, exporter: Exporter, templates: Templates) -> None:
        """Offer an exporter's templates for a session's note."""
        self._session, self._exporter, self._templates = session, exporter, templates

    def _fill(self) -> None:
        self.clear()
        self._others.clear()
        templates = self._exporter.templates if self._exporter else ()
        first = [template for template in templates if self._stands_first(template)]
        for template in templates:
            self._add(self if template in first else self._others, template)
        if len(first) < len(templates):
            self.addMenu(self._others)
        if not templates:
            self.addAction("Looking for templates …").setEnabled(False)
        self.addSeparator()
        self.addAction("Manage templates…", self._actions["templates"].trigger)
        self.addAction("Save as template…", self._actions["save-template"].trigger)

    def _stands_first(self, template: TemplateInfo) -> bool:
        """Whether a template is the default for its kind of note, of no kind, or the note's own."""
        if self._session is None or self._templates is None or template.id == self._session.brief.template:
            return True
        default = self._templates.library.default_for(template.product)
        return not template.broken and (default is None or default.id == template.id)

    def _add(self, menu: QMenu, template: TemplateInfo) -> None:
        action = menu.addAction(template.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(self._session is not None and template.id == self._session.brief.template)
        action.setToolTip(template.broken or template.description)
        action.setEnabled(not template.broken)
        action.triggered.connect(partial(self._choose, template))

    def _choose(self, template: TemplateInfo, _checked: bool = False) -> None:
        if self._session and self._exporter:
            now = self._exporter.template()
            self._session.use_template(template, now.header if now else {}, "toolbar")
