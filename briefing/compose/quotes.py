"""Kept quotes → the source's words in the house's marks, with speaker and role; trims and insertions show themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.brief import Brief, Edit
from briefing.compose.context import QuoteItem, SpeakerItem, StyleFields
from briefing.compose.source import folded, src, words
from briefing.model import Article, Finding, Quote, QuoteKind, Span, Speaker
from briefing.parts import edited_segments, omits

SPEAKER_NOT_STATED = "speaker not stated"
ELLIPSIS = "…"
# Words that an analyst puts in stand under this key of Edit.fields, with their place in the article's text: "insert@1042".
INSERTION = re.compile(r"insert@(\d+)")
_LETTER = re.compile(r"\w")
_CLOSING = ",;:–— "


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote's words and what was done to them."""

    text: str
    trimmed: bool
    inserted: bool


def quote_items(brief: Brief, style: StyleFields) -> tuple[QuoteItem, ...]:
    """The note's quotes in the note's order."""
    chosen = ((f, f.content) for f in brief.note_findings() if isinstance(f.content, Quote))
    return tuple(_item(brief, finding, quote, style, n) for n, (finding, quote) in enumerate(chosen, 1))


def _item(brief: Brief, finding: Finding, quote: Quote, style: StyleFields, n: int) -> QuoteItem:
    article, edit = brief.article(finding.article), brief.edits.get(finding.id, Edit())
    said, speaker = wording(article, quote, edit), _speaker(brief, quote, edit)
    return QuoteItem(
        id=finding.id,
        n=n,
        text=said.text,
        marked=said.text if quote.kind is QuoteKind.INDIRECT else marked(said.text, quote.kind, style),
        speaker=speaker.name or SPEAKER_NOT_STATED,
        role=_given(edit.fields, "role", speaker.role),
        organisation=_given(edit.fields, "organisation", speaker.organisation),
        verb=_given(edit.fields, "verb", quote.verb),
        partial=quote.kind is QuoteKind.PARTIAL,
        trimmed=said.trimmed,
        inserted=said.inserted,
        sentence=words(article, quote.sentence),
        resolved_from="" if "speaker" in edit.fields else folded(quote.evidence.resolved_from),
        edited=edit != Edit(),
        note=edit.fields.get("note", ""),
        src=src(finding.article, article, edit.span or quote.span, quote.sentence),
    )


def _speaker(brief: Brief, quote: Quote, edit: Edit) -> Speaker:
    """Who speaks; a name that the analyst gave brings the role that the same person has elsewhere, never the old one's."""
    found = quote.speaker or Speaker("")
    name = _given(edit.fields, "speaker", found.name)
    if name == found.name:
        return found
    spoken = (*brief.people, *(f.content.speaker for f in brief.findings if isinstance(f.content, Quote)))
    return next((speaker for speaker in spoken if speaker and speaker.name == name), Speaker(name))


def _given(fields: Mapping[str, str], name: str, extracted: str) -> str:
    return folded(fields.get(name, extracted))


def wording(article: Article, quote: Quote, edit: Edit) -> Wording:
    """The words of a quote as the note prints them: the source's, an ellipsis for what was cut, brackets for what was put in."""
    segments = edited_segments(quote, edit.span)
    placed = {at: put_in for at, put_in in _insertions(edit) if any(s.start <= at <= s.end for s in segments)}
    text = in_a_row(article, segments, [_with_insertions(article.text, segment, placed) for segment in segments])
    before = Span(quote.span.start, max(quote.span.start, segments[0].start))
    behind = Span(min(quote.span.end, segments[-1].end), quote.span.end)
    cut = [_LETTER.search(span.of(article.text)) is not None for span in (before, behind)]
    text = f"{ELLIPSIS + ' ' if cut[0] else ''}{text}{' ' + ELLIPSIS if cut[1] else ''}"
    omitted = any(omits(article, before, after) for before, after in pairwise(segments))
    return Wording(text, omitted or any(cut), bool(placed))


def in_a_row(article: Article, segments: Sequence[Span], pieces: Sequence[str]) -> str:
    """The words of a quote's segments as one text, an ellipsis where words of their paragraphs lie between two of them."""
    text = pieces[0]
    for (before, after), piece in zip(pairwise(segments), pieces[1:], strict=True):
        text += f" {ELLIPSIS} {piece}" if omits(article, before, after) else f" {piece}"
    return folded(text)


def _insertions(edit: Edit) -> Iterator[tuple[int, str]]:
    for name, put_in in edit.fields.items():
        key = INSERTION.fullmatch(name)
        if key and put_in.strip():
            yield int(key[1]), put_in


def _with_insertions(text: str, segment: Span, insertions: Mapping[int, str]) -> str:
    pieces, start = [], segment.start
    for at in sorted(at for at in insertions if segment.start <= at <= segment.end):
        pieces += [text[start:at].rstrip(), f"[{folded(insertions[at])}]"]
        start = at
    rest = text[start : segment.end]
    if not pieces:
        return rest
    gap = "" if not rest[:1].isalnum() and not rest[:1].isspace() else " "
    return " ".join(pieces) + gap + rest.lstrip()


def marked(text: str, kind: QuoteKind, style: StyleFields) -> str:
    """The words in the house's quotation marks; a comma that led to the speaker gives way to a full stop."""
    closed = text.rstrip(_CLOSING)
    if kind is QuoteKind.FULL and closed[:1].isupper() and closed[-1:].isalnum():
        closed += "."
    return f"{style.quote_open}{closed}{style.quote_close}"


def by_speaker(quotes: Iterable[QuoteItem]) -> tuple[SpeakerItem, ...]:
    """The full quotes grouped by speaker, in order of first mention; those without a speaker come last."""
    groups: dict[str, list[QuoteItem]] = {}
    for quote in quotes:
        if not quote.partial:
            groups.setdefault(quote.speaker, []).append(quote)
    ordered = sorted(groups, key=lambda name: name == SPEAKER_NOT_STATED)
    return tuple(SpeakerItem(name, *_office(groups[name]), tuple(groups[name])) for name in ordered)


def _office(quotes: Iterable[QuoteItem]) -> tuple[str, str]:
    """The first role and the first organisation that any of a speaker's quotes gives."""
    quotes = tuple(quotes)
    return next((q.role for q in quotes if q.role), ""), next((q.organisation for q in quotes if q.organisation), "")
