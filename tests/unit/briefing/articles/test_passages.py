"""From a reader's passages to an article: titles, lines, asides, dates, properties."""

from __future__ import annotations

import pytest

from briefing.articles.assemble import Metadata
from briefing.articles.passages import Passage, article_of
from briefing.articles.properties import properties
from briefing.articles.tables import table
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

LONG = "Trade grew by 34 per cent last year, the port authority said on Monday in its yearly report."


def read(*passages: Passage, known: Metadata | None = None, own: Metadata | None = None) -> Article:
    return article_of(passages, known or Metadata(), own)


def shown(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


def test_the_kind_that_a_format_gives_stays() -> None:
    article = read(Passage("Trade"), Passage(LONG), Passage("Outlook", BlockKind.HEADING, 2), Passage(LONG))
    assert shown(article)[2] == (BlockKind.HEADING, "Outlook")
    assert article.blocks[3].section == "Outlook"


def test_the_only_heading_of_the_highest_level_is_the_headline() -> None:
    parts = [Passage("Trade grows", BlockKind.HEADING, 1), Passage(LONG), Passage("Outlook", BlockKind.HEADING, 2), Passage(LONG)]
    article = read(*parts)
    assert article.title == "Trade grows"
    assert article.found_in["title"] == "the headline in the file"


def test_a_paragraph_that_equals_the_title_in_the_properties_is_the_headline() -> None:
    article = read(
        Passage("PRESS OFFICE"), Passage("Trade grows by a third"), Passage(LONG), own=properties(title="Trade grows by a third")
    )
    assert (BlockKind.TITLE, "Trade grows by a third") in shown(article)
    assert (BlockKind.TITLE, "PRESS OFFICE") not in shown(article)


def test_a_line_break_inside_a_sentence_is_a_space_and_elsewhere_a_new_paragraph() -> None:
    article = read(Passage("Exports rose\nby 5 per cent.\nImports fell."))
    assert [text for _, text in shown(article)] == ["Exports rose by 5 per cent.", "Imports fell."]


def test_a_heading_stays_one_line() -> None:
    article = read(Passage(LONG), Passage("Trade and\nInvestment", BlockKind.HEADING, 2), Passage(LONG))
    assert (BlockKind.HEADING, "Trade and Investment") in shown(article)


def test_a_pull_quote_that_repeats_the_text_is_greyed_and_other_boxes_are_not() -> None:
    article = read(
        Passage(LONG), Passage("grew by 34 per cent last year", aside=True), Passage("Imports fell by 2 per cent.", aside=True)
    )
    assert [block.included for block in article.blocks] == [True, False, True]
    assert article.blocks[1].reason == "repeats words of the text"


def test_a_date_near_the_headline_is_the_date() -> None:
    article = read(Passage("Trade grows", BlockKind.TITLE), Passage("Posted: Aug 08, 2024 4:00 AM by our desk"), Passage(LONG))
    assert (article.published, article.published_text) == ("2024-08-08", "Aug 08, 2024")
    assert article.found_in["published"] == "a line near the headline"


def test_properties_fill_what_the_text_does_not_say_and_ask_for_a_check() -> None:
    article = read(Passage(LONG), own=properties(title="Trade", authors=["Ann Lee; Bo Ek"], published="2024-05-01T10:00:00Z"))
    assert (article.title, article.authors, article.published) == ("Trade", ("Ann Lee", "Bo Ek"), "2024-05-01")
    assert article.found_in["authors"] == "the file's properties"
    assert any("please check" in warning for warning in article.warnings)


def test_what_the_text_says_beats_the_properties() -> None:
    parts = [Passage("Trade grows", BlockKind.TITLE), Passage("29 November 2022"), Passage("By Ann Lee"), Passage(LONG)]
    article = read(*parts, own=properties(authors=["Bo Ek"], published="2024-05-01"))
    assert (article.published, article.authors) == ("2022-11-29", ("Ann Lee",))


@pytest.mark.parametrize("author", ["python-docx", "User", "Microsoft Office User", "admin", "", "a@b.org"])
def test_names_that_programs_write_are_no_authors(author: str) -> None:
    assert properties(authors=[author]).authors == ()


@pytest.mark.parametrize("title", ["Microsoft Word - Document1", "untitled", "report final.docx", "Document 3", ""])
def test_titles_that_programs_write_are_none(title: str) -> None:
    assert properties(title=title).title == ""


@pytest.mark.parametrize("passages", [(), (Passage(" \n "),), (Passage("\u200b"),)])
def test_no_text_is_an_error(passages: tuple[Passage, ...]) -> None:
    with pytest.raises(ArticleError, match="no text"):
        read(*passages)


def test_a_text_without_end_is_given_up_early() -> None:
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield Passage("word " * 200)

    with pytest.raises(ArticleError, match="too long"):
        article_of(endless(), Metadata())  # type: ignore[arg-type]  # never read to its end
    assert taken < 10_000


def cells(*rows: str) -> list[list[list[Passage]]]:
    return [[[Passage(cell)] for cell in row.split("/")] for row in rows]


def test_a_table_of_data_gives_rows_with_empty_cells_kept() -> None:
    rows = list(table(cells("/2020/2021", "Exports/3/4", "Imports//5")))
    assert [row.text for row in rows] == [" | 2020 | 2021", "Exports | 3 | 4", "Imports |  | 5"]
    assert {row.kind for row in rows} == {BlockKind.TABLE_ROW}
    article = read(Passage(LONG), *rows)
    assert [text for _, text in shown(article)][1:] == ["| 2020 | 2021", "Exports | 3 | 4", "Imports | | 5"]


def test_a_table_that_lays_out_a_page_gives_its_paragraphs() -> None:
    assert [part.kind for part in table(cells(f"{LONG} {LONG} {LONG}/Menu", f"{LONG} {LONG} {LONG}/Links"))] == [None] * 4


def test_a_frame_of_one_cell_is_no_table() -> None:
    assert [part.kind for part in table(cells("Only", "One"))] == [None, None]
