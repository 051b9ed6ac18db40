"""The last look before a note is written: quotes and values against their sources, and against the file; no tag left."""

from __future__ import annotations

import io
import re
import zipfile
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from briefing.brief import Brief, Edit
from briefing.compose.context import NoteContext, QuoteItem
from briefing.compose.quotes import ELLIPSIS, INSERTION, in_a_row
from briefing.compose.source import folded
from briefing.errors import ExportError
from briefing.model import Article, Block, Figure, Finding, Quote, Span
from briefing.parts import edited_segments
from briefing.word.gate import inspect_ours, refuse_actions
from briefing.word.xml import BREAK, PARAGRAPH, TAB, TEXT, Element, cleaned
from briefing.word.xml import parser as strict_parser

_MARKS = {BREAK: "\n", TAB: "\t", PARAGRAPH: "\n"}
_QUOTATION = re.compile("[\\s\"'«»‹›“”„‟‘’‚‛]+")
_PER_CENT = re.compile(r"\s*(?:%|\bper ?cent\b(?! ?age))", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,\u00a0]\d+)*|[%$€£¥]")
_THOUSANDS = re.compile("[,\u00a0]")
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TAG = re.compile(r"\{\{|\}\}|\{%|%\}")


def check_quotes(brief: Brief, context: NoteContext) -> None:
    """ExportError for the first quote that is not its source's words, brackets and ellipses apart."""
    findings = {finding.id: finding for finding in brief.findings}
    for item in context.quotes:
        if not _faithful(brief, findings[item.id], item):
            shown = item.text if len(item.text) <= 60 else f"{item.text[:60]}…"
            raise ExportError(
                f"The quote “{shown}” {item.src.text} differs from its source.", "Reset it, or drop it from the note."
            )


def _faithful(brief: Brief, finding: Finding, item: QuoteItem) -> bool:
    """Whether what remains of a quote without the analyst's insertions and ellipses stands in its source, in order."""
    quote, edit = finding.content, brief.edits.get(item.id, Edit())
    if not isinstance(quote, Quote):
        return False
    article = brief.article(finding.article)
    segments = edited_segments(quote, edit.span)
    source = in_a_row(article, segments, [span.of(article.text) for span in segments])
    return any("".join(_kept(said, edit)).replace(" ", "") == source.replace(" ", "") for said in _untrimmed(item))


def _untrimmed(item: QuoteItem) -> Iterator[str]:
    """The quote's text as it is, and where something was cut without the ellipses for it; a source may have some of its own."""
    yield item.text
    if item.trimmed:
        head = item.text.removeprefix(f"{ELLIPSIS} ")
        yield from (head, item.text.removesuffix(f" {ELLIPSIS}"), head.removesuffix(f" {ELLIPSIS}"))


def _kept(rest: str, edit: Edit) -> Iterator[str]:
    put_in = [(int(key[1]), f"[{folded(words)}]") for name, words in edit.fields.items() if (key := INSERTION.fullmatch(name))]
    for _, words in sorted(put_in):
        before, found, behind = rest.partition(words)
        if found:
            yield before
            rest = behind
    yield rest


def check_values(brief: Brief, context: NoteContext) -> None:
    """ExportError for the first figure whose value has a word or a number that its paragraphs do not have."""
    findings = {finding.id: finding for finding in brief.note_findings()}
    articles = {source.key: source.article for source in brief.sources}
    starts = {key: [block.span.start for block in article.blocks] for key, article in articles.items()}
    known: dict[str, Counter[str]] = {}  # what paragraphs say, counted once for all their figures
    for item in context.figures:
        finding = findings[item.id]
        places = _places(brief, finding)
        said = _paragraphs(articles[finding.article], starts[finding.article], places)
        if said not in known:
            known[said] = Counter(_tokens(said))
        if Counter(_tokens(item.value)) - known[said]:
            raise ExportError(
                f"The figure “{item.value[:60]}” {item.src.text} differs from its source.", "Reset it, or drop it from the note."
            )


def _tokens(text: str) -> list[str]:
    """Words, numbers and signs; per cent is one sign however it is written, and so is a number however its thousands are."""
    return [_THOUSANDS.sub("", token) for token in _TOKEN.findall(_PER_CENT.sub("%", text))]


def _places(brief: Brief, finding: Finding) -> Iterator[Span]:
    """Where a figure's value is printed: itself, its hedge, the source's conversions."""
    figure, edit = finding.content, brief.edits.get(finding.id, Edit())
    if isinstance(figure, Figure):
        yield edit.span or figure.span
        yield figure.span
        yield from (amount.span for amount in figure.conversions)
        if figure.hedge_span:
            yield figure.hedge_span


def _paragraphs(article: Article, starts: Sequence[int], places: Iterable[Span]) -> str:
    """The text of the blocks that the places touch, each once; ``starts`` is where the article's blocks begin."""
    touched: dict[int, Block] = {}
    for place in places:
        first = max(0, bisect_right(starts, place.start) - 1)
        for n in range(first, bisect_left(starts, place.end)):
            touched[n] = article.blocks[n]
    return folded(" ".join(block.span.of(article.text) for block in touched.values()))


def check_file(content: bytes, written: Mapping[str, Sequence[str]], described: Sequence[str] = ()) -> None:
    """ExportError where the finished file lacks a value that was written to it, holds a tag that no value brought along, or acts.

    ``written`` has the values of each part that was filled, in document order; the other parts are the template's own.
    ``described`` are the words of the pictures in the body.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inspect_ours(archive)
        for name, values in written.items():
            root = etree.fromstring(archive.read(name.lstrip("/")), strict_parser(large=True))
            refuse_actions(root, "The note")
            text = part_text(root)
            if described and name == next(iter(written)):
                _check_pictures(root, described)
            _check_order(text, values)
            if len(_TAG.findall(text)) > sum(len(_TAG.findall(value)) for value in values if "{" in value or "}" in value):
                raise ExportError("The note still holds a tag of its template.", "Check the template, or choose another.")


def _check_pictures(root: Element, described: Iterable[str]) -> None:
    """ExportError for a chart that does not stand in the body, or without what it says in words."""
    told = [each.get("descr", "") for each in root.iter(_DRAWN)]
    if any(words not in told for words in described):
        raise ExportError("A chart did not reach the note.", "Export again; if it stays, choose another template.")


def _check_order(text: str, values: Iterable[str]) -> None:
    position = 0
    for value in values:
        for line in value.split("\n"):
            found = text.find(line, position)
            if found < 0:
                raise ExportError(f"“{line[:60]}” did not reach the note.", "Export again; if it stays, choose another template.")
            position = found + len(line)


def part_text(root: Element) -> str:
    """What a part says: its texts, with line ends for paragraphs and breaks, and tabs."""
    pieces = root.iter(TEXT, *_MARKS)
    return "".join([each.text or "" if (tag := each.tag) == TEXT else _MARKS[tag] for each in pieces])


def left_out(context: NoteContext, written: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The ids of the note's figures and quotes that the template did not print."""
    printed = {value for values in written for value in values}
    whole = "\n".join(printed)
    items = [(figure.id, cleaned(figure.value)) for figure in context.figures]
    missing = [identifier for identifier, value in items if value not in printed and value not in whole]
    unseen = [quote for quote in context.quotes if not _shown(quote, printed, whole)]
    if unseen:  # a quote over several paragraphs has more marks in its source's sentences than in its own words
        bare = _without_marks(whole)
        missing += [quote.id for quote in unseen if _without_marks(cleaned(quote.text)) not in bare]
    return tuple(missing)


def _without_marks(text: str) -> str:
    return _QUOTATION.sub("", text)


def _shown(quote: QuoteItem, printed: set[str], whole: str) -> bool:
    return cleaned(quote.marked) in printed or cleaned(quote.text) in printed or cleaned(quote.text) in whole
