from tests.e2e.templates.conftest import Manager
from ui.window import MainWindow


def test_the_default_for_a_kind_stands_in_the_toolbars_menu_for_it(manager: Manager, reviewing: MainWindow) -> None:
    manager.duplicate("Press summary", "Our press summary")
    manager.window.actions_table["default"].trigger()
    manager.bar("is the default for its kind of note")

    reviewing.templates.aboutToShow.emit()
    first = [action.text() for action in reviewing.templates.actions() if action.isCheckable()]
    others = [action.text() for action in reviewing.templates._others.actions()]
    assert "Our press summary" in first
    assert others == ["Press summary"]
    assert "default for its kind" in next(row.spoken for row in manager.window.model.rows if row.text == "Our press summary")


def test_new_notes_begin_with_the_template_chosen_for_them(manager: Manager, reviewing: MainWindow) -> None:
    manager.choose("Situation report")
    manager.window.actions_table["begin"].trigger()
    assert reviewing.work.opener._fresh().template == "situation-report"
    assert reviewing.work.opener._fresh().header.title == "Situation report"
