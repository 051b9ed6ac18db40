"""How sources are marked: in brackets, by footnotes, by Word comments with the source's sentence, or not at all."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from briefing.word.package import Part
from briefing.word.xml import PROPERTIES, TEXT, Element, cleaned, like, parent_of, w, write

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.run import CT_R

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_NAME = "/word/footnotes.xml"
# What the schema puts behind vertAlign.
_BEHIND = frozenset(map(w, ("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")))
_STYLE, _REFERENCE_STYLE = "FootnoteText", "FootnoteReference"
_SIZE = "15"  # half points


class Marks(StrEnum):
    """A template's choice."""

    BRACKETS = "brackets"
    FOOTNOTES = "footnotes"
    COMMENTS = "comments"
    NONE = "none"


def chosen(name: str) -> Marks:
    """The choice with a name; brackets where there is none."""
    return Marks(name) if name in set(Marks) else Marks.BRACKETS


class MarkWriter:
    """Puts marks into the body and remembers what is to stand in footnotes or comments."""

    def __init__(self, marks: Marks, first: int = 1) -> None:
        self.marks = marks
        self.first = first
        self.notes: list[str] = []  # the texts of the footnotes
        self.comments: list[tuple[Element, str]] = []  # runs and the texts of their comments

    def put(self, run: Element, src: dict[str, Any], text: str) -> Element:
        """Puts a mark behind a run; gives the run that holds it."""
        placed = like(run)
        properties = run.find(PROPERTIES)
        if properties is not None:
            placed.append(deepcopy(properties))
        run.addnext(placed)
        sentence = cleaned(f"{src['text']} {src['sentence']}".strip())
        if self.marks is Marks.FOOTNOTES:
            self._reference(placed)
            self.notes.append(sentence)
        else:
            write(etree.SubElement(placed, TEXT), text)
            self.comments.append((placed, sentence))
        return placed

    def _reference(self, run: Element) -> None:
        properties = run.find(PROPERTIES)
        if properties is None:
            properties = etree.SubElement(run, PROPERTIES)
        for raised in properties.findall(w("vertAlign")):
            properties.remove(raised)
        raised = etree.Element(w("vertAlign"), {w("val"): "superscript"})
        later = next((each for each in properties if each.tag in _BEHIND), None)
        properties.append(raised) if later is None else later.addprevious(raised)
        etree.SubElement(run, w("footnoteReference"), {w("id"): str(self.first + len(self.notes))})


def first_footnote(parts: tuple[Part, ...]) -> int:
    """The first number that no footnote of the template has."""
    numbers = [
        int(each.get(w("id"), "0")) for part in parts if part.name == "footnotes" for each in part.root.iter(w("footnote"))
    ]
    return max([0, *numbers]) + 1


def add_notes(document: Document, parts: tuple[Part, ...], writer: MarkWriter) -> None:
    """Writes the footnotes into the template's part, or into a new one."""
    if not writer.notes:
        return
    own = next((part.root for part in parts if part.name == "footnotes"), None)
    root = _new_root() if own is None else own
    styles = {style.style_id for style in document.styles} & {_STYLE, _REFERENCE_STYLE}
    for number, text in enumerate(writer.notes, writer.first):
        root.append(_footnote(number, text, styles))
    if own is None:
        from docx.opc.packuri import PackURI  # noqa: PLC0415 – slow to import
        from docx.opc.part import Part as OpcPart  # noqa: PLC0415

        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        document.part.relate_to(OpcPart(PackURI(_NAME), _CONTENT_TYPE, blob, document.part.package), _RELATION)


def _new_root() -> Element:
    root = etree.Element(w("footnotes"), nsmap={"w": w("")[1:-1]})
    for number, kind, mark in ((-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator")):
        note = etree.SubElement(root, w("footnote"), {w("type"): kind, w("id"): str(number)})
        etree.SubElement(etree.SubElement(etree.SubElement(note, w("p")), w("r")), w(mark))
    return root


def _footnote(number: int, text: str, styles: Collection[str]) -> Element:
    """A footnote in Word's own styles where the template has them, or else small and its number raised."""
    note = etree.Element(w("footnote"), {w("id"): str(number)})
    paragraph = etree.SubElement(note, w("p"))
    if _STYLE in styles:
        etree.SubElement(etree.SubElement(paragraph, w("pPr")), w("pStyle"), {w("val"): _STYLE})
    reference = etree.SubElement(paragraph, w("r"))
    raised = etree.SubElement(reference, PROPERTIES)
    if _REFERENCE_STYLE in styles:
        etree.SubElement(raised, w("rStyle"), {w("val"): _REFERENCE_STYLE})
    else:
        _make_small(raised)
        etree.SubElement(raised, w("vertAlign"), {w("val"): "superscript"})
    etree.SubElement(reference, w("footnoteRef"))
    run = etree.SubElement(paragraph, w("r"))
    if _STYLE not in styles:
        _make_small(etree.SubElement(run, PROPERTIES))
    write(etree.SubElement(run, TEXT), f" {text}")
    return note


def _make_small(properties: Element) -> None:
    for size in ("sz", "szCs"):
        etree.SubElement(properties, w(size), {w("val"): _SIZE})


def add_comments(document: Document, writer: MarkWriter, made: datetime) -> None:
    """Writes the comments, dated as the note is."""
    if not writer.comments:
        return
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 – slow to import
    from docx.text.run import Run  # noqa: PLC0415

    for element, text in writer.comments:
        whole = Paragraph(cast("Any", parent_of(element)), cast("Any", document))
        comment = document.add_comment(Run(cast("CT_R", element), whole), text=text, author="Briefing", initials="B")
        comment._comment_elm.set(w("date"), made.strftime("%Y-%m-%dT%H:%M:%SZ"))  # noqa: SLF001 – it has no setter
