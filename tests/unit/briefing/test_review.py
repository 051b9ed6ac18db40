"""Verbs on briefs: each gives a new value and leaves the old one alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import review
from briefing.brief import PERIOD_DAYS, Brief, Decision, Source
from briefing.model import (
    Amount,
    Article,
    Block,
    BlockKind,
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

TEXT = "Exports rose 12% to $3.4bn. “We are pleased,” said Jane Doe. Imports fell 3%."


def figure(words: str, origination: Origination = Origination.FOUND) -> Finding:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    content = Figure(span, Amount(span, 1.0), FigureKind.COUNT, Evidence("test"))
    return Finding(f"1f{span.start}-{span.end}", "1", 1, content, origination=origination)


def quote(words: str) -> Finding:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    return Finding(f"1q{span.start}-{span.end}", "1", 1, Quote((span,), QuoteKind.FULL, Evidence("test")))


RISE, LEVEL, SAID, FALL = figure("12%"), figure("$3.4bn"), quote("We are pleased,"), figure("3%")


@pytest.fixture
def brief() -> Brief:
    return Brief((Source("1", Article(TEXT, ())),), (RISE, LEVEL, SAID, FALL))


def test_keep_marks_the_findings_named(brief: Brief) -> None:
    after = review.keep(brief, RISE.id, SAID.id)
    assert [after.decision(f) for f in after.findings] == [
        Decision.KEPT,
        Decision.UNDECIDED,
        Decision.KEPT,
        Decision.UNDECIDED,
    ]


def test_a_verb_leaves_the_old_brief_alone(brief: Brief) -> None:
    review.keep(brief, RISE.id)
    assert brief.decisions == {}


def test_undecide_forgets_a_decision(brief: Brief) -> None:
    assert review.decide(review.drop(brief, RISE.id), [RISE.id], Decision.UNDECIDED) == brief


def test_only_kept_and_open_suggested_findings_enter_the_note(brief: Brief) -> None:
    suggested = replace(brief, findings=tuple(replace(f, suggested=f is not FALL) for f in brief.findings))
    after = review.drop(review.keep(suggested, FALL.id), RISE.id)
    assert [f.id for f in after.note_findings()] == [LEVEL.id, SAID.id, FALL.id]


def test_edits_add_up(brief: Brief) -> None:
    after = review.edit(review.edit(brief, RISE.id, {"subject": "exports"}), RISE.id, {"period": "2025"})
    assert after.edits[RISE.id].fields == {"subject": "exports", "period": "2025"}


def test_the_days_of_a_period_go_with_it(brief: Brief) -> None:
    marked = review.edit(brief, RISE.id, {"period": "2025", "period_start": "2025-01-01", "period_end": "2025-12-31"})
    assert review.edit(marked, RISE.id, {"period": "2025", "subject": "x"}).edits[RISE.id].fields.keys() >= set(PERIOD_DAYS)
    assert review.edit(marked, RISE.id, {"period": "May"}).edits[RISE.id].fields == {"period": "May"}
    assert review.reset(marked, RISE.id, "period") == brief


def test_reset_of_the_last_field_leaves_no_edit(brief: Brief) -> None:
    assert review.reset(review.edit(brief, RISE.id, {"subject": "x"}), RISE.id, "subject") == brief


def test_reset_of_everything_gives_back_the_edges(brief: Brief) -> None:
    after = review.edit(review.move_edges(brief, SAID.id, Span(30, 34)), SAID.id, {"role": "chair"})
    assert review.reset(after, SAID.id) == brief


@pytest.mark.parametrize("span", [Span(5, 5), Span(9, 3), Span(-1, 4), Span(0, len(TEXT) + 1)])
def test_edges_stay_inside_the_text(brief: Brief, span: Span) -> None:
    with pytest.raises(ValueError, match="not inside"):
        review.move_edges(brief, RISE.id, span)


def test_an_edge_that_is_moved_back_has_not_moved(brief: Brief) -> None:
    read = replace(RISE.content, subject="another")
    moved = review.move_edges(brief, RISE.id, Span(RISE.span.start - 5, RISE.span.end), read)
    assert moved.content(RISE) == read
    assert review.move_edges(moved, RISE.id, RISE.span) == brief


def test_the_note_has_what_is_read_at_moved_edges(brief: Brief) -> None:
    read = replace(RISE.content, subject="another")
    moved = review.keep(review.move_edges(brief, RISE.id, Span(2, 9), read), RISE.id)
    assert [f.content for f in moved.note_findings()] == [read]


def test_a_person_is_named_once(brief: Brief) -> None:
    after = review.add_person(review.add_person(brief, Speaker("Jo Roe")), Speaker("Jo Roe", "clerk"))
    assert after.people == (Speaker("Jo Roe", "clerk"),)


def test_an_added_finding_is_kept_and_stands_in_text_order(brief: Brief) -> None:
    own = figure("Imports", Origination.ADDED)
    after = review.add(brief, own)
    assert [f.id for f in after.findings] == [RISE.id, LEVEL.id, SAID.id, own.id, FALL.id]
    assert after.decision(own) is Decision.KEPT


def test_star_is_a_toggle(brief: Brief) -> None:
    starred = review.star(brief, LEVEL.id)
    assert starred.starred == (LEVEL.id,)
    assert review.star(starred, LEVEL.id) == brief


def test_moving_keeps_to_findings_of_the_same_kind(brief: Brief) -> None:
    after = review.move(review.keep(brief, *(f.id for f in brief.findings)), FALL.id, -1)
    assert [f.id for f in after.note_findings() if isinstance(f.content, Figure)] == [RISE.id, FALL.id, LEVEL.id]


def test_moving_past_the_end_stops_there(brief: Brief) -> None:
    after = review.move(review.keep(brief, RISE.id, LEVEL.id), RISE.id, 9)
    assert [f.id for f in after.note_findings()] == [LEVEL.id, RISE.id]


def test_an_unknown_header_field_is_refused(brief: Brief) -> None:
    with pytest.raises(TypeError):
        review.set_header(brief, {"colour": "red"})


def test_decisions_survive_reanalysis_at_the_same_place(brief: Brief) -> None:
    carried = review.carry_over(review.keep(brief, RISE.id), "1", [RISE, FALL])
    assert carried.brief.decisions == {RISE.id: Decision.KEPT}
    assert carried.lost == ()


def test_what_reanalysis_cannot_place_is_listed(brief: Brief) -> None:
    carried = review.carry_over(review.keep(brief, RISE.id), "1", [FALL])
    assert carried.lost == (RISE,)
    assert carried.brief.decisions == {}


def test_added_findings_survive_reanalysis(brief: Brief) -> None:
    own = figure("Imports", Origination.ADDED)
    assert own in review.carry_over(review.add(brief, own), "1", []).brief.findings


def test_findings_of_other_articles_are_not_touched(brief: Brief) -> None:
    other = replace(RISE, id="2f13-16", article="2")
    both = replace(review.add_article(brief, Article(TEXT, ())), findings=(*brief.findings, other))
    assert review.carry_over(both, "1", []).brief.findings == (other,)


def test_a_stretch_of_an_article_is_replaced_by_itself(brief: Brief) -> None:
    stretch = Span(LEVEL.span.start, SAID.span.start + 1)
    carried = review.carry_over(review.keep(brief, RISE.id, LEVEL.id, FALL.id), "1", [SAID], stretch)
    assert carried.brief.findings == (RISE, SAID, FALL)
    assert carried.brief.decisions == {RISE.id: Decision.KEPT, FALL.id: Decision.KEPT}
    assert carried.lost == (LEVEL,)


def test_articles_are_numbered_on(brief: Brief) -> None:
    assert [s.key for s in review.add_article(brief, Article("x", ())).sources] == ["1", "2"]


def test_undo_after_new_findings_keeps_the_new_findings(brief: Brief) -> None:
    analysed = review.set_findings(review.keep(brief, RISE.id), "1", [RISE, FALL])
    undone = review.on_top_of(brief, analysed)
    assert undone.findings == (RISE, FALL)
    assert undone.decisions == {}


@given(st.lists(st.sampled_from([RISE.id, LEVEL.id, SAID.id, FALL.id]), max_size=12), st.lists(st.integers(-3, 3), max_size=12))
def test_reordering_never_loses_a_finding(names: list[str], steps: list[int]) -> None:
    brief = review.keep(Brief((Source("1", Article(TEXT, ())),), (RISE, LEVEL, SAID, FALL)), RISE.id, LEVEL.id, SAID.id, FALL.id)
    for name, by in zip(names, steps, strict=False):
        brief = review.move(brief, name, by)
    assert sorted(f.id for f in brief.note_findings()) == sorted([RISE.id, LEVEL.id, SAID.id, FALL.id])


def test_a_template_fills_what_is_empty_and_brings_its_style(brief: Brief) -> None:
    typed = review.set_header(brief, {"action": "None"})
    after = review.use_template(typed, "report", {"title": "Report", "action": "Decide", "unknown": "?"}, "UN")
    assert (after.template, after.style, after.header.title, after.header.action) == ("report", "UN", "Report", "None")


def test_another_template_takes_back_what_the_last_one_filled_in(brief: Brief) -> None:
    first = review.use_template(brief, "report", {"title": "Report", "status": "Draft"})
    after = review.use_template(first, "cable", {"title": "Cable"}, "", {"title": "Report", "status": "Draft"})
    assert (after.header.title, after.header.status, after.style) == ("Cable", "", brief.style)


def with_blocks(brief: Brief, *, included: bool) -> Article:
    """The brief's article as one paragraph that ends behind what was said."""
    article = brief.article("1")
    return replace(article, blocks=(Block(BlockKind.BODY, Span(0, SAID.span.end), 1, included=included),))


def test_what_was_found_in_a_paragraph_left_out_goes(brief: Brief) -> None:
    kept = review.keep(brief, RISE.id, FALL.id)
    after = review.set_article(kept, "1", with_blocks(brief, included=False))
    assert [finding.id for finding in after.findings] == [FALL.id]
    assert after.decisions == {FALL.id: Decision.KEPT}


def test_what_the_analyst_marked_in_a_paragraph_left_out_stays(brief: Brief) -> None:
    own = replace(RISE, origination=Origination.ADDED)
    after = review.set_article(review.add(brief, own), "1", with_blocks(brief, included=False))
    assert own in after.findings


def test_details_put_right_keep_what_the_file_said_once(brief: Brief) -> None:
    once = review.set_article(brief, "1", replace(brief.article("1"), outlet="The Courier"))
    twice = review.set_article(once, "1", replace(once.article("1"), outlet="The Courier, London"))
    assert twice.sources[0].as_read == replace(brief.article("1"), text="", blocks=(), warnings=())


def test_undo_takes_a_correction_back_with_what_was_found(brief: Brief) -> None:
    before = review.keep(brief, RISE.id)
    after = review.set_article(before, "1", with_blocks(brief, included=False))
    analysed = review.add_article(review.set_findings(after, "1", [FALL]), Article("x", ()))
    undone = review.on_top_of(before, analysed)
    assert undone.article("1") is before.article("1")
    assert (undone.findings, undone.decisions) == (before.findings, before.decisions)
    assert [source.key for source in undone.sources] == ["1", "2"]
