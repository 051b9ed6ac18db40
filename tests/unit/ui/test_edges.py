import pytest

from briefing.model import Article, Block, BlockKind, Span
from ui.edges import moved

TEXT = "Profit rose nearly $3.4bn, a record.\n\nNext paragraph."
ARTICLE = Article(TEXT, (Block(BlockKind.BODY, Span(0, 36), 1), Block(BlockKind.BODY, Span(38, 53), 2)))
VALUE = Span(TEXT.index("$3.4bn"), TEXT.index("$3.4bn") + 6)


@pytest.mark.parametrize(
    ("edge", "by", "exactly", "words"),
    [
        ("start", -1, False, "nearly $3.4bn"),
        ("start", 1, False, "3.4bn"),
        ("end", 1, False, "$3.4bn,"),
        ("end", -1, False, "$"),
        ("start", -1, True, " $3.4bn"),
        ("end", -1, True, "$3.4b"),
    ],
)
def test_an_edge_moves_by_word_or_by_character(edge: str, by: int, exactly: bool, words: str) -> None:
    assert moved(ARTICLE, VALUE, edge, by, exactly=exactly).of(TEXT) == words


def test_an_edge_never_leaves_its_paragraph() -> None:
    span = VALUE
    for _ in range(40):
        span = moved(ARTICLE, span, "end", 1, exactly=False)
    for _ in range(40):
        span = moved(ARTICLE, span, "start", -1, exactly=True)
    assert span == Span(0, 36)


def test_an_edge_never_passes_the_other() -> None:
    span = VALUE
    for _ in range(40):
        span = moved(ARTICLE, span, "start", 1, exactly=True)
    assert span.of(TEXT) == "n"
