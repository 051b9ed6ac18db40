import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing.word.types import Place, Problem, Report, Severity, TemplateInfo, TemplateKind
from tests.unit.ui.templates.conftest import info
from ui.templates.checkup import Checkup

SLIP = Problem(
    Severity.ERROR, Place("body", 3), "{{ <speeker> }}", "Unknown field “speeker”.", "Did you mean “speaker”?", "speaker"
)
REMARK = Problem(Severity.WARNING, Place("body", 4), "{ x }", "This looks like half of a tag.")
HINT = Problem(Severity.NOTE, Place("body"), "figures", "The template does not print figures.")
MINE, TEAM = info("Ours", TemplateKind.MINE), info("Theirs", TemplateKind.TEAM)


@pytest.fixture
def checkup(qtbot: QtBot) -> Checkup:
    made = Checkup()
    qtbot.addWidget(made)
    return made


def words(checkup: Checkup) -> str:
    return " ".join(label.text() for label in checkup.findChildren(QLabel) if label.parent() is not None)


def test_what_is_right_comes_first_then_what_is_wrong(checkup: Checkup) -> None:
    checkup.show_report(MINE, Report((SLIP, REMARK, HINT), ("note.subject", "f.value")))
    summary = checkup.summary.text()
    assert summary.index("2 fields recognised") < summary.index("1 mistake") < summary.index("1 remark")
    assert "hint" not in summary


def test_each_problem_has_words_reason_fix_and_place(checkup: Checkup) -> None:
    checkup.show_report(MINE, Report((SLIP,), ()))
    said = words(checkup)
    for expected in ("{{ &lt;speeker&gt; }}", "Unknown field “speeker”. Did you mean “speaker”?", "Body, paragraph 3"):
        assert expected in said


@pytest.mark.parametrize(("template", "offered"), [(MINE, 1), (TEAM, 0)])
def test_only_ones_own_template_can_be_mended_here(checkup: Checkup, template: TemplateInfo, offered: int) -> None:
    checkup.show_report(template, Report((SLIP,), ()))
    assert len(checkup.fixes) == offered


def test_mending_tells_which_problem_of_which_template(checkup: Checkup, qtbot: QtBot) -> None:
    checkup.show_report(MINE, Report((SLIP,), ()))
    with qtbot.waitSignal(checkup.fix_asked) as asked:
        checkup.fixes[0].click()
    assert asked.args == [MINE, SLIP]


@pytest.mark.parametrize(("problems", "offered"), [((), False), ((HINT,), False), ((REMARK,), True), ((SLIP,), True)])
def test_an_annotated_copy_is_offered_where_there_is_something_to_say(
    checkup: Checkup, problems: tuple[Problem, ...], offered: bool
) -> None:
    checkup.show_report(MINE, Report(problems, ()))
    assert checkup.copy.isHidden() != offered


def test_a_file_that_cannot_be_opened_has_one_sentence(checkup: Checkup) -> None:
    damaged = Problem(Severity.ERROR, Place("file"), "x.docx", "“x.docx” is damaged.")
    checkup.show_report(TEAM, Report((damaged,), ()))
    assert "“x.docx” is damaged." in checkup.summary.text()
    assert "recognised" not in checkup.summary.text()
    assert checkup.copy.isHidden()


def test_a_check_under_way_says_so(checkup: Checkup) -> None:
    checkup.show_report(MINE, None)
    assert "Checking" in checkup.summary.text()
