from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from ui.offsets import Offsets, displayed

LETTERS = st.sampled_from("aé 中😀𝔘\n\u2029“")
PARAGRAPHS = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=6)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def laid_out(paragraphs: list[str]) -> tuple[str, list[Span]]:
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return text, spans


@given(PARAGRAPHS)
def test_every_place_in_a_paragraph_is_where_utf_16_has_it(paragraphs: list[str]) -> None:
    text, spans = laid_out(paragraphs)
    offsets = Offsets(text, spans)
    begins = 0
    for span, paragraph in zip(spans, paragraphs, strict=True):
        for n in range(len(paragraph) + 1):
            assert offsets.to_document(span.start + n) == begins + units(paragraph[:n])
        begins += units(paragraph) + 1


@given(PARAGRAPHS)
def test_there_and_back_is_the_same_place(paragraphs: list[str]) -> None:
    text, spans = laid_out(paragraphs)
    offsets = Offsets(text, spans)
    for span in spans:
        for position in range(span.start, span.end + 1):
            assert offsets.to_article(offsets.to_document(position)) == position


@given(PARAGRAPHS)
def test_places_never_go_backwards(paragraphs: list[str]) -> None:
    text, spans = laid_out(paragraphs)
    offsets = Offsets(text, spans)
    there = [offsets.to_document(position) for position in range(len(text))]
    assert there == sorted(there)


def test_inside_a_surrogate_pair_is_the_character_itself() -> None:
    offsets = Offsets("a😀b", [Span(0, 3)])
    assert [offsets.to_article(place) for place in range(5)] == [0, 1, 1, 2, 3]


def test_between_two_paragraphs_is_the_end_of_the_first() -> None:
    offsets = Offsets("one\n\ntwo", [Span(0, 3), Span(5, 8)])
    assert offsets.to_document(4) == 3


def test_no_article_has_one_place() -> None:
    assert (Offsets("", []).to_document(7), Offsets("", []).to_article(7)) == (0, 0)


@given(st.text(st.characters(), max_size=40))
def test_what_is_displayed_takes_as_many_units_and_no_paragraph_end(text: str) -> None:
    shown = displayed(text)
    assert units(shown) == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert not set(shown) & set("\n\r\u2029\x00\ufffc")
