"""What was meant is put in the place of what the check found wrong, and nothing else changes."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.word import Place, Problem, Severity, check
from briefing.word.mending import mend, right
from briefing.word.metadata import read_info
from briefing.word.types import TemplateKind
from tests.word_files import lines, rows, split, template


def mended(path: Path) -> list[str]:
    """Mends the first problem that has something meant."""
    mend(path, next(problem for problem in check(path).problems if problem.meant))
    return lines(path.read_bytes())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("Title", "By {{ note.sendr }} of {{ note.sender }}"), ["Title", "By {{ note.sender }} of {{ note.sender }}"]),
        (("{{ titel }}",), ["{{ note.title }}"]),
        (("{{ note.to|join_nd }}",), ["{{ note.to|join_and }}"]),
        (("{%p for f in figurs %}", "x", "{%p endfor %}"), ["{%p for f in figures %}", "x", "{%p endfor %}"]),
        (("Dear {subject},",), ["Dear {{ note.subject }},"]),
        ((rows("{{ note.titel }}"),), ["{{ note.title }}"]),
    ],
)
def test_what_was_meant_is_put_in(tmp_path: Path, body: tuple[str, ...], expected: list[str]) -> None:
    assert mended(template(tmp_path, *body)) == expected


def test_a_tag_over_several_runs_is_mended_and_the_rest_keeps_its_look(tmp_path: Path) -> None:
    path = template(tmp_path, split("By {{ note.", "sen", "dr }} today"))
    assert mended(path) == ["By {{ note.sender }} today"]
    assert check(path).usable


def test_header_and_metadata_stay(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ note.titel }}", footer=split("{{ note.reference }}"))
    before = read_info(path, TemplateKind.MINE)
    mended(path)
    assert replace(read_info(path, TemplateKind.MINE), uses=before.uses) == before
    assert lines(path.read_bytes(), "footer") == ["{{ note.reference }}"]


def test_what_is_not_there_any_more_is_said_and_the_file_stays(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ note.title }}")
    before = path.read_bytes()
    gone = Problem(Severity.ERROR, Place("body", 1), "{{ note.titel }}", "Unknown field “titel”.", "", "title")
    for problem in (gone, replace(gone, place=Place("body", 9)), replace(gone, place=Place("header 7", 1))):
        with pytest.raises(TemplateError, match="not where it was"):
            mend(path, problem)
    assert path.read_bytes() == before


def test_only_the_wrong_name_is_replaced() -> None:
    place, reason = Place("body", 1), "Unknown field “sum”."
    problem = Problem(Severity.ERROR, place, "{{ f.sum if f.summary else f.sum }}", reason, "", "subject")
    assert right(problem) == "{{ f.subject if f.summary else f.sum }}"
