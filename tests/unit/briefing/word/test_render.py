"""What a template becomes: texts across runs, loops, conditions, tables, parts."""

import time
from pathlib import Path

import pytest

from briefing import review
from briefing.brief import Brief
from briefing.compose import compose
from briefing.compose.sample import sample
from briefing.errors import TemplateError
from briefing.word import render as rendering
from briefing.word.note import render
from templates.source.markup import cell, paragraph, row, table
from tests.by_hand import harbour
from tests.word_files import W, lines, opened, rows, split, template


def rendered(folder: Path, *body: str, brief: Brief | None = None, **parts: str) -> bytes:
    content, _ = render(compose(brief or harbour().brief(), generated="2024-03-15T09:00"), template(folder, *body, **parts))
    return content


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("{{ note.article_count }} article",), ["1 article"]),
        ((split("{", "{ note.article_", "count }", "} left"),), ["1 left"]),
        ((split("A {{ figures[0]", ".value }} B {{ note.", "article_count }} C"),), ["A 8.9 million tons B 1 C"]),
        (("{% if figures %}yes{% else %}no{% endif %}",), ["yes"]),
        (("{% if note.comment %}a{% elif quotes %}b{% else %}c{% endif %}!",), ["b!"]),
        (
            ("{% for s in quotes_by_speaker %}{{ s.speaker }}{% if not loop.last %}; {% endif %}{% endfor %}.",),
            ["Anna Holt; Thomas Reed."],
        ),
        (("{%p if note.comment %}", "Comment", "{%p endif %}", "End"), ["End"]),
        (("{%p if quotes %}", "Said", "{%p else %}", "Silence", "{%p endif %}"), ["Said"]),
        (("{%p for q in partial_quotes %}", "{{ q.marked }} {{ q.src }}", "{%p endfor %}"), ["“a bold decision” [1 ¶7]"]),
        (
            (
                "{%p for s in quotes_by_speaker %}",
                "{{ s.speaker }}",
                "{%p for q in s.quotes %}",
                "– {{ q.n }}",
                "{%p endfor %}",
                "{%p endfor %}",
            ),
            ["Anna Holt", "– 1", "Thomas Reed", "– 3"],
        ),
        (("{%p for f in figures if f.period_stated %}", "{{ f.n }}", "{%p endfor %}"), ["1", "2"]),
        (("{# a remark #}Text",), ["Text"]),
        (("{{ note.title or “No – title” }}",), ["No – title"]),
    ],
)
def test_paragraphs(tmp_path: Path, body: tuple[str, ...], expected: list[str]) -> None:
    assert lines(rendered(tmp_path, *body)) == expected


def test_rows_are_repeated_and_tag_rows_vanish(tmp_path: Path) -> None:
    content = rendered(tmp_path, rows("Head", "{%tr for f in figures %}", "{{ f.value }}", "{%tr endfor %}"))
    assert lines(content) == [
        "Head",
        "8.9 million tons",
        "$535 million",
        "nearly 30,000 jobs",
        "23.3 billion tenge ($49 million)",
    ]


def test_table_without_rows_is_gone_and_its_cell_keeps_a_paragraph(tmp_path: Path) -> None:
    inner = rows("{%tr for f in lead_figures %}", "{{ f.value }}", "{%tr endfor %}")
    outer = table("BNTablePlain", (5000,), [row(cell(5000, inner))])
    body = opened(rendered(tmp_path, outer)).element.body
    assert len(list(body.iter(f"{{{W}}}tbl"))) == 1
    assert [child.tag for child in next(body.iter(f"{{{W}}}tc"))][-1] == f"{{{W}}}p"


def test_list_in_a_cell(tmp_path: Path) -> None:
    cells = cell(4000, *(paragraph("BNTable", text) for text in ("{%p for q in quotes %}", "{{ q.n }}", "{%p endfor %}")))
    assert lines(rendered(tmp_path, table("BNTablePlain", (4000,), [row(cells)]))) == ["1", "2", "3"]


def test_runs_keep_their_formatting(tmp_path: Path) -> None:
    document = opened(rendered(tmp_path, split("Plain {{ note.article_count }} ", "bold {{ quotes|length }}", " end")))
    assert [(run.text, bool(run.bold)) for run in document.paragraphs[0].runs] == [
        ("Plain 1 ", False),
        ("bold 3", True),
        (" end", False),
    ]


def test_inline_loop_keeps_formatting_in_each_copy(tmp_path: Path) -> None:
    document = opened(rendered(tmp_path, split("{% for q in quotes %}a", "{{ q.n }}", "b{% endfor %}")))
    assert [(run.text, bool(run.bold)) for run in document.paragraphs[0].runs if run.text] == [
        (text, text.isdigit()) for n in "123" for text in ("a", n, "b")
    ]


def test_headers_and_footers_are_filled(tmp_path: Path) -> None:
    brief = review.set_header(harbour().brief(), {"classification": "Internal"})
    content = rendered(
        tmp_path,
        "x",
        brief=brief,
        header=paragraph("BNBanner", "{{ note.classification }}"),
        footer=paragraph("BNFooter", "{{ note.date }}"),
    )
    assert lines(content, "header") == ["Internal"]
    assert lines(content, "footer") == ["15 March 2024"]


def test_line_ends_make_paragraphs_where_a_tag_stands_alone(tmp_path: Path) -> None:
    brief = review.set_header(harbour().brief(), {"comment": "One.\n\nTwo."})
    content = rendered(tmp_path, "{{ note.comment }}", "({{ note.comment }})", brief=brief)
    assert [p.text for p in opened(content).paragraphs] == ["One.", "Two.", "(One.\n\nTwo.)"]


def test_hyperlink_text_is_filled(tmp_path: Path) -> None:
    text = "{% if quotes %}{{ quotes|length }} quotes{% endif %}"
    link = f'<w:p><w:hyperlink w:anchor="x"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'
    assert lines(rendered(tmp_path, link)) == ["3 quotes"]


def test_text_box_is_filled(tmp_path: Path) -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>{%p for q in quotes %}</w:t></w:r></w:p><w:p><w:r><w:t>{{ q.n }}</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        "<w:r><w:t>{{ note.article_count }} beside</w:t></w:r></w:p>"
    )
    assert lines(rendered(tmp_path, box)) == ["1", "2", "31 beside"]


def test_content_control_is_filled(tmp_path: Path) -> None:
    control = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>{%p if quotes %}</w:t></w:r></w:p><w:p><w:r><w:t>in</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert lines(rendered(tmp_path, control)) == ["in"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (("{{ note.titel }}",), "Did you mean “title”"),
        (("{%p for f in figures %}", "{{ f.value }}"), "has no endfor"),
        (("{%p endfor %}",), "has no “for”"),
        (("{% if quotes %}",), "has no endif"),
        (("{%p if quotes %} and text", "{%p endif %}"), "has to stand alone"),
        (("{{ note.title",), "has no “}}”"),
        (("{%p for f in figures %}", "x", "{%p endif %}"), "is still open"),
        (("{{ figures }}",), "cannot be printed"),
        (("{%tr if quotes %}",), "has to stand alone in its row"),
    ],
)
def test_mistake_in_a_template_is_named(tmp_path: Path, body: tuple[str, ...], words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        rendered(tmp_path, *body)


def test_loops_within_loops_end_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "LARGEST", 3_000_000)
    many = sample(40)
    body = (*("{%p for x in figures %}",) * 3, "x", *("{%p endfor %}",) * 3)
    start = time.monotonic()
    with pytest.raises(TemplateError, match="larger than a Word file should be"):
        render(many, template(tmp_path, *body))
    assert time.monotonic() - start < 10
