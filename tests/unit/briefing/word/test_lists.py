"""Numbered lists in a loop begin at one again for each item of the loop around them."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefing.compose import compose
from briefing.word.note import render
from templates.source.markup import paragraph
from tests.by_hand import harbour
from tests.word_files import W, opened, template

DIRECT = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>{{ q.n }}</w:t></w:r></w:p>'


@pytest.mark.parametrize("item", [DIRECT, paragraph("BNNumbered", "{{ q.n }}")], ids=["own number", "number of the style"])
def test_list_of_each_speaker_begins_anew(tmp_path: Path, item: str) -> None:
    body = (
        "{%p for s in quotes_by_speaker %}",
        "{{ s.speaker }}",
        "{%p for q in s.quotes %}",
        item,
        "{%p endfor %}",
        "{%p endfor %}",
    )
    content, _ = render(compose(harbour().brief()), template(tmp_path, *body))
    numbers = [e.get(f"{{{W}}}val") for e in opened(content).element.iter(f"{{{W}}}numId")]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        lists = etree.fromstring(archive.read("word/numbering.xml"))
    restarted = [e.getparent().getparent().get(f"{{{W}}}numId") for e in lists.iter(f"{{{W}}}startOverride")]  # type: ignore[union-attr]
    assert numbers[-1] == restarted[-1] == "3"
    assert len(restarted) == 1
    (tmp_path / "note.docx").write_bytes(content)
    assert OpenXmlValidator().validate(str(tmp_path / "note.docx")).is_valid


def test_list_of_a_single_loop_is_one_list(tmp_path: Path) -> None:
    content, _ = render(compose(harbour().brief()), template(tmp_path, "{%p for q in quotes %}", DIRECT, "{%p endfor %}"))
    assert {e.get(f"{{{W}}}val") for e in opened(content).element.iter(f"{{{W}}}numId")} == {"2"}
