"""A note on other paper than its template's: the margins stay, tables and tabs grow or shrink with the lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.word.types import Paper
from briefing.word.xml import Element, w

if TYPE_CHECKING:
    from docx.document import Document

# Width and height in twentieths of a point.
_SIZES = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}
_SHORTEST = 2000  # a line shorter than 100 points holds no picture
_WIDTHS = (w("tblW"), w("gridCol"), w("tcW"))


def paper_named(name: str) -> Paper | None:
    """The paper with a name; None, which leaves the template's own, where there is none."""
    return Paper(name) if name in set(Paper) else None


def line_width(document: Document, paper: Paper | None) -> int:
    """How long the lines of the first section are, in twentieths of a point, on the paper or the template's own."""
    section = next(document.element.body.iter(w("sectPr")), None)
    size, margins = (None, None) if section is None else (section.find(w("pgSz")), section.find(w("pgMar")))
    own = _SIZES[Paper.A4][0] if size is None else _number(size, "w")
    sides = 0 if margins is None else _number(margins, "left") + _number(margins, "right")
    return max(_SHORTEST, (_SIZES[paper][0] if paper else own) - sides)


def put_on(document: Document, roots: Iterable[Element], paper: Paper) -> None:
    """Gives every section the paper, and tables and tabs of the parts and styles the share of its width they had."""
    shares = [_turned(section, paper) for section in document.element.body.iter(w("sectPr"))]
    if not shares or shares[-1] == 1:
        return
    for root in (*roots, document.styles.element):
        for element in root.iter(*_WIDTHS):
            if element.get(w("type"), "dxa") == "dxa":
                _scale(element, w("w"), shares[-1])
        for tab in root.iter(w("tab")):
            if tab.get(w("val")) in {"center", "right", "end"}:
                _scale(tab, w("pos"), shares[-1])


def _turned(section: Element, paper: Paper) -> float:
    """Changes a section's paper; gives the new length of its lines as a share of the old one."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None:
        return 1.0
    old = _number(size, "w")
    width, height = _SIZES[paper][::-1] if old > _number(size, "h") else _SIZES[paper]
    size.set(w("w"), str(width))
    size.set(w("h"), str(height))
    size.attrib.pop(w("code"), "")  # a printer's own number for the old paper
    sides = 0 if margins is None else _number(margins, "left") + _number(margins, "right")
    return (width - sides) / (old - sides) if old > sides else 1.0


def _scale(element: Element, name: str, share: float) -> None:
    element.set(name, str(round(float(element.get(name, "0")) * share)))


def _number(element: Element, name: str) -> int:
    return int(float(element.get(w(name), "0")))
