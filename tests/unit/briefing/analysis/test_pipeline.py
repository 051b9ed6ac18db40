"""Paragraphs are read one at a time, with offsets of the whole article."""

import pytest

from briefing.analysis.pipeline import Passage, read, readable
from briefing.model import Article, Block, BlockKind, Span

TEXT = "Costs fell\n\n«We cut costs,«said Ann Lee. It helped.\n\nPhoto: agency"


@pytest.fixture(scope="module")
def article() -> Article:
    spans = [Span(0, 10), Span(12, TEXT.index("\n\nPhoto")), Span(TEXT.index("Photo"), len(TEXT))]
    kinds = [BlockKind.TITLE, BlockKind.BODY, BlockKind.CREDIT]
    return Article(TEXT, tuple(Block(k, s, n + 1) for n, (k, s) in enumerate(zip(kinds, spans, strict=True))))


@pytest.fixture(scope="module")
def body(article: Article) -> Passage:
    return list(read(article, readable(article)))[1]


def test_credits_are_not_read(article: Article) -> None:
    assert [block.number for block in readable(article)] == [1, 2]


def test_a_token_knows_its_place_in_the_article(body: Passage) -> None:
    token = next(token for token in body.doc if token.text == "Lee")
    assert body.place(token).of(TEXT) == "Lee"


def test_a_place_in_the_article_finds_its_tokens(body: Passage) -> None:
    start = TEXT.index("Ann")
    tokens = body.tokens(Span(start, start + 7))
    assert tokens is not None
    assert tokens.text == "Ann Lee"


def test_odd_quotation_glyphs_do_not_move_offsets(body: Passage) -> None:
    assert len(body.doc.text) == len(body.block.span)
    assert "«" not in body.doc.text
