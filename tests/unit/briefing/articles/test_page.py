"""Saved web pages: what a reader sees, in the order in which it is seen."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.articles import from_bytes
from briefing.articles.corrections import known
from briefing.errors import ArticleError, BriefingError
from briefing.model import Article, BlockKind

FIRST = "The Baltic Harbour Authority will spend 1.4 billion euros on the port, its board announced on Tuesday evening."
SECOND = "Handled volume grew by 12.6% to 1.98 million containers last year, while revenue rose 9 per cent in the same time."
THIRD = "Nobody had expected so much, said the chief executive, and nobody should expect it to go on for ever and a day."
LINKED_DATA = {
    "@type": "NewsArticle",
    "headline": "Port to double its capacity",
    "datePublished": "2026-03-17T14:35:00Z",
    "author": [{"@type": "Person", "name": "Ines Halvorsen"}],
    "publisher": {"name": "Nordlink News"},
}


def page(body: str, head: str = "") -> Article:
    html = f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return from_bytes(html.encode(), "saved.html")


def story(*middle: str) -> str:
    """An article of three paragraphs with something between the second and the third."""
    return f"<article><h1>Port to double its capacity</h1><p>{FIRST}</p><p>{SECOND}</p>{''.join(middle)}<p>{THIRD}</p></article>"


def included(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.included]


def block(article: Article, beginning: str) -> tuple[BlockKind, bool]:
    found = next(b for b in article.blocks if b.span.of(article.text).startswith(beginning))
    return found.kind, found.included


def test_headline_and_paragraphs() -> None:
    article = page(story())
    assert included(article) == ["Port to double its capacity", FIRST, SECOND, THIRD]
    assert article.blocks[0].kind is BlockKind.TITLE
    assert article.origin.format == "html"


def test_metadata_from_linked_data_says_where_it_was_found() -> None:
    article = page(story(), f"<script type='application/ld+json'>{json.dumps(LINKED_DATA)}</script>")
    assert (article.title, article.published) == ("Port to double its capacity", "2026-03-17T14:35:00Z")
    assert (article.authors, article.outlet) == (("Ines Halvorsen",), "Nordlink News")
    assert article.found_in["published"] == "the page's data for search engines (JSON-LD)"


def test_the_headline_that_most_places_agree_on_wins() -> None:
    head = "<meta property='og:title' content='Port grows'><title>Port to double its capacity | Nordlink News</title>"
    assert page(story(), head).title == "Port to double its capacity"


def test_the_printed_headline_is_shown_where_the_article_goes_by_a_shorter_one() -> None:
    head = "<meta property='og:title' content='Vellmar port to double capacity by 2030'>"
    article = page(story().replace("Port to double its capacity", "Vellmar port to double its capacity by 2030"), head)
    assert article.title == "Vellmar port to double capacity by 2030"
    assert article.found_in["title"] == "the page's title for those who link to it (og:title)"
    assert included(article) == ["Vellmar port to double its capacity by 2030", FIRST, SECOND, THIRD]


def test_a_page_that_names_no_headline_is_read_like_plain_text() -> None:
    article = page(
        f"<p>Port to double its capacity</p><p>17 March 2026</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", "<title></title>"
    )
    assert (article.title, article.found_in["title"]) == ("Port to double its capacity", "the first paragraph")
    assert [b.kind for b in article.blocks[:3]] == [BlockKind.TITLE, BlockKind.DATE, BlockKind.BODY]


def test_standfirst_byline_and_date_under_the_headline_are_shown_and_what_else_stands_there_is_not() -> None:
    under = "<div>Share</div><p>A plan that nobody expected</p><div>By Ines Halvorsen</div><div>17 March 2026</div>"
    head = "<meta name='description' content='A plan that nobody expected'>"
    article = page(f"<h1>Port to double its capacity</h1>{under}{story().split('</h1>')[1]}", head)
    kinds = [(b.kind, b.span.of(article.text)) for b in article.blocks[:5]]
    assert kinds == [
        (BlockKind.TITLE, "Port to double its capacity"),
        (BlockKind.SUBTITLE, "A plan that nobody expected"),
        (BlockKind.BYLINE, "By Ines Halvorsen"),
        (BlockKind.DATE, "17 March 2026"),
        (BlockKind.BODY, FIRST),
    ]
    assert (article.subtitle, article.published) == ("A plan that nobody expected", "2026-03-17")


def test_a_word_far_from_the_paragraphs_does_not_bring_the_menu_with_it() -> None:
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(30))
    article = page(f"<h2>More</h2><ul>{menu}</ul>{story()}")
    assert [each.span.of(article.text) for each in article.blocks[:2]] == ["Port to double its capacity", FIRST]


def test_merged_cells_keep_the_columns_of_a_table_in_line() -> None:
    rows = (
        "<tr><th rowspan=2>Port</th><th colspan=2>Containers</th><th rowspan='2'>Rank</th></tr>"
        "<tr><th>2021</th><th>2022</th></tr>"
        "<tr><td rowspan=2>Vellmar</td><td>1.2m</td><td>1.4m</td><td>1</td></tr><tr><td>0.2m</td><td>0.3m</td><td>2</td></tr>"
        "<tr><td>Hull</td><td colspan=2>none</td><td>3</td></tr>"
    )
    article = page(story(f"<table>{rows}</table>"))
    assert [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.TABLE_ROW] == [
        "Port | Containers | | Rank",
        "| 2021 | 2022",
        "Vellmar | 1.2m | 1.4m | 1",
        "| 0.2m | 0.3m | 2",
        "Hull | none | | 3",
    ]


def test_signs_in_cells_of_their_own_come_to_their_numbers_and_empty_columns_go() -> None:
    rows = (
        "<tr><td colspan=3></td><td colspan=3>2022</td><td colspan=3></td><td colspan=3>2021</td></tr>"
        "<tr><td colspan=3>Sales</td><td>$</td><td>293,618</td><td></td><td colspan=3></td><td>$</td><td>303,457</td></tr>"
        "<tr><td colspan=3>Costs</td><td colspan=2>(12,546</td><td>)</td><td colspan=3></td><td colspan=2>9</td><td>%</td></tr>"
    )
    article = page(story(f"<table>{rows}</table>"))
    assert [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.TABLE_ROW] == [
        "| 2022 | 2021",
        "Sales | $293,618 | $303,457",
        "Costs | (12,546) | 9%",
    ]


@pytest.mark.parametrize("span", ["100000", "0", "-3", "many", ""])
def test_absurd_spans_of_cells_do_no_harm(span: str) -> None:
    cells = f"<tr><td colspan='{span}' rowspan='{span}'>Hull</td><td>3%</td></tr><tr><td>Vellmar</td><td>4%</td></tr>"
    article = page(story(f"<table>{cells}</table>"))
    assert "Vellmar" in article.text
    assert len(article.text) < 2_000


def test_cells_that_reach_over_everything_do_not_take_for_ever() -> None:
    row = "<tr>" + "<td colspan='60' rowspan='999'>5%</td>" * 60 + "</tr>"
    began = time.process_time()
    page(story(f"<table>{row * 100}</table>"))
    assert time.process_time() - began < 10


def test_an_item_that_holds_a_list_is_an_item() -> None:
    lists = (
        "<ul><li>The first costs £3 million<ul><li>of which 5 per cent are taxes</li></ul></li><li>The second is free</li></ul>"
    )
    article = page(story(lists))
    assert (
        block(article, "The first costs")
        == block(article, "of which")
        == block(article, "The second")
        == (BlockKind.LIST_ITEM, True)
    )


def test_everything_known_of_a_page_says_where_it_was_found() -> None:
    head = "<link rel='canonical' href='https://nordlink.example/port'><meta name='author' content='Ines Halvorsen'>"
    places = {each.field: (each.value, each.place) for each in known(page(story("<time>17 March 2026</time>"), head))}
    assert places == {
        "title": ("Port to double its capacity", "from the page's printed headline"),
        "subtitle": ("", "not found"),
        "authors": ("Ines Halvorsen", "from the page's data"),
        "outlet": ("", "not found"),
        "place": ("", "not found"),
        "published": ("2026-03-17", "from the page's date line"),
        "language": ("English", "from the words of the text"),
        "address": ("https://nordlink.example/port", "from the page's data"),
    }


def test_the_date_is_kept_as_the_page_shows_it() -> None:
    article = page(story("<time datetime='2026-03-17T14:35Z'>17 March 2026, 2.35pm</time>"))
    assert (article.published, article.published_text) == ("2026-03-17T14:35Z", "17 March 2026, 2.35pm")


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_subheadings_are_kept(tag: str) -> None:
    assert block(page(story(f"<{tag}>Who pays</{tag}>")), "Who pays") == (BlockKind.HEADING, True)


def test_a_bold_line_is_a_subheading() -> None:
    assert block(page(story("<p><strong>Who pays</strong></p>")), "Who pays") == (BlockKind.HEADING, True)


def test_lists_quotes_and_table_rows_keep_their_kind() -> None:
    article = page(
        story(
            "<ul><li>shore power for up to 12 ships at a time</li><li>44 electric cranes, of which 30 are remote</li></ul>",
            "<blockquote><p>A flood wall is cheap until the day you need it and do not have it.</p></blockquote>",
            "<table><tr><th>Year</th><th>Containers</th></tr><tr><td>2025</td><td>1.98 million</td></tr></table>",
        )
    )
    assert block(article, "44 electric") == (BlockKind.LIST_ITEM, True)
    assert block(article, "A flood wall") == (BlockKind.QUOTE_BLOCK, True)
    assert block(article, "2025 | 1.98 million") == (BlockKind.TABLE_ROW, True)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>He said <q>never again</q> and left the room without another word to us.</p>", "He said “never again” and left"),
        ("<p>They paid 3 billion<sup>3</sup> for the old port and all its cranes.</p>", "They paid 3 billion for"),
        (
            "<p>The new terminal will cover 680,000 m<sup>2</sup> of reclaimed land.</p>",
            "The new terminal will cover 680,000 m²",
        ),
        ("<p>It was the 21<sup>st</sup> attempt to build a wall around the port.</p>", "It was the 21st attempt"),
        ("<p>The bill was <del>300</del> 400 million euros in the end, it said.</p>", "The bill was 400 million"),
        ("<p>It opened at <time>9.15 am</time> on Monday for the first time ever.</p>", "It opened at 9.15 am on Monday"),
        ("<p>R&amp;D &lt;2% of revenue, it said &mdash; less than in any other year.</p>", "R&D <2% of revenue, it said —"),
        ("<p>A<b>bold</b> claim of 5<i>%</i> that nobody could check on that day.</p>", "Abold claim of 5%"),
    ],
)
def test_a_paragraph_reads_as_it_is_seen(markup: str, text: str) -> None:
    assert any(paragraph.startswith(text) for paragraph in included(page(story(markup))))


def test_line_ends_part_paragraphs() -> None:
    article = page(f"<h1>Port to double its capacity</h1><div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div>")
    assert included(article)[1:] == [FIRST, SECOND, THIRD]


def test_paragraphs_may_be_divs() -> None:
    body = "".join(f"<div>{text}</div>" for text in (FIRST, SECOND, THIRD))
    assert included(page(f"<h1>Port to double its capacity</h1><div>{body}</div>"))[1:] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("markup", "beginning", "kind"),
    [
        ("<figure><img src='x'><figcaption>A crane, pictured in 2025</figcaption></figure>", "A crane", BlockKind.CAPTION),
        ("<p><a href='/other'>Ten things to know about the port of Vellmar</a></p>", "Ten things", BlockKind.PROMO),
        ("<p>Advertisement</p>", "Advertisement", BlockKind.PROMO),
        ("<p>READ MORE: Ten things to know about the port</p>", "READ MORE", BlockKind.PROMO),
    ],
)
def test_furniture_in_the_middle_is_greyed_not_lost(markup: str, beginning: str, kind: BlockKind) -> None:
    assert block(page(story(markup)), beginning) == (kind, False)


def test_navigation_and_hidden_parts_are_left_out() -> None:
    around = "<nav><ul><li><a href='/'>Home page of the news</a></li></ul></nav>"
    hidden = "<p style='display: none'>You have read all your free articles of this month.</p><script>var a = 1;</script>"
    text = page(around + story(hidden) + "<footer><p>About us and our standards of reporting news.</p></footer>").text
    assert "Home page" not in text
    assert "free articles" not in text
    assert "var a" not in text
    assert "About us" not in text


def test_the_page_says_its_encoding() -> None:
    body = story("<p>Порт заявил, что построит новый терминал.</p>")
    html = f"<html><head><meta charset='windows-1251'></head><body>{body}</body></html>"
    article = from_bytes(html.encode("cp1251"), "saved.html")
    assert "Порт заявил" in article.text


def test_a_page_without_an_article_is_one_sentence() -> None:
    with pytest.raises(ArticleError):
        page("<script>only()</script>")


def test_a_page_nested_without_end_does_no_harm() -> None:
    with pytest.raises(ArticleError):
        from_bytes(b"<html><body>" + b"<div>" * 100_000 + b"deep", "deep.html")


PARAGRAPH = f"<p>{FIRST}</p>"
HOSTILE = {
    "attributes": "<p " + " ".join(f"a{n}='x'" for n in range(100_000)) + ">" + PARAGRAPH * 3,
    "line ends": "<div>" + "text here<br>" * 50_000,
    "superscripts": "<p>" + "m<sup>2</sup>" * 20_000,
    "spans": "<p>" + "<span>a b c</span>" * 100_000,
    "linked data": "<script type='application/ld+json'>" + "[" * 50_000 + "</script>" + PARAGRAPH * 3,
    "comments": "<!--" * 200_000,
    "brackets": "<" * 500_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_within_seconds(name: str) -> None:
    began = time.perf_counter()
    with suppress(BriefingError):
        page(HOSTILE[name])
    assert time.perf_counter() - began < 10


PARTS = ("<p>", "</p>", "<br>", "<q>", "</div>", "<table><tr><td>", "<sup>2</sup>", FIRST, THIRD, "<li>", "\x00")


@settings(deadline=None)  # the first page waits for the libraries to be imported
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<br>", "<q>", "</div>", "<table><tr><td>", "<sup>2</sup>", FIRST, THIRD, "<li>", "\x00"])
    )
)
def test_any_markup_is_tiled_or_refused(parts: list[str]) -> None:
    try:
        article = page("".join(parts))
    except BriefingError:
        return
    joined = [b.span.of(article.text) for b in article.blocks]
    assert all(text and text == text.strip() for text in joined)
    assert "\n\n".join(joined) == article.text
