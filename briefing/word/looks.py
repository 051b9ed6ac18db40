"""What Word's styles make of a paragraph and its runs: defaults, then the chain of styles, then what is set directly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.word.sheet import Paragraph, Words
from briefing.word.xml import PROPERTIES, Element, w

if TYPE_CHECKING:
    from docx.document import Document

_POINT, _HALF, _LINE = 20.0, 2.0, 240.0
_PARAGRAPH = w("pPr")
_OFF = {"0", "false", "off", "none"}
_LONGEST_CHAIN = 20  # styles based on styles
_SIDES = ("top", "bottom", "left")
_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both"}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    list: str
    depth: int
    text: str
    bullet: bool
    start: int


class Looks:
    """The styles and lists of one file."""

    def __init__(self, document: Document) -> None:
        root = document.styles.element
        self._styles: dict[str, Element] = {each.get(w("styleId"), ""): each for each in root.iter(w("style"))}
        kinds = ("paragraph", "table")
        self._usual = {kind: _usual(root, kind) for kind in kinds}
        self._defaults = {
            _PARAGRAPH: root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{_PARAGRAPH}"),
            PROPERTIES: root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{PROPERTIES}"),
        }
        self._levels = dict(_levels(document))

    # Paragraphs

    def paragraph(self, paragraph: Element) -> Paragraph:
        """The look of a paragraph, without its words."""
        look = Paragraph()
        for properties in self._of_paragraph(paragraph, _PARAGRAPH):
            look = _laid_out(look, properties)
        return look

    def list_level(self, paragraph: Element) -> Level | None:
        """The list that a paragraph belongs to."""
        found: tuple[str, int] | None = None
        for properties in self._of_paragraph(paragraph, _PARAGRAPH):
            place = properties.find(w("numPr"))
            if place is not None:
                which, depth = place.find(w("numId")), place.find(w("ilvl"))
                name = which.get(w("val"), "") if which is not None else found[0] if found else ""
                found = (name, 0 if depth is None else int(number(depth, "val")))
        return self._levels.get(found) if found else None

    def _of_paragraph(self, paragraph: Element, kind: str) -> Iterator[Element]:
        """Properties of a kind, the weakest first: defaults, styles, the paragraph's own."""
        own = paragraph.find(_PARAGRAPH)
        named = own.find(w("pStyle")) if own is not None else None
        style = self._usual["paragraph"] if named is None else named.get(w("val"), "")
        default = self._defaults[kind]
        if default is not None:
            yield default
        yield from (found for each in self._chain(style) if (found := each.find(kind)) is not None)
        if own is not None and kind == _PARAGRAPH:
            yield own

    def _chain(self, style: str) -> list[Element]:
        """A style and those that it is based on, the base first."""
        found: list[Element] = []
        while style in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[style])
            base = found[-1].find(w("basedOn"))
            style = "" if base is None else base.get(w("val"), "")
        return found[::-1]

    # Runs

    def words(self, paragraph: Element, run: Element | None) -> Words:
        """The look of a run, without its text."""
        look = Words("")
        for properties in self._of_run(paragraph, run):
            look = _printed(look, properties)
        return look

    def capitals(self, paragraph: Element, run: Element) -> bool:
        """Whether a run is set in capitals."""
        said = [each.find(w("caps")) for each in self._of_run(paragraph, run)]
        return next((_is_on(each) for each in reversed(said) if each is not None), False)

    def _of_run(self, paragraph: Element, run: Element | None) -> Iterator[Element]:
        yield from self._of_paragraph(paragraph, PROPERTIES)
        own = run.find(PROPERTIES) if run is not None else None
        if own is not None:
            named = own.find(w("rStyle"))
            chain = self._chain("" if named is None else named.get(w("val"), ""))
            yield from (found for each in chain if (found := each.find(PROPERTIES)) is not None)
            yield own

    # Tables

    def ruled(self, table: Element) -> bool:
        """Whether lines stand between a table's rows."""
        own = table.find(w("tblPr"))
        named = own.find(w("tblStyle")) if own is not None else None
        chain = self._chain(self._usual["table"] if named is None else named.get(w("val"), ""))
        said = [each.find(f"{w('tblPr')}/{w('tblBorders')}/{w('insideH')}") for each in chain]
        said.append(own.find(f"{w('tblBorders')}/{w('insideH')}") if own is not None else None)
        line = next((each for each in reversed(said) if each is not None), None)
        return line is not None and line.get(w("val")) not in {"nil", "none"}


def number(element: Element, name: str) -> float:
    """A number in an attribute; 0 where there is none that can be read."""
    try:
        return float(element.get(w(name), "0"))
    except ValueError:
        return 0.0


def on(properties: Element | None, name: str) -> bool:
    """Whether a switch such as ``w:vanish`` is set."""
    found = properties.find(w(name)) if properties is not None else None
    return found is not None and _is_on(found)


def _is_on(switch: Element) -> bool:
    return switch.get(w("val"), "1") not in _OFF


def _usual(root: Element, kind: str) -> str:
    """The id of the style that is taken where none is named."""
    found = (each for each in root.iter(w("style")) if each.get(w("type")) == kind and each.get(w("default")) == "1")
    return next((each.get(w("styleId"), "") for each in found), "")


def _laid_out(look: Paragraph, properties: Element) -> Paragraph:
    spacing, indent, aligned = (properties.find(w(name)) for name in ("spacing", "ind", "jc"))
    if spacing is not None:
        look = replace(
            look,
            before=_points(spacing, "before", look.before),
            after=_points(spacing, "after", look.after),
            line=_line(spacing, look.line),
        )
    if indent is not None:
        left = _points(indent, "left", _points(indent, "start", look.left))
        hanging = indent.get(w("hanging"))
        first = -number(indent, "hanging") / _POINT if hanging else _points(indent, "firstLine", look.first)
        look = replace(look, left=left, first=first)
    if aligned is not None:
        look = replace(look, align=_ALIGN.get(aligned.get(w("val"), ""), "left"))
    return _decorated(look, properties)


def _decorated(look: Paragraph, properties: Element) -> Paragraph:
    tabs, borders, shade = (properties.find(w(name)) for name in ("tabs", "pBdr", "shd"))
    if tabs is not None:
        stops = tuple((number(tab, "pos") / _POINT, tab.get(w("val"), "left")) for tab in tabs if tab.get(w("val")) != "clear")
        look = replace(look, tabs=stops)
    for side in _SIDES if borders is not None else ():
        line = borders.find(w(side)) if borders is not None else None
        if line is not None:
            there = line.get(w("val")) not in {"nil", "none"}
            look = replace(look, rule=side if there else "", rule_colour=_colour(line.get(w("color"), "")) if there else "")
    if shade is not None:
        look = replace(look, shade=_colour(shade.get(w("fill"), "")))
    return look


def _points(element: Element, name: str, otherwise: float) -> float:
    return otherwise if element.get(w(name)) is None else number(element, name) / _POINT


def _line(spacing: Element, otherwise: float) -> float:
    if spacing.get(w("line")) is None or spacing.get(w("lineRule"), "auto") != "auto":
        return otherwise
    return min(3.0, max(0.7, number(spacing, "line") / _LINE))


def _colour(value: str) -> str:
    return "" if value in {"", "auto"} else value.lower()


def _printed(look: Words, properties: Element) -> Words:
    face, size, colour, spacing = (properties.find(w(name)) for name in ("rFonts", "sz", "color", "spacing"))
    underline, place = properties.find(w("u")), properties.find(w("vertAlign"))
    if face is not None and face.get(w("ascii")):
        look = replace(look, face=face.get(w("ascii"), ""))
    if size is not None:
        look = replace(look, size=min(200.0, max(4.0, number(size, "val") / _HALF)))
    if colour is not None:
        look = replace(look, colour=_colour(colour.get(w("val"), "")))
    if spacing is not None:
        look = replace(look, spacing=number(spacing, "val") / _POINT)
    if underline is not None:
        look = replace(look, underlined=underline.get(w("val"), "none") != "none")
    if place is not None:
        look = replace(look, raised=place.get(w("val")) == "superscript")
    for name, field in (("b", "bold"), ("i", "italic")):
        switch = properties.find(w(name))
        if switch is not None:
            look = replace(look, **{field: _is_on(switch)})  # type: ignore[arg-type] # a name that is made up is not followed
    return look


def _levels(document: Document) -> Iterator[tuple[tuple[str, int], Level]]:
    """The levels of all lists, by the list's number and the level's depth."""
    part = next((each for each in document.part.package.iter_parts() if str(each.partname) == "/word/numbering.xml"), None)
    root = getattr(part, "element", None)
    if root is None:
        return
    drafts = {each.get(w("abstractNumId")): each for each in root.iter(w("abstractNum"))}
    for made in root.iter(w("num")):
        name, draft = made.get(w("numId"), ""), made.find(w("abstractNumId"))
        source = None if draft is None else drafts.get(draft.get(w("val")))
        for level in source.iter(w("lvl")) if source is not None else ():
            depth = int(number(level, "ilvl"))
            yield (name, depth), _level(level, name, depth)


def _level(level: Element, name: str, depth: int) -> Level:
    form, text, start = (level.find(w(each)) for each in ("numFmt", "lvlText", "start"))
    bullet = form is not None and form.get(w("val")) in {"bullet", "none"}
    return Level(
        name, depth, "" if text is None else text.get(w("val"), ""), bullet, 1 if start is None else int(number(start, "val"))
    )
