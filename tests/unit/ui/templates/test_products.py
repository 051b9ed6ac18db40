from dataclasses import replace

import pytest

from briefing.word.types import TemplateInfo, TemplateKind
from tests.unit.ui.templates.conftest import info
from ui.templates.products import beginning, default_for, product_name, with_default

PRESS, NOTE = info("Press summary"), info("Briefing note")
MINE = info("Our press", TemplateKind.MINE, "press-summary")
FREE = info("Trade letter", TemplateKind.MINE)
ALL = (PRESS, NOTE, MINE, FREE)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [((), PRESS), (("press-summary=our-press",), MINE), (("press-summary=gone",), PRESS), (("nonsense",), PRESS)],
)
def test_the_built_in_one_stands_for_its_kind_unless_another_was_chosen(chosen: tuple[str, ...], expected: TemplateInfo) -> None:
    assert default_for("press-summary", ALL, chosen) == expected


def test_a_broken_one_stands_for_nothing() -> None:
    broken = (PRESS, replace(MINE, broken="It is damaged."))
    assert default_for("press-summary", broken, ("press-summary=our-press",)) == PRESS
    assert default_for("", ALL, ()) is None


def test_choosing_the_built_in_one_again_forgets_the_other() -> None:
    chosen = with_default(("situation-report=x",), MINE)
    assert chosen == ("situation-report=x", "press-summary=our-press")
    assert with_default(chosen, PRESS) == ("situation-report=x",)


@pytest.mark.parametrize(
    ("wanted", "chosen", "expected"),
    [
        ("press-summary", (), PRESS),
        ("press-summary", ("press-summary=our-press",), MINE),
        ("trade-letter", (), FREE),
        ("gone", (), None),
    ],
)
def test_what_a_new_note_begins_with(wanted: str, chosen: tuple[str, ...], expected: TemplateInfo | None) -> None:
    assert beginning(wanted, ALL, chosen) == expected


def test_kinds_are_called_as_the_built_in_templates_are() -> None:
    assert [product_name(each, ALL) for each in ALL] == ["Press summary", "Briefing note", "Press summary", "Other"]
    assert product_name(info("X", TemplateKind.TEAM, "daily-digest"), ALL) == "Daily digest"
