from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.analysis.figures import find_figures
from briefing.analysis.pipeline import read
from briefing.model import (
    Article,
    Block,
    BlockKind,
    Dateline,
    Direction,
    Evidence,
    Figure,
    Quote,
    QuoteKind,
    SaidBy,
    Span,
    Speaker,
    SpeakerKind,
)

Find = Callable[..., tuple[Figure, ...]]

TOKAYEV = Speaker("Kassym-Jomart Tokayev", "President of Kazakhstan")
MINISTRY = Speaker("Ministry of Trade", kind=SpeakerKind.ORGANISATION)


def test_a_conversion_in_brackets_belongs_to_its_figure(figures: Find) -> None:
    (figure,) = figures("The forum signed papers for a total of 23.3 billion tenge ($49 million).")
    assert (figure.amount.value, figure.amount.currency) == (23.3e9, "KZT")
    assert [(c.value, c.currency) for c in figure.conversions] == [(49e6, "USD")]


def test_a_level_carries_its_change_and_the_change_stays(figures: Find) -> None:
    text = "Investments from Kazakhstan to Russia grew by 34%, reaching $535 million."
    change, level = figures(text)
    assert (change.amount.value, change.direction) == (34, Direction.UP)
    assert level.change is not None
    assert (level.change.text, level.change.direction) == ("grew by 34%", Direction.UP)


def test_a_market_move_is_a_change_and_a_level(figures: Find) -> None:
    cents, percent, level = figures("Oil rose 12 cents, or 1.4%, to $85.20 a barrel.")
    assert [cents.direction, percent.direction, level.direction] == [Direction.UP, Direction.UP, Direction.NONE]
    assert level.change is not None
    assert level.amount.unit == "dollar per barrel"


def test_a_period_keeps_its_words_and_gains_its_days(figures: Find) -> None:
    (figure,) = figures("Last year the volume of trade reached $24.5 billion.")
    assert figure.period is not None
    assert (figure.period.text, figure.period.start, figure.period.end) == ("Last year", "2021-01-01", "2021-12-31")


def test_a_base_is_no_period(figures: Find) -> None:
    (figure,) = figures("Compared with last year, supplies increased by 48%.")
    assert figure.period is None
    assert figure.base == "last year"


def test_the_speaker_of_a_quote_vouches_for_its_figures(figures: Find) -> None:
    text = "“Supplies increased by 48%,” said Tokayev."
    quote = Quote((Span(1, 26),), QuoteKind.FULL, Evidence("verb–subject"), TOKAYEV)
    (figure,) = figures(text, (quote,))
    assert (figure.said_by, figure.said_by_kind) == (TOKAYEV, SaidBy.QUOTED)


def test_a_reported_speaker_vouches(figures: Find) -> None:
    (figure,) = figures("According to him, trade reached $24.5 billion.", people={"him": TOKAYEV})
    assert (figure.said_by, figure.said_by_kind) == (TOKAYEV, SaidBy.REPORTED)


def test_an_institution_vouches_for_its_data(figures: Find) -> None:
    found = figures(
        "For 9 months of 2022, 79,200 tons of cargo was transported, the ministry’s data shows.",
        people={"the ministry’s": MINISTRY, "the ministry": MINISTRY},
    )
    assert found[0].said_by_kind is SaidBy.INSTITUTION


def test_without_a_source_the_article_vouches(figures: Find) -> None:
    (figure,) = figures("At least 17,000 companies work in Kazakhstan.")
    assert (figure.said_by, figure.said_by_kind) == (None, SaidBy.ARTICLE)


def test_a_repeat_points_at_the_first_mention(figures: Find) -> None:
    first, second = figures("Over 84,121 votes were cast for Chu.\nChu was elected with 84,121 votes.")
    assert second.repeats == first.span


def test_an_implausible_value_is_flagged_and_kept(figures: Find) -> None:
    (figure,) = figures("The value of Kazakhstan's exports to Russia exceeds $100,000.")
    assert figure.amount.value == 100_000
    assert "million" in figure.doubt


def test_dollars_and_cents_are_one_sum(figures: Find) -> None:
    (figure,) = figures("It only cost thirteen dollars forty-five cents.")
    assert (figure.amount.value, figure.amount.currency) == (13.45, "USD")


def test_a_dateline_is_no_subject() -> None:
    text = "MEXICO CITY (AP) — Mexico’s economy grew by 1.1% in the first quarter of 2023, the institute said."
    article = Article(text, (Block(BlockKind.BODY, Span(0, len(text)), 1),), dateline=Dateline(Span(0, 18), "MEXICO CITY", "AP"))
    (figure,) = find_figures(article, tuple(read(article, article.blocks)), (), Nobody())
    assert figure.subject == "Mexico’s economy"


DATELINED = [
    ("SEOUL (Reuters) – ", "South Korea's exports rose 3% in January.", "South Korea's exports"),
    ("BRENNICK, March 3 (Coast Wire) - ", "Shares fell 4% on Monday.", "Shares"),
    ("OSTERBY – ", "Inflation slowed to 2.1 percent in May.", "Inflation"),
]


@pytest.mark.parametrize(("dateline", "sentence", "subject"), DATELINED)
def test_a_datelines_place_and_agency_are_never_measured(dateline: str, sentence: str, subject: str) -> None:
    text = dateline + sentence
    line = Dateline(Span(0, len(dateline.rstrip())), dateline.split(",", maxsplit=1)[0])
    article = Article(text, (Block(BlockKind.BODY, Span(0, len(text)), 1),), dateline=line)
    (figure,) = find_figures(article, tuple(read(article, article.blocks)), (), Nobody())
    assert (figure.subject, figure.said_by) == (subject, None)
    assert figure.span.of(text)[0].isdigit()


def test_a_crowd_outside_is_the_articles_own(figures: Find) -> None:
    text = "The union's chair, Rosa Thorne, told reporters outside the office, where about 700 people had gathered."
    (figure,) = figures(text, people={"Rosa Thorne": Speaker("Rosa Thorne"), "The union's chair": Speaker("Rosa Thorne")})
    assert figure.said_by_kind is SaidBy.ARTICLE


def test_what_is_told_in_a_place_is_reported(figures: Find) -> None:
    (figure,) = figures("Pavel Rusnak told reporters in Oslo that 40 trucks had arrived.", people={"Pavel Rusnak": TOKAYEV})
    assert figure.said_by_kind is SaidBy.REPORTED


CHANGES = [
    # The text, then the change linked to each of its figures.
    ("Profit fell 15% to €37.5 million from €44.1 million.", ["", "fell 15%", ""]),
    ("Exports rose to $20 billion from $14.5 billion, up 38%.", ["up 38%", "", ""]),
    ("Exports grew by $3 billion to $20 billion.", ["", "grew by $3 billion"]),
    ("Sales reached $20 billion, more than the $14.5 billion of last year.", ["", ""]),
]


@pytest.mark.parametrize(("text", "linked"), CHANGES)
def test_a_linked_change_is_never_another_level(figures: Find, text: str, linked: list[str]) -> None:
    assert [f.change.text if f.change else "" for f in figures(text)] == linked


ROWS = [
    # The row, then number and unit of each of its figures, then their subject.
    ("North   12.5   300   4 million", [(12.5, "-"), (300, "-"), (4e6, "-")], "North"),
    ("North | 120 | 300 | cars", [(120, "-"), (300, "-")], "North"),
    ("Sales, tons  1 200  15  million cars", [(1200, "-"), (15, "-")], "Sales, tons"),
    ("120 | 300 | 15 cars", [(120, "-"), (300, "-"), (15, "car")], ""),
]


@pytest.mark.parametrize(("text", "amounts", "subject"), ROWS)
def test_a_figure_stays_in_its_cell(figures: Find, text: str, amounts: list[tuple[float, str]], subject: str) -> None:
    found = figures(text)
    assert [(f.amount.value, f.amount.unit) for f in found] == amounts
    assert {f.subject for f in found} == {subject}


class Nobody:
    def resolve(self, _mention: Span) -> None:
        return None
