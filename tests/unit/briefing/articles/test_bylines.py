"""Who wrote an article: bylines, newsrooms' notes, and the fields of web pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.articles import from_bytes, from_text
from briefing.articles.bylines import byline_names, publisher, writers
from briefing.model import Article, BlockKind

BODY = "The authority said on Monday that it would spend far more than it had planned to on the port and its railway."
BODIES = (BODY,) * 8
SEED = Path(__file__).parents[5] / "shared" / "seed" / "article.txt"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("By JANE DOE", ["JANE DOE"]),
        ("By Jane Doe and Juan Pérez, Reuters", ["Jane Doe", "Juan Pérez"]),
        ("Written by Ursula von der Leyen & Ahmed bin Salman", ["Ursula von der Leyen", "Ahmed bin Salman"]),
        ("By Sam Lister, Press Association Political Correspondent", ["Sam Lister"]),
        ("Heidi M. Przybyla, @heidi, USA TODAY", ["Heidi M. Przybyla"]),
        ("By Jane Doe | Photos by Al Roe", ["Jane Doe"]),
        ("Jane Doe in Geneva", ["Jane Doe"]),
        ("Jane Doe. Nordlink International", ["Jane Doe"]),
        ("By Stephen King and Jane Bishop", ["Stephen King", "Jane Bishop"]),
        ("By JANE DOE Associated Press", ["JANE DOE"]),
        ("by Jane Doe — November 18, 2019", ["Jane Doe"]),
        ("By Jane Doe 29 November 2022", ["Jane Doe"]),
        ("By Jane Doe Published 29 November 2022", ["Jane Doe"]),
        ("Jane Doe @doe", ["Jane Doe"]),
        ("By Our Correspondent", []),
        ("By Staff Reporter", []),
        ("By Staff Writers", []),
        ("By dpa correspondents =", []),
        ("By Associated Press", []),
        ("Photo by Al Roe", []),
        ("Edited by Al Roe", []),
    ],
)
def test_a_byline_names_its_writers(byline: str, names: list[str]) -> None:
    assert list(byline_names(byline)) == names


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("Written by Assel Doe", ["Assel Doe"]),
        ("(By Alison Doe)", ["Alison Doe"]),
        ("(Reporting by Ann Lee; Editing by Bo Ek)", ["Ann Lee"]),
        ("Reporting by Ann Lee in Paris and Bo Ek in Rome, writing by Cy Dee, editing by Al Roe", ["Ann Lee", "Bo Ek", "Cy Dee"]),
        ("- Reporting by: Albert Otti in Vienna, Jane Doe in Geneva", ["Albert Otti", "Jane Doe"]),
        ("(Additional reporting by Ann Lee; Editing by Bo Ek)", []),
        ("Translated by Jane Doe; written by Al Roe", ["Al Roe"]),
        ("Edited by Jane Doe", []),
        ("Photo by Jane Doe", []),
        ("By contrast, Daniel Doe, an economist, predicted less.", []),
        ("By winning in Ohio, John Doe picked up all of them.", []),
        ("Jane Doe contributed reporting.", []),
    ],
)
def test_a_note_names_writers_and_nobody_else(note: str, names: list[str]) -> None:
    assert list(writers(note)) == names


@pytest.mark.parametrize(
    "note", ["Written by Assel Doe", "(By Assel Doe)", "(Reporting by Assel Doe; Editing by Bo Ek)", "By Assel Doe"]
)
def test_the_note_under_a_text_gives_the_author_and_is_greyed(note: str) -> None:
    article = text(*BODIES, note)
    assert article.authors == ("Assel Doe",)
    assert article.found_in["authors"] == "the note under the article"
    assert not article.blocks[-1].included


@pytest.mark.parametrize(
    "note",
    [
        "Ann Lee contributed to this report.",
        "Ann Lee and Bo Ek in Rome contributed reporting.",
        "AP writers Ann Lee and Bo Ek contributed.",
        "Lee reported from Paris. Associated Press writer Bo Ek in Rome contributed to this report.",
        "Follow Ann Lee on Twitter: @annlee",
        "—With assistance from Ann Lee and Bo Ek.",
        "Copyright 2024 The Associated Press. All rights reserved.",
        "(This story has not been edited by our staff and is published from a syndicated feed.)",
        "This report by The Canadian Press was first published Nov. 7, 2024.",
        "To contact the reporter on this story: Ann Lee in Paris at lee@example.com",
        "Source: Xinhua",
        "Editor: huaxia",
        "(ANI)",
        "– Reuters",
        "- AFP",
        "bur-al/be",
        "ENDS",
        "-30-",
    ],
)
def test_a_newsroom_s_note_is_greyed(note: str) -> None:
    last = text(*BODIES, note).blocks[-1]
    assert (last.kind, last.included) == (BlockKind.TAIL, False)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ann Lee reported from the front for a decade and then wrote three books about it.",
        "Apple reported sales of $20 billion, and more is to come in the year that begins now.",
        "Follow the money, he said, and the rest will be clear to everyone in the town.",
        "The ends do not justify the means.",
        "Copyright law was changed in May, and that helps those who write.",
    ],
)
def test_a_last_sentence_is_no_note(paragraph: str) -> None:
    assert text(*BODIES, paragraph).blocks[-1].included


@pytest.mark.parametrize("line", ["By Reuters", "AFP", "By The Associated Press", "Jane Doe @doe"])
def test_a_line_that_names_its_agency_or_writer_is_a_byline(line: str) -> None:
    assert text(line, *BODIES).blocks[1].kind is BlockKind.BYLINE


def test_an_agency_in_place_of_a_writer_is_the_outlet() -> None:
    article = text("By Reuters", *BODIES)
    assert (article.outlet, article.found_in["outlet"], article.authors) == ("Reuters", "the byline", ())


def test_a_byline_may_hold_the_date() -> None:
    article = text("By Jane Doe — November 18, 2019", *BODIES)
    assert (article.published, article.published_text) == ("2019-11-18", "November 18, 2019")


def test_the_dateline_s_date_is_better_than_none() -> None:
    article = text(f"STOCKHOLM, Aug 29, 2014 (AFP) - {BODY}", *BODIES)
    assert (article.published, article.found_in["published"]) == ("2014-08-29", "the dateline")


def test_the_note_may_close_the_last_paragraph() -> None:
    article = text(*BODIES, f"{BODY} (Reporting by Ann Lee and Bo Ek; Editing by Al Roe)")
    assert article.authors == ("Ann Lee", "Bo Ek")


def test_the_byline_comes_before_the_note() -> None:
    article = text("By Jane Doe", *BODIES, "(Writing by Ann Lee; Editing by Bo Ek)")
    assert (article.authors, article.found_in["authors"]) == (("Jane Doe",), "the byline")


def test_a_byline_without_a_person_gives_way_to_the_note() -> None:
    article = text("By our correspondents", *BODIES, "Reporting by: Ann Lee")
    assert article.authors == ("Ann Lee",)


def test_no_author_is_said_to_be_found_where_there_is_none() -> None:
    article = text(*BODIES, "Edited by Jane Doe")
    assert not article.authors
    assert "authors" not in article.found_in


@pytest.mark.parametrize(
    ("note", "outlet"),
    [
        ("© 2019 Associated Press. All Rights Reserved. This material may not be published.", "Associated Press"),
        ("Copyright 2024 by The Courier", "The Courier"),
        ("Copyright © 2019-2024 Nordlink News Ltd.", "Nordlink News"),
        ("(c) Frankfurter Bote", "Frankfurter Bote"),
        ("© The Bank of Doe and Roe 2024", "The Bank of Doe and Roe"),
        ("This report by The Canadian Press was first published July 3, 2020.", "The Canadian Press"),
        ("All rights reserved.", ""),
        ("Copyright: see below", ""),
        ("Written by Assel Doe", ""),
    ],
)
def test_a_note_names_the_owner_of_the_text(note: str, outlet: str) -> None:
    assert publisher(note) == outlet


def test_the_owner_is_the_outlet_where_no_other_is_known() -> None:
    article = text(*BODIES, "© 2024 Nordlink News. All rights reserved.")
    assert (article.outlet, article.found_in["outlet"]) == ("Nordlink News", "the note under the article")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Lee, Bo Ek and Cy Dee", ("Ann Lee", "Bo Ek", "Cy Dee")),
        ("ann-lee", ()),
        ("https://example.org/people/ann", ()),
        ("MND Staff", ("MND Staff",)),
        ([{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}], ("Ann Lee", "Bo Ek")),
    ],
)
def test_a_pages_data_names_persons(author: object, names: tuple[str, ...]) -> None:
    assert page(author=author).authors == names


def test_an_outlet_is_no_author_where_the_text_names_a_person() -> None:
    article = page("<p>(By Alison Doe)</p>", author={"name": "Nordlink News"}, publisher={"name": "Nordlink News"})
    assert article.authors == ("Alison Doe",)


def test_the_byline_of_a_page_may_be_in_pieces() -> None:
    article = page("<div class='byline'>By <a>ANN LEE</a>,<br>BO EK<span>Associated Press</span></div>")
    assert article.authors == ("ANN LEE", "BO EK")


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="no benchmark data beside the checkout")
def test_the_seed_article_has_one_writer() -> None:
    article = from_bytes(SEED.read_bytes(), SEED.name)
    assert len(article.authors) == 1
    assert f"Written by {article.authors[0]}" in article.text


def text(*paragraphs: str) -> Article:
    return from_text("\n\n".join(("Port grows", *paragraphs)))


def page(more: str = "", **data: object) -> Article:
    linked = json.dumps({"@type": "NewsArticle", "headline": "Port to double its capacity", **data})
    body = f"<article><h1>Port to double its capacity</h1><p>{BODY}</p><p>{BODY} Again.</p><p>{BODY} So.</p>{more}</article>"
    html = f"<html><head><script type='application/ld+json'>{linked}</script></head><body>{body}</body></html>"
    return from_bytes(html.encode(), "saved.html")
