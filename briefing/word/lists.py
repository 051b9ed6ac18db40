"""Numbered lists that a loop repeats begin at one again each time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from briefing.word.xml import PARAGRAPH, Element, w

if TYPE_CHECKING:
    from docx.document import Document

_NUMBERING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"


class Lists:
    """The document's lists: which list a paragraph belongs to, and new ones that begin anew."""

    def __init__(self, document: Document) -> None:
        related = [relation.target_part for relation in document.part.rels.values() if relation.reltype == _NUMBERING]
        self._root: Element | None = related[0].element if related else None
        self._of_style = {
            style.get(w("styleId"), ""): number.get(w("val"), "")
            for style in document.styles.element.iter(w("style"))
            for number in style.iterfind(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        }
        self._used: set[str] = set()

    def restart(self, elements: Iterable[Element]) -> None:
        """Gives the numbered paragraphs among the elements lists of their own, if theirs was used before."""
        renewed: dict[str, str] = {}
        for paragraph in (each for element in elements for each in element.iter(PARAGRAPH)):
            number = self._number(paragraph)
            if number and number != "0":
                if number not in renewed:
                    renewed[number] = self._renewed(number) if number in self._used else number
                    self._used.add(number)
                if renewed[number] != number:
                    _set_number(paragraph, renewed[number])

    def _number(self, paragraph: Element) -> str:
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if own is not None:
            return own.get(w("val"), "")
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return self._of_style.get(style.get(w("val"), ""), "") if style is not None else ""

    def _renewed(self, number: str) -> str:
        """A list like the one given that begins at one."""
        lists = [] if self._root is None else self._root.findall(w("num"))
        like = next((each for each in lists if each.get(w("numId")) == number), None)
        if like is None or self._root is None:
            return number
        new = str(max(int(each.get(w("numId"), "0")) for each in lists) + 1)
        element = etree.Element(w("num"), {w("numId"): new})
        abstract = like.find(w("abstractNumId"))
        etree.SubElement(element, w("abstractNumId"), {w("val"): abstract.get(w("val"), "0") if abstract is not None else "0"})
        override = etree.SubElement(element, w("lvlOverride"), {w("ilvl"): "0"})
        etree.SubElement(override, w("startOverride"), {w("val"): "1"})
        lists[-1].addnext(element)
        return new


def _set_number(paragraph: Element, number: str) -> None:
    own = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if own is not None:
        own.set(w("val"), number)
        return
    properties = paragraph.find(w("pPr"))
    if properties is None:  # it has a style, so it has properties
        return
    numbers = etree.Element(w("numPr"))
    etree.SubElement(numbers, w("ilvl"), {w("val"): "0"})
    etree.SubElement(numbers, w("numId"), {w("val"): number})
    # the schema puts numPr behind these
    ahead = frozenset(map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")))
    before = [each for each in properties if each.tag in ahead]
    before[-1].addnext(numbers)
