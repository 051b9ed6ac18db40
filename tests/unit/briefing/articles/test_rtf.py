"""Rich Text Format, control word by control word."""

from __future__ import annotations

import pytest

from briefing.articles import from_bytes
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind


def read(body: str, head: str = r"\ansi\ansicpg1252") -> Article:
    return from_bytes(f"{{\\rtf1{head} {body}}}".encode("latin-1"), "a.rtf")


def texts(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"One.\par Two.\par", ["One.", "Two."]),
        ("One.\\par\r\nTwo.", ["One.", "Two."]),
        (r"caf\'e9 and \u8364?5", ["café and €5"]),
        (r"\uc2\u8364\'80\'80 5", ["€ 5"]),
        (r"\uc0\u8364 5", ["€5"]),
        (r"\u-10179?\u-8704?", ["😀"]),
        (r"a\~b\_c\-d", ["a\u00a0b-cd"]),
        (r"\{x\} \\ y", ["{x} \\ y"]),
        (r"\ldblquote So\rdblquote  \emdash  \lquote it\rquote", ["“So” — ‘it’"]),
        (r"Seen {\v hidden }here", ["Seen here"]),
        (r"Was {\deleted 3%}5%", ["Was 5%"]),
        (r"{\*\unknown not this}this", ["this"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt linked}} words", ["linked words"]),
        (r"{\header Page \chpgn}{\pict 0123ab}Text", ["Text"]),
        ("{\\pict\\bin4 {{{{}Text", ["Text"]),
        (r"{\object{\*\objdata 00}}Text", ["Text"]),
        (r"One\line two.\line Three.", ["One two.", "Three."]),
    ],
)
def test_the_words_as_they_are_shown(body: str, expected: list[str]) -> None:
    assert texts(read(body)) == expected


def test_fonts_bring_their_encodings() -> None:
    fonts = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 Mincho;}}"
    assert texts(read(rf"{fonts}\f0 caf\'e9 \f1 \'cc\'e8\'f0 \f2 \'93\'fa\'96\'7b")) == ["café Мир 日本"]


def test_the_document_s_own_encoding() -> None:
    assert texts(read(r"za\'bf\'f3\'b3\'e6", r"\ansi\ansicpg1250")) == ["zażółć"]


def test_styles_levels_and_lists_give_the_kinds() -> None:
    sheet = r"{\stylesheet{\s0 Normal;}{\s1 Title;}{\s2 heading 2;}}"
    article = read(
        rf"{sheet}\pard\s1 Trade grows\par\pard\s0 Exports rose.\par\pard\s2 Outlook\par\pard Growth goes on.\par"
        r"\pard\ls1 {\listtext\bullet\tab}First\par\pard\outlinelevel1 Further\par\pard It ended."
    )
    assert [block.kind for block in article.blocks] == [
        BlockKind.TITLE, BlockKind.BODY, BlockKind.HEADING, BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.HEADING,
        BlockKind.BODY,
    ]  # fmt: skip
    assert texts(article)[4] == "First"


def test_a_table_gives_rows() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row "
    article = read(r"Before.\par " + row.format("Year", "Exports") + row.format("2021", "$3bn") + r"\pard After.\par")
    assert texts(article) == ["Before.", "Year | Exports", "2021 | $3bn", "After."]
    assert article.blocks[1].kind is BlockKind.TABLE_ROW


def test_headers_and_comments_stand_greyed_at_the_end() -> None:
    article = read(
        r"{\header\pard Ministry of Trade\par}{\footer Page 3}Exports rose{\*\atnid AL}{\*\atnauthor Ann Lee}"
        r"{\*\annotation{\*\atnref 1}\pard Is it 5%?} by 5%.\par Imports fell."
    )
    assert [block.span.of(article.text) for block in article.blocks if block.included] == ["Exports rose by 5%.", "Imports fell."]
    assert [(b.span.of(article.text), b.reason) for b in article.blocks if not b.included] == [
        ("Ministry of Trade", "page header"),
        ("Is it 5%?", "comment"),
    ]


def test_a_note_stands_greyed_at_the_end_and_not_in_its_sentence() -> None:
    article = read(r"Exports rose{\footnote\pard Source: ministry.} by 5%.\par Imports fell.")
    assert texts(article) == ["Exports rose by 5%.", "Imports fell.", "Source: ministry."]
    assert article.blocks[2].reason == "footnote"


def test_a_text_box_follows_its_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard In a box.\par}}}"
    assert texts(read(rf"Text.{box}\par More.")) == ["Text.", "In a box.", "More."]


def test_the_properties() -> None:
    article = read(r"{\info{\title Trade}{\author Ann Lee}{\creatim\yr2024\mo5\dy1\hr9}{\operator X}}Exports rose.")
    assert (article.title, article.authors, article.published) == ("Trade", ("Ann Lee",), "2024-05-01")


def test_properties_given_twice_are_taken_in_unicode() -> None:
    assert read(r"{\info{\upr{\title ???}{\*\ud{\title \u8364?}}}}Exports rose.").text == "Exports rose."


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    article = from_bytes(b"{\\rtf1 {\\b Exports rose by 5")
    assert texts(article) == ["Exports rose by 5"]
    assert any("ends too early" in warning for warning in article.warnings)


def test_groups_without_end_are_one_sentence() -> None:
    with pytest.raises(ArticleError, match="nested too deeply"):
        from_bytes(b"{\\rtf1 " + b"{" * 50_000)


def test_a_file_of_pictures_has_no_text() -> None:
    with pytest.raises(ArticleError, match="no text"):
        read(r"{\pict 0123}")
