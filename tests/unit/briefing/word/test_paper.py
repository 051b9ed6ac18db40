"""A note on other paper than its template's."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from briefing.word import Paper, export
from briefing.word.store import find, templates
from briefing.word.xml import w
from tests.by_hand import harbour
from tests.word_files import opened

SIZES = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}


@pytest.mark.parametrize("info", templates(), ids=lambda info: info.id)
def test_letter_has_its_size_and_tables_over_its_whole_width(tmp_path: Path, info) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    note = export(harbour().brief(), info.path, tmp_path / "note.docx", paper=Paper.LETTER).path
    document = opened(note.read_bytes())
    (size,) = document.element.body.iter(w("pgSz"))
    assert (int(size.get(w("w"))), int(size.get(w("h")))) == SIZES[Paper.LETTER]
    widths = [int(each.get(w("w"))) for each in document.element.body.iter(w("tblW"))]
    assert widths
    assert all(abs(width - (12240 - 2 * 1020)) <= 2 for width in widths)
    assert OpenXmlValidator().validate(str(note)).is_valid


def test_right_tab_of_the_footer_moves_to_the_margin(tmp_path: Path) -> None:
    info = find("briefing-note")
    document = opened(export(harbour().brief(), info.path, tmp_path / "n.docx", paper=Paper.LETTER).path.read_bytes())
    stops = [tab.get(w("pos")) for tab in document.styles.element.iter(w("tab")) if tab.get(w("val")) == "right"]
    assert stops == ["10200"]


def test_the_templates_own_paper_changes_nothing(tmp_path: Path) -> None:
    info, brief = find("market-brief"), harbour().brief()
    same = export(brief, info.path, tmp_path / "a.docx", paper=Paper.A4)
    assert same.sha256 == export(brief, info.path, tmp_path / "b.docx").sha256


def test_landscape_stays_landscape(tmp_path: Path) -> None:
    document = opened(find("verification-sheet").path.read_bytes())
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    document.save(str(tmp_path / "wide.docx"))
    note = export(harbour().brief(), tmp_path / "wide.docx", tmp_path / "n.docx", paper=Paper.LETTER).path
    (size,) = opened(note.read_bytes()).element.body.iter(w("pgSz"))
    assert (size.get(w("w")), size.get(w("h"))) == ("15840", "12240")
