"""A long article is on show before all of it is set; whatever is asked of its end finds it there."""

import pytest
from pytestqt.qtbot import QtBot

from briefing import review
from briefing.brief import Brief
from briefing.model import Article, Block, BlockKind, Span
from ui.reader.view import Reader
from ui.session import Session

PARAGRAPH = "Trade between the two countries rose again, the ministry said on Monday. " * 8


def article(paragraphs: int) -> Article:
    step = len(PARAGRAPH) + 2
    blocks = (Block(BlockKind.BODY, Span(n * step, n * step + len(PARAGRAPH)), n + 1) for n in range(paragraphs))
    return Article("\n\n".join([PARAGRAPH] * paragraphs), tuple(blocks))


LONG = article(200)


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    session = Session()
    made = Reader(session)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    session.analysed(review.add_article(Brief(), LONG))
    return made


def test_the_beginning_fills_the_screen_and_the_rest_follows(reader: Reader, qtbot: QtBot) -> None:
    assert reader.document().size().height() > reader.viewport().height()
    assert reader.document().blockCount() < 200
    qtbot.waitUntil(lambda: reader.document().blockCount() == 200)
    assert reader.document().toPlainText() == "\n".join([PARAGRAPH] * 200)


def test_the_end_can_be_shown_while_it_is_not_there_yet(reader: Reader) -> None:
    reader.scroll_to(len(LONG.text) - 10, len(LONG.text), at_top=True)
    assert reader.verticalScrollBar().value() > reader.viewport().height()


def test_the_end_can_be_selected_while_it_is_not_there_yet(reader: Reader) -> None:
    span = Span(len(LONG.text) - 8, len(LONG.text) - 1)
    reader.select(span)
    assert reader.selected_span() == span


def test_matches_at_the_end_are_shown_while_it_is_not_there_yet(reader: Reader) -> None:
    reader.show_matches([(len(LONG.text) - 8, len(LONG.text) - 1)], 0)
    assert reader.extraSelections()[-1].cursor.selectedText() == LONG.text[-8:-1]


def test_another_article_takes_the_place_of_one_that_is_being_set(reader: Reader, qtbot: QtBot) -> None:
    session = reader._session
    session.analysed(review.add_article(session.brief, article(3)))
    qtbot.wait(30)
    assert reader.document().blockCount() == 3
