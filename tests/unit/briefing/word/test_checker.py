"""Every planted fault is named at its place with its fix; good templates raise no alarm."""

import io
import zipfile
from pathlib import Path

import pytest

from briefing.word import templates
from briefing.word.checker import annotated, check
from briefing.word.types import Report, Severity, TemplateInfo
from templates.source.markup import paragraph
from tests.word_files import opened, rows, split, template

LOOP = ("{%p for f in figures %}", "{{ f.value }}", "{%p endfor %}")
# What was planted · where the check must find it · words of the quote · words of reason or fix.
FAULTS = {
    "misspelt field": (("{{ note.titel }}",), "body, paragraph 1", "note.titel", "Did you mean “title”"),
    "misspelt list": (
        ("x", "{%p for f in figurs %}", "{{ f.value }}", "{%p endfor %}"),
        "body, paragraph 2",
        "figurs",
        "“figures”",
    ),
    "misspelt field of an item": ((*LOOP[:1], "{{ f.valeu }}", LOOP[2]), "body, paragraph 2", "f.valeu", "“value”"),
    "misspelt name of a loop": ((*LOOP[:1], "{{ g.value }}", LOOP[2]), "body, paragraph 2", "g.value", "Unknown field “g”"),
    "misspelt filter": (("{{ note.title|uper }}",), "body, paragraph 1", "uper", "“upper”"),
    "unknown filter": (("{{ note.title|xyzzy }}",), "body, paragraph 1", "xyzzy", "Known are"),
    "field of another record": (("{{ note.speaker }}",), "body, paragraph 1", "note.speaker", "Unknown field"),
    "no closing braces": (("ok", "{{ note.title"), "body, paragraph 2", "{{ note.title", "has no “}}”"),
    "no opening braces": (("note.title }}",), "body, paragraph 1", "note.title }}", "has no “{{”"),
    "no endfor": (LOOP[:2], "body, paragraph 1", "{%p for", "has no endfor"),
    "no endif": (("{%p if quotes %}", "x"), "body, paragraph 1", "{%p if", "has no endif"),
    "endfor alone": (("x", "{%p endfor %}"), "body, paragraph 2", "endfor", "has no “for”"),
    "else alone": (("{%p else %}",), "body, paragraph 1", "else", "has no “if”"),
    "crossed": (
        ("{%p if quotes %}", "{%p for q in quotes %}", "{%p endif %}", "{%p endfor %}"),
        "body, paragraph 3",
        "endif",
        "still open",
    ),
    "tag beside text": (("Title {%p if quotes %}", "{%p endif %}"), "body, paragraph 1", "Title", "has to stand alone"),
    "row tag outside of a table": (("{%tr for f in figures %}",), "body, paragraph 1", "{%tr", "row"),
    "inline loop over paragraphs": (
        ("{% for q in quotes %}", "x", "{% endfor %}"),
        "body, paragraph 1",
        "{% for",
        "write {%p for",
    ),
    "list printed": (("{{ figures }}",), "body, paragraph 1", "figures", "cannot be printed"),
    "record printed": (("{{ note }}",), "body, paragraph 1", "note", "cannot be printed"),
    "loop over a text": (("{%p for x in note.title %}", "{%p endfor %}"), "body, paragraph 1", "note.title", "is not a list"),
    "call": (("{{ note.title.upper() }}",), "body, paragraph 1", "upper()", "Calls are not possible"),
    "arithmetic": (("{{ figures|length + 1 }}",), "body, paragraph 1", "+ 1", "does not calculate"),
    "set": (("{% set x = 1 %}",), "body, paragraph 1", "set x", "is not allowed"),
    "empty tag": (("{{ }}",), "body, paragraph 1", "{{ }}", "cannot be read"),
    "loops too deep": (
        (*("{%p for a in figures %}",) * 4, "x", *("{%p endfor %}",) * 4),
        "body, paragraph 4",
        "for a in",
        "nested too deeply",
    ),
    "in a table": (
        (rows("{%tr for f in figures %}", "{{ f.valeu }}", "{%tr endfor %}"),),
        "body, table 1, row 2, column 1",
        "f.valeu",
        "“value”",
    ),
    "row loop not closed": (
        (rows("{%tr for f in figures %}", "{{ f.value }}"),),
        "body, table 1, row 1, column 1",
        "{%tr for",
        "same table",
    ),
    "spread over runs": ((split("{{ note.", "ti", "tel }}"),), "body, paragraph 1", "note.titel", "“title”"),
    "braces apart": (("{ { note.title } }",), "body, paragraph 1", "{ {", "stand close together"),
    "single braces": (("{subject}",), "body, paragraph 1", "{subject}", "“{{ note.subject }}”"),
    "another program's field": (("<<figures>>",), "body", "figures", "another program"),
    "unknown style": ((paragraph("NoSuchStyle", "x"),), "body", "NoSuchStyle", "does not have it"),
    "tag in a field's code": (
        ("<w:p><w:r><w:instrText>{{ note.title }}</w:instrText></w:r></w:p>",),
        "body, paragraph 1",
        "{{ note.title }}",
        "code of a field",
    ),
    "tag in deleted text": (
        ('<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>{{ note.title }}</w:delText></w:r></w:del></w:p>',),
        "body, paragraph 1",
        "{{ note.title }}",
        "deleted",
    ),
    "tag in a property": (
        ('<w:p><w:bookmarkStart w:id="1" w:name="{{ note.title }}"/><w:bookmarkEnd w:id="1"/></w:p>',),
        "body",
        "{{ note.title }}",
        "property",
    ),
}


def found(report: Report) -> list[tuple[str, str, str]]:
    return [(str(p.place), p.quote, f"{p.reason} {p.fix}") for p in report.problems if p.severity is not Severity.NOTE]


@pytest.mark.parametrize("name", FAULTS)
def test_planted_fault_is_named_at_its_place(tmp_path: Path, name: str) -> None:
    body, place, quote, words = FAULTS[name]
    problems = found(check(template(tmp_path, *body)))
    assert any(at.startswith(place) and quote in quoted and words in said for at, quoted, said in problems), problems


@pytest.mark.parametrize(
    "name",
    [
        n
        for n in FAULTS
        if n
        not in {
            "crossed",
            "loops too deep",
            "braces apart",
            "tag in deleted text",
            "tag beside text",
            "inline loop over paragraphs",
        }
    ],
)
def test_planted_fault_is_named_once(tmp_path: Path, name: str) -> None:
    assert len(found(check(template(tmp_path, *FAULTS[name][0])))) == 1


def test_fault_in_a_header_is_named_there(tmp_path: Path) -> None:
    ((place, quote, _),) = found(check(template(tmp_path, "x", header=paragraph("BNBanner", "{{ note.clasification }}"))))
    assert (place, quote) == ("header, paragraph 1", "{{ note.clasification }}")


@pytest.mark.parametrize("info", templates(), ids=lambda info: info.id)
def test_built_in_template_raises_no_alarm(info: TemplateInfo) -> None:
    report = check(info.path)
    assert found(report) == []
    assert report.usable
    assert len(report.recognised) > 10


def test_what_is_not_printed_is_noted(tmp_path: Path) -> None:
    report = check(template(tmp_path, "{{ note.title }}"))
    assert [p.quote for p in report.problems] == ["figures", "quotes", "sources"]
    assert report.usable


def test_annotated_copy_has_a_comment_at_each_problem(tmp_path: Path) -> None:
    path = template(tmp_path, "Good", "Bad: {{ note.titel }}", header=paragraph("BNBanner", "{{ x }}"))
    content = annotated(path, check(path))
    comments = [comment.text for comment in opened(content).comments]
    assert len(comments) == 2
    assert any("Did you mean “title”?" in text for text in comments)
    assert any(text.startswith("header, paragraph 1: ") for text in comments)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"commentRangeStart" in archive.read("word/document.xml")
