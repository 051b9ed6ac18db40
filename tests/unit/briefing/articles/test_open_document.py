"""OpenDocument texts."""

from __future__ import annotations

import pytest

from briefing.articles import from_bytes
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind
from tests.article_files import odt


def texts(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<text:p>Worth <text:span>$5 million</text:span> now.</text:p>", ["Worth $5 million now."]),
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c</text:p>", ["a b c"]),
        ("<text:p>One.<text:line-break/>Two.</text:p>", ["One.", "Two."]),
        ("<text:p>Said<office:annotation><text:p>No!</text:p></office:annotation> so.</text:p>", ["Said so.", "No!"]),
        ("<text:tracked-changes><text:p>Old.</text:p></text:tracked-changes><text:p>New.</text:p>", ["New."]),
        ("<text:section><text:p>Inside.</text:p></text:section>", ["Inside."]),
        ("<text:p><text:a>linked</text:a><text:soft-page-break/> words</text:p>", ["linked words"]),
        (
            "<text:p>Text.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>",
            ["Text.", "In a box."],
        ),
    ],
)
def test_the_words_as_they_are_shown(xml: str, expected: list[str]) -> None:
    assert texts(from_bytes(odt(xml))) == expected


def test_headers_footers_and_comments_stand_greyed_at_the_end() -> None:
    spaces = "xmlns:style='s' xmlns:text='t'"
    running = (
        "<style:header><text:p>Ministry of Trade</text:p></style:header><style:footer><text:p>Page 3</text:p></style:footer>"
    )
    comment = "<office:annotation><dc:creator>Ann Lee</dc:creator><text:p>Is it 5%?</text:p></office:annotation>"
    pages = f"<o {spaces}><style:master-page>{running}</style:master-page><style:master-page>{running}</style:master-page></o>"
    article = from_bytes(odt(f"<text:p>Trade grew{comment} by 5%.</text:p>", others={"styles.xml": pages}))
    assert texts(article)[0] == "Trade grew by 5%."
    assert [(text, b.included, b.reason) for text, b in zip(texts(article), article.blocks, strict=True)][1:] == [
        ("Is it 5%?", False, "comment"),
        ("Ministry of Trade", False, "page header"),
    ]


def test_headings_lists_and_automatic_styles() -> None:
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    body = (
        '<text:p text:style-name="P1">Trade grows</text:p><text:p>Exports rose.</text:p>'
        '<text:h text:outline-level="2">Outlook</text:h>'
        "<text:p>Growth goes on.</text:p><text:list><text:list-item><text:p>First</text:p></text:list-item></text:list>"
    )
    kinds = [block.kind for block in from_bytes(odt(body, styles=styles)).blocks]
    assert kinds == [BlockKind.TITLE, BlockKind.BODY, BlockKind.HEADING, BlockKind.BODY, BlockKind.LIST_ITEM]


def test_text_that_a_style_hides_stays_out() -> None:
    styles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    assert texts(
        from_bytes(odt('<text:p>Seen.<text:span text:style-name="T1"> Hidden.</text:span></text:p>', styles=styles))
    ) == ["Seen."]


def test_a_table_gives_rows() -> None:
    def row(*cells: str) -> str:
        return (
            "<table:table-row>" + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells) + "</table:table-row>"
        )

    head = f"<table:table-header-rows>{row('', '<text:p>2020</text:p>', '<text:p>2021</text:p>')}</table:table-header-rows>"
    body = head + row("<text:p>Exports</text:p>", "<text:p>3</text:p>", "<text:p>4</text:p>")
    article = from_bytes(odt(f"<text:p>Before.</text:p><table:table>{body}</table:table>"))
    assert texts(article)[1:] == ["| 2020 | 2021", "Exports | 3 | 4"]


def test_repeated_cells_do_not_multiply_without_end() -> None:
    cell = '<table:table-cell table:number-columns-repeated="999999999"><text:p>1</text:p></table:table-cell>'
    row = f"<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>{cell}</table:table-row>"
    assert len(from_bytes(odt(f"<table:table>{row * 2}</table:table>")).text) < 1000


def test_notes_and_contents_are_greyed() -> None:
    body = "<text:note-body><text:p>Source.</text:p></text:note-body>"
    note = f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>{body}</text:note>'
    contents = "<text:table-of-content><text:index-body><text:p>Outlook 2</text:p></text:index-body></text:table-of-content>"
    article = from_bytes(odt(f"{contents}<text:p>Exports rose{note} by 5.</text:p>"))
    assert texts(article) == ["Outlook 2", "Exports rose by 5.", "Source."]
    assert [block.reason for block in article.blocks] == ["table of contents", "", "footnote"]


def test_the_properties() -> None:
    person = "<meta:initial-creator>Ann Lee</meta:initial-creator>"
    meta = f"<dc:title>Trade</dc:title>{person}<meta:creation-date>2024-05-01T09:00:00</meta:creation-date>"
    article = from_bytes(odt("<text:p>Exports rose.</text:p>", meta=meta), "a.odt")
    assert (article.title, article.authors, article.published) == ("Trade", ("Ann Lee",), "2024-05-01")
    assert article.origin.format == "odt"


def test_an_encrypted_file_is_named_as_such() -> None:
    with pytest.raises(ArticleError, match="password"):
        from_bytes(odt("", others={"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}))


def test_macros_are_left_out_with_a_warning() -> None:
    article = from_bytes(odt("<text:p>Exports rose.</text:p>", others={"Basic/Standard/Module1.xml": "<x/>"}))
    assert "Macros in the file were left out." in article.warnings


def test_deep_nesting_is_one_sentence() -> None:
    deep = "<text:section>" * 100 + "<text:p>x</text:p>" + "</text:section>" * 100
    with pytest.raises(ArticleError, match="nested too deeply"):
        from_bytes(odt(deep))


def test_a_text_in_one_xml_file() -> None:
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    spaces = 'xmlns:office="o" xmlns:text="t" xmlns:meta="m" xmlns:dc="d"'
    meta = "<office:meta><meta:initial-creator>Ann Lee</meta:initial-creator></office:meta>"
    body = "<office:body><office:text><text:h>Trade</text:h><text:p>It grew by 5%.</text:p></office:text></office:body>"
    flat = f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {spaces} {kind}>{meta}{body}</office:document>'
    article = from_bytes(flat.encode())
    assert (texts(article), article.authors, article.origin.format) == (["Trade", "It grew by 5%."], ("Ann Lee",), "odt")
