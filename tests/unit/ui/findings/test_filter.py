import pytest
from pytestqt.modeltest import ModelTester

from briefing import review
from briefing.brief import Brief
from tests import northwind
from ui.findings.filter import FindingsFilter, State, Wanted
from ui.findings.model import FindingsModel, Role


@pytest.fixture
def brief() -> Brief:
    brief = northwind.brief()
    return review.drop(review.keep(brief, brief.findings[0].id), brief.findings[1].id)


@pytest.fixture
def listed(brief: Brief, qtmodeltester: ModelTester) -> FindingsFilter:
    model = FindingsModel()
    model.show(brief)
    made = FindingsFilter(model, model)
    made.model = model
    qtmodeltester.check(made)
    return made


def titles(listed: FindingsFilter) -> list[str]:
    return [listed.index(row, 0).data(Role.TITLE) for row in range(listed.rowCount())]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(kind="quote"), ["Jane Doe", "The regulator", "Speaker not named"]),
        (Wanted(state=State.KEPT), ["12%"]),
        (Wanted(state=State.DROPPED), ["12 per cent rise"]),
        (Wanted(state=State.CHECK), ["1.8%", "Speaker not named"]),
        (Wanted(state=State.TO_REVIEW, kind="figure", words="LEND"), ["£240m", "1.8%"]),
        (Wanted(speaker="Jane Doe"), ["Jane Doe", "About 1,200 jobs"]),
        (Wanted(words="jobs 2027"), ["About 1,200 jobs"]),
        (Wanted(article="2"), []),
    ],
)
def test_only_what_is_wanted_is_listed(listed: FindingsFilter, wanted: Wanted, expected: list[str]) -> None:
    listed.want(wanted)

    assert titles(listed) == expected


def test_weak_findings_come_first_if_wished(listed: FindingsFilter) -> None:
    listed.put_check_first(True)
    assert titles(listed)[:3] == ["1.8%", "Speaker not named", "12%"]

    listed.put_check_first(False)
    assert titles(listed)[0] == "12%"


def test_a_decision_moves_a_finding_out_of_the_list(listed: FindingsFilter, brief: Brief) -> None:
    listed.want(Wanted(state=State.TO_REVIEW))
    before = listed.rowCount()

    listed.model.show(review.keep(brief, brief.findings[5].id))

    assert listed.rowCount() == before - 1
    assert listed.row_of(brief.findings[5].id) == -1


def test_a_finding_that_is_not_listed_has_a_place_all_the_same(listed: FindingsFilter, brief: Brief) -> None:
    listed.want(Wanted(kind="quote"))

    assert listed.row_before(listed.model.index_of(brief.findings[5].id)) == 1
