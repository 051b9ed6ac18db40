"""Sections of a template: found by their headings, kept, dropped, put in another order and called otherwise."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from briefing.assets import asset
from briefing.errors import TemplateError
from briefing.word import check
from briefing.word.sections import arranged, sections
from briefing.word.store import arrange, bring_in, duplicate, find, save_as, take_back
from briefing.word.types import Section
from templates.source.common import heading
from tests.by_hand import harbour
from tests.word_files import lines, template

BUILT_IN = sorted(path.stem for path in asset("templates").glob("*.docx"))
SOURCES = ("{%p if sources %}", heading("Sources"), "{%p for s in sources %}", "{{ s.text }}", "{%p endfor %}", "{%p endif %}")


def put(path: Path, *wanted: Section) -> list[str]:
    path.write_bytes(arranged(path, wanted))
    return lines(path.read_bytes())


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    body = ("Dear reader", heading("Numbers"), "{{ note.subject }}", heading("Voices", "analyst"), "{{ note.comment }}", *SOURCES)
    return template(tmp_path, *body, "Kind regards")


def test_a_section_is_a_heading_with_what_follows_or_a_condition_around_it(letter: Path) -> None:
    assert sections(letter) == (Section(1, "Numbers"), Section(2, "Voices"), Section(3, "Sources"))


def test_other_order_other_headings_and_one_left_out(letter: Path) -> None:
    assert put(letter, Section(3, "Where from"), Section(1, "Figures")) == [
        "Dear reader",
        *("{%p if sources %}", "Where from", "{%p for s in sources %}", "{{ s.text }}", "{%p endfor %}", "{%p endif %}"),
        *("Figures", "{{ note.subject }}"),
        "Kind regards",
    ]
    assert check(letter).usable


def test_what_looks_otherwise_beside_a_heading_stays(letter: Path) -> None:
    assert "Opinions  analyst" in put(letter, Section(2, "Opinions"))


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_built_in_template_can_be_turned_round(name: str, tmp_path: Path) -> None:
    source, turned = asset("templates", f"{name}.docx"), tmp_path / "turned.docx"
    found = sections(source)
    assert len(found) >= 4
    assert not any(section.fixed for section in found)
    wanted = [replace(section, heading=f"{section.heading}, ours") for section in reversed(found)]
    turned.write_bytes(arranged(source, wanted))
    assert [section.heading for section in sections(turned)] == [section.heading for section in wanted]
    assert check(turned).problems == check(source).problems
    assert OpenXmlValidator().validate(str(turned)).is_valid
    assert sorted(lines(arranged(source, found))) == sorted(lines(source.read_bytes()))


def test_all_as_they_are_changes_no_word(letter: Path) -> None:
    before = lines(letter.read_bytes())
    assert put(letter, *sections(letter)) == before


def test_a_heading_that_a_tag_fills_keeps_its_words(tmp_path: Path) -> None:
    path = template(tmp_path, heading("{{ note.title }}"), "x")
    (section,) = sections(path)
    assert section.fixed
    assert put(path, replace(section, heading="Mine")) == ["{{ note.title }}", "x"]


def test_a_heading_split_by_word_is_one(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    document = Document()
    paragraph = document.add_heading("Key ", 1)
    paragraph.add_run("figures")
    document.add_paragraph("{{ note.subject }}")
    document.save(str(path))
    assert [section.heading for section in sections(path)] == ["Key figures"]
    assert put(path, Section(1, "Numbers")) == ["Numbers", "{{ note.subject }}"]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ((), "needs a section"),
        ((Section(1, "a"), Section(1, "b")), "needs a section"),
        ((Section(9, "a"),), "other sections by now"),
        ((Section(1, "{{ note.comment }}"),), "cannot hold braces"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(letter: Path, wanted: tuple[Section, ...], words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        arranged(letter, wanted)


def test_a_file_without_headings_has_no_sections(tmp_path: Path) -> None:
    assert sections(template(tmp_path, "{{ note.subject }}")) == ()


def test_a_template_saved_from_a_note_has_the_sections_chosen(tmp_path: Path, letter: Path) -> None:
    mine = tmp_path / "mine"
    own = bring_in(letter, "Letter", mine)
    saved = save_as(harbour().brief(), own, "Short letter", mine, (Section(2, "Views"), Section(1, "Numbers")))
    assert [section.heading for section in sections(saved.path)] == ["Views", "Numbers"]
    assert [section.heading for section in sections(own.path)] == ["Numbers", "Voices", "Sources"]
    assert saved.path.parent == mine


def test_arranging_can_be_taken_back_byte_for_byte(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    own = duplicate(find("press-summary", mine), "Ours", mine)
    before = own.path.read_bytes()
    kept = arrange(own, sections(own.path)[:1])
    assert len(sections(own.path)) == 1
    assert find("ours", mine).product == "press-summary"
    assert take_back(own, kept).name == "Ours"
    assert own.path.read_bytes() == before
    with pytest.raises(TemplateError, match="not your own"):
        arrange(find("press-summary", mine), ())
