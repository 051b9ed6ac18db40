import pytest

from briefing.word.types import Place, Problem, Report, Severity, TemplateKind
from tests.unit.ui.templates.conftest import info
from ui.templates.wording import about, state, summary, where


def problem(severity: Severity) -> Problem:
    return Problem(severity, Place("body", 3), "{{ x }}", "Unknown field “x”.", "Did you mean “y”?")


@pytest.mark.parametrize(
    ("problems", "glyph", "words"),
    [
        (None, "…", "Checking"),
        ((), "✓", "Ready"),
        ((Severity.NOTE,), "✓", "Ready"),
        ((Severity.WARNING,), "!", "1 remark"),
        ((Severity.WARNING, Severity.WARNING), "!", "2 remarks"),
        ((Severity.ERROR, Severity.WARNING), "✕", "Cannot be used"),
        ((Severity.ERROR, Severity.ERROR), "✕", "2 mistakes"),
    ],
)
def test_state_in_a_glyph_and_words(problems: tuple[Severity, ...] | None, glyph: str, words: str) -> None:
    report = None if problems is None else Report(tuple(map(problem, problems)), ())
    assert state(report)[:2] == (glyph, words)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("body", 3), "Body, paragraph 3"),
        (Place("header 2", 1, "table 1, row 2, column 3"), "Header 2, table 1, row 2, column 3"),
        (Place("metadata"), "Metadata"),
        (Place("file"), "The file"),
    ],
)
def test_places_as_a_person_looks_for_them(place: Place, words: str) -> None:
    assert where(place) == words


def test_a_kind_that_the_name_says_is_not_said_again() -> None:
    assert about(info("Press summary"), "Press summary") == "Version 1.0"
    assert about(info("Ours", TemplateKind.MINE, "press-summary"), "Press summary") == "Press summary · v1.0"
    assert about(info("Ours", TemplateKind.MINE, version=""), "Other") == "Word file"


def test_one_field_is_one_field() -> None:
    assert [summary(Report((), fields)) for fields in ((), ("a",), ("a", "b"))] == [
        "0 fields recognised",
        "1 field recognised",
        "2 fields recognised",
    ]
