"""Finding + brief → the words on its card: the same words that the note will print, and the source's sentence around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.brief import Brief, Decision, Edit
from briefing.compose.context import FigureItem, QuoteItem
from briefing.compose.figures import NOT_STATED, figure_items
from briefing.compose.quotes import SPEAKER_NOT_STATED, quote_items
from briefing.compose.source import sentences
from briefing.compose.style import style_named
from briefing.model import Article, Figure, Finding, Hedge, Quote, QuoteKind, Span

SPEAKER_NOT_NAMED = "speaker not named"
ELLIPSIS = "…"
SEPARATOR = " · "
_HEDGES = {Hedge.EXACT: "", Hedge.ABOUT: "about", Hedge.ABOVE: "more than", Hedge.BELOW: "less than"}
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the source in one line; ``start`` and ``end`` enclose the value in them, equal where nothing stands out."""

    text: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """What a card says, line by line; empty where there is nothing to say."""

    title: str
    second: str
    excerpt: Excerpt
    place: str  # "¶11", or "2 ¶11" where there are several articles
    speaker: str = ""  # who says it or vouches for it, after edits


def lines(brief: Brief, finding: Finding) -> Lines:
    """The words on a finding's card, the analyst's edits in the place of what was extracted."""
    content = brief.content(finding)
    if isinstance(content, Figure):
        return _figure_lines(brief, finding, content)
    return _quote_lines(brief, finding, content)


def figure_item(brief: Brief, finding: Finding, *, edited: bool = True) -> FigureItem:
    """A figure as the note prints it, whether or not it is kept."""
    return figure_items(_alone(brief, finding, edited=edited), style_named(brief.style))[0]


def quote_item(brief: Brief, finding: Finding, *, edited: bool = True) -> QuoteItem:
    """A quote as the note prints it, whether or not it is kept."""
    return quote_items(_alone(brief, finding, edited=edited), style_named(brief.style))[0]


def _alone(brief: Brief, finding: Finding, *, edited: bool) -> Brief:
    """A brief in which a finding is the only one, and kept; without edits it says what the rules read at its edges."""
    edit = brief.edits.get(finding.id, Edit())
    edits = {finding.id: edit if edited else replace(edit, fields={})}
    return replace(brief, findings=(finding,), decisions={finding.id: Decision.KEPT}, edits=edits, starred=(), order=())


def _figure_lines(brief: Brief, finding: Finding, figure: Figure) -> Lines:
    item, edit = figure_item(brief, finding), brief.edits.get(finding.id, Edit())
    where = fold(edit.fields.get("place", figure.place)).strip()
    said = "" if item.said_by in {"article", NOT_STATED} else item.said_by
    parts = (
        value_words(figure) if edit.reading is not None else "",
        _stated(item.subject),
        _stated(item.period),
        item.change.removesuffix(", base not stated"),
        where if where.casefold() not in item.subject.casefold() else "",
        said,
    )
    span = edit.span or figure.span
    return Lines(
        title=item.value,
        second=SEPARATOR.join(dict.fromkeys(part for part in parts if part)) or "subject not found",
        excerpt=excerpt(brief.article(finding.article), span, figure.sentence),
        place=place(brief, finding),
        speaker=said,
    )


def value_words(figure: Figure) -> str:
    """The value as the rules understand it: "read as about 3,400,000,000 (dollar)"."""
    amount = figure.amount
    numbers = " to ".join(f"{each:,.12g}" for each in (amount.value, amount.high) if each is not None)
    unit = f"({amount.unit})" if amount.unit != "-" else ""
    return " ".join(word for word in ("read as", _HEDGES[figure.hedge], numbers, unit) if word)


def place(brief: Brief, finding: Finding) -> str:
    """The paragraph a finding stands in, with the article's number where there are several."""
    return f"{finding.article} ¶{finding.number}" if len(brief.sources) > 1 else f"¶{finding.number}"


def _stated(words: str) -> str:
    return "" if words == NOT_STATED else words


def _quote_lines(brief: Brief, finding: Finding, quote: Quote) -> Lines:
    item = quote_item(brief, finding)
    named = item.speaker != SPEAKER_NOT_STATED
    organisation = "" if item.organisation in item.role else item.organisation
    office = ", ".join(part for part in (item.role, organisation) if part)
    bare = item.verb if named or item.verb else "no one is named near it"
    kind = {QuoteKind.PARTIAL: "part of a sentence", QuoteKind.INDIRECT: "indirect"}.get(quote.kind, "")
    return Lines(
        title=item.speaker if named else _sentence_case(SPEAKER_NOT_NAMED),
        second=SEPARATOR.join(part for part in (office, kind) if part) or bare,
        excerpt=Excerpt(item.marked),
        place=place(brief, finding),
        speaker=item.speaker if named else "",
    )


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def fold(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACE.sub(" ", text)


def excerpt(article: Article, span: Span, sentence: Span | None = None) -> Excerpt:
    """The sentence around a range, in one line."""
    around = sentence if sentence and sentence.contains(span) else _around(article, span)
    before = fold(article.text[around.start : span.start]).lstrip()
    value = fold(article.text[span.start : span.end]).strip()
    behind = fold(article.text[span.end : around.end]).rstrip()
    return Excerpt(before + value + behind, len(before), len(before) + len(value))


def focused(whole: Excerpt, lead: int) -> Excerpt:
    """An excerpt cut short before what stands out in it, to so many characters; "…" stands for what was cut."""
    if whole.start <= lead or whole.end <= whole.start:
        return whole
    before = ELLIPSIS + whole.text[whole.start - lead : whole.start].partition(" ")[2]
    return Excerpt(before + whole.text[whole.start :], len(before), len(before) + whole.end - whole.start)


def _around(article: Article, span: Span) -> Span:
    """The sentence that holds a range; the paragraph where it runs over several, the range itself outside of all."""
    block = article.block_at(span.start)
    if block is None:
        return span
    found = next((s for s in sentences(article, block) if s.contains(span)), block.span)
    return found if found.contains(span) else span
