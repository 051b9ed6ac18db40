from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.quotes.pairing import pair
from briefing.analysis.quotes.singles import prefers_single, single_segments
from briefing.model import Span

CASES = {
    "curly": ("‘We go on now,’ she said.", ["We go on now"]),
    "straight, an apostrophe inside": ("'We can't go on,' she said.", ["We can't go on"]),
    "two": ("‘It is the end,’ she said. ‘It’s the children who suffer.’", ["It is the end", "It’s the children who suffer."]),
    "a possessive inside": ("'The workers' rights come first,' he said.", ["The workers' rights come first"]),
    "elisions are no marks": ("The ’90s were hard ’round here, and rock ’n’ roll was cheap.", []),
    "one or two words are no quote": ("The 'smart city' has 'no' buses.", []),
    "apostrophes": ("The boys' dog didn't eat the girls' hats.", []),
    "never closed": ("'We can go on and on", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_single_marks_make_segments(text: str, expected: list[str]) -> None:
    assert [segment.span.of(text) for segment in single_segments(text, ())] == expected


def test_inside_double_marks_single_ones_are_left_alone() -> None:
    text = "“She said, ‘You are hired now,’ and left,” he said."
    assert not list(single_segments(text, [Span(1, len(text) - 10)]))


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["‘We go on now,’ she said. ‘He told us “no” today.’"], True),
        (["“We go on now,” she said. “He told us ‘go on now’ today.”"], False),
        (["Nothing here."], False),
    ],
)
def test_the_texts_own_convention(paragraphs: list[str], *, expected: bool) -> None:
    assert prefers_single(paragraphs, pair(paragraphs)) is expected


def test_where_single_marks_are_usual_an_open_one_runs_to_the_end() -> None:
    text = "He said: ‘We can go on and on."
    assert [segment.span.of(text) for segment in single_segments(text, (), usual=True)] == ["We can go on and on."]


@given(st.text(alphabet="ab st.,'‘’“” ", max_size=80))
def test_any_text_gives_ordered_segments(text: str) -> None:
    edges = [edge for segment in single_segments(text, ()) for edge in (segment.span.start, segment.span.end)]
    assert edges == sorted(edges)
