"""Every model of the window keeps Qt's rules, also while rows come and go."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

import ui
from briefing import reshaping, review
from briefing.brief import Brief
from briefing.model import Origination
from tests import northwind
from ui.findings.filter import FindingsFilter, Wanted
from ui.findings.model import FindingsModel
from ui.note.content import content
from ui.note.model import NoteModel
from ui.templates.model import TemplatesModel


def findings() -> FindingsModel:
    made = FindingsModel()
    made.show(northwind.brief())
    return made


def listed() -> FindingsFilter:
    made = FindingsFilter(findings())
    made.want(Wanted(kind="figure"))
    return made


def note() -> NoteModel:
    made = NoteModel()
    made.show(content(northwind.brief()).quotes)
    return made


# The templates' model has a test of its own beside the others of the template manager.
MODELS = {FindingsModel: findings, FindingsFilter: listed, NoteModel: note}


def own_models() -> set[type]:
    """Every class of a model in the package."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)

    def below(kind: type) -> set[type]:
        return {kind}.union(*(below(each) for each in kind.__subclasses__()))

    return {kind for kind in below(QAbstractItemModel) if kind.__module__.startswith("ui.")}


def test_no_model_is_left_out() -> None:
    assert own_models() == {*MODELS, TemplatesModel}


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_a_model_is_sound(kind: type, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(MODELS[kind]())


def test_the_findings_stay_sound_through_all_that_is_done_to_them() -> None:
    model = FindingsModel()
    shown = FindingsFilter(model)
    testers = [QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Warning) for each in (model, shown)]
    brief = northwind.brief()
    quotes, figures = brief.quotes(), brief.figures()
    split = reshaping.split(brief, quotes[0].id, quotes[0].span.start + 24)
    states = [
        brief,
        review.keep(brief, figures[0].id),
        split.brief,
        reshaping.merge(split.brief, *split.made).brief,
        review.drop(split.brief, *split.made),
        Brief(),
        brief,
    ]
    for wanted in (Wanted(), Wanted(kind="quote"), Wanted(words="bank")):
        shown.want(wanted)
        for state in states:
            model.show(state)
            assert model.rowCount() == len(state.findings)
    assert all(finding.origination is Origination.ADDED for finding in map(split.brief.finding, split.made))
    del testers


def test_cards_are_worded_ahead_of_a_search() -> None:
    model = findings()
    assert model.waiting
    while model.waiting:
        model.word_some()
    assert all(model.card(row).searched for row in range(model.rowCount()))
