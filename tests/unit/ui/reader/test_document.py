"""An article as a document: every place stays where it is, and each kind of paragraph looks like what it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from briefing.articles.corrections import greyed, restored
from briefing.model import Article, Block, BlockKind, Span
from ui import theme
from ui.reader.document import Typesetting, is_right_to_left
from ui.reader.looks import LOOKS, body_font

WIDE, NARROW = 2000.0, 120.0
PARTS = (
    (BlockKind.TITLE, "Harbour to grow"),
    (BlockKind.BODY, "The harbour 🚢 handled 8.9 million tons."),
    (BlockKind.LIST_ITEM, "a loan of $535 million;"),
    (BlockKind.LIST_ITEM, "• a school for 300 drivers"),
    (BlockKind.TABLE_ROW, "Port | 2022 | 2023"),
    (BlockKind.TABLE_ROW, "Port Ellen 🚢 | 6.7 | 8.9"),
    (BlockKind.TABLE_ROW, "Northhaven | | 10.4"),
    (BlockKind.QUOTE_BLOCK, "Nothing of this will be easy."),
    (BlockKind.BODY, "وقال مدير الميناء إن حركة البضائع ارتفعت"),
    (BlockKind.PROMO, "READ MORE"),
)


def article(parts: tuple[tuple[BlockKind, str], ...] = PARTS) -> Article:
    text, blocks = "", []
    for number, (kind, words) in enumerate(parts, 1):
        start = len(text)
        text += f"{words}\n\n"
        blocks.append(Block(kind, Span(start, start + len(words)), number, included=kind is not BlockKind.PROMO))
    return Article(text, tuple(blocks))


def set_whole(shown: Article, width: float = WIDE) -> tuple[QTextDocument, Typesetting]:
    document = QTextDocument()
    setting = Typesetting(document, shown, body_font(100), width)
    while not setting.done:
        setting.go_on()
    return document, setting


def block(document: QTextDocument, words: str) -> QTextBlock:
    n = next(n for n, (_, text) in enumerate(PARTS) if text.startswith(words))
    return document.findBlockByNumber(n)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_paragraph_of_the_article_is_one_of_the_document_and_as_long(qtbot: QtBot, width: float) -> None:
    document, setting = set_whole(article(), width)
    assert document.blockCount() == len(PARTS)
    for n, each in enumerate(article().blocks):
        shown = document.findBlockByNumber(n)
        assert setting.offsets.to_document(each.span.start) == shown.position()
        assert setting.offsets.to_document(each.span.end) == shown.position() + shown.length() - 1


@given(
    st.lists(
        st.tuples(st.sampled_from(list(LOOKS)), st.text(st.sampled_from("ab |\t1é🚢ش"), min_size=1, max_size=30)), min_size=1
    )
)
def test_places_stay_whatever_the_paragraphs_hold(parts: list[tuple[BlockKind, str]]) -> None:
    shown = article(tuple(parts))
    for width in (WIDE, NARROW):
        document, setting = set_whole(shown, width)
        for n, each in enumerate(shown.blocks):
            there = document.findBlockByNumber(n)
            assert setting.offsets.to_document(each.span.start) == there.position()
            assert setting.offsets.to_document(each.span.end) == there.position() + there.length() - 1


def test_rows_stand_in_columns_where_they_have_room(qtbot: QtBot) -> None:
    document, setting = set_whole(article())
    row = block(document, "Port Ellen")
    assert row.text().count("\t") == 2
    assert len(row.blockFormat().tabPositions()) == 2
    assert "|" not in row.text()

    setting.fit(NARROW)
    assert "\t" not in block(document, "Port Ellen").text()
    assert block(document, "Port Ellen").text().count("\u2028") == 2
    setting.fit(WIDE)
    assert block(document, "Port Ellen").text().count("\t") == 2


@pytest.mark.parametrize("row", ["Northhaven | | 10.4", "Northhaven |  | 10.4", "Northhaven|| 10.4"])
def test_an_empty_cell_keeps_its_column(qtbot: QtBot, row: str) -> None:
    document, _ = set_whole(article(((BlockKind.TABLE_ROW, "Port | 2022 | 2023"), (BlockKind.TABLE_ROW, row))))
    assert document.findBlockByNumber(1).text().replace("\u2060", "").replace(" ", "") == "Northhaven\t\t10.4"


def test_the_heads_of_a_table_are_bold(qtbot: QtBot) -> None:
    document, _ = set_whole(article())
    assert block(document, "Port |").charFormat().font().bold()
    assert not block(document, "Port Ellen").charFormat().font().bold()


def test_lists_hang_and_their_own_mark_hangs_with_them(qtbot: QtBot) -> None:
    document, _ = set_whole(article())
    plain, marked = block(document, "a loan").blockFormat(), block(document, "• a school").blockFormat()
    assert plain.leftMargin() > 0 == plain.textIndent()
    assert marked.leftMargin() >= -marked.textIndent() > 0


def test_paragraphs_that_run_from_right_to_left_are_set_so(qtbot: QtBot) -> None:
    document, _ = set_whole(article())
    assert block(document, "وقال").textDirection() is Qt.LayoutDirection.RightToLeft
    assert block(document, "The harbour").textDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("وقال", True), ("«שלום»", True), ("12% وقال", True), ("The word وقال", False), ("2024", False), ("", False)],
)
def test_which_paragraphs_run_from_right_to_left(text: str, *, leftwards: bool) -> None:
    assert is_right_to_left(text) is leftwards


def test_greyed_paragraphs_are_muted_and_come_back(qtbot: QtBot) -> None:
    shown = article()
    document, setting = set_whole(shown)

    def colour(words: str) -> QColor:
        return block(document, words).charFormat().foreground().color()

    assert colour("READ MORE") == QColor(theme.tokens().muted)
    setting.correct(greyed(restored(shown, 10), 2))
    assert colour("READ MORE") == QColor(theme.tokens().text)
    assert colour("The harbour") == QColor(theme.tokens().muted)
    assert setting.offsets.to_document(shown.blocks[2].span.start) == block(document, "a loan").position()


def test_the_same_paragraphs_are_not_set_again(qtbot: QtBot) -> None:
    shown = article()
    document, setting = set_whole(shown)
    before = document.revision()
    setting.correct(replace(shown, outlet="The Courier"))
    assert document.revision() == before
