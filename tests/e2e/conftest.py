"""The real main window, and what a person does with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefing.engine import Engine
from briefing.word import libreoffice
from tests import northwind
from ui import theme
from ui.bars import Bar
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.window import MainWindow

ARTICLE = """Northwind profit jumps 12% as bank warns on rates

Northwind Bank reported a 12 per cent rise in third-quarter profit to $3.4bn on Tuesday, beating the $3.1bn forecast by analysts.

“We are pleased with the result, but the outlook is fragile,” chief executive Jane Doe told reporters in London.

Costs fell by £240m from a year earlier. About 1,200 jobs will go by the end of 2027, she said.
"""


@pytest.fixture(autouse=True)
def office(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for LibreOffice, or is slowed by it, that does not ask for it."""
    if "with_libreoffice" not in request.fixturenames:
        monkeypatch.setattr(libreoffice, "program", lambda: "")


@pytest.fixture
def with_libreoffice() -> None:
    if not libreoffice.program():
        pytest.skip("LibreOffice is not installed")


class SharedEngine(Jobs):
    """Jobs with one engine for all tests: its worker takes seconds to start."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine

    def close(self) -> None:
        self._engine = None
        super().close()


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    with Engine() as made:
        yield made


def _wait(app: QApplication, done: Callable[[], bool], seconds: float = 3.0) -> None:
    """Let Qt work until something is so; a screen without a window manager may never say so."""
    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        app.processEvents()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, engine: Engine, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    jobs = SharedEngine(engine)
    remembered = Remembered(jobs)
    remembered.settings = replace(remembered.settings, shown_welcome=not request.node.get_closest_marker("first_run"))
    made = MainWindow(jobs, remembered)
    made.resize(1380, 820)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    _wait(qapp, made.isActiveWindow)  # keys go nowhere before
    yield made
    made._leaving = True
    made.close()
    made.deleteLater()
    qapp.processEvents()
    qapp.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)  # or later tests colour and lay out this window again


@pytest.fixture
def reviewing(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with an article and findings built by hand, the first one current."""
    window.work.session.start(northwind.brief())
    window.work.session.set_current(window.work.session.brief.findings[0].id, "test")
    window.work.findings.list.setFocus()
    return window


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    path = tmp_path / "northwind.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def press(window: MainWindow) -> Callable[..., None]:
    """Press keys on whatever has the keyboard: "j", "Ctrl+Z"."""

    def press(*keys: str) -> None:
        for key in keys:
            target = QApplication.focusWidget() or window
            if len(key) == 1:
                QTest.keyClick(target, key)
            else:
                QTest.keySequence(target, key)

    return press


@pytest.fixture
def analysed(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Wait until the window has analysed what is in it."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: bool(window.work.session.brief.findings) and not window.work.analyses.running, timeout=60_000)

    return wait


@pytest.fixture
def choose_file(qtbot: QtBot, window: MainWindow) -> Callable[[Path], None]:
    """Choose a file in the file dialog that is open."""

    def choose(path: Path) -> None:
        qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
        dialog = window.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(path))
        dialog.filesSelected.emit([str(path)])
        dialog.reject()
        window.activateWindow()

    return choose


def problem(window: MainWindow, qtbot: QtBot, words: str) -> Bar:
    """Wait for a bar that says something."""
    qtbot.waitUntil(lambda: any(words in bar.message.text for bar in window.work.bars.bars()), timeout=60_000)
    return next(bar for bar in window.work.bars.bars() if words in bar.message.text)


@pytest.fixture
def bar(window: MainWindow, qtbot: QtBot) -> Callable[[str], Bar]:
    return lambda words: problem(window, qtbot, words)


@pytest.fixture
def answer(window: MainWindow, qtbot: QtBot) -> Callable[[QMessageBox.StandardButton], None]:
    """Press a button of the question that is open."""

    def press_button(which: QMessageBox.StandardButton) -> None:
        qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
        button: QWidget = window.findChildren(QMessageBox)[-1].button(which)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press_button
