"""A template's sections: which there are, and the same template with some of them, in another order, under other headings.

A section is a paragraph with a heading's style and what follows it, or the whole of a condition or loop around a heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from briefing.errors import TemplateError
from briefing.word.language import Fault
from briefing.word.package import admitted, opened, saved
from briefing.word.tags import tags
from briefing.word.types import Section
from briefing.word.xml import PARAGRAPH, PROPERTIES, RUN, TEXT, Element, text_of, w

if TYPE_CHECKING:
    from docx.document import Document

_TITLE = 0  # the outline's level of a document's title; headings of sections have the level below
_OPENING, _CLOSING = frozenset({"if", "for"}), frozenset({"endif", "endfor"})
_LONGEST_CHAIN = 20  # styles based on styles


@dataclass(slots=True)
class _Piece:
    """Elements of the body that stay together; those without a heading stay where they are."""

    elements: list[Element]
    heading: Element | None = None
    closed: bool = False  # a condition or loop that ends: what follows does not belong to it


@dataclass(slots=True)
class _Layout:
    """A body taken apart: what stands before the first section, the sections, what stands behind the last one."""

    before: list[Element] = field(default_factory=list)
    sections: list[_Piece] = field(default_factory=list)
    behind: list[Element] = field(default_factory=list)


def sections(path: Path) -> tuple[Section, ...]:
    """The template's sections in their order; TemplateError where the file may not be opened."""
    document = opened(path)
    layout = _layout(document)
    return tuple(_section(number, piece) for number, piece in enumerate(layout.sections, 1))


def arranged(path: Path, wanted: Sequence[Section]) -> bytes:
    """The template with the sections wanted, in that order and with those headings; TemplateError where one is not there."""
    _, document = admitted(path)
    layout = _layout(document)
    if not wanted or len({each.number for each in wanted}) != len(wanted):
        raise TemplateError("A template needs a section.", "Keep at least one of them.")
    if not all(0 < each.number <= len(layout.sections) for each in wanted):
        raise TemplateError("The template has other sections by now.", "Look at them again.")
    body = document.element.body
    for piece in layout.sections:
        for element in piece.elements:
            body.remove(element)
    chosen = [(layout.sections[each.number - 1], each) for each in wanted]
    place = body.index(layout.before[-1]) + 1 if layout.before else 0
    for element in reversed([element for piece, _ in chosen for element in piece.elements]):
        body.insert(place, element)
    for piece, section in chosen:
        _rename(piece, section.heading)
    return saved(document)


def _layout(document: Document) -> _Layout:
    """The body taken apart; a final table of section properties belongs to none."""
    levels = _heading_styles(document)
    layout = _Layout()
    for piece in _pieces(document, levels):
        last = layout.sections[-1] if layout.sections else None
        if piece.heading is not None:
            if last and layout.behind:  # it stands between two sections, and goes with the first of them
                last.elements += layout.behind
                layout.behind = []
            layout.sections.append(piece)
        elif last is None:
            layout.before += piece.elements
        elif last.closed or layout.behind:
            layout.behind += piece.elements
        else:
            last.elements += piece.elements
    return layout


def _pieces(document: Document, headings: frozenset[str]) -> Iterator[_Piece]:
    """Single elements, and conditions and loops from their first tag to their last."""
    run: list[Element] = []
    depth = 0
    for element in document.element.body:
        if element.tag == w("sectPr"):
            continue
        run.append(element)
        depth += _turn(element)
        if depth <= 0:
            heading = next((each for each in run if _style(each) in headings), None)
            yield _Piece(run, heading, closed=len(run) > 1)
            run, depth = [], 0
    if run:
        yield _Piece(run)


def _turn(element: Element) -> int:
    """1 where a paragraph opens a condition or loop over paragraphs, -1 where it closes one."""
    if element.tag != PARAGRAPH:
        return 0
    try:
        words = [tag.word for tag in tags(text_of(element)) if tag.level == "p"]
    except Fault:
        return 0
    return sum((word in _OPENING) - (word in _CLOSING) for word in words)


def _style(element: Element) -> str:
    named = element.find(f"{w('pPr')}/{w('pStyle')}") if element.tag == PARAGRAPH else None
    return "" if named is None else named.get(w("val"), "")


def _heading_styles(document: Document) -> frozenset[str]:
    """The ids of the styles of the highest level that the body uses; a title stands alone at its level, and is none of them."""
    styles = {each.get(w("styleId"), ""): each for each in document.styles.element.iter(w("style"))}
    levels = {name: level for name in styles if (level := _level(name, styles)) is not None}
    used = [levels[name] for element in document.element.body if (name := _style(element)) in levels]
    below = [level for level in used if level > _TITLE]
    wanted = min(below) if below and used.count(_TITLE) <= 1 else _TITLE
    return frozenset(name for name, level in levels.items() if used and level == wanted)


def _level(name: str, styles: dict[str, Element]) -> int | None:
    for _ in range(_LONGEST_CHAIN):
        style = styles.get(name)
        if style is None:
            return None
        found = style.find(f"{w('pPr')}/{w('outlineLvl')}")
        if found is not None:
            value = found.get(w("val"), "")
            return int(value) if value.isdigit() and int(value) < 9 else None
        base = style.find(w("basedOn"))
        name = "" if base is None else base.get(w("val"), "")
    return None


def _section(number: int, piece: _Piece) -> Section:
    texts = _words(piece)
    whole = "".join(each.text or "" for each in texts)
    return Section(number, " ".join(whole.split()), fixed="{" in whole or not whole.strip())


def _words(piece: _Piece) -> list[Element]:
    """The texts of a heading's first runs that look alike; what looks otherwise, such as “analyst”, is no part of it."""
    runs = [run for run in piece.heading.iter(RUN) if run.find(TEXT) is not None] if piece.heading is not None else []
    first = _look(runs[0]) if runs else b""
    found: list[Element] = []
    for run in runs:
        if _look(run) != first:
            break
        found += run.findall(TEXT)
    return found


def _look(run: Element) -> bytes:
    properties = run.find(PROPERTIES)
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def _rename(piece: _Piece, heading: str) -> None:
    texts = _words(piece)
    now = "".join(each.text or "" for each in texts)
    words = " ".join(heading.split())
    if "{" in now or not now.strip() or not words or words == " ".join(now.split()):
        return
    if "{" in words or "}" in words:
        raise TemplateError("A heading cannot hold braces.", "Type it without them.")
    texts[0].text = now[: len(now) - len(now.lstrip())] + words + now[len(now.rstrip()) :]
    for each in texts[1:]:
        each.text = ""
