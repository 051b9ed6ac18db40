from tests.e2e.templates.conftest import Manager
from ui.window import MainWindow


def test_a_copy_is_ones_own_and_its_name_is_typed_at_once(manager: Manager, reviewing: MainWindow) -> None:
    manager.duplicate("Market brief" if "Market brief" in str(manager.window.model.rows) else "Press summary", "Monday press")

    copy = manager.chosen()
    assert (copy.name, copy.product) == ("Monday press", "press-summary")
    assert copy.path.parent == reviewing.work.templates.library.mine
    manager.wait(lambda: manager.window._library.report(copy))
    report = manager.window._library.report(copy)
    assert report is not None
    assert report.usable


def test_copies_of_copies_have_names_of_their_own(manager: Manager) -> None:
    manager.choose("Press summary")
    for count in (1, 2):
        manager.choose("Press summary")
        manager.press("Ctrl+D")
        manager.wait(lambda count=count: len(manager.mine) == count)
        manager.press("Escape")
    assert sorted(manager.mine) == ["Press summary (copy 2)", "Press summary (copy)"]
