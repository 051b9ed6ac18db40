from dataclasses import replace

import pytest

from briefing import review
from briefing.brief import Brief
from briefing.model import Finding, Span
from tests import northwind
from ui.findings.lines import excerpt, figure_item, focused, lines


@pytest.fixture
def brief() -> Brief:
    return northwind.brief()


def finding(brief: Brief, words: str) -> Finding:
    start = northwind.TEXT.index(words)
    return next(f for f in brief.findings if f.span.start == start)


@pytest.mark.parametrize(
    ("words", "title", "second"),
    [
        ("12%", "12%", "profit · up"),
        ("12 per cent", "12 per cent rise", "third-quarter profit · third-quarter [Jul–Sep 2025] · up"),
        ("$3.1bn", "$3.1bn", "forecast · analysts"),
        ("1.8%", "1.8%", "bad-loan provisions"),
        ("About", "About 1,200 jobs", "jobs to go · by the end of 2027 · London · Jane Doe"),
        ("We are", "Jane Doe", "chief executive, Northwind Bank"),
        ("expects", "The regulator", "part of a sentence"),
        ("It is", "Speaker not named", "added"),
    ],
)
def test_a_card_says_what_the_note_will_print(brief: Brief, words: str, title: str, second: str) -> None:
    said = lines(brief, finding(brief, words))

    assert (said.title, said.second) == (title, second)


def test_a_level_shows_the_change_that_belongs_to_it(brief: Brief) -> None:
    level = finding(brief, "nearly")

    assert figure_item(brief, level).change.removesuffix(", base not stated") in lines(brief, level).second


def test_a_figures_value_stands_out_in_its_sentence(brief: Brief) -> None:
    shown = lines(brief, finding(brief, "$3.1bn")).excerpt

    assert shown.text[shown.start : shown.end] == "$3.1bn"
    assert shown.text.startswith("Northwind Bank reported")


def test_a_long_way_to_the_value_is_cut_short(brief: Brief) -> None:
    shown = focused(lines(brief, finding(brief, "$3.1bn")).excerpt, 32)

    assert shown.text == "…$3.4bn on Tuesday, beating the $3.1bn forecast by analysts."
    assert shown.text[shown.start : shown.end] == "$3.1bn"


def test_a_quotes_words_stand_in_quotation_marks(brief: Brief) -> None:
    assert lines(brief, finding(brief, "expects")).excerpt.text == (
        "“expects all lenders to hold capital well above the minimum”"
    )


def test_the_analysts_fields_take_the_place_of_the_extracted_ones(brief: Brief) -> None:
    quote, figure = finding(brief, "It is"), finding(brief, "$3.1bn")
    brief = review.edit(brief, quote.id, {"speaker": "Omar Haddad", "role": "finance minister"})
    brief = review.edit(brief, figure.id, {"subject": "expected profit", "place": "Leeds", "said_by": ""})

    assert (lines(brief, quote).title, lines(brief, quote).second) == ("Omar Haddad", "finance minister")
    assert lines(brief, figure).second == "expected profit · Leeds"


def test_moved_edges_change_the_value_shown(brief: Brief) -> None:
    figure = finding(brief, "nearly")
    start = northwind.TEXT.index("$3.4bn")
    brief = review.move_edges(brief, figure.id, Span(start, start + 6))

    shown = lines(brief, figure).excerpt
    assert shown.text[shown.start : shown.end] == "$3.4bn"


def test_a_figure_without_a_subject_says_so(brief: Brief) -> None:
    figure = finding(brief, "1.8%")
    bare = replace(figure, content=replace(figure.content, subject=""))

    assert lines(brief, bare).second == "subject not found"


def test_a_sentence_with_line_ends_is_shown_in_one_line() -> None:
    article = northwind.article()
    start = article.text.index("nearly\n") if "nearly\n" in article.text else article.text.index("nearly")

    assert "\n" not in excerpt(article, Span(start, start + 12)).text
