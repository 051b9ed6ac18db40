from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.articles import from_text
from briefing.articles.corrections import FIELDS, TYPED, Known, corrected, greyed, known, restored
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

TEXT = """Port traffic doubles

By Ann Lee

29 November 2022, 12:19

LONDON (Reuters) - The port handled 40 ships on Monday, the harbour master said in a statement.

READ MORE: Ten harbours to visit

It expects 50 ships in December, which would be a record for the town and for the whole of the coast.
"""


@pytest.fixture
def article() -> Article:
    return from_text(TEXT, name="port.txt")


def entry(article: Article, field: str) -> Known:
    return next(each for each in known(article) if each.field == field)


def test_everything_known_is_listed_in_one_order(article: Article) -> None:
    assert tuple(each.field for each in known(article)) == FIELDS


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("title", "Port traffic doubles", "from the first paragraph"),
        ("subtitle", "", "not found"),
        ("authors", "Ann Lee", "from the byline"),
        ("outlet", "Reuters", "from the dateline"),
        ("place", "LONDON", "from the dateline"),
        ("published", "2022-11-29", "from the date line"),
        ("language", "English", "from the words of the text"),
        ("address", "", "not found"),
    ],
)
def test_each_comes_with_where_it_was_found(article: Article, field: str, value: str, place: str) -> None:
    assert entry(article, field) == Known(field, value, place)


@pytest.mark.parametrize(
    ("field", "typed", "shown"),
    [
        ("title", "  Traffic in the\nport doubles ", "Traffic in the port doubles"),
        ("subtitle", "A record", "A record"),
        ("authors", "Ann Lee; Bo  Ek\nCy Day", "Ann Lee; Bo Ek; Cy Day"),
        ("outlet", "The Courier", "The Courier"),
        ("place", "Hull", "Hull"),
        ("published", "3 May 2021", "2021-05-03"),
        ("published", "2021-05-03 09:30", "2021-05-03T09:30"),
        ("published", "", ""),
        ("language", "kazakh", "Kazakh"),
        ("language", "fr", "French"),
        ("address", "https://example.org/port", "https://example.org/port"),
    ],
)
def test_what_is_typed_takes_the_place_of_what_was_found(article: Article, field: str, typed: str, shown: str) -> None:
    assert entry(corrected(article, field, typed), field) == Known(field, shown, TYPED)


@pytest.mark.parametrize(("field", "typed"), [("published", "soon"), ("language", "Klingonese"), ("address", "port.txt")])
def test_what_makes_no_sense_is_refused_with_a_next_step(article: Article, field: str, typed: str) -> None:
    with pytest.raises(ArticleError, match="Type"):
        corrected(article, field, typed)


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_shown_can_be_typed_again(article: Article, field: str) -> None:
    value = entry(corrected(article, "address", "http://example.org"), field).value
    assert entry(corrected(article, field, value), field).value in (value, "2022-11-29")


def test_the_text_never_changes(article: Article) -> None:
    assert corrected(article, "title", "Other").text == greyed(article, 4).text == restored(article, 5).text == article.text


def test_furniture_that_is_put_back_is_a_paragraph(article: Article) -> None:
    promo = next(block for block in article.blocks if not block.included)
    back = restored(article, promo.number).blocks[promo.number - 1]
    assert (back.kind, back.included, back.reason, back.span) == (BlockKind.BODY, True, "", promo.span)


def test_a_paragraph_left_out_comes_back_as_what_it_was(article: Article) -> None:
    item = replace(article, blocks=(replace(article.blocks[3], number=1, kind=BlockKind.LIST_ITEM),))
    out = greyed(item, 1).blocks[0]
    assert (out.included, out.reason) == (False, "left out by you")
    assert restored(greyed(item, 1), 1) == item


def test_a_place_can_be_named_where_there_was_no_dateline(article: Article) -> None:
    without = replace(article, dateline=None)
    assert entry(corrected(without, "place", "Hull"), "place").value == "Hull"
    assert corrected(corrected(without, "place", "Hull"), "place", "").dateline is None
