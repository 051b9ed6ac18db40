from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from briefing.word.types import Place, Problem, Report, Severity, TemplateKind
from tests.unit.ui.templates.conftest import Shelf, info
from ui.templates.model import TemplatesModel

NOTE, PRESS = info("Briefing note"), info("Press summary")
MINE = info("Our press", TemplateKind.MINE, "press-summary")
TEAM = info("Weekly", TemplateKind.TEAM, "", broken="It is damaged.")
MISTAKE = Problem(Severity.ERROR, Place("body", 3), "{{ x }}", "Unknown field “x”.")


@pytest.fixture
def library(shelf: Callable[..., Shelf]) -> Shelf:
    return shelf(NOTE, PRESS, MINE, TEAM)


@pytest.fixture
def model(library: Shelf, qtmodeltester: ModelTester) -> TemplatesModel:
    made = TemplatesModel(library)  # type: ignore[arg-type]  # a stand-in
    qtmodeltester.check(made)
    return made


def texts(model: TemplatesModel) -> list[str]:
    return [row.text for row in model.rows]


def test_rows_stand_under_the_headings_of_their_groups(model: TemplatesModel) -> None:
    assert texts(model) == ["Built-in", "Briefing note", "Press summary", "Mine", "Our press", "Team folder", "Weekly"]


def test_it_keeps_the_rules_of_models_while_it_changes(model: TemplatesModel, library: Shelf, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    library.show(NOTE, PRESS)
    model.filter("press")
    library.show(NOTE, PRESS, MINE)
    model.filter("nothing has these words")
    model.filter("")
    model.show_used("our-press")
    assert texts(model)[:3] == ["Built-in", "Briefing note", "Press summary"]


def test_an_empty_group_says_what_to_do(model: TemplatesModel, library: Shelf) -> None:
    library.show(NOTE)
    assert "None of your own yet: duplicate one, or make one from this note." in texts(model)
    assert "No folder chosen" in texts(model)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("press", ["Built-in", "Press summary", "Mine", "Our press"]),
        ("about weekly", ["Team folder", "Weekly"]),
        ("OUR sum", ["Mine", "Our press"]),
        ("xyz", []),
    ],
)
def test_the_filter_looks_at_name_kind_and_description(model: TemplatesModel, typed: str, found: list[str]) -> None:
    model.filter(typed)
    assert texts(model) == found


def test_a_report_touches_one_row_only(model: TemplatesModel, library: Shelf) -> None:
    touched: list[int] = []
    model.dataChanged.connect(lambda first, last: touched.extend(range(first.row(), last.row() + 1)))
    library.reports["press-summary"] = Report((MISTAKE,), ())
    library.checked.emit(PRESS)
    assert touched == [2]


def test_a_row_says_everything_without_colours(model: TemplatesModel, library: Shelf) -> None:
    library.reports["press-summary"] = Report((), ("note.subject",))
    library.reports["our-press"] = Report((MISTAKE,), ())
    library.checked.emit(PRESS)
    model.show_used("press-summary")
    spoken = [model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in (2, 4)]
    assert spoken == [
        "Press summary, Built-in, Press summary, version 1.0, Ready, default for its kind, used by this note",
        "Our press, Mine, Press summary, version 1.0, Cannot be used",
    ]


def test_headings_cannot_be_chosen_and_only_ones_own_can_be_renamed(model: TemplatesModel) -> None:
    flags = [model.flags(model.index(n)) for n in range(model.rowCount())]
    assert [bool(each & Qt.ItemFlag.ItemIsSelectable) for each in flags] == [False, True, True, False, True, False, True]
    assert [n for n, each in enumerate(flags) if each & Qt.ItemFlag.ItemIsEditable] == [4]


def test_a_name_typed_is_asked_for_and_an_empty_one_is_not(model: TemplatesModel) -> None:
    asked: list[tuple[str, str]] = []
    model.renamed.connect(lambda template, name: asked.append((template.id, name)))
    index = model.index_of("our-press")
    assert [model.setData(index, name) for name in ("  Monday   press ", "", "Our press")] == [True, False, False]
    assert asked == [("our-press", "Monday press")]
    assert index.data() == "Our press"
