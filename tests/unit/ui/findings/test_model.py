from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from briefing import review
from briefing.brief import Brief, Decision
from tests import northwind
from ui.findings.model import FindingsModel, Role


@pytest.fixture
def brief() -> Brief:
    return northwind.brief()


@pytest.fixture
def model(brief: Brief, qtmodeltester: ModelTester) -> FindingsModel:
    made = FindingsModel()
    qtmodeltester.check(made)
    made.show(brief)
    return made


class Heard:
    """Counts what a model tells."""

    def __init__(self, model: FindingsModel) -> None:
        self.changed: list[tuple[int, int]] = []
        self.moves = 0
        model.dataChanged.connect(lambda first, last: self.changed.append((first.row(), last.row())))
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            signal.connect(self._count)

    def _count(self, *_: object) -> None:
        self.moves += 1


def test_one_row_a_finding_in_text_order(model: FindingsModel, brief: Brief) -> None:
    assert [model.index(row).data(Role.ID) for row in range(model.rowCount())] == [f.id for f in brief.findings]


def test_a_decision_touches_one_row(model: FindingsModel, brief: Brief) -> None:
    heard = Heard(model)

    model.show(review.keep(brief, brief.findings[3].id))

    assert (heard.changed, heard.moves) == ([(3, 3)], 0)
    assert model.index(3).data(Role.DECISION) == Decision.KEPT


def test_neighbouring_rows_are_told_together(model: FindingsModel, brief: Brief) -> None:
    heard = Heard(model)

    model.show(review.drop(brief, *(brief.findings[n].id for n in (1, 2, 3, 6))))

    assert heard.changed == [(1, 3), (6, 6)]


@pytest.mark.parametrize(("role", "expected"), [(Role.STARRED, True), (Role.EDITED, True), (Role.SECOND, "all profit · up")])
def test_stars_and_edits_are_seen(model: FindingsModel, brief: Brief, role: Role, expected: object) -> None:
    identifier = brief.findings[0].id

    model.show(review.edit(review.star(brief, identifier), identifier, {"subject": "all profit"}))

    assert model.index(0).data(role) == expected


def test_what_the_analysis_brings_is_inserted(model: FindingsModel, brief: Brief, qtmodeltester: ModelTester) -> None:
    fewer = replace(brief, findings=brief.findings[:2] + brief.findings[5:])
    model.show(fewer)
    heard = Heard(model)

    model.show(brief)

    assert (model.rowCount(), heard.moves) == (len(brief.findings), 1)
    assert model.row(brief.findings[4].id) == 4
    qtmodeltester.check(model)


def test_the_same_place_with_other_contents_is_worded_again(model: FindingsModel, brief: Brief) -> None:
    first = brief.findings[0]
    assert model.index(0).data(Role.SECOND) == "profit · up"

    other = replace(first, content=replace(first.content, subject="losses"))
    model.show(replace(brief, findings=(other, *brief.findings[1:])))

    assert model.index(0).data(Role.SECOND) == "losses · up"


def test_everything_can_go_away(model: FindingsModel) -> None:
    model.show(Brief())

    assert model.rowCount() == 0


def test_a_screen_reader_hears_the_whole_card(model: FindingsModel, brief: Brief) -> None:
    model.show(review.keep(brief, brief.findings[4].id))

    words = model.index(4).data(Qt.ItemDataRole.AccessibleTextRole)

    assert words.startswith("Quote Jane Doe. chief executive, Northwind Bank. kept. “We are pleased")
    assert words.endswith("paragraph 3.")


def test_a_second_article_is_told_on_every_card(model: FindingsModel, brief: Brief) -> None:
    assert model.index(0).data(Role.PLACE) == "¶1"

    model.show(review.add_article(brief, northwind.article()))

    assert model.index(0).data(Role.PLACE) == "1 ¶1"
    assert "article 1, paragraph 1." in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
