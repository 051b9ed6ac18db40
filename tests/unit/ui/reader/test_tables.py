import time

import pytest
from PySide6.QtGui import QTextOption
from pytestqt.qtbot import QtBot

from briefing.model import Article, Block, BlockKind, Span
from ui.reader.looks import body_font
from ui.reader.tables import Table, cells, tables

RIGHT, LEFT = QTextOption.TabType.RightTab, QTextOption.TabType.LeftTab


def made(*rows: str) -> tuple[Table, ...]:
    text, blocks = "", []
    for number, row in enumerate(rows, 1):
        kind = BlockKind.TABLE_ROW if "|" in row else BlockKind.BODY
        blocks.append(Block(kind, Span(len(text), len(text) + len(row)), number))
        text += f"{row}\n\n"
    return tables(Article(text, tuple(blocks)), body_font(100))


@pytest.mark.parametrize(("row", "words"), [("a | b", ["a", "b"]), ("a |  | c", ["a", "", "c"]), ("|b", ["", "b"]), ("a", ["a"])])
def test_the_cells_of_a_row(row: str, words: list[str]) -> None:
    assert cells(row) == words


def test_rows_one_after_the_other_are_one_table(qtbot: QtBot) -> None:
    found = made("Before", "a | b", "c | d", "Between", "e | f", "g | h")
    assert [(table.first, table.last) for table in found] == [(1, 2), (4, 5)]


def test_values_stand_to_the_right_and_words_to_the_left(qtbot: QtBot) -> None:
    (table,) = made("Port | 2022 | Change | Owner", "Ellen | 6.7 | +32.8% | the state", "Haven | $11.0bn | –5.5% | a bank")
    stops = table.stops(table.gap(2000))
    assert [stop.type for stop in stops] == [RIGHT, RIGHT, LEFT]
    places = [stop.position for stop in stops]
    assert places == sorted(places)
    assert places[-1] < table.width(table.gap(2000))


@pytest.mark.parametrize(
    ("rows", "headed"),
    [
        (("Port | 2022", "Ellen | 6.7"), True),
        (("Port | Q3 2022", "Ellen | 6.7"), True),
        (("Ellen | 6.7", "Haven | 11.0"), False),
        (("Port | Owner", "Ellen | the state"), False),
        (("Port | 2022",), False),
    ],
)
def test_which_first_rows_are_heads(qtbot: QtBot, rows: tuple[str, ...], *, headed: bool) -> None:
    (table,) = made(*rows)
    assert table.is_head(0) is headed
    assert not table.is_head(1)


def test_rows_of_different_lengths_share_their_columns(qtbot: QtBot) -> None:
    (table,) = made("a | b", "c | d | e")
    assert len(table.columns) == 3


def test_columns_draw_together_before_they_give_up(qtbot: QtBot) -> None:
    (table,) = made("Port | 2022 | 2023", "Port Ellen, million tons | 6.7 | 8.9")
    wide = table.gap(2000)
    least = table.width(0) + 2 * table.line * 0.6 + 2
    assert 0 < table.gap(least) < wide
    assert table.width(table.gap(least)) <= least
    assert table.gap(least - 10) == 0


def test_a_table_of_ten_thousand_rows_is_measured_quickly(qtbot: QtBot) -> None:
    began = time.thread_time()
    made(*(f"Port {n} | {n}.5 | {n % 7} | a remark on the port of this row" for n in range(10_000)))
    assert time.thread_time() - began < 1.0
