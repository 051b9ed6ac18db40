"""What a template says about itself, and that it still says it after a change."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.word.metadata import read_info, with_metadata
from briefing.word.store import templates
from briefing.word.types import TemplateKind


@pytest.mark.parametrize(
    ("identifier", "pages"),
    [
        ("briefing-note", 1),
        ("market-brief", 1),
        ("meeting-brief", 2),
        ("reporting-cable", 2),
        ("press-summary", 3),
        ("situation-report", 3),
        ("verification-sheet", 0),
    ],
)
def test_built_in_template_says_how_long_its_notes_should_be(tmp_path: Path, identifier: str, pages: int) -> None:
    (info,) = [each for each in templates(tmp_path) if each.id == identifier]
    assert info.pages == pages

    path = tmp_path / "changed.docx"
    path.write_bytes(with_metadata(info.path.read_bytes(), replace(info, name="Ours")))
    again = read_info(path, TemplateKind.MINE)
    assert (again.name, again.pages, again.marks, again.header) == ("Ours", pages, info.marks, info.header)
