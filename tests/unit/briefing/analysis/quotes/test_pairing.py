from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.quotes.pairing import Ending, pair

CASES = {
    "curly": (["“We will go,” he said."], [["We will go"]]),
    "straight": (['"We will go," he said.'], [["We will go"]]),
    "guillemets": (["«We will go,» he said."], [["We will go"]]),
    "guillemets with spaces": (["« We will go, » he said."], [["We will go"]]),
    "guillemets turned round": (["»We will go,« he said."], [["We will go"]]),
    "low and high": (["„We will go,“ he said."], [["We will go"]]),
    "corner brackets": (["「We will go」, he said."], [["We will go"]]),
    "backticks": (["``We will go,'' he said."], [["We will go"]]),
    "doubled single marks": (["''We will go,'' he said."], [["We will go"]]),
    "opened curly, closed straight": (['“We will go," he said.'], [["We will go"]]),
    "an opening glyph closes": (["«We will go,«said Bekov. «And stay,» he added."], [["We will go", "And stay"]]),
    "two quotes": (["“We go,” he said. “We stay.”"], [["We go", "We stay."]]),
    "nested in other marks": (["«He said “wait” and left,» she said."], [["He said “wait” and left"]]),
    "nested in the same marks": (["«The «Steppe» plan works,» she said."], [["The «Steppe» plan works"]]),
    "nested straight marks": (['"The "Steppe" plan works," she said.'], [['The "Steppe" plan works']]),
    "no space before": (["He said schools could join,“ It is free”."], [["It is free"]]),
    "no space before a straight mark": (['Wilkins said," Warhol liked it". She left.'], [["Warhol liked it"]]),
    "inches": (['The 6\'2" forward said the 40" screen was "far too small".'], [["far too small"]]),
    "inches in a quote": (['"It is 40" wide," he said.'], [['It is 40" wide']]),
    "a stray closing mark": (["It will follow,” said Blum. “It must.”"], [["It must."]]),
    "never closed, said after": (["“It is large, said Lind. It comes in May."], [["It is large"]]),
    "never closed, another follows": (["“It is large, Lind said. “It comes in May.”"], [["It is large", "It comes in May."]]),
    "never closed at all": (["“We need it now.", "They meet on Thursday."], [["We need it now."], []]),
    "opened again in each paragraph": (
        ["“We began.", "“We grew.", "“We won,” he said."],
        [["We began."], ["We grew."], ["We won"]],
    ),
    "not opened again": (['He said, "We began.', 'We grew." They left.'], [["We began."], ["We grew."]]),
    "not opened again for long": (['He said, "We began.', "We grew.", 'We won."'], [["We began."], ["We grew."], ["We won."]]),
    "no marks": (["Nothing here."], [[]]),
    "nothing between marks": (["He wrote “” and “…”."], [[]]),
}


@pytest.mark.parametrize(("paragraphs", "expected"), CASES.values(), ids=CASES.keys())
def test_marks_make_segments(paragraphs: list[str], expected: list[list[str]]) -> None:
    found = pair(paragraphs)
    assert [[s.span.of(text) for s in segments] for text, segments in zip(paragraphs, found, strict=True)] == expected


def test_paragraphs_of_one_quote_share_its_number() -> None:
    first, second, third = pair(["“We began.", "“We won,” he said. “It is over.”", "“Another,” she said."])
    assert first[0].quote == second[0].quote
    assert len({second[0].quote, second[1].quote, third[0].quote}) == 3


def test_endings_tell_how_a_segment_ends() -> None:
    endings = [segment.ending for segments in pair(["“We began.", "“We won,” he said. “Never closed."]) for segment in segments]
    assert endings == [Ending.CONTINUED, Ending.CLOSED, Ending.UNCLOSED]


paragraphs = st.lists(st.text(alphabet="ab A1.,!?:;—-()\u00a0“”„‟\"«»‹›「」`'‘’", max_size=60), max_size=5)


@given(paragraphs)
def test_any_text_gives_ordered_segments_inside_their_paragraph(texts: list[str]) -> None:
    for text, segments in zip(texts, pair(texts), strict=True):
        edges = [edge for segment in segments for edge in (segment.span.start, segment.span.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)
        assert all(segment.span.of(text).strip() for segment in segments)


@given(st.lists(st.text(max_size=80), max_size=4))
def test_no_text_raises(texts: list[str]) -> None:
    assert len(pair(texts)) == len(texts)


@given(st.text(alphabet="abc ,.", min_size=1, max_size=40).filter(lambda words: any(c.isalpha() for c in words)))
def test_a_quote_in_plain_curly_marks_is_never_lost(words: str) -> None:
    inner = f"x{words}x"
    (segments,) = pair([f"He said “{inner}” and left."])
    assert [segment.span.of(f"He said “{inner}” and left.") for segment in segments] == [inner]
