import pytest

from briefing.articles.pasted import from_html
from briefing.errors import ArticleError
from briefing.model import BlockKind

BROWSER = """<meta charset='utf-8'><h1 style="color: red">Harbour to grow</h1>
<p>The harbour handled <b>8.9 million</b> tons of cargo in 2023, the <a href="https://example.org">port authority</a> said.</p>
<h2>The plan</h2><ul><li>a terminal for 1.2 million containers;</li><li>a loan of $535 million.</li></ul>
<table><tr><th>Port</th><th>2022</th></tr><tr><td>Port Ellen</td><td>6.7</td></tr></table>"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head>
<body><!--StartFragment--><p class=MsoTitle>Northwind<o:p></o:p></p><h1>Costs</h1>
<p class=MsoNormal>Costs fell by £240m from a year earlier, the bank said on Tuesday.<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>About 1,200 jobs will go.</p>
<!--EndFragment--></body></html>"""


def kinds(markup: str) -> list[tuple[str, str]]:
    article = from_html(markup)
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def test_headings_lists_and_tables_stay_what_they_are() -> None:
    assert kinds(BROWSER) == [
        ("title", "Harbour to grow"),
        ("body", "The harbour handled 8.9 million tons of cargo in 2023, the port authority said."),
        ("heading", "The plan"),
        ("list item", "a terminal for 1.2 million containers;"),
        ("list item", "a loan of $535 million."),
        ("table row", "Port | 2022"),
        ("table row", "Port Ellen | 6.7"),
    ]


def test_what_a_word_processor_adds_is_not_read() -> None:
    assert kinds(WORD) == [
        ("title", "Northwind"),
        ("heading", "Costs"),
        ("body", "Costs fell by £240m from a year earlier, the bank said on Tuesday."),
        ("list item", "· About 1,200 jobs will go."),
    ]


def test_the_plain_text_is_taken_where_the_markup_holds_less() -> None:
    article = from_html(
        "<p>Harbour to grow</p><div hidden>The harbour will cost money.</div>", "Harbour to grow\n\nIt costs 5 million euros."
    )
    assert "5 million euros" in article.text
    assert article.origin.format == "text"


def test_numbers_of_a_list_in_the_plain_text_do_not_count() -> None:
    article = from_html(
        "<ol><li>Dredging costs £23 million</li><li>Work begins in May</li></ol>",
        "1. Dredging costs £23 million\n2. Work begins in May",
    )
    assert [block.kind for block in article.blocks] == [BlockKind.LIST_ITEM] * 2


def test_markup_without_words_gives_the_plain_text_or_a_sentence() -> None:
    assert from_html("<img src=a.png>", "Costs fell by £240m.").text == "Costs fell by £240m."
    with pytest.raises(ArticleError):
        from_html("<img src=a.png>")


def test_the_page_it_was_copied_from_is_known() -> None:
    article = from_html(BROWSER, address="https://example.org/harbour")
    assert article.origin.address == "https://example.org/harbour"
    assert article.found_in["address"] == "the clipboard"
    assert len(article.origin.sha256) == 64
