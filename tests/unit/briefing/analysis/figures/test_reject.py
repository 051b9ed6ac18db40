from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.figures import find_figures
from briefing.analysis.pipeline import read
from briefing.model import Article, Block, BlockKind, Figure, Span

Find = Callable[..., tuple[Figure, ...]]

TRAPS = [
    "They met on 29 November 2022 at 12:19.",
    "It blasted off at 0030 GMT.",
    "It was lit as early as 500 BC.",
    "No 10 confirmed the visit.",
    "Student test scores matter.",
    "They are one of those.",
    "The 18th Forum opened.",
    "Export restrictions grew among G20 countries.",
    "It is one of the priorities.",
    "They held a one-on-one meeting.",
    "It has been so over the past 30 days.",
    "They beat Charlton 2-1 at home.",
    "They played in a 4-4-2 formation.",
    "He lives at 71 Main Street.",
    "Call +7 7172 555 123 now.",
    "The S&P 500 was mixed.",
    "Apollo 9 came back to Earth.",
    "Use Internet Explorer 6 no more.",
    "It passed the ISO 3888-2 test.",
    "It was founded in 2000 by Russia.",
    "The 2014 protests shook the city.",
    "A faster 5G network is coming.",
    "The second half of the match was dull.",
    "It is the No. 1 browser.",
    "It struck at 0307 GMT on Monday.",
    "Call the office on 93228738 for details.",
    "He spoke of a 1-to-1 exchange.",
    "The two leaders met.",
    "It unites the two countries, and both presidents smiled.",
    "Talks between the two sides will resume.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_no_figure_is_left_out(figures: Find, text: str) -> None:
    assert figures(text) == ()


def test_a_headlines_few_are_figures() -> None:
    text = "The two leaders meet"
    article = Article(text, (Block(BlockKind.TITLE, Span(0, len(text)), 1),))
    (figure,) = find_figures(article, tuple(read(article, article.blocks)), (), Nobody())
    assert figure.amount.value == 2


class Nobody:
    def resolve(self, _mention: Span) -> None:
        return None
