"""PDF files: paragraphs, columns, tables and headings from where the characters stand."""

from __future__ import annotations

import pytest

from briefing.articles import from_bytes
from briefing.articles.pdf.hyphens import Hyphens
from briefing.articles.pdf.lines import HYPHEN
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind
from tests.article_files import PdfLine, flowing, pdf

TITLE = "Harbour trade grows by a third in a year"
FIRST = (
    "Trade through the harbour grew by 34 per cent last year and reached $535 million, the port authority said on Monday in its "
    "yearly report, which was read to the members of the town council in a short meeting."
)
SECOND = (
    "The authority expects more ships to call from next spring on, when the new crane of the northern quay will be ready and the "
    "railway to the inland market is open again after two years of repairs."
)


def texts(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks]


def kinds(article: Article) -> list[BlockKind]:
    return [block.kind for block in article.blocks]


def page(*paragraphs: str, gap: float = 10, **place: float) -> list[PdfLine]:
    """Paragraphs one below the other."""
    top = place.pop("top", 700.0)
    lines: list[PdfLine] = []
    for text in paragraphs:
        lines += flowing(text, top=top, **place)  # type: ignore[arg-type] - numbers by name
        top = lines[-1][1] - 14 - gap
    return lines


def test_paragraphs_parted_by_a_gap() -> None:
    article = from_bytes(pdf([(72, 740, 20, TITLE), *page(FIRST, SECOND)]))
    assert texts(article) == [TITLE, FIRST, SECOND]
    assert kinds(article) == [BlockKind.TITLE, BlockKind.BODY, BlockKind.BODY]


def test_paragraphs_without_a_gap_are_parted_where_a_line_ends_early() -> None:
    assert texts(from_bytes(pdf(page(FIRST, SECOND, gap=0)))) == [FIRST, SECOND]


def test_paragraphs_parted_by_indents_only() -> None:
    lines: list[PdfLine] = []
    for text in (FIRST, SECOND) * 3:
        top = lines[-1][1] - 14 if lines else 700
        first, *rest = flowing(text, top=top)
        lines += [(first[0] + 20, *first[1:]), *rest]
    assert texts(from_bytes(pdf(lines))) == [FIRST, SECOND] * 3


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = flowing(FIRST)
    moved = [(left, 700 - 14 * n, size, text) for n, (left, _, size, text) in enumerate(lines[2:])]
    assert texts(from_bytes(pdf(lines[:2], [*moved, *page(SECOND, top=600)]))) == [FIRST, SECOND]


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = page(FIRST, width=34), page(SECOND, left=330, width=34)
    assert texts(from_bytes(pdf([*left, *right]))) == [FIRST, SECOND]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    def framed(number: int, text: str) -> list[PdfLine]:
        return [(72, 770, 9, f"Harbour News, issue 4, page {number}"), *page(text), (300, 20, 9, str(number))]

    article = from_bytes(pdf(framed(1, FIRST), framed(2, SECOND)))
    assert texts(article) == [FIRST, SECOND]
    assert "Running heads and page numbers were left out." in article.warnings


def test_a_table_gives_rows_and_keeps_empty_cells() -> None:
    grid = [("Year", "Turnover, $ bn", "Growth"), ("2020", "19.1", ""), ("2021", "24.5", "+28%")]
    rows = [(72.0 + 150 * c, 400.0 - 16 * r, 12.0, cell) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell]
    article = from_bytes(pdf([*page(FIRST), *rows]))
    assert texts(article)[1:] == ["Year | Turnover, $ bn | Growth", "2020 | 19.1", "2021 | 24.5 | +28%"]
    assert set(kinds(article)[1:]) == {BlockKind.TABLE_ROW}


def test_columns_of_numbers_that_stand_close_are_parted() -> None:
    rows = [(72.0, 400.0 - 16 * n, 12.0, name) for n, name in enumerate(("Iowa", "Utah", "Ohio"))]
    rows += [(left, 400.0 - 16 * n, 12.0, f"{n + 1},234") for n in range(3) for left in (200.0, 240.0)]
    assert texts(from_bytes(pdf([*page(FIRST), *sorted(rows, key=lambda r: (-r[1], r[0]))])))[1] == "Iowa | 1,234 | 1,234"


def test_larger_type_is_a_heading_and_a_bullet_an_item() -> None:
    lines = [
        (72, 740, 22, TITLE),
        *page(FIRST),
        (72, 560, 15, "Outlook for the year"),
        *page(SECOND, top=530),
        (72, 430, 12, "• More ships"),
    ]
    article = from_bytes(pdf(lines))
    assert kinds(article) == [BlockKind.TITLE, BlockKind.BODY, BlockKind.HEADING, BlockKind.BODY, BlockKind.LIST_ITEM]
    assert texts(article)[-1] == "More ships"


def test_the_raised_number_of_a_note_is_no_part_of_a_number() -> None:
    line = [(72, 600, 12, "The works cost three billion"), (222, 605, 6, "3"), (226, 600, 12, " in all and will last.")]
    assert texts(from_bytes(pdf([*page(FIRST), *line])))[1].startswith("The works cost three billion in all")


def test_a_menu_above_the_headline_is_greyed() -> None:
    menu = [(72, 780 - 12 * n, 9, name) for n, name in enumerate(("Home", "News", "Sport", "Business"))]
    article = from_bytes(pdf([*menu, (72, 720, 22, TITLE), *page(FIRST, SECOND, top=680)]))
    assert [text for text, block in zip(texts(article), article.blocks, strict=True) if block.included] == [TITLE, FIRST, SECOND]


def printed_page(*lines: tuple[float, str]) -> list[list[PdfLine]]:
    """A page as browsers print it, in lines of a size, and as many pages as they take."""
    placed = [(72.0, 740.0 - 18 * (index % 38), size, text) for index, (size, text) in enumerate(lines)]
    return [placed[at : at + 38] for at in range(0, len(placed), 38)]


def test_menus_teasers_and_other_stories_around_a_printed_page_s_article_are_greyed() -> None:
    menu = [(10.0 + 2 * (n % 2), f"Section {word}") for n, word in enumerate(("World", "Business", "Sport", "Culture"))]
    banner = (30.0, "Subscribe to our newsletter and never miss a story again")
    story = [(12.0, part) for text in (FIRST, SECOND) for part in (line[3] for line in flowing(text))]
    others = [
        (14.0, f"The other story of the {word} is here") for word in ("day", "week", "month", "year", "hour", "age", "town")
    ]
    links = [(12.0, f"Link {word}") for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")]
    pages = printed_page(banner, *menu, *menu, *menu, (20.0, TITLE), (12.0, "17 March 2026"), *story, *others, *links)
    article = from_bytes(pdf(*pages, info="/Producer(Skia/PDF m140)"))
    assert article.title == TITLE
    assert [b.kind for b in article.blocks if b.included] == [BlockKind.TITLE, BlockKind.DATE, BlockKind.BODY, BlockKind.BODY]
    # The same lines from a program that is no browser are a document, whose large type counts.
    document = from_bytes(pdf(*pages, info="/Producer(Writer)"))
    assert sum(b.included for b in document.blocks) > 4


def test_a_short_document_made_by_a_browser_s_program_counts_as_a_whole() -> None:
    article = from_bytes(pdf(page(TITLE, FIRST, "Ann Lee", SECOND, "Nine more words"), info="/Producer(Skia/PDF m140)"))
    assert all(block.included for block in article.blocks)


def test_a_paragraph_ends_where_a_column_is_left_early() -> None:
    # The last line of the first page is full, but two more would have had room below it.
    full = [line[3] for line in flowing(FIRST)]
    rows = [(72.0, 720.0 - 14 * n, 12.0, full[n % 3]) for n in range(40)]
    last = (72.0, rows[-3][1], 12.0, "It was a full line that ends a paragraph at the foot of page.")
    pages = [[*rows[:-3], last], rows, rows, rows]
    assert any(text.endswith(last[3]) for text in texts(from_bytes(pdf(*pages))))


def test_the_properties_of_the_file() -> None:
    info = "/Title(Harbour report)/Author(Ann Lee)/CreationDate(D:20240501101112Z)"
    article = from_bytes(pdf(page(FIRST), info=info), "r.pdf")
    assert (article.title, article.authors, article.published) == ("Harbour report", ("Ann Lee",), "2024-05-01")
    assert article.origin.format == "pdf"


def test_the_day_on_which_a_browser_printed_a_page_is_no_date() -> None:
    assert from_bytes(pdf(page(FIRST), info="/Producer(Skia/PDF m140)/CreationDate(D:20240501101112Z)")).published == ""


def test_a_scan_is_named_as_such() -> None:
    with pytest.raises(ArticleError, match="pictures"):
        from_bytes(pdf([], []))


def test_pages_without_text_are_counted_in_a_warning() -> None:
    assert "1 of 2 pages hold no text that can be read." in from_bytes(pdf(page(FIRST), [])).warnings


def test_a_book_of_ten_thousand_pages_is_refused() -> None:
    many = pdf(page(FIRST)).replace(b"/Count 1/Kids[5 0 R]", b"/Count 10000/Kids[" + b"5 0 R " * 10000 + b"]")
    with pytest.raises(ArticleError, match="too many"):
        from_bytes(many)


def test_damage_is_one_sentence() -> None:
    with pytest.raises(ArticleError, match="damaged"):
        from_bytes(b"%PDF-1.7\nnothing of the kind")


@pytest.mark.parametrize(
    ("before", "line", "joined"),
    [
        ("it signed an agree" + HYPHEN, "ment in May", "it signed an agreement in May"),
        ("a four" + HYPHEN, "year plan", "a four-year plan"),
        ("the Kazakh-", "Russian venture", "the Kazakh-Russian venture"),
        ("some 12-", "month change", "some 12-month change"),
        ("the 2018" + HYPHEN, "2019 season", "the 2018-2019 season"),
        ("pre-", "and post-war", "pre- and post-war"),
        ("the zorblat" + HYPHEN, "fin rose", "the zorblatfin rose"),
        ("the sub" + HYPHEN, "commission met", "the sub-commission met"),
        ("no hyphen", "here", "no hyphen here"),
        ("a dash –", "and more", "a dash – and more"),
    ],
)
def test_a_hyphen_at_a_line_s_end_is_decided(before: str, line: str, joined: str) -> None:
    assert Hyphens(["the sub-commission"]).join(before, line) == joined
