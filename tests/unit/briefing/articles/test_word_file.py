"""Word files: what python-docx alone would lose is read, what nobody sees stays out."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from briefing.articles import from_bytes
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind
from tests.article_files import W, docx, packed, paragraph

RUN = "<w:r><w:t>{}</w:t></w:r>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
HEADING = '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
TITLE = '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'


def texts(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


def kinds(article: Article) -> list[BlockKind]:
    return [block.kind for block in article.blocks]


def test_a_file_by_python_docx_keeps_its_structure_and_its_order() -> None:
    document = python_docx.Document()
    document.add_heading("Trade grows", level=0)
    document.add_paragraph("Exports rose by 5 per cent.")
    grid = document.add_table(rows=2, cols=2)
    for cell, words in zip((c for row in grid.rows for c in row.cells), ("Year", "Exports", "2021", "$24.5bn"), strict=True):
        cell.text = words
    document.add_heading("Outlook", level=2)
    document.add_paragraph("Faster growth", style="List Bullet")
    document.core_properties.author = "Ann Lee"
    target = io.BytesIO()
    document.save(target)
    article = from_bytes(target.getvalue(), "a.docx")
    assert texts(article) == [
        "Trade grows",
        "Exports rose by 5 per cent.",
        "Year | Exports",
        "2021 | $24.5bn",
        "Outlook",
        "Faster growth",
    ]
    assert kinds(article) == [
        BlockKind.TITLE, BlockKind.BODY, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW, BlockKind.HEADING, BlockKind.LIST_ITEM,
    ]  # fmt: skip
    assert (article.authors, article.origin.format, article.origin.name) == (("Ann Lee",), "docx", "a.docx")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (f"{RUN.format('Growth was ')}<w:del>{RUN.format('3%')}</w:del><w:ins>{RUN.format('5%.')}</w:ins>", "Growth was 5%."),
        (f"<w:moveFrom>{RUN.format('Old.')}</w:moveFrom><w:moveTo>{RUN.format('New.')}</w:moveTo>", "New."),
        (f"{RUN.format('Worth ')}<w:sdt><w:sdtContent>{RUN.format('$5 million')}</w:sdtContent></w:sdt>", "Worth $5 million"),
        (f"<w:hyperlink>{RUN.format('linked')}</w:hyperlink>{RUN.format(' words')}", "linked words"),
        (f"<w:smartTag>{RUN.format('London')}</w:smartTag>{RUN.format(' calls')}", "London calls"),
        (
            "<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation in 7</w:t><w:noBreakHyphen/><w:t>year</w:t></w:r>",
            "cooperation in 7-year",
        ),
        (f"{RUN.format('Seen.')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>", "Seen."),
        (f'{RUN.format("Seen.")}<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> Shown.</w:t></w:r>', "Seen. Shown."),
        (
            '<w:r><w:t>billion</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> in 2021</w:t></w:r>',
            "billion in 2021",
        ),
        (f"{FIELD.format('begin')}{RUN.format('PAGE')}{FIELD.format('separate')}{RUN.format('12')}{FIELD.format('end')}", "12"),
    ],
)
def test_a_paragraph_reads_as_it_is_shown(xml: str, expected: str) -> None:
    assert texts(from_bytes(docx(f"<w:p>{xml}</w:p>"))) == [expected]


def test_a_paragraph_in_a_content_control_is_read() -> None:
    assert texts(from_bytes(docx(f"<w:sdt><w:sdtContent>{paragraph('Inside.')}</w:sdtContent></w:sdt>"))) == ["Inside."]


def test_a_text_box_given_in_two_forms_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    both = f'<m:AlternateContent xmlns:m="m"><m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback></m:AlternateContent>'
    assert texts(from_bytes(docx(f"<w:p><w:r><w:t>Before.</w:t></w:r><w:r>{both}</w:r></w:p>{paragraph('After.')}"))) == [
        "Before.", "In a box.", "After.",
    ]  # fmt: skip


def test_paragraphs_joined_by_a_tracked_deletion_are_one() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Exports rose </w:t></w:r></w:p>"
    assert texts(from_bytes(docx(first + paragraph("by 5 per cent.")))) == ["Exports rose by 5 per cent."]


def test_styles_are_known_by_word_s_own_names_in_any_language() -> None:
    body = paragraph("Handel wächst", "Titel") + paragraph("Lage", "berschrift2") + paragraph("Der Handel wuchs.")
    article = from_bytes(docx(body, styles=TITLE + HEADING))
    assert kinds(article) == [BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY]


def test_a_style_takes_what_it_does_not_say_from_its_parent() -> None:
    own = '<w:style w:styleId="own"><w:name w:val="House"/><w:basedOn w:val="berschrift2"/></w:style>'
    article = from_bytes(
        docx(paragraph("Trade grew by 5 per cent. " * 4) + paragraph("Outlook", "own") + paragraph("More."), styles=own + HEADING)
    )
    assert kinds(article)[1] is BlockKind.HEADING


def test_styles_whose_parents_go_in_a_circle_end() -> None:
    circle = "".join(f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in (("x", "y"), ("y", "x")))
    assert texts(from_bytes(docx(paragraph("Trade grew.", "x"), styles=circle))) == ["Trade grew."]


def test_merged_cells_keep_the_columns_in_line() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    wide = cell("Total", '<w:gridSpan w:val="2"/>') + cell("9")
    body = f"<w:tbl><w:tr>{cell('A')}{cell('B')}{cell('C')}</w:tr><w:tr>{wide}</w:tr></w:tbl>"
    assert texts(from_bytes(docx(body))) == ["A | B | C", "Total | | 9"]


def test_headers_footers_and_comments_stand_greyed_at_the_end() -> None:
    own = f'xmlns:w="{W}"'
    parts = {
        "header": f"<w:hdr {own}>{paragraph('Ministry of Trade')}</w:hdr>",
        "footer": f"<w:ftr {own}>{paragraph('Page 3 of 12')}</w:ftr>",
        "comments": f'<w:comments {own}><w:comment w:author="Ann Lee">{paragraph("Is it 5%?")}</w:comment></w:comments>',
    }
    article = from_bytes(docx(paragraph("Trade grew by 5%."), parts=parts))
    assert [(b.span.of(article.text), b.included, b.reason) for b in article.blocks[1:]] == [
        ("Is it 5%?", False, "comment"),
        ("Ministry of Trade", False, "page header"),
    ]


def test_footnotes_stand_greyed_at_the_end() -> None:
    line = f'<w:footnote w:type="separator">{paragraph("line")}</w:footnote>'
    notes = f'<w:footnotes xmlns:w="{W}">{line}<w:footnote>{paragraph("Source: X.")}</w:footnote></w:footnotes>'
    article = from_bytes(docx(paragraph("Trade grew."), parts={"footnotes": notes}))
    assert texts(article) == ["Trade grew.", "Source: X."]
    assert not article.blocks[1].included
    assert article.blocks[1].reason == "footnote"


def test_a_strict_file_is_read_as_well() -> None:
    strict = docx(paragraph("Strict."), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert texts(from_bytes(strict)) == ["Strict."]


def test_deep_nesting_is_one_sentence() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 75 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 75
    with pytest.raises(ArticleError, match="nested too deeply"):
        from_bytes(docx(deep))


def test_a_part_that_is_no_xml_is_one_sentence() -> None:
    with pytest.raises(ArticleError, match="damaged"):
        from_bytes(packed({"word/document.xml": "<w:document"}))
