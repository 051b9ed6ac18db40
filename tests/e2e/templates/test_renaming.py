from tests.e2e.templates.conftest import Manager


def test_f2_renames_and_undo_gives_the_old_name_back(manager: Manager) -> None:
    manager.duplicate("Press summary", "Draft")
    manager.press("F2")
    manager.type_name("Morning summary")
    manager.wait(lambda: manager.mine == ["Morning summary"])

    (undo,) = manager.bar("is now called “Morning summary”").buttons
    undo.click()
    manager.wait(lambda: manager.mine == ["Draft"])


def test_what_comes_with_the_program_keeps_its_name(manager: Manager) -> None:
    assert not manager.window.actions_table["rename"].isEnabled()
    assert not manager.window.actions_table["delete"].isEnabled()
    index = manager.window.model.index_of("briefing-note")
    assert not manager.window.model.flags(index) & index.flags().ItemIsEditable
