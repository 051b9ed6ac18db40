"""What a template sees of a brief."""

import subprocess
import sys
from dataclasses import replace

import pytest

from briefing import review
from briefing.brief import Brief, Edit, Header
from briefing.compose import compose, plain
from briefing.compose.context import FigureItem, NoteContext
from briefing.compose.dates import with_label
from briefing.compose.figures import short_name
from briefing.model import Amount, Change, Direction, Span
from tests.by_hand import HOLT, ByHand, article, harbour


def figure_of(context: NoteContext, words: str) -> FigureItem:
    return next(item for item in context.figures if words in item.value)


@pytest.fixture
def brief() -> Brief:
    return harbour().brief()


@pytest.fixture
def context(brief: Brief) -> NoteContext:
    return compose(brief, generated="2024-03-15T09:00")


@pytest.mark.parametrize(
    ("words", "value", "period", "change", "said_by", "mark"),
    [
        ("8.9", "8.9 million tons", "2023", "“8 times more than last year”", "port authority", "[1 ¶3]"),
        ("535", "$535 million", "last year [2023]", "+34%, base not stated", "Anna Holt", "[1 ¶4]"),
        ("jobs", "nearly 30,000 jobs", "not stated", "", "article", "[1 ¶4]"),
        ("tenge", "23.3 billion tenge ($49 million)", "not stated", "", "article", "[1 ¶6]"),
    ],
)
def test_figure_row(context: NoteContext, words: str, value: str, period: str, change: str, said_by: str, mark: str) -> None:
    row = figure_of(context, words)
    assert (row.value, row.period, row.change, row.said_by, row.src.text) == (value, period, change, said_by, mark)


def test_change_in_its_levels_row_has_no_row_of_its_own(context: NoteContext) -> None:
    assert [item.value for item in context.figures if item.value == "34%"] == []


def test_change_has_a_row_where_its_level_is_dropped(brief: Brief) -> None:
    level = next(f for f in brief.figures() if "-" in f.id and brief.sources[0].article.text[f.span.start] == "$")
    row = figure_of(compose(review.drop(brief, level.id)), "34%")
    assert (row.value, row.change) == ("34%", "up, base not stated")


def test_change_that_was_dropped_is_in_no_row(brief: Brief) -> None:
    change = next(f for f in brief.figures() if f.span.of(brief.sources[0].article.text) == "34%")
    assert figure_of(compose(review.drop(brief, change.id)), "535").change == ""


def test_conversion_keeps_its_own_fields(context: NoteContext) -> None:
    (conversion,) = figure_of(context, "tenge").conversions
    assert (conversion.value, conversion.amount, conversion.currency, conversion.given_by) == (
        "$49 million",
        "49000000",
        "USD",
        "source",
    )


def test_conversion_that_stands_apart_is_added_in_brackets() -> None:
    by = ByHand(article("Costs\n\nThe bridge cost 5 million pounds last year; that is, 6 million euros in all."))
    by.figure("5 million pounds", conversions=(Amount(by.place("6 million euros"), 6e6),))
    assert compose(by.brief()).figures[0].value == "5 million pounds (6 million euros)"


def test_edits_override_what_was_extracted(brief: Brief) -> None:
    jobs = next(f for f in brief.figures() if f.span.of(brief.sources[0].article.text) == "30,000 jobs")
    edited = review.edit(brief, jobs.id, {"subject": "Employment", "period": "2023", "said_by": "the Mayor", "note": "check"})
    row = figure_of(compose(edited), "30,000")
    assert (row.subject, row.period, row.said_by, row.note, row.edited) == ("Employment", "2023", "the Mayor", "check", True)
    assert row.period_stated


def test_moved_edges_move_the_value(brief: Brief) -> None:
    jobs = next(f for f in brief.figures() if f.span.of(brief.sources[0].article.text) == "30,000 jobs")
    moved = review.move_edges(brief, jobs.id, Span(jobs.span.start, jobs.span.start + 6))
    assert figure_of(compose(moved), "30,000").value == "nearly 30,000"


def test_quotes_are_grouped_by_speaker_and_partial_ones_stand_apart(context: NoteContext) -> None:
    assert [(group.speaker, group.role, len(group.quotes)) for group in context.quotes_by_speaker] == [
        ("Anna Holt", "Mayor", 1),
        ("Thomas Reed", "Minister of Transport", 1),
    ]
    assert [quote.text for quote in context.partial_quotes] == ["a bold decision"]


def test_quote_is_the_sources_words_in_the_houses_marks(context: NoteContext) -> None:
    quote = context.quotes[0]
    assert quote.text == "We will build a second terminal, and we will build it here. It will pay for itself,"
    assert quote.marked == "“We will build a second terminal, and we will build it here. It will pay for itself.”"


def test_quote_over_two_lines_is_folded(context: NoteContext) -> None:
    assert context.quotes[-1].text == "Nothing of this will be easy,"
    assert context.quotes[-1].resolved_from == "he"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("and we", None, "… and we will build it here. It will pay for itself,"),
        (None, "it here.", "We will build a second terminal, and we will build it here. …"),
        ("and we", "it here", "… and we will build it here …"),
    ],
)
def test_trimmed_quote_shows_an_ellipsis(brief: Brief, start: str | None, end: str | None, text: str) -> None:
    finding, source = brief.quotes()[0], brief.sources[0].article.text
    first = source.index(start) if start else finding.span.start
    last = source.index(end) + len(end) if end else finding.span.end
    quote = compose(review.move_edges(brief, finding.id, Span(first, last))).quotes[0]
    assert (quote.text, quote.trimmed) == (text, True)


def test_trim_of_punctuation_alone_needs_no_ellipsis(brief: Brief) -> None:
    finding = brief.quotes()[0]
    quote = compose(review.move_edges(brief, finding.id, Span(finding.span.start, finding.span.end - 1))).quotes[0]
    assert quote.text.endswith("pay for itself")
    assert not quote.trimmed


def test_inserted_words_stand_in_square_brackets(brief: Brief) -> None:
    finding, source = brief.quotes()[0], brief.sources[0].article.text
    at = source.index(" here. It")
    quote = compose(review.edit(brief, finding.id, {f"insert@{at}": "in Port Ellen"})).quotes[0]
    assert "build it [in Port Ellen] here." in quote.text
    assert quote.inserted


def test_new_speaker_brings_his_own_role(brief: Brief) -> None:
    finding = brief.quotes()[-1]
    quote = next(q for q in compose(review.edit(brief, finding.id, {"speaker": HOLT.name})).quotes if q.id == finding.id)
    assert (quote.speaker, quote.role, quote.resolved_from) == ("Anna Holt", "Mayor", "")


def test_unknown_speaker_never_keeps_the_old_role(brief: Brief) -> None:
    finding = brief.quotes()[0]
    quote = compose(review.edit(brief, finding.id, {"speaker": "Someone Else"})).quotes[0]
    assert (quote.speaker, quote.role) == ("Someone Else", "")


def test_source_line_is_complete(context: NoteContext) -> None:
    (source,) = context.sources
    assert source.text == (
        "Mary Lane, “Harbour traffic at a record as ministers promise a second terminal”, Coastal News, Port Ellen, "
        f"14 March 2024, 09:30. English. Retrieved 15 March 2024. SHA-256\u00a0{context.articles[0].hash}…"
    )


def test_header_falls_back_to_the_article(context: NoteContext) -> None:
    assert context.note.subject == "Harbour traffic at a record as ministers promise a second terminal"
    assert context.note.as_of == "14 March 2024, 09:30 (publication)"
    assert (context.note.date, context.note.date_iso) == ("15 March 2024", "2024-03-15")
    assert context.note.to == ()


def test_header_is_printed_as_typed(brief: Brief) -> None:
    header = Header(subject="Port", date="2024-04-01", to="Head of unit; Registry", comment="Line one.\nLine two.")
    note = compose(replace(brief, header=header)).note
    assert (note.subject, note.date, note.to, note.comment) == (
        "Port",
        "1 April 2024",
        ("Head of unit", "Registry"),
        "Line one.\nLine two.",
    )


def test_people_and_organisations_appear_once(context: NoteContext) -> None:
    assert [(p.name, p.quote_count) for p in context.people] == [("Anna Holt", 1), ("Thomas Reed", 2)]
    assert [o.name for o in context.organisations] == ["port authority"]


def test_dated_sentences_are_in_order_of_time(context: NoteContext) -> None:
    assert [(e.date_iso, e.future) for e in context.events] == [("1998-10", False), ("2023", False), ("2024-05", True)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("8.9 million tons", "It handled 8.9 million tons of cargo in 2023."),
        ("12 ships", "shore power for up to 12 ships"),
        ("-2.5 degrees", "-2.5 degrees were measured."),
    ],
)
def test_sentence_goes_without_date_line_and_list_mark(words: str, sentence: str) -> None:
    text = "Harbour traffic\n\nPORT ELLEN. Coastal News - It handled 8.9 million tons of cargo in 2023.\n\n"
    by = ByHand(article(f"{text}- shore power for up to 12 ships\n\n-2.5 degrees were measured.\n"))
    by.figure(words)
    (item,) = compose(by.brief()).figures
    assert item.src.sentence == sentence


def test_base_of_a_change_is_named_in_words() -> None:
    by = ByHand(article("Harbour traffic\n\nRevenue rose by 5% to $9 million against the plan.\n"))
    by.figure("$9 million", change=Change(by.place("by 5%"), "rose by 5%", Direction.UP, base="the plan"))
    (item,) = compose(by.brief()).figures
    assert item.change == "+5%, compared with the plan"


def test_background_is_older_than_a_year(context: NoteContext) -> None:
    assert [s.text for s in context.background_sentences] == ["The old quay was finished in October 1998."]


def test_sources_that_differ_are_both_shown() -> None:
    first, second = harbour("1"), ByHand(article("Port\n\nThe harbour handled 9.1 million tons in 2023."), "2")
    second.figure(
        "9.1 million tons",
        9.1e6,
        unit="metric ton",
        kind=first.findings[0].content.kind,
        subject="cargo",
        period=second.period("2023", "2023-01-01", "2023-12-31"),
    )
    both = first.brief()
    both = replace(both, sources=(*both.sources, *second.brief().sources), findings=(*both.findings, *second.findings))
    (conflict,) = compose(both).conflicts
    assert [value.value for value in conflict.values] == ["8.9 million tons", "9.1 million tons"]


def test_starred_figures_lead_in_their_order(brief: Brief) -> None:
    ids = [brief.figures()[-1].id, brief.figures()[0].id]
    starred = review.star(review.star(brief, ids[0]), ids[1])
    assert [figure.id for figure in compose(starred).lead_figures] == ids


def test_template_sees_plain_values_only(context: NoteContext) -> None:
    def check(value: object) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                assert type(key) is str
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)
        else:
            assert type(value) in {str, int, bool}

    check(plain(context))


def test_empty_brief_composes() -> None:
    context = compose(Brief())
    assert context.figures == ()
    assert context.note.subject == ""


def test_empty_edit_changes_nothing(brief: Brief) -> None:
    with_empty = replace(brief, edits={brief.findings[0].id: Edit()})
    assert compose(with_empty) == compose(brief)


def test_composing_imports_neither_parsers_nor_qt() -> None:
    code = (
        "import sys, briefing.compose; print(sorted(set(sys.modules) & {'lxml', 'docx', 'spacy', 'PySide6', 'jinja2', 'babel'}))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("name", "text", "short"),
    [
        ("Anna Holt", "Anna Holt spoke. Later Holt left.", "Holt"),
        ("Xi Jinping", "Xi Jinping spoke. Later Xi left.", "Xi"),
        ("Anna Holt", "Anna Holt spoke once.", "Anna Holt"),
        ("ministry", "The ministry said so.", "ministry"),
        ("Kim Jong Un", "Kim Jong Un met Kim again.", "Kim"),
    ],
)
def test_short_name_is_the_articles_own(name: str, text: str, short: str) -> None:
    assert short_name(article(f"Title\n\n{text}"), name) == short


@pytest.mark.parametrize(
    ("words", "start", "end", "printed"),
    [
        ("last year", "2021-01-01", "2021-12-31", "last year [2021]"),
        ("2021", "2021-01-01", "2021-12-31", "2021"),
        ("10 months of 2022", "2022-01-01", "2022-10-31", "10 months of 2022 [Jan–Oct 2022]"),
        ("between May and October", "2022-05-01", "2022-10-31", "between May and October [2022]"),
        ("November 28", "2022-11-28", "2022-11-28", "November 28 [2022]"),
        ("the first quarter", "2022-01-01", "2022-03-31", "the first quarter [Jan–Mar 2022]"),
        ("to date", "", "2022-11-29", "to date"),
        ("since March", "2022-03-01", "", "since March [from 1 March 2022]"),
        ("the 2019-20 season", "2019-08-01", "2020-05-31", "the 2019-20 season [Aug 2019 – May 2020]"),
    ],
)
def test_period_keeps_its_words_and_gains_what_they_resolve_to(words: str, start: str, end: str, printed: str) -> None:
    assert with_label(words, start, end, "d MMMM y") == printed
