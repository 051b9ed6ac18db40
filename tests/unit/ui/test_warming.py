import subprocess
import sys
from importlib import import_module

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from ui import warming
from ui.warming import LATER, Warming

_LOADS_MORE = """
import sys
import ui.workplace
for name in {later!r}:
    before = set(sys.modules)
    __import__(name)
    print(name, *(each for each in set(sys.modules) - before if each.startswith("ui.")))
"""


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(warming, "import_module", names.append)
    monkeypatch.setattr(warming, "_AFTER", 0)
    monkeypatch.setattr(warming, "_BETWEEN", 1)
    return names


def test_everything_is_loaded_in_order_with_events_between(qtbot: QtBot, loaded: list[str]) -> None:
    parent, turns = QObject(), []
    beside = QTimer(parent, interval=0)
    beside.timeout.connect(lambda: turns.append(len(loaded)))
    beside.start()
    Warming(parent).begin()
    assert not loaded
    qtbot.waitUntil(lambda: len(loaded) == len(LATER))
    assert tuple(loaded) == LATER
    assert set(range(1, len(LATER))) <= set(turns)


@pytest.mark.parametrize("name", LATER)
def test_what_is_named_is_there(name: str) -> None:
    assert import_module(name).__name__ == name


def test_each_turn_loads_one_module_that_the_window_did_without() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LOADS_MORE.format(later=LATER)], check=True, capture_output=True, text=True
    ).stdout
    assert [line.split() for line in told.splitlines()] == [[name, name] for name in LATER]
