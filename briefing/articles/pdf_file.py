"""PDF files → Article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from briefing.articles.assemble import Metadata
from briefing.articles.passages import CELL, Passage, article_of, too_long
from briefing.articles.pdf.furniture import without_running_lines
from briefing.articles.pdf.hyphens import Hyphens
from briefing.articles.pdf.layout import layout
from briefing.articles.pdf.lines import Line, page_lines
from briefing.articles.pdf.paragraphs import BULLET, Paragraph, paragraphs
from briefing.articles.pdf.printed import printed_article
from briefing.articles.properties import properties
from briefing.articles.structure import reads_like_heading
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

_MOST_PAGES = 1_500
_MOST_CHARACTERS = 4_000_000
_FEWEST_CHARACTERS = 20  # a page; with fewer it is a picture
_HEADING = 1.08  # times the size of the body
_TITLE = 1.15
_LONGEST_HEADING = 20  # words
_TITLE_PAGES = 2
_NAVIGATION = 3  # short lines above the headline make a menu
_LONG_RUN = 5  # short lines one after the other
_SHORT = 8  # words
_ENDS_SENTENCE = re.compile(r"[.!?…;,:][\"”’»'“)\]]*$")
_BROWSERS = re.compile(r"skia|mozilla|chrome|firefox|safari|webkit|wkhtml|quartz", re.IGNORECASE)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_STEP = "Copy the article's text with another program and paste it."


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of a PDF file; ArticleError if there is none."""
    document = _open(data)
    try:
        pages, heights, empty = _pages(document)
        lines, removed = without_running_lines(pages, heights)
        whole = list(paragraphs(part for page in lines for part in layout(page)))
        hyphens = Hyphens(line.text for page in lines for line in page)
        known = Metadata(format="pdf", name=name, warnings=tuple(_warnings(removed, empty, len(pages))))
        return article_of(_passages(whole, hyphens, from_browser=_is_from_browser(document)), known, _properties(document))
    finally:
        document.close()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(problem).lower():
            sentence = "The file is protected by a password."
            raise ArticleError(sentence, "Save it without a password and open it again.") from problem
        raise ArticleError("The PDF file is damaged and cannot be opened.", "Ask for it again, or paste its text.") from problem
    if count > _MOST_PAGES:
        sentence = f"The file has {count:,} pages, too many for an article."
        raise ArticleError(sentence, "Save the pages that you need as a file of their own.")
    return document


def _pages(document: pypdfium2.PdfDocument) -> tuple[list[list[Line]], list[float], int]:
    """The lines of every page, the pages' heights, and how many pages hold no text."""
    pages: list[list[Line]] = []
    heights: list[float] = []
    characters = empty = 0
    for number in range(len(document)):
        try:
            page = document[number]
            lines = page_lines(page, number)
            heights.append(page.get_height())
        except pypdfium2.PdfiumError:
            lines = []
            heights.append(1.0)
        size = sum(len(line.text) for line in lines)
        characters += size
        empty += size < _FEWEST_CHARACTERS
        pages.append(lines)
        if characters > _MOST_CHARACTERS:
            raise too_long()
    if empty == len(pages) or characters < _FEWEST_CHARACTERS * len(pages):
        raise ArticleError("The pages of this PDF are pictures (a scan), and text in pictures cannot be read.", _STEP)
    return pages, heights, empty


def _warnings(removed: int, empty: int, pages: int) -> Iterator[str]:
    if removed:
        yield "Running heads and page numbers were left out."
    if empty:
        yield f"{empty} of {pages} pages hold no text that can be read."


def _passages(whole: Sequence[Paragraph], hyphens: Hyphens, *, from_browser: bool) -> Iterator[Passage]:
    sizes = Counter[int]()
    for paragraph in whole:
        if paragraph.row is None:
            sizes[round(paragraph.size)] += sum(len(line.text) for line in paragraph.lines)
    body = sizes.most_common(1)[0][0] if sizes else 0
    texts = [CELL.join(p.row.cells).rstrip(" |") if p.row else p.text(hyphens) for p in whole]
    printed = printed_article(whole, texts, body) if from_browser else None
    title = printed.title if printed else _title(whole, body)
    furniture = _menus(whole, title) | (printed.furniture if printed else frozenset())
    for index, (paragraph, text) in enumerate(zip(whole, texts, strict=True)):
        if index == title:
            yield Passage(text, BlockKind.TITLE)
        elif index in furniture:
            yield Passage(text, BlockKind.PROMO, included=False, reason="page furniture")
        elif paragraph.row is not None:
            yield Passage(text, BlockKind.TABLE_ROW)
        else:
            yield _passage(paragraph, text, body, sizes)


def _menus(whole: Sequence[Paragraph], title: int) -> set[int]:
    """The paragraphs of printed menus: short lines above the headline, and long runs of them anywhere."""
    short = [index for index, paragraph in enumerate(whole) if index != title and _is_short(paragraph)]
    above = [index for index in short if index < title]
    found = set(above) if len(above) >= _NAVIGATION else set()
    run: list[int] = []
    for index in short:
        run = [*run, index] if run and run[-1] == index - 1 else [index]
        if len(run) == _LONG_RUN:
            found.update(run)
        elif len(run) > _LONG_RUN:
            found.add(index)
    return found


def _passage(paragraph: Paragraph, text: str, body: int, sizes: Counter[int]) -> Passage:
    bullet = BULLET.match(text)
    if bullet:
        return Passage(text[bullet.end() :], BlockKind.LIST_ITEM)
    larger = paragraph.size > _HEADING * body
    if (larger or paragraph.bold) and len(text.split()) <= _LONGEST_HEADING and _is_heading(text):
        level = 2 + sum(size > paragraph.size + 0.5 for size in sizes) if larger else 9
        return Passage(text, BlockKind.HEADING, level)
    return Passage(text)


def _is_heading(text: str) -> bool:
    return not _ENDS_SENTENCE.search(text) and reads_like_heading(text)


def _title(whole: Sequence[Paragraph], body: int) -> int:
    """The index of the paragraph in the largest type near the beginning, or -1."""
    best, size = -1, _TITLE * body
    for index, paragraph in enumerate(whole):
        if paragraph.row is not None or paragraph.lines[0].page >= _TITLE_PAGES:
            continue
        words = sum(len(line.text.split()) for line in paragraph.lines)
        if paragraph.size > size and 3 <= words <= 40:
            best, size = index, paragraph.size + 0.5
    return best


def _is_short(paragraph: Paragraph) -> bool:
    """A line of few words that is no sentence, no item of a list and no figure."""
    if paragraph.row is not None:
        return False
    text = " ".join(line.text for line in paragraph.lines)
    telling = _ENDS_SENTENCE.search(text) or BULLET.match(text) or any(character.isdigit() for character in text)
    return not telling and len(text.split()) <= _SHORT


def _is_from_browser(document: pypdfium2.PdfDocument) -> bool:
    values = _values(document)
    return _BROWSERS.search(values.get("Producer", "") + values.get("Creator", "")) is not None


def _values(document: pypdfium2.PdfDocument) -> dict[str, str]:
    try:
        return dict(document.get_metadata_dict(skip_empty=True))
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return {}


def _properties(document: pypdfium2.PdfDocument) -> Metadata:
    values = _values(document)
    # The day of printing says nothing.
    date = None if _is_from_browser(document) else _DATE.match(values.get("CreationDate", ""))
    return properties(
        title=values.get("Title", ""),
        authors=[values.get("Author", "")],
        published="-".join(date.groups()) if date else "",
    )
