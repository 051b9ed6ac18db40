"""Every built-in template's notes, judged by Microsoft's own Open XML SDK; the whole set is in tests/benchmarks/validity.py."""

from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from briefing import review
from briefing.brief import Brief
from briefing.word import Paper, TemplateInfo, export, templates
from briefing.word.marks import Marks
from tests import open_xml_validator
from tests.by_hand import harbour
from tests.word_files import broken_invariants, template

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not open_xml_validator.is_there(), reason="Node and the Open XML validator are not installed"),
]
HEADER = {
    "subject": "R&D < harbour",
    "classification": "Internal",
    "to": "One; Two",
    "bottom_line": "First.\nSecond.",
    "key_points": "One\nTwo",
    "comment": "Ours.",
    "to_check": "This",
    "points_to_make": "Ours",
}


def full() -> Brief:
    brief = review.keep(harbour().brief(), *(finding.id for finding in harbour().brief().findings))
    return replace(review.set_header(brief, HEADER), starred=(brief.figures()[0].id,))


@pytest.mark.parametrize(
    ("info", "marks"),
    list(zip(templates(Path("none")), cycle(Marks), strict=False)),
    ids=lambda each: getattr(each, "id", str(each)),
)
def test_full_note(tmp_path: Path, info: TemplateInfo, marks: Marks) -> None:
    paper = Paper.LETTER if marks in {Marks.FOOTNOTES, Marks.NONE} else Paper.A4
    note = export(full(), info.path, tmp_path / "note.docx", marks=marks.value, paper=paper).path
    assert open_xml_validator.complaints(note) == []
    assert broken_invariants(note) == []


def test_note_of_nothing_and_note_with_a_chart(tmp_path: Path) -> None:
    nothing = export(Brief(), next(iter(templates(Path("none")))).path, tmp_path / "nothing.docx").path
    chart = export(full(), template(tmp_path, "{{ figures|chart }}", "{{ figures|top(3)|chart }}"), tmp_path / "chart.docx").path
    assert open_xml_validator.complaints(nothing) == open_xml_validator.complaints(chart) == []


def test_the_validator_can_tell(tmp_path: Path) -> None:
    bad = template(tmp_path, '<w:p><w:pPr><w:jc w:val="nowhere"/></w:pPr></w:p>')
    assert open_xml_validator.complaints(bad)
    (tmp_path / "not.docx").write_bytes(b"no Word file")
    assert open_xml_validator.complaints(tmp_path / "not.docx")
