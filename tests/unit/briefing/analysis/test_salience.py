from __future__ import annotations

import re

import pytest

from briefing.analysis.figures import find_figures
from briefing.analysis.pipeline import read
from briefing.analysis.salience import FIGURES, number_of, rank, weights
from briefing.model import Article, Block, BlockKind, Evidence, Figure, Quote, QuoteKind, Span, Speaker

TOKAYEV, PUTIN = Speaker("Kassym-Jomart Tokayev"), Speaker("Vladimir Putin")


class Nobody:
    def resolve(self, _mention: Span) -> Speaker | None:
        return None


def article_of(*paragraphs: str) -> Article:
    """An article with a headline and body paragraphs."""
    text = "\n".join(paragraphs)
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    kinds = [BlockKind.TITLE, *[BlockKind.BODY] * (len(spans) - 1)]
    return Article(
        text, tuple(Block(k, s, n) for n, (k, s) in enumerate(zip(kinds, spans, strict=True), 1)), published="2022-11-29"
    )


def figures_of(article: Article) -> tuple[Figure, ...]:
    return find_figures(article, tuple(read(article, article.blocks)), (), Nobody())


def by_words(article: Article, figures: tuple[Figure, ...], words: str) -> int:
    return next(at for at, f in enumerate(figures) if words in f.span.of(article.text))


PAIRS = [
    ("Trade reached $24.5 billion in 2021.", "The talks took two hours.", "$24.5 billion", "two hours"),
    ("Investment grew to $535 million.", "Mr Smith, 54, was there.", "$535 million", "54"),
    ("They moved 79,200 tons of cargo.", "One visitor came.", "79,200", "One"),
    ("The fund gave $3 million.", "It gave tens of thousands of leaflets.", "$3 million", "tens of thousands"),
]


@pytest.mark.parametrize(("strong", "weak", "high", "low"), PAIRS)
def test_what_matters_more_scores_higher(strong: str, weak: str, high: str, low: str) -> None:
    article = article_of("A visit to Moscow", f"{weak} {strong}")
    figures = figures_of(article)
    scores = rank(article, figures, ())
    assert scores[by_words(article, figures, high)].score > scores[by_words(article, figures, low)].score


def test_of_a_figure_in_headline_and_body_the_bodys_is_ticked() -> None:
    article = article_of(
        "Trade hits $24.5 billion", "Trade reached $24.5 billion, officials said, and further talks will be held soon in Astana."
    )
    figures = figures_of(article)
    assert [s.suggested for s in rank(article, figures, ())] == [False, True]


def test_a_repeat_in_the_body_is_not_ticked_again() -> None:
    article = article_of("A visit", "Trade reached $24.5 billion.", "The trade of $24.5 billion is a record.")
    figures = figures_of(article)
    assert [s.suggested for s in rank(article, figures, ())] == [True, False]


def test_where_a_figure_came_from_is_not_ticked_beside_it() -> None:
    article = article_of("Profit jumps", "Profit jumped 76% to $1.13bn, from $639m a year earlier.")
    figures = figures_of(article)
    ticked = [f.amount.value for f, s in zip(figures, rank(article, figures, ()), strict=True) if s.suggested]
    assert ticked == [1.13e9]


def test_a_change_shown_with_its_level_is_not_ticked_apart() -> None:
    article = article_of("A visit", "Investments from Kazakhstan to Russia grew by 34%, reaching $535 million.")
    figures = figures_of(article)
    ranks = rank(article, figures, ())
    assert [s.suggested for s in ranks] == [False, True]


def test_a_long_text_has_at_most_a_dozen_figures_ticked() -> None:
    body = [f"Region {name} sold {n},000 cars for ${n} million." for n, name in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 11)]
    article = article_of("Car sales", *(" ".join([line, "The market is large and old. " * 12]) for line in body))
    assert sum(s.suggested for s in rank(article, figures_of(article), ())) == 12


UNTICKED = ["Millions watched the match.", "120 | 300 | 450", "12 500   300 000   450 000"]


@pytest.mark.parametrize("text", UNTICKED)
def test_bare_millions_and_rows_without_a_head_are_not_ticked(text: str) -> None:
    article = article_of("A visit to Moscow", text)
    figures = figures_of(article)
    assert figures
    assert not any(s.suggested for s in rank(article, figures, ()))


def test_reasons_are_given_in_words() -> None:
    article = article_of("Trade hits record", "Trade reached $24.5 billion.")
    (one,) = rank(article, figures_of(article), ())
    assert "money" in one.reasons


def test_full_quotes_of_several_speakers_are_ticked_and_fragments_not() -> None:
    lines = [
        "“We actively cooperate within international organisations.”",
        "“We always discuss current affairs at our meetings.”",
        "“special nature”",
    ]
    article = article_of("A visit", *lines)
    kinds = [(QuoteKind.FULL, TOKAYEV), (QuoteKind.FULL, PUTIN), (QuoteKind.PARTIAL, PUTIN)]
    spans = [Span(b.span.start + 1, b.span.end - 1) for b in article.blocks[1:]]
    quotes = [Quote((span,), kind, Evidence("test"), speaker) for span, (kind, speaker) in zip(spans, kinds, strict=True)]
    assert [s.suggested for s in rank(article, (), quotes)] == [True, True, False]


def quotes_of(article: Article, speakers: list[Speaker]) -> list[Quote]:
    """Each body paragraph as a full quote of a speaker."""
    spans = [Span(b.span.start + 1, b.span.end - 1) for b in article.blocks if b.kind is BlockKind.BODY]
    return [Quote((span,), QuoteKind.FULL, Evidence("test"), who) for span, who in zip(spans, speakers, strict=True)]


def test_each_speaker_is_heard_before_one_is_heard_often() -> None:
    article = article_of("A visit", *(f"“We always discuss affair number {n} at our meetings.”" for n in range(6)))
    speakers = [TOKAYEV, TOKAYEV, TOKAYEV, TOKAYEV, PUTIN, Speaker("Serik Zhumangarin")]
    ticked = [s.suggested for s in rank(article, (), quotes_of(article, speakers))]
    assert ticked == [True, False, False, False, True, True]


def test_a_headlines_quote_is_not_ticked() -> None:
    article = article_of("“We always discuss current affairs at our meetings,” says Putin", "He left.")
    quote = Quote((Span(1, 50),), QuoteKind.FULL, Evidence("test"), PUTIN)
    assert not rank(article, (), [quote])[0].suggested


@pytest.mark.parametrize(("length", "ticked"), [(100, 5), (750, 8), (1500, 12), (5000, 12)])
def test_longer_articles_have_more_figures_ticked(length: int, ticked: int) -> None:
    assert number_of(FIGURES, length) == ticked


def test_every_score_lies_between_0_and_1() -> None:
    article = article_of("Trade", "Trade reached $24.5 billion and 3 people came.")
    assert all(0 <= s.score <= 1 for s in rank(article, figures_of(article), ()))


def test_the_table_of_weights_is_whole() -> None:
    assert {"start", "headline", "repeat", "kind amount"} <= set(weights())


def test_nothing_found_is_nothing_ranked() -> None:
    assert rank(Article("", ()), (), ()) == ()
