"""EPUB publications."""

from __future__ import annotations

import pytest

from briefing.articles import from_bytes
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind
from tests.article_files import epub, packed

PAGE = (
    '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
)


def texts(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


def test_chapters_are_read_in_the_order_of_the_spine() -> None:
    pages = {"b.xhtml": PAGE.format("<p>Second.</p>"), "a.xhtml": PAGE.format("<h1>Trade grows</h1><p>First.</p>")}
    article = from_bytes(epub(pages, spine=["a.xhtml", "b.xhtml"]), "a.epub")
    assert texts(article) == ["Trade grows", "First.", "Second."]
    assert article.blocks[0].kind is BlockKind.TITLE
    assert article.origin.format == "epub"


def test_an_element_closed_in_itself_does_not_swallow_the_page() -> None:
    assert texts(from_bytes(epub({"a.xhtml": PAGE.format('<a id="x"/><p>Exports rose.<br/>Imports fell.</p>')}))) == [
        "Exports rose.", "Imports fell.",
    ]  # fmt: skip


def test_the_properties() -> None:
    people = "<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Ek</dc:creator>"
    metadata = f"<dc:title>Trade</dc:title>{people}<dc:date>2024-05-01</dc:date><dc:publisher>Port Press</dc:publisher>"
    article = from_bytes(epub({"a.xhtml": PAGE.format("<p>Exports rose.</p>")}, metadata=metadata))
    assert (article.title, article.authors, article.published, article.outlet) == (
        "Trade",
        ("Ann Lee", "Bo Ek"),
        "2024-05-01",
        "Port Press",
    )


def test_a_protected_book_is_named_as_such() -> None:
    rights = {
        "META-INF/encryption.xml": '<encryption><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></encryption>'
    }
    with pytest.raises(ArticleError, match="protected"):
        from_bytes(epub({"a.xhtml": PAGE.format("<p>x</p>")}, others=rights))


def test_encrypted_fonts_do_no_harm() -> None:
    rights = {
        "META-INF/encryption.xml": '<encryption><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></encryption>'
    }
    assert texts(from_bytes(epub({"a.xhtml": PAGE.format("<p>Exports rose.</p>")}, others=rights))) == ["Exports rose."]


def test_a_missing_chapter_is_leapt_over() -> None:
    assert texts(from_bytes(epub({"a.xhtml": PAGE.format("<p>Exports rose.</p>")}, spine=["gone.xhtml", "a.xhtml"]))) == [
        "Exports rose."
    ]


@pytest.mark.parametrize(
    "data",
    [
        packed({"mimetype": "application/epub+zip"}),
        epub({}),
        epub({"a.xhtml": PAGE.format("")}),
        packed({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container"}),
    ],
)
def test_a_book_without_text_is_one_sentence(data: bytes) -> None:
    with pytest.raises(ArticleError):
        from_bytes(data)
