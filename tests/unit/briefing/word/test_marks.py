"""Source marks as brackets, footnotes, Word comments or not at all."""

import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from briefing.word import export
from briefing.word.store import find
from templates.source.markup import item_table, paragraph
from tests.by_hand import harbour
from tests.word_files import lines, opened, template

BODY = (
    "{%p for q in quotes %}",
    "{{ q.marked }} {{ q.src }}{% if q.resolved_from %} ({{ q.resolved_from }}){% endif %}.",
    "{%p endfor %}",
)


def exported(folder: Path, marks: str, path: Path | None = None) -> Path:
    return export(harbour().brief(), path or template(folder, *BODY), folder / f"{marks}.docx", marks=marks).path


@pytest.mark.parametrize("marks", ["brackets", "footnotes", "comments", "none"])
def test_every_choice_makes_a_valid_file_twice_the_same(tmp_path: Path, marks: str) -> None:
    for name in ("briefing-note", "press-summary"):
        first = exported(tmp_path, marks, find(name).path)
        content = first.read_bytes()
        problems = [error.description for error in OpenXmlValidator().validate(str(first)).errors]
        assert problems == []
        assert exported(tmp_path, marks, find(name).path).read_bytes() == content


@pytest.mark.parametrize(
    ("marks", "line"),
    [
        ("brackets", "“Nothing of this will be easy.” [1 ¶7–8] (he)."),
        ("comments", "“Nothing of this will be easy.” [1 ¶7–8] (he)."),
        ("footnotes", "“Nothing of this will be easy.” (he)."),
        ("none", "“Nothing of this will be easy.” (he)."),
    ],
)
def test_text_around_marks(tmp_path: Path, marks: str, line: str) -> None:
    assert lines(exported(tmp_path, marks).read_bytes())[-1] == line


@pytest.mark.parametrize(("marks", "columns"), [("brackets", 6), ("footnotes", 6), ("none", 5)])
def test_column_of_marks_goes_with_them_and_the_table_keeps_its_width(tmp_path: Path, marks: str, columns: int) -> None:
    document = opened(exported(tmp_path, marks, find("briefing-note").path).read_bytes())
    table = document.tables[1]
    assert {len(row.cells) for row in table.rows} == {columns}
    assert len(table.columns) == columns
    assert sum(column.width or 0 for column in table.columns) == 9866 * 635
    assert ("Source" in [cell.text for cell in table.rows[0].cells]) == (columns == 6)


def test_cells_that_say_more_than_a_mark_stay(tmp_path: Path) -> None:
    body = item_table((2000, 2000), ("A", "B"), "f in figures", [paragraph("BNTable", "{{ f.n }}"), MARKED], "Figures")
    document = opened(exported(tmp_path, "none", template(tmp_path, body)).read_bytes())
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["1", "see"]


MARKED = paragraph("BNTable", "see {{ f.src }}")


@pytest.mark.parametrize(("marks", "said"), [("brackets", True), ("footnotes", True), ("none", False)])
def test_imprint_explains_marks_only_where_there_are_some(tmp_path: Path, marks: str, *, said: bool) -> None:
    content = exported(tmp_path, marks, find("briefing-note").path).read_bytes()
    assert any("paragraph 2 (headline" in line for line in lines(content)) == said


def test_footnotes_hold_mark_and_sentence_in_order(tmp_path: Path) -> None:
    path = exported(tmp_path, "footnotes")
    said = lines(path.read_bytes(), "footnotes")
    assert said[0] == " [1 ¶5] “We will build a second terminal, and we will build it here. It will pay for itself,” said Holt."
    assert len(said) == 3
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    assert [body.count(f'footnoteReference w:id="{n}"') for n in (1, 2, 3)] == [1, 1, 1]


def test_comments_hold_the_sentence_and_the_notes_date(tmp_path: Path) -> None:
    comments = list(opened(exported(tmp_path, "comments").read_bytes()).comments)
    assert [comment.text.split("]")[0] for comment in comments] == ["[1 ¶5", "[1 ¶7", "[1 ¶7–8"]
    assert {comment.timestamp.date().isoformat() for comment in comments if comment.timestamp} == {"2024-03-15"}
