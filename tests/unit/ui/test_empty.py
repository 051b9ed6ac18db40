"""The ways to begin: each button asks for its action."""

import pytest
from pytestqt.qtbot import QtBot

from ui.empty import EmptyState


@pytest.mark.parametrize("name", ["open", "paste", "address", "sample"])
def test_each_button_asks_for_its_action(qtbot: QtBot, name: str) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.asked) as asked:
        getattr(state, name).click()
    assert asked.args == [name]
