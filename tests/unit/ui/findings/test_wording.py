"""The words of a quote as they are printed, and where in the article each of them stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.brief import Edit
from briefing.compose.quotes import wording
from briefing.model import Article, Block, BlockKind, Evidence, Quote, QuoteKind, Span
from ui.findings.wording import shown_words

TEXT = "“We are\n  pleased,” she said, “with the result.” Nothing else."
ARTICLE = Article(TEXT, (Block(BlockKind.BODY, Span(0, len(TEXT)), 1),))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


QUOTE = Quote((span("We are\n  pleased,"), span("with the result.")), QuoteKind.FULL, Evidence("test"))


def insert(word: str, text: str) -> dict[str, str]:
    return {f"insert@{TEXT.index(word)}": text}


def test_white_space_is_folded_and_what_lies_between_is_left_out() -> None:
    assert shown_words(ARTICLE, QUOTE, Edit()).text == "We are pleased, … with the result."


def test_words_put_in_stand_in_brackets_before_their_word() -> None:
    assert shown_words(ARTICLE, QUOTE, Edit(insert("are", "all"))).text == "We [all] are pleased, … with the result."


def test_words_at_the_end_stand_behind() -> None:
    edit = Edit({f"insert@{QUOTE.span.end}": "of May"})
    assert shown_words(ARTICLE, QUOTE, edit).text == "We are pleased, … with the result. [of May]"


@pytest.mark.parametrize(
    ("column", "word"), [(0, "We"), (1, "We"), (3, "are"), (5, "are"), (9, "pleased"), (17, "with"), (23, "the")]
)
def test_a_column_is_the_beginning_of_its_word_in_the_article(column: int, word: str) -> None:
    assert shown_words(ARTICLE, QUOTE, Edit()).place_at(column) == TEXT.index(word)


def test_the_end_is_the_end_of_the_quote() -> None:
    shown = shown_words(ARTICLE, QUOTE, Edit())
    assert shown.place_at(len(shown.text)) in {QUOTE.span.end, TEXT.index("result")}


def test_an_insertion_is_found_at_its_edges() -> None:
    shown = shown_words(ARTICLE, QUOTE, Edit(insert("are", "all")))
    field = f"insert@{TEXT.index('are')}"
    assert [shown.insertion_at(column) for column in (2, 3, 5, 8, 12)] == ["", field, field, field, ""]


@given(
    places=st.sets(st.sampled_from([m for s in QUOTE.segments for m in range(s.start, s.end + 1)]), max_size=3),
    trim=st.booleans(),
)
def test_what_is_shown_is_what_is_printed(places: set[int], trim: bool) -> None:
    edges = Span(QUOTE.span.start, TEXT.index("the result") + 3) if trim else None
    edit = Edit({f"insert@{place}": "new" for place in places}, edges)
    printed = wording(ARTICLE, QUOTE, edit).text.removesuffix(" …")
    assert shown_words(ARTICLE, QUOTE, edit).text.replace(" ", "") == printed.replace(" ", "")
