"""A finished note as values: what it says, in which look, on which paper."""

from pathlib import Path

import pytest

from briefing.assets import asset
from briefing.word.preview import preview
from briefing.word.sheet import Paragraph, Sheet, Table, texts
from briefing.word.sheets import sheet_of
from templates.source.package import Source
from tests.by_hand import harbour
from tests.word_files import lines, rows, split, template

BUILT_IN = sorted(path.stem for path in asset("templates").glob("*.docx"))


def sheet(folder: Path, *body: str, **more: str) -> Sheet:
    return sheet_of(template(folder, *body, **more).read_bytes())


def paragraphs(found: Sheet) -> list[Paragraph]:
    return [block for block in found.body if isinstance(block, Paragraph)]


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("sample", [True, False])
def test_it_says_all_that_the_note_says(name: str, sample: bool) -> None:
    made = preview(None if sample else harbour().brief(), asset("templates", f"{name}.docx"))
    said = "".join(texts(made.sheet)).casefold()
    for line in lines(made.note):
        assert "".join(line.split()).casefold() in "".join(said.split())


def test_the_same_note_has_the_same_digest_and_another_one_has_another() -> None:
    path = asset("templates", "press-summary.docx")
    assert preview(None, path).digest == preview(None, path).digest
    assert preview(None, path).digest != preview(harbour().brief(), path).digest


def test_the_sample_has_the_header_that_the_template_sets() -> None:
    said = list(texts(preview(None, asset("templates", "situation-report.docx")).sheet))
    assert "Situation report" in said
    assert "Briefing note" not in said


def test_looks_come_from_styles_and_runs(tmp_path: Path) -> None:
    (found,) = paragraphs(sheet(tmp_path, split("plain ", "bold", " plain")))
    assert [(words.text, words.bold, words.size, words.face) for words in found.words] == [
        ("plain ", False, 9.0, "Arial"),
        ("bold", True, 9.0, "Arial"),
        (" plain", False, 9.0, "Arial"),
    ]


def test_paper_margins_header_and_footer(tmp_path: Path) -> None:
    found = sheet(tmp_path, "x", header=split("Above"), footer=split("Below"))
    assert (round(found.width), round(found.height)) == (595, 842)
    assert found.margins == tuple(twentieths / 20 for twentieths in Source.__dataclass_fields__["margins"].default)
    assert list(texts(found)) == ["Above", "x", "Below"]


def test_lists_have_markers_and_numbers_go_on(tmp_path: Path) -> None:
    def item(style: str, text: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    body = (item("BNBullet", "a"), item("BNNumbered", "b"), item("BNNumbered", "c"))
    assert list(texts(sheet(tmp_path, *body))) == ["•\ta", "1.\tb", "2.\tc"]


def test_tables_keep_rows_and_columns(tmp_path: Path) -> None:
    (table,) = [block for block in sheet(tmp_path, rows("one", "two")).body if isinstance(block, Table)]
    assert (table.widths, len(table.rows), table.ruled) == ((200.0,), 2, True)
    assert [block.text for row in table.rows for cell in row for block in cell.blocks if isinstance(block, Paragraph)] == [
        "one",
        "two",
    ]


def test_field_codes_hidden_text_and_breaks(tmp_path: Path) -> None:
    runs = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"
    )
    assert list(texts(sheet(tmp_path, f"<w:p>{runs}</w:p>"))) == ["7\ta\u2028b"]
