"""Labelled paragraphs and metadata → Article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.articles.bylines import byline_names, closing_note, is_agency, publisher, writers
from briefing.articles.dateline import find_dateline
from briefing.articles.dates import find_date
from briefing.articles.language import language_of, name_of
from briefing.articles.structure import Label
from briefing.model import Article, Block, BlockKind, Dateline, Origin, Span

_SEPARATOR = "\n\n"
_SEARCHED = "en"  # the language in which the analysis reads
_DATELINE_ZONE = 3  # body paragraphs at whose head a dateline may stand


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a format knows about its article; what is empty is looked for in the paragraphs."""

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    published_text: str = ""
    outlet: str = ""
    language: str = "en"
    format: str = "text"
    name: str = ""
    address: str = ""
    encoding: str = ""
    found_in: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def join(paragraphs: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """Paragraphs as one text with a blank line between them, and where each lies in it."""
    places, at = [], 0
    for paragraph in paragraphs:
        places.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + len(_SEPARATOR)
    return _SEPARATOR.join(paragraphs), tuple(places)


def assemble(text: str, labels: Sequence[Label], places: Sequence[Span], known: Metadata) -> Article:
    """The article of a text whose paragraphs are labelled; metadata that is not known yet is read from them."""
    blocks = tuple(_blocks(text, labels, places))
    dateline = _dateline(text, blocks)
    found = _located(_complete(text, blocks, known), text, blocks, dateline)
    return Article(
        text=text,
        blocks=blocks,
        title=found.title,
        subtitle=found.subtitle,
        authors=found.authors,
        published=found.published,
        published_text=found.published_text,
        outlet=found.outlet,
        dateline=dateline,
        language=found.language,
        origin=Origin(
            format=found.format,
            name=found.name,
            address=found.address,
            encoding=found.encoding,
        ),
        found_in=found.found_in,
        warnings=(*found.warnings, *_remarks(blocks, found.language)),
    )


def _blocks(text: str, labels: Sequence[Label], places: Sequence[Span]) -> Iterator[Block]:
    section = ""
    for number, (label, place) in enumerate(zip(labels, places, strict=True), start=1):
        yield Block(label.kind, place, number, section, label.included, label.reason)
        if label.kind is BlockKind.HEADING:
            section = place.of(text)


def _complete(text: str, blocks: Sequence[Block], known: Metadata) -> Metadata:
    """The metadata with what the paragraphs add to it."""
    first = {kind: next((b.span.of(text) for b in blocks if b.kind is kind), "") for kind in BlockKind}
    found_in = dict(known.found_in)
    changes: dict[str, object] = {}
    if not known.title and first[BlockKind.TITLE]:
        changes["title"], found_in["title"] = first[BlockKind.TITLE], "the first paragraph"
    if not known.subtitle and first[BlockKind.SUBTITLE]:
        changes["subtitle"], found_in["subtitle"] = first[BlockKind.SUBTITLE], "the line under the headline"
    for line, place in ((first[BlockKind.DATE], "the date line"), (first[BlockKind.BYLINE], "the byline")):
        date = find_date(line)
        if date and not known.published and "published" not in changes:
            changes["published"], changes["published_text"] = date[0], line if place == "the date line" else date[1]
            found_in["published"] = place
    authors, place = _authors(text, blocks, known)
    if authors != known.authors:
        changes["authors"], found_in["authors"] = authors, place
    return replace(known, **changes, found_in=found_in)  # type: ignore[arg-type]  # each key is a field of its type


def _located(known: Metadata, text: str, blocks: Sequence[Block], dateline: Dateline | None) -> Metadata:
    """The metadata with the language that the text is written in, and the agency of its dateline where no outlet is known."""
    found_in = dict(known.found_in)
    outlet, language = known.outlet, language_of(" ".join(block.span.of(text) for block in blocks if block.included))
    if language:
        found_in["language"] = "the words of the text"
    owner, place = ("", "") if outlet else _owner(text, blocks, dateline)
    if owner:
        outlet, found_in["outlet"] = owner, place
    if dateline and dateline.place:
        found_in["place"] = "the dateline"
    date = find_date(dateline.span.of(text)) if dateline and not known.published else None
    if date:
        known = replace(known, published=date[0], published_text=date[1])
        found_in["published"] = "the dateline"
    return replace(known, outlet=outlet, language=language or known.language, found_in=found_in)


def _owner(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> tuple[str, str]:
    """Whose text it is and where that stands: in the note under it, in its dateline, or in place of a writer's name."""
    for note in _notes(text, blocks):
        if publisher(note):
            return publisher(note), "the note under the article"
    if dateline and dateline.agency:
        return dateline.agency, "the dateline"
    bylines = (re.sub(r"^by:?\s", "", b.span.of(text), flags=re.IGNORECASE) for b in blocks if b.kind is BlockKind.BYLINE)
    agency = next(filter(is_agency, bylines), "")
    return agency, "the byline" if agency else ""


def _authors(text: str, blocks: Sequence[Block], known: Metadata) -> tuple[tuple[str, ...], str]:
    """Who wrote it and where that stands; an author that is only the outlet gives way to persons named in the text."""
    place = known.found_in.get("authors", "")
    if known.authors and (not known.outlet or any(_bare(author) != _bare(known.outlet) for author in known.authors)):
        return known.authors, place
    for block in blocks:
        names = byline_names(block.span.of(text)) if block.kind is BlockKind.BYLINE else ()
        if names:
            return names, "the byline"
    names = tuple(name for note in _notes(text, blocks) for name in writers(note))
    return (tuple(dict.fromkeys(names)), "the note under the article") if names else (known.authors, place)


def _notes(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """What newsrooms write under an article, or in brackets at the end of its last paragraph."""
    body = [block.span.of(text) for block in blocks if block.included]
    if body:
        yield closing_note(body[-1])
    yield from (block.span.of(text) for block in blocks if block.kind is BlockKind.TAIL)


def _bare(name: str) -> str:
    return re.sub(r"\W+", "", name.casefold())


def _dateline(text: str, blocks: Sequence[Block]) -> Dateline | None:
    body = [block for block in blocks if block.kind is BlockKind.BODY and block.included]
    for block in body[:_DATELINE_ZONE]:
        found = find_dateline(block.span.of(text))
        if found:
            return replace(found, span=found.span.shifted(block.span.start))
    return None


def _remarks(blocks: Sequence[Block], language: str) -> Iterator[str]:
    greyed = sum(not block.included for block in blocks)
    if greyed:
        yield f"{greyed} {'paragraph' if greyed == 1 else 'paragraphs'} greyed: captions, notes or page furniture."
    if language != _SEARCHED:
        yield f"The text is in {name_of(language)}; figures and quotes are looked for as in English."
