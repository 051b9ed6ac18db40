from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ui.actions import ACTIONS, GROUPS, Action, Actions
from ui.dialogs.keys import KeysDialog, plain


def test_ids_and_keys_are_given_once() -> None:
    assert max(Counter(row.id for row in ACTIONS).values()) == 1
    assert max(Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.keys).values()) == 1


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_a_row_is_complete(row: Action) -> None:
    assert row.text
    assert row.tip
    assert row.group in GROUPS


@pytest.mark.parametrize(
    ("identifier", "keys"),
    [("keep", "K"), ("drop", "X"), ("next", "J"), ("previous", "H"), ("next-to-review", "N"), ("undecided", "U"), ("edit", "E"),
     ("star", "S"), ("figure", "F"), ("quote", "Q"), ("keys", "?"), ("export", "Ctrl+E"), ("export-again", "Ctrl+Shift+E")],
)  # fmt: skip
def test_the_key_map_is_the_design_s(identifier: str, keys: str) -> None:
    assert keys in next(row.keys for row in ACTIONS if row.id == identifier)


def test_an_action_does_what_its_id_says_and_only_when_enabled(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    done: list[str] = []
    actions = Actions(window, done.append)

    actions.enable(frozenset())
    actions["keep"].trigger()
    actions["open"].trigger()
    actions.enable(frozenset({"finding"}))
    actions["keep"].trigger()

    assert done == ["open", "keep"]


def test_the_overview_shows_every_key(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {plain(row.text) for row in ACTIONS if row.keys} <= words
