"""Merging and splitting: exact places, nothing decided or typed is lost, undone by the opposite."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import review
from briefing.brief import Brief, Decision, Source
from briefing.compose import compose
from briefing.errors import ReviewError
from briefing.model import (
    Amount,
    Article,
    Block,
    BlockKind,
    Direction,
    Evidence,
    Figure,
    FigureKind,
    Finding,
    Origination,
    Quote,
    QuoteKind,
    Span,
    Speaker,
)
from briefing.reshaping import Reshaped, merge, neighbour, places, split
from briefing.storage.briefs import dump, parse

TEXT = (
    "“We are pleased,” said Jane Doe, “with the result of the year. It was hard.” Doe added: “It is done.” "
    "Tom Roe called it “luck”. Rates go from 5% to 8% in May, or by 3 to 4 percentage points. "
    "It costs 23.3bn tenge ($49m). Trade grew 34%, to $535m."
)
ARTICLE = Article(TEXT, (Block(BlockKind.BODY, Span(0, len(TEXT)), 1),))
JANE, TOM = Speaker("Jane Doe", "chief executive"), Speaker("Tom Roe")
SENTENCE = Span(0, TEXT.index(" Doe added"))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def finding(content: Figure | Quote, salience: float = 0.5) -> Finding:
    letter = "f" if isinstance(content, Figure) else "q"
    return Finding(f"1{letter}{content.span.start}-{content.span.end}", "1", 1, content, salience)


def quote(words: str, speaker: Speaker | None = JANE, kind: QuoteKind = QuoteKind.FULL) -> Finding:
    return finding(Quote((span(words),), kind, Evidence("verb-subject"), speaker, "said", SENTENCE))


def figure(words: str, value: float, unit: str = "percentage", kind: FigureKind = FigureKind.SHARE, **more: object) -> Finding:
    place = span(words)
    amount = Amount(place, value, more.pop("high", None), unit, str(more.pop("currency", "")))  # type: ignore[arg-type]  # each key is a field of its type
    return finding(replace(Figure(place, amount, kind, Evidence("unit of measure")), **more))  # type: ignore[arg-type]  # each key is a field of its type


PLEASED, RESULT = quote("We are pleased,"), quote("with the result of the year. It was hard.")
DONE, LUCK = quote("It is done."), quote("luck", TOM, QuoteKind.PARTIAL)
RATE, HIGHER = figure("5%", 5, subject="rates"), figure("8%", 8)
RANGE = figure("3 to 4 percentage points", 3, "percentage point", high=4)
TENGE = figure("23.3bn tenge", 23.3e9, "tenge", FigureKind.AMOUNT, currency="KZT")
DOLLARS = figure("$49m", 49e6, "dollar", FigureKind.AMOUNT, currency="USD")
GROWTH = figure("34%", 34, kind=FigureKind.CHANGE, direction=Direction.UP)
TRADE = figure("$535m", 535e6, "dollar", FigureKind.AMOUNT, currency="USD", subject="trade")
ALL = (PLEASED, RESULT, DONE, LUCK, RATE, HIGHER, RANGE, TENGE, DOLLARS, GROWTH, TRADE)


@pytest.fixture
def brief() -> Brief:
    return Brief((Source("1", ARTICLE),), ALL)


def only(reshaped: Reshaped) -> Finding:
    return reshaped.brief.finding(reshaped.made[0])


def printed(brief: Brief, identifier: str) -> str:
    context = compose(review.keep(brief, identifier))
    said = {**{f.id: f.value for f in context.figures}, **{q.id: q.marked for q in context.quotes}}
    return said[identifier]


def test_two_fragments_of_a_sentence_become_one_quote_at_their_exact_places(brief: Brief) -> None:
    merged = merge(brief, PLEASED.id, RESULT.id)
    made = only(merged)
    assert isinstance(made.content, Quote)
    assert made.content.segments == (PLEASED.span, RESULT.span)
    assert made.content.speaker == JANE
    assert made.origination is Origination.ADDED
    assert {PLEASED.id, RESULT.id}.isdisjoint(f.id for f in merged.brief.findings)
    assert printed(merged.brief, made.id) == "“We are pleased, … with the result of the year. It was hard.”"


def test_a_range_is_made_of_two_figures_with_a_bridge_between_them(brief: Brief) -> None:
    made = only(merge(brief, HIGHER.id, RATE.id))
    assert isinstance(made.content, Figure)
    assert (made.content.amount.value, made.content.amount.high, made.content.subject) == (5, 8, "rates")
    assert made.span.of(TEXT) == "5% to 8%"


def test_a_conversion_joins_its_amount(brief: Brief) -> None:
    merged = merge(brief, TENGE.id, DOLLARS.id)
    made = only(merged)
    assert isinstance(made.content, Figure)
    assert [each.currency for each in made.content.conversions] == ["USD"]
    assert printed(merged.brief, made.id) == "23.3bn tenge ($49m)"


def test_a_change_joins_its_level(brief: Brief) -> None:
    made = only(merge(brief, GROWTH.id, TRADE.id))
    assert isinstance(made.content, Figure)
    assert made.content.change is not None
    assert (made.content.change.text, made.content.amount.value) == ("34%", 535e6)


@pytest.mark.parametrize(("one", "other"), [(RANGE, TENGE), (PLEASED, RATE), (DONE, LUCK), (HIGHER, GROWTH)])
def test_what_does_not_say_one_thing_stays_apart(brief: Brief, one: Finding, other: Finding) -> None:
    with pytest.raises(ReviewError):
        merge(brief, one.id, other.id)


def test_a_typed_speaker_counts_when_speakers_are_compared(brief: Brief) -> None:
    mended = review.edit(brief, LUCK.id, {"speaker": "Jane Doe"})
    assert printed(merge(mended, DONE.id, LUCK.id).brief, f"1q{DONE.span.start}-{LUCK.span.end}") == "“It is done. … luck.”"


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        (Decision.KEPT, Decision.DROPPED, Decision.KEPT),
        (Decision.DROPPED, Decision.DROPPED, Decision.DROPPED),
        (Decision.UNDECIDED, Decision.DROPPED, Decision.UNDECIDED),
        (Decision.UNDECIDED, Decision.KEPT, Decision.KEPT),
    ],
)
def test_nothing_leaves_the_note_by_being_merged(brief: Brief, one: Decision, other: Decision, merged: Decision) -> None:
    decided = review.decide(review.decide(brief, [PLEASED.id], one), [RESULT.id], other)
    after = merge(decided, PLEASED.id, RESULT.id)
    assert after.brief.decision(only(after)) is merged


def test_what_was_typed_for_both_stays(brief: Brief) -> None:
    typed = review.edit(brief, PLEASED.id, {"role": "chair", "note": "one"})
    typed = review.edit(typed, RESULT.id, {"role": "boss", "note": "two", f"insert@{RESULT.span.start}": "she"})
    after = merge(typed, PLEASED.id, RESULT.id)
    fields = after.brief.edits[after.made[0]].fields
    assert fields == {"role": "chair", "note": "one; two", f"insert@{RESULT.span.start}": "she"}


def test_trimmed_outer_edges_stay_trims(brief: Brief) -> None:
    trimmed = review.move_edges(brief, RESULT.id, Span(RESULT.span.start, span("of the year.").end))
    after = merge(trimmed, PLEASED.id, RESULT.id)
    assert printed(after.brief, after.made[0]) == "“We are pleased, … with the result of the year. …”"


def test_stars_and_order_pass_to_the_one(brief: Brief) -> None:
    ordered = replace(review.star(brief, HIGHER.id), order=(TRADE.id, HIGHER.id, RATE.id, DONE.id))
    after = merge(ordered, RATE.id, HIGHER.id)
    assert after.brief.starred == after.made
    assert after.brief.order == (TRADE.id, *after.made, DONE.id)


def test_a_quote_is_split_at_a_sentence(brief: Brief) -> None:
    (at,) = places(brief, RESULT.id)
    after = split(review.keep(brief, RESULT.id), RESULT.id, at)
    assert [after.brief.finding(i).span.of(TEXT) for i in after.made] == ["with the result of the year.", "It was hard."]
    assert all(after.brief.decision(after.brief.finding(i)) is Decision.KEPT for i in after.made)


def test_a_quote_split_inside_a_sentence_gives_fragments(brief: Brief) -> None:
    after = split(brief, DONE.id, TEXT.index("done"))
    kinds = [after.brief.finding(i).content.kind for i in after.made]
    assert kinds == [QuoteKind.PARTIAL, QuoteKind.PARTIAL]


def test_a_range_is_split_into_its_two_numbers(brief: Brief) -> None:
    after = split(brief, RANGE.id)
    contents = [after.brief.finding(i).content for i in after.made]
    assert [(c.span.of(TEXT), c.amount.value, c.amount.high) for c in contents if isinstance(c, Figure)] == [
        ("3", 3, None),
        ("4 percentage points", 4, None),
    ]
    assert [bool(c.doubt) for c in contents if isinstance(c, Figure)] == [True, False]


def test_a_conversion_is_split_off(brief: Brief) -> None:
    merged = merge(brief, TENGE.id, DOLLARS.id)
    after = split(merged.brief, merged.made[0])
    assert after.brief.findings == brief.findings


def test_one_number_is_not_split(brief: Brief) -> None:
    with pytest.raises(ReviewError):
        split(brief, TRADE.id)


@pytest.mark.parametrize("at", [DONE.span.start, DONE.span.end, DONE.span.end + 1])
def test_no_quote_is_split_into_something_and_nothing(brief: Brief, at: int) -> None:
    with pytest.raises(ReviewError):
        split(brief, DONE.id, at)


def test_words_put_in_go_with_the_half_that_holds_them(brief: Brief) -> None:
    at = TEXT.index("It was hard")
    typed = review.edit(brief, RESULT.id, {f"insert@{at + 2}": "the year", "verb": "told"})
    after = split(typed, RESULT.id, at)
    assert after.brief.edits[after.made[0]].fields == {"verb": "told"}
    assert after.brief.edits[after.made[1]].fields == {"verb": "told", f"insert@{at + 2}": "the year"}


@pytest.mark.parametrize(("one", "other"), [(PLEASED, RESULT), (RATE, HIGHER), (GROWTH, TRADE), (RESULT, DONE)])
def test_splitting_what_was_merged_gives_the_same_findings_back(brief: Brief, one: Finding, other: Finding) -> None:
    merged = merge(brief, one.id, other.id)
    at = other.span.start if isinstance(one.content, Quote) else None
    assert split(merged.brief, merged.made[0], at).brief == brief


@given(at=st.integers(RESULT.span.start + 1, RESULT.span.end - 1))
def test_merging_what_was_split_gives_the_same_finding_back(at: int) -> None:
    brief = Brief((Source("1", ARTICLE),), ALL)
    try:
        halves = split(brief, RESULT.id, at)
    except ReviewError:
        return
    assert merge(halves.brief, *halves.made).brief == brief


# Re-analysis, undo, saving


def test_a_new_analysis_brings_back_nothing_that_was_merged(brief: Brief) -> None:
    merged = merge(review.keep(brief, PLEASED.id), PLEASED.id, RESULT.id)
    carried = review.carry_over(merged.brief, "1", ALL)
    assert carried.brief == merged.brief
    assert not carried.lost


def test_a_new_analysis_stretch_by_stretch_neither(brief: Brief) -> None:
    after = split(brief, RESULT.id, places(brief, RESULT.id)[0]).brief
    for start in range(0, len(TEXT), 40):
        stretch = Span(start, min(start + 40, len(TEXT)))
        there = tuple(f for f in ALL if stretch.start <= f.span.start < stretch.end)
        after = review.carry_over(after, "1", there, stretch).brief
    assert RESULT.id not in {f.id for f in after.findings}
    assert len(after.findings) == len(ALL) + 1


def test_the_step_can_be_undone_and_done_again_on_top_of_the_extraction(brief: Brief) -> None:
    merged = merge(brief, TENGE.id, DOLLARS.id).brief
    undone = review.on_top_of(brief, merged)
    assert undone == brief
    assert review.on_top_of(merged, undone) == merged


def test_the_step_can_be_undone_after_a_new_analysis(brief: Brief) -> None:
    merged = merge(brief, PLEASED.id, RESULT.id).brief
    again = review.carry_over(merged, "1", [f for f in ALL if f is not DONE]).brief
    undone = review.on_top_of(brief, again)
    assert [f.id for f in undone.findings] == [f.id for f in ALL if f is not DONE]


def test_a_merged_finding_is_saved_with_what_it_was_made_of(brief: Brief) -> None:
    merged = merge(brief, PLEASED.id, RESULT.id).brief
    assert parse(dump(merged), "x.brief") == merged


@given(seed=st.integers(0, 10**6))
def test_any_number_of_merges_and_splits_is_undone_by_the_first_brief(seed: int) -> None:
    first = after = Brief((Source("1", ARTICLE),), ALL)
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(8):
        each = chance.choice(after.findings)
        try:
            if chance.random() < 0.5:
                next_one = neighbour(after, each.id, 1)
                stepped = merge(after, each.id, next_one.id).brief if next_one else after
            else:
                stepped = split(after, each.id, chance.randint(each.span.start, each.span.end)).brief
        except ReviewError:
            continue
        now = review.on_top_of(stepped, after)
        assert len({f.id for f in now.findings}) == len(now.findings)
        assert parse(dump(now), "x.brief") == now
        after = now
    assert review.on_top_of(first, after) == first


def test_the_neighbour_is_of_the_same_kind(brief: Brief) -> None:
    assert neighbour(brief, LUCK.id, 1) is None
    assert neighbour(brief, RATE.id, 1) == HIGHER
    assert neighbour(brief, RATE.id, -1) is None
