from tests.e2e.templates.conftest import Manager


def test_del_takes_it_away_and_undo_brings_it_back_as_it_was(manager: Manager) -> None:
    manager.duplicate("Press summary", "Draft")
    before = manager.chosen().path.read_bytes()
    manager.press("Del")
    manager.wait(lambda: manager.mine == [])
    assert manager.window.list.current() is not None

    (undo,) = manager.bar("“Draft” is deleted").buttons
    undo.click()
    manager.wait(lambda: manager.mine == ["Draft"] and manager.chosen().name == "Draft")
    assert manager.chosen().path.read_bytes() == before


def test_two_of_the_same_file_name_come_back_each_as_it_was(manager: Manager) -> None:
    manager.duplicate("Press summary", "Draft")
    manager.press("Del")
    manager.wait(lambda: manager.mine == [])
    first = manager.bar("“Draft” is deleted").buttons[0]
    manager.duplicate("Meeting brief", "Draft")
    manager.press("Del")
    manager.wait(lambda: manager.mine == [])

    first.click()
    manager.wait(lambda: manager.mine == ["Draft"] and manager.chosen().name == "Draft")
    assert manager.chosen().product == "press-summary"
