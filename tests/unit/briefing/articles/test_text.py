"""Pasted text becomes an article whose blocks lie exactly on it."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.articles import from_text
from briefing.articles.text import LARGEST_TEXT
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

NEWS = """Harbour trade grows by a third

29 November 2022, 12:19

VELLMAR (Reuters) - Trade grew by 34 per cent last year, the authority said on Monday in its report.

What comes next

“We are pleased,” said Jane Doe. The port handled 1.2 million containers in the year to June.

(Reporting by Ann Lee; Editing by Bo Ek)"""

PARAGRAPHS = (
    "Trade between the two countries grew by 34 per cent last year, the authority said on Monday, and it expects more of it.",
    "The port handled 1.2 million containers in the year to June, which is nearly twice as many as in the old plan of 2015.",
    "“We are pleased,” said the chief executive. “Nobody had expected that, and nobody should expect it to go on for ever.”",
)


def tiles(article: Article) -> bool:
    """Blocks lie in order, hold no outer white space, and leave nothing but white space between them."""
    end = 0
    for block in article.blocks:
        between, text = article.text[end : block.span.start], block.span.of(article.text)
        if between.strip() or not text or text != text.strip():
            return False
        end = block.span.end
    return not article.text[end:].strip()


def kinds(article: Article) -> list[BlockKind]:
    return [block.kind for block in article.blocks]


def texts(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


def test_every_part_of_a_news_text_is_told_apart() -> None:
    assert kinds(from_text(NEWS)) == [
        BlockKind.TITLE,
        BlockKind.DATE,
        BlockKind.BODY,
        BlockKind.HEADING,
        BlockKind.BODY,
        BlockKind.TAIL,
    ]


def test_metadata_comes_from_the_text_and_says_from_where() -> None:
    article = from_text(NEWS, name="paste")
    assert article.title == "Harbour trade grows by a third"
    assert (article.published, article.published_text) == ("2022-11-29", "29 November 2022, 12:19")
    assert article.found_in == {
        "title": "the first paragraph",
        "published": "the date line",
        "authors": "the note under the article",
        "outlet": "the dateline",
        "place": "the dateline",
        "language": "the words of the text",
    }
    assert article.origin.name == "paste"


def test_dateline_is_a_span_of_the_text() -> None:
    article = from_text(NEWS)
    assert article.dateline is not None
    assert article.dateline.span.of(article.text) == "VELLMAR (Reuters) - "
    assert (article.dateline.place, article.dateline.agency) == ("VELLMAR", "Reuters")


def test_blocks_know_number_and_section() -> None:
    article = from_text(NEWS)
    assert [block.number for block in article.blocks] == [1, 2, 3, 4, 5, 6]
    assert [block.section for block in article.blocks] == ["", "", "", "", "What comes next", "What comes next"]


def test_newsrooms_note_is_greyed_with_a_reason() -> None:
    tail = from_text(NEWS).blocks[-1]
    assert not tail.included
    assert tail.reason


def test_normal_text_is_not_changed() -> None:
    assert from_text(NEWS).text == NEWS


@pytest.mark.parametrize(("name", "line_end"), [("Windows", "\r\n"), ("old Mac", "\r"), ("separator", "\u2028")])
def test_line_ends_become_line_feeds(name: str, line_end: str) -> None:
    assert from_text(NEWS.replace("\n", line_end)).text == NEWS, name


@pytest.mark.parametrize("between", ["\n\n", "\n", "\n \t \n", "\n\n\n\n"])
def test_paragraphs_are_found_whatever_parts_them(between: str) -> None:
    assert texts(from_text(between.join(PARAGRAPHS))) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [60, 72, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_hard_wrapped_lines_are_joined(width: int, between: str) -> None:
    wrapped = between.join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert texts(from_text(wrapped)) == list(PARAGRAPHS)


def test_indented_paragraphs_are_told_apart() -> None:
    wrapped = "\n".join(textwrap.fill(paragraph, 72, initial_indent="    ") for paragraph in PARAGRAPHS)
    assert texts(from_text(wrapped)) == list(PARAGRAPHS)


def test_invisible_characters_do_not_cut_numbers() -> None:
    assert from_text("They paid 1\u00ad000\u200b000 dollars.").text == "They paid 1000000 dollars."


def test_controls_and_surrogates_cannot_reach_a_word_file() -> None:
    assert from_text("a\x00b\x0bc\ud800d\ufffee").text == "a b\nc\ufffdd\ufffde"


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\ufeff\u200b"])
def test_nothing_to_read_is_one_sentence(text: str) -> None:
    with pytest.raises(ArticleError, match="no text"):
        from_text(text)


def test_far_too_long_a_text_is_refused() -> None:
    with pytest.raises(ArticleError, match="too long"):
        from_text("x" * (LARGEST_TEXT + 1))


def test_a_single_sentence_is_body_not_headline() -> None:
    assert kinds(from_text("Trade grew by 34 per cent")) == [BlockKind.BODY]


@given(st.text())
def test_any_text_is_tiled_or_refused(text: str) -> None:
    try:
        article = from_text(text)
    except ArticleError:
        return
    assert tiles(article)
    assert [block.number for block in article.blocks] == list(range(1, len(article.blocks) + 1))


@given(st.lists(st.sampled_from([*PARAGRAPHS, NEWS, "By Jane Doe", "READ MORE: Another", "- an item", "17/3/2026"]), min_size=1))
def test_any_mixture_of_parts_is_tiled_and_stable(parts: list[str]) -> None:
    article = from_text("\n\n".join(parts))
    assert tiles(article)
    assert from_text(article.text).text == article.text


ROWS = ["Year | Turnover | Growth", "2020 | 19.1 | -3.5%", "2021 | | 28%"]


@pytest.mark.parametrize(
    "table",
    [
        "\n".join(ROWS),
        "\n\n".join(ROWS),
        "Year\tTurnover\tGrowth\n2020\t19.1\t-3.5%\n2021\t\t28%",
        "Year\tTurnover\tGrowth\r\n2020\t19.1\t-3.5%\r\n2021\t\t28%\r\n",
    ],
)
def test_a_pasted_table_gives_rows(table: str) -> None:
    article = from_text(f"Port grows by a third\n\n{PARAGRAPHS[0]}\n\n{table}\n\n{PARAGRAPHS[1]}")
    rows = [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.TABLE_ROW]
    assert rows == ROWS
    assert tiles(article)


def test_an_empty_cell_at_a_row_s_head_keeps_its_column() -> None:
    article = from_text(f"Port grows\n\n{PARAGRAPHS[0]}\n\n\t2020\t2021\nTrade\t5\t6\n\n{PARAGRAPHS[1]}")
    rows = [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.TABLE_ROW]
    assert rows == ["| 2020 | 2021", "Trade | 5 | 6"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"\t{paragraph}" for paragraph in PARAGRAPHS),
        f"By Jane Doe | AP\n\n29 November 2022 | 10:00 AM\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}",
        f"{PARAGRAPHS[0]}\tMore\n{PARAGRAPHS[1]}\tMore\n{PARAGRAPHS[2]}\tMore",
    ],
)
def test_lines_with_tabs_or_bars_that_are_no_table(text: str) -> None:
    assert all(block.kind is not BlockKind.TABLE_ROW for block in from_text(f"Port grows\n\n{text}").blocks)
