"""One's own templates, a team's folder, and templates that are broken."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from briefing.assets import asset
from briefing.brief import Brief, Header
from briefing.errors import TemplateError
from briefing.review import use_template
from briefing.word import TemplateKind, check, export
from briefing.word.store import bring_in, classify, delete, duplicate, find, hand_out, rename, restore, save_as, templates
from tests.by_hand import harbour
from tests.word_files import lines, template

BUILT_IN = (
    "briefing-note",
    "market-brief",
    "meeting-brief",
    "press-summary",
    "reporting-cable",
    "situation-report",
    "verification-sheet",
)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return tmp_path / "mine"


def test_all_built_in_templates_are_there(mine: Path) -> None:
    assert tuple(info.id for info in templates(mine)) == tuple(
        sorted(BUILT_IN, key=lambda name: find(name, mine).name.casefold())
    )


def test_duplicate_is_a_template_of_ones_own(mine: Path) -> None:
    copy = duplicate(find("briefing-note", mine), "Unit note", mine)
    assert (copy.id, copy.name, copy.kind) == ("unit-note", "Unit note", TemplateKind.MINE)
    assert copy in templates(mine)
    assert check(copy.path).usable
    assert OpenXmlValidator().validate(str(copy.path)).is_valid


def test_copies_of_the_same_name_do_not_collide(mine: Path) -> None:
    info = find("briefing-note", mine)
    assert [duplicate(info, "Briefing note", mine).id for _ in range(2)] == ["briefing-note-2", "briefing-note-3"]


def test_word_file_without_metadata_is_brought_in(mine: Path, tmp_path: Path) -> None:
    source = tmp_path / "House style.docx"
    document = Document()
    document.add_paragraph("{{ note.subject }}")
    document.save(str(source))
    info = bring_in(source, mine=mine)
    assert (info.id, info.name) == ("house-style", "House style")
    assert templates(mine)[-1] == info
    assert export(harbour().brief(), info.path, tmp_path / "note.docx").path.exists()


def test_set_up_of_a_note_is_saved_without_its_content(mine: Path) -> None:
    header = Header(sender="Trade unit", classification="Internal", subject="One note", comment="Secret thoughts")
    brief = Brief(header=header, style="EU")
    info = save_as(brief, find("briefing-note", mine), "Trade note", mine)
    (read,) = [each for each in templates(mine) if each.id == "trade-note"]
    assert read == info
    assert read.header == {"sender": "Trade unit", "classification": "Internal"}
    assert read.style == "EU"
    assert b"Secret" not in info.path.read_bytes()


def test_saved_set_up_keeps_sections_headings_style_and_marks(mine: Path, tmp_path: Path) -> None:
    """What the team changed in Word – the order of sections, their headings – is in the file, and goes along with it."""
    body = [
        *("Our voices", "{%p for q in quotes %}", "{{ q.marked }} {{ q.src.text }}", "{%p endfor %}"),
        *("Our numbers", "{%p for f in figures %}", "{{ f.value }}", "{%p endfor %}", "{{ note.sender }}"),
    ]
    own = replace(bring_in(template(tmp_path, *body), "Ours", mine), marks="footnotes")
    brief = replace(harbour().brief(), style="UN", header=Header(sender="Trade unit", key_points="Only today"))
    saved = save_as(brief, own, "Ours, set up", mine)
    assert saved in templates(mine)
    assert (saved.marks, saved.style, saved.header) == ("footnotes", "UN", {"sender": "Trade unit"})
    fresh = use_template(harbour().brief(), saved.id, saved.header, saved.style)
    said = lines(export(fresh, saved.path, tmp_path / "note.docx").path.read_bytes())
    assert said.index("Our voices") < said.index("Our numbers")
    assert said[-1] == "Trade unit"
    assert check(saved.path).usable


def test_rename_changes_what_it_says_of_itself(mine: Path) -> None:
    info = rename(duplicate(find("press-summary", mine), "A", mine), "Morning summary")
    assert [each.name for each in templates(mine) if each.kind is TemplateKind.MINE] == ["Morning summary"]
    assert info.description


def test_deleted_template_comes_back(mine: Path) -> None:
    info = duplicate(find("press-summary", mine), "A", mine)
    kept = delete(info)
    assert info not in templates(mine)
    assert restore(kept) == info
    assert info in templates(mine)


@pytest.mark.parametrize("change", [lambda info: rename(info, "B"), delete])
def test_built_in_template_cannot_be_changed(mine: Path, change) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    with pytest.raises(TemplateError, match="not your own"):
        change(find("briefing-note", mine))


def test_teams_template_cannot_be_changed(mine: Path) -> None:
    info = replace(duplicate(find("briefing-note", mine), "A", mine), kind=TemplateKind.TEAM)
    with pytest.raises(TemplateError, match="Duplicate it"):
        delete(info)


def test_broken_template_of_the_team_is_explained_and_stops_no_other(mine: Path, tmp_path: Path) -> None:
    team = tmp_path / "team"
    team.mkdir()
    (team / "broken.docx").write_bytes(b"PK\x03\x04 not really")
    (team / "~$open.docx").write_bytes(b"lock")
    (team / "good.docx").write_bytes(asset("templates", "press-summary.docx").read_bytes())
    found = [info for info in templates(mine, team) if info.kind is TemplateKind.TEAM]
    assert [(info.path.name, bool(info.broken)) for info in found] == [("broken.docx", True), ("good.docx", False)]


def test_team_folder_that_is_away_stops_nothing(mine: Path, tmp_path: Path) -> None:
    assert len(templates(mine, tmp_path / "away")) == len(BUILT_IN)


def test_unknown_template_names_the_known_ones(mine: Path) -> None:
    with pytest.raises(TemplateError, match="briefing-note"):
        find("briefing-not", mine)


@pytest.mark.parametrize("name", ["", "   "])
def test_template_needs_a_name(mine: Path, name: str) -> None:
    info = duplicate(find("briefing-note", mine), "A", mine)
    with pytest.raises(TemplateError, match="needs a name"):
        rename(info, name)


def test_a_template_tells_which_header_fields_it_prints(mine: Path) -> None:
    assert {"issue_number", "next_date", "key_points"} <= find("situation-report", mine).uses
    assert "issue_number" not in find("briefing-note", mine).uses


def test_a_copy_makes_the_same_kind_of_note_until_it_is_told_otherwise(mine: Path) -> None:
    copy = duplicate(find("press-summary", mine), "A", mine)
    assert copy.product == "press-summary"
    assert classify(copy, "market-brief").product == "market-brief"
    assert find("a", mine).product == "market-brief"


def test_copies_count_themselves(mine: Path) -> None:
    info = find("press-summary", mine)
    names = [duplicate(info, mine=mine).name for _ in range(3)]
    assert names == ["Press summary (copy)", "Press summary (copy 2)", "Press summary (copy 3)"]
    assert duplicate(find("press-summary-copy", mine), mine=mine).name == "Press summary (copy 4)"


def test_no_two_templates_have_the_same_id(mine: Path, tmp_path: Path) -> None:
    """A team's copy of one's own template, or of a built-in one, is another template."""
    own = duplicate(find("press-summary", mine), "Weekly", mine)
    team = tmp_path / "team"
    team.mkdir()
    for name, source in (("a", own.path), ("b", own.path), ("c", asset("templates", "press-summary.docx"))):
        (team / f"{name}.docx").write_bytes(source.read_bytes())
    found = templates(mine, team)
    assert len({info.id for info in found}) == len(found)
    assert [info.id for info in found if info.kind is TemplateKind.TEAM] == ["press-summary@team", "weekly@team", "weekly@team-2"]
    assert {info.product for info in found if info.kind is TemplateKind.TEAM} == {"press-summary"}


def test_what_the_gate_refuses_is_explained_in_its_words(mine: Path, tmp_path: Path) -> None:
    team = tmp_path / "team"
    team.mkdir()
    (team / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (info,) = [each for each in templates(mine, team) if each.kind is TemplateKind.TEAM]
    assert info.broken == "“old.docx” is in Word’s old format (.doc). Open it in Word and save it as .docx."


def test_two_deleted_files_of_one_name_come_back_each_as_it_was(mine: Path) -> None:
    kept = [delete(duplicate(find(source, mine), "A", mine)) for source in ("press-summary", "meeting-brief")]
    assert [restore(each).product for each in kept] == ["press-summary", "meeting-brief"]
    assert not list((mine / ".deleted").iterdir())


def test_what_was_deleted_long_ago_is_swept(mine: Path) -> None:
    old = delete(duplicate(find("press-summary", mine), "A", mine))
    os.utime(old.parent, (0, 0))
    delete(duplicate(find("press-summary", mine), "B", mine))
    assert not old.exists()


def test_a_name_given_does_not_undo_what_was_changed_in_word_meanwhile(mine: Path, tmp_path: Path) -> None:
    listed = duplicate(find("press-summary", mine), "A", mine)
    document = Document(str(listed.path))
    document.add_paragraph("{{ note.handling }}")
    document.save(str(listed.path))
    renamed = rename(listed, "B")
    assert "{{ note.handling }}" in lines(renamed.path.read_bytes())
    assert "handling" in renamed.uses


def test_marks_and_paper_of_a_note_are_saved_with_it(mine: Path, tmp_path: Path) -> None:
    brief = replace(harbour().brief(), marks="footnotes", paper="Letter")
    saved = save_as(brief, find("briefing-note", mine), "Ours", mine)
    size = Document(str(saved.path)).sections[0]
    assert (saved.marks, round(size.page_width.inches, 2), round(size.page_height.inches, 2)) == ("footnotes", 8.5, 11)
    assert check(saved.path).usable
    assert OpenXmlValidator().validate(str(saved.path)).is_valid


def test_a_template_handed_out_says_the_same_of_itself(mine: Path, tmp_path: Path) -> None:
    own = duplicate(find("press-summary", mine), "Ours", mine)
    given = hand_out(own, tmp_path / "for a colleague.docx")
    assert bring_in(given, mine=tmp_path / "theirs").name == "Ours"
    assert given.read_bytes() == own.path.read_bytes()
