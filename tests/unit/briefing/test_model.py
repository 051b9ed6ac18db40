"""Spans and blocks."""

import pytest

from briefing.model import Article, Block, BlockKind, Evidence, Quote, QuoteKind, Span


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Span(0, 3), Span(2, 5), True),
        (Span(0, 3), Span(3, 5), False),
        (Span(2, 3), Span(0, 9), True),
    ],
)
def test_spans_overlap_when_they_share_a_character(one: Span, other: Span, expected: bool) -> None:
    assert one.overlaps(other) is expected
    assert other.overlaps(one) is expected


def test_a_span_counts_code_points() -> None:
    assert Span(1, 3).of("a😀b😀") == "😀b"


def test_a_position_between_blocks_has_no_block() -> None:
    article = Article("One.\n\nTwo.", (Block(BlockKind.TITLE, Span(0, 4), 1), Block(BlockKind.BODY, Span(6, 10), 2)))
    assert [article.block_at(at) for at in (3, 4, 6)] == [article.blocks[0], None, article.blocks[1]]


def test_a_quote_spans_all_its_segments() -> None:
    quote = Quote((Span(4, 9), Span(12, 20)), QuoteKind.FULL, Evidence("test"))
    assert quote.span == Span(4, 20)
