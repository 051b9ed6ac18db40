"""The template manager of the real window, opened by its key, with one's own templates in a home of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefing.word.types import TemplateInfo, TemplateKind
from tests.word_files import template
from ui.bars import Bar
from ui.templates.window import TemplatesWindow
from ui.window import MainWindow

PATIENCE = 60_000  # milliseconds: the worker may just be starting


class Manager:
    """What a person sees of the manager and does in it."""

    def __init__(self, window: TemplatesWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    def wait(self, there: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(there()), timeout=PATIENCE)

    def names(self, kind: TemplateKind) -> list[str]:
        return [row.text for row in self.window.model.rows if row.info and row.info.kind is kind]

    @property
    def mine(self) -> list[str]:
        return self.names(TemplateKind.MINE)

    def chosen(self) -> TemplateInfo:
        found = self.window.list.current()
        assert found is not None
        return found

    def choose(self, name: str) -> None:
        self.wait(lambda: any(row.text == name and row.info for row in self.window.model.rows))
        row = next(row for row in self.window.model.rows if row.text == name and row.info)
        assert row.info is not None
        self.window.list.choose(row.info.id)
        self.window.list.view.setFocus()

    def press(self, *keys: str) -> None:
        """Press keys on what has the keyboard in the manager."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        for key in keys:
            target = self.window.focusWidget() or self.window
            QTest.keySequence(target, key)

    def type_name(self, name: str) -> None:
        """Type over the name that is being edited in the list, and finish with Enter."""
        self.wait(lambda: self.window.list.view.findChild(type(self.window.list.field), "") is not None)
        (field,) = self.window.list.view.viewport().findChildren(type(self.window.list.field))
        field.selectAll()
        QTest.keyClicks(field, name)
        QTest.keySequence(field, "Return")

    def bar(self, words: str) -> Bar:
        self.wait(lambda: any(words in bar.message.text for bar in self.window.bars.bars()))
        return next(bar for bar in self.window.bars.bars() if words in bar.message.text)

    def choose_file(self, path: Path) -> None:
        """Choose in the file dialog that is open over the manager."""
        self.wait(lambda: self.window.findChildren(QFileDialog))
        dialog = self.window.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(path))
        dialog.reject()

    def words(self) -> str:
        """What the check says of the chosen template."""
        from PySide6.QtWidgets import QLabel  # noqa: PLC0415

        return " ".join(label.text() for label in self.window.checkup.findChildren(QLabel))

    def duplicate(self, name: str, copy: str) -> None:
        self.choose(name)
        self.press("Ctrl+D")
        self.wait(lambda: self.mine)
        self.type_name(copy)
        self.wait(lambda: self.mine == [copy] and self.chosen().name == copy)


@pytest.fixture
def open_manager(qtbot: QtBot, press: Callable[..., None]) -> Callable[[MainWindow], Manager]:
    def open_it(window: MainWindow) -> Manager:
        qtbot.waitUntil(window.isActiveWindow)
        press("Ctrl+T")
        made = window.work.templates.window
        assert made is not None
        qtbot.waitExposed(made)
        manager = Manager(made, qtbot)
        manager.wait(lambda: window.work.templates.library.templates)
        return manager

    return open_it


@pytest.fixture
def manager(reviewing: MainWindow, open_manager: Callable[[MainWindow], Manager]) -> Manager:
    """The manager over a window with a note in it."""
    return open_manager(reviewing)


@pytest.fixture
def misspelt(tmp_path: Path) -> Path:
    """A Word file with a slip of the pen in a tag."""
    made = template(tmp_path, "Weekly trade note", "{%p for q in quotes %}", "{{ q.marked }} {{ q.speeker }}", "{%p endfor %}")
    return made.rename(tmp_path / "weekly.docx")
