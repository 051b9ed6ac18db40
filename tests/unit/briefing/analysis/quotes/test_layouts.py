from __future__ import annotations

import re

from briefing.analysis.people import people_in
from briefing.analysis.pipeline import read
from briefing.analysis.quotes import find_quotes
from briefing.model import Article, Block, BlockKind, Quote, Span


def quotes_in(text: str) -> tuple[tuple[str, str], ...]:
    spans = [Span(found.start(), found.end()) for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    article = Article(text, tuple(Block(BlockKind.BODY, span, number) for number, span in enumerate(spans, 1)))
    passages = tuple(read(article, article.blocks))

    def row(quote: Quote) -> tuple[str, str]:
        return (quote.speaker.name if quote.speaker else "", quote.segments[0].of(text))

    return tuple(row(quote) for quote in find_quotes(article, passages, people_in(article, passages)))


INTERVIEW = """Energy Minister Ivan Petrov spoke to us in May. Petrov took office last year.

Q: When will the plant open?

A: It will open in June.

Q: Who will run it?

A: A firm from the region."""

TRANSCRIPT = """The debate began at nine.

BAKER: You voted against it.

STONE: I did, and I would again.

BAKER: Why?

STONE: It was a bad law.

It cost us years."""

STATEMENT = """Remarks by Governor Ruth Adler at the opening of the dam

I am glad to be here with you.

We began this work ten years ago, and many of you were there.

Our children will thank us for it."""


def test_the_answers_of_an_interview_are_the_guests() -> None:
    assert quotes_in(INTERVIEW) == (("Ivan Petrov", "It will open in June."), ("Ivan Petrov", "A firm from the region."))


def test_the_turns_of_a_transcript_go_on_to_the_next_label() -> None:
    assert quotes_in(TRANSCRIPT) == (
        ("Baker", "You voted against it."),
        ("Stone", "I did, and I would again."),
        ("Baker", "Why?"),
        ("Stone", "It was a bad law."),
        ("Stone", "It cost us years."),
    )


def test_a_statement_is_the_announced_persons_from_end_to_end() -> None:
    assert {name for name, _ in quotes_in(STATEMENT)} == {"Ruth Adler"}
    assert ("Ruth Adler", "Our children will thank us for it.") in quotes_in(STATEMENT)


def test_two_labels_make_no_interview() -> None:
    assert not quotes_in("Note: the plant opens in June.\n\nPhoto: Kim.\n\nThe road is new. It leads to the port.")
