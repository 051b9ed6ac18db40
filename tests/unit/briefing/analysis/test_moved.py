"""What the rules read between moved edges, and what selected words name."""

import pytest

from briefing.analysis.findings import analyse
from briefing.analysis.moved import reread
from briefing.analysis.naming import period_at, person_at
from briefing.analysis.selection import mark
from briefing.articles import from_text
from briefing.errors import AnalysisError
from briefing.model import Article, Figure, Finding, Hedge, Quote, Span, Speaker, SpeakerKind

TEXT = """Bank says growth will slow

By Ann Lee
4 March 2026

“We are pleased,” said Jane Doe, the chief executive of Northwind Bank, “with the result of the year.” Profit at the bank \
rose to nearly $3.4bn last year. The rate will rise from 5% to 8% next year, or by 3 to 4 percentage points.

The contract is worth 23.3 billion tenge ($49 million). Trade grew by 34%, reaching $535 million.
"""


@pytest.fixture(scope="module")
def article() -> Article:
    return from_text(TEXT)


@pytest.fixture(scope="module")
def findings(article: Article) -> tuple[Finding, ...]:
    return analyse(article)


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def found(article: Article, findings: tuple[Finding, ...], words: str) -> Finding:
    return next(f for f in findings if f.span.overlaps(place(article, words)) and isinstance(f.content, Figure))


@pytest.mark.parametrize(
    ("finding", "edges", "value", "high", "unit", "hedge"),
    [
        ("nearly $3.4bn", "$3.4bn", 3.4e9, None, "dollar", Hedge.EXACT),
        ("nearly $3.4bn", "to nearly $3.4bn", 3.4e9, None, "dollar", Hedge.ABOUT),
        ("nearly $3.4bn", "3.4", 3.4, None, "-", Hedge.EXACT),
        ("5% to 8%", "5%", 5, None, "percentage", Hedge.EXACT),
        ("5% to 8%", "8%", 8, None, "percentage", Hedge.EXACT),
        ("5% to 8%", "from 5% to 8%", 5, 8, "percentage", Hedge.EXACT),
        ("$535 million", "$535", 535, None, "dollar", Hedge.EXACT),
    ],
)
def test_the_value_is_what_stands_between_the_edges(
    article: Article,
    findings: tuple[Finding, ...],
    finding: str,
    edges: str,
    value: float,
    high: float | None,
    unit: str,
    hedge: Hedge,
) -> None:
    read = reread(article, found(article, findings, finding), place(article, edges))
    assert isinstance(read, Figure)
    assert (read.amount.value, read.amount.high, read.amount.unit, read.hedge) == (value, high, unit, hedge)
    assert read.span.of(article.text) == edges


def test_what_the_move_does_not_touch_is_as_it_was_extracted(article: Article, findings: tuple[Finding, ...]) -> None:
    finding = found(article, findings, "$535 million")
    read = reread(article, finding, place(article, "reaching $535 million"))
    assert isinstance(read, Figure)
    assert isinstance(finding.content, Figure)
    assert (read.subject, read.change, read.amount) == (finding.content.subject, finding.content.change, finding.content.amount)


def test_edges_around_no_number_leave_the_value_alone(article: Article, findings: tuple[Finding, ...]) -> None:
    with pytest.raises(AnalysisError):
        reread(article, found(article, findings, "34%"), place(article, "grew"))


def test_a_quote_keeps_its_segments_when_it_is_trimmed(article: Article, findings: tuple[Finding, ...]) -> None:
    finding = next(f for f in findings if isinstance(f.content, Quote))
    assert reread(article, finding, place(article, "are pleased")) == finding.content


@pytest.mark.parametrize(
    ("words", "printed"),
    [("5%", "5%"), ("8%", "8%"), ("3.4", "nearly $3.4bn"), ("ercentage point", "3 to 4 percentage points"), ("34", "34%")],
)
def test_a_selection_is_taken_as_it_is_unless_it_cuts_a_word(article: Article, words: str, printed: str) -> None:
    assert mark(article, "1", place(article, words), "figure").span.of(article.text) == printed


def test_a_marked_figure_has_its_fields_filled_in(article: Article) -> None:
    content = mark(article, "1", place(article, "8%"), "figure").content
    assert isinstance(content, Figure)
    assert (content.subject, content.period.text if content.period else "") == ("rate", "next year")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Doe", "Jane Doe"),
        ("Jane Doe", "Jane Doe"),
        ("Doe, the chief executive", "Jane Doe"),
    ],
)
def test_a_selected_name_is_the_whole_person(article: Article, words: str, speaker: str) -> None:
    named = person_at(article, place(article, words))
    assert (named.name, named.role.split(" of ")[0]) == (speaker, "chief executive")


def test_a_selected_body_is_an_organisation(article: Article) -> None:
    assert person_at(article, place(article, "Northwind Bank")) == Speaker("Northwind Bank", kind=SpeakerKind.ORGANISATION)


@pytest.mark.parametrize("words", ["chief executive", "percentage points"])
def test_words_in_small_letters_name_nobody(article: Article, words: str) -> None:
    with pytest.raises(AnalysisError):
        person_at(article, place(article, words))


@pytest.mark.parametrize(
    ("words", "text", "start", "end"),
    [
        ("last year", "last year", "2025-01-01", "2025-12-31"),
        ("4 March 2026", "4 March 2026", "2026-03-04", "2026-03-04"),
        ("rose to nearly $3.4bn last year", "last year", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_selected_time_has_its_days(article: Article, words: str, text: str, start: str, end: str) -> None:
    period = period_at(article, place(article, words))
    assert (period.text, period.start, period.end) == (text, start, end)


def test_what_is_no_time_is_no_period(article: Article) -> None:
    with pytest.raises(AnalysisError):
        period_at(article, place(article, "percentage points"))
