"""Our own walk over the body of a Word file.

Tracked insertions, content controls, text boxes and tables are read in their order; deleted and hidden text is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from briefing.articles.passages import Passage
from briefing.articles.tables import table
from briefing.articles.trees import attribute, child, local
from briefing.articles.word_styles import Styles, is_on, value
from briefing.errors import ArticleError

_DEEPEST = 60  # tables in tables in content controls
_WRAPPERS = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo", "rt"}
)
_MATHEMATICS = frozenset(
    {"oMathPara", "oMath", "f", "num", "den", "sSup", "sSub", "sSubSup", "e", "sup", "sub", "d", "nary", "rad"}
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_PRIVATE = range(0xE000, 0xF900)  # symbol fonts; what they show is not known from the code


class Body:
    """Reads the paragraphs of one part; complex fields and joined paragraphs are remembered from one to the next."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # for each open field: whether its result has begun
        self._carried = ""  # a paragraph whose end mark was deleted goes on in the next
        self._boxes: list[etree._Element] = []

    def passages(self, container: etree._Element, depth: int = 0) -> Iterator[Passage]:
        """The passages of a body, a cell, a text box or a note."""
        if depth > _DEEPEST:
            raise ArticleError("The document is nested too deeply.", "Copy the part that you need and paste it.")
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, depth)
            elif name == "tbl":
                yield from table([list(self._cells(row, depth)) for row in _rows(element)])
            elif name in _WRAPPERS:
                yield from self.passages(element, depth + 1)

    def _paragraph(self, paragraph: etree._Element, depth: int) -> Iterator[Passage]:
        properties = child(paragraph, "pPr")
        hidden = self._styles.style(properties, "pStyle").hidden
        text = self._carried + "".join(self._inline(paragraph, 0))
        boxes, self._boxes = self._boxes, []
        if child(child(properties, "rPr"), "del") is not None:
            self._carried = text
        else:
            self._carried = ""
            own = [] if hidden or not text.strip() else [self._styles.passage(text, properties)]
            yield from own
        yield from (replace(passage, aside=True) for box in boxes for passage in self.passages(box, depth + 1))

    def _inline(self, element: etree._Element, depth: int) -> Iterator[str]:
        if depth > _DEEPEST:
            raise ArticleError("The document is nested too deeply.", "Copy the part that you need and paste it.")
        for part in element:
            name = local(part)
            if name == "r":
                yield from self._run(part)
            elif name in _WRAPPERS or name in _MATHEMATICS:
                yield from self._inline(part, depth + 1)

    def _run(self, run: etree._Element) -> Iterator[str]:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")) or self._styles.style(properties, "rStyle").hidden:
            return
        for part in run:
            name = local(part)
            if name == "fldChar":
                self._field(attribute(part, "fldCharType"))
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                self._boxes += _boxes(part)
            elif all(self._fields):
                yield _character(name, part)

    def _field(self, kind: str) -> None:
        """Between a field's beginning and its separator stand instructions, after it the result as printed."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _cells(self, row: etree._Element, depth: int) -> Iterator[list[Passage]]:
        for cell in _unwrapped(row, "tc"):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            goes_on = merged is not None and value(merged) in ("", "continue")
            yield [] if goes_on else list(self.passages(cell, depth + 1))
            width = value(child(properties, "gridSpan"))
            yield from ([] for _ in range(min(int(width), 60) - 1 if width.isdigit() else 0))


def read_body(body: etree._Element, styles: Styles) -> list[Passage]:
    """The passages of a document's body, text boxes right after the paragraph that holds them."""
    return list(Body(styles).passages(body))


def read_notes(root: etree._Element, styles: Styles, kind: str) -> Iterator[list[Passage]]:
    """The footnotes, endnotes or comments (``kind``) of a file's part, each with its passages; separators are left out."""
    for note in root:
        if local(note) == kind and attribute(note, "type") in ("", "normal"):
            yield list(Body(styles).passages(note))


def _character(name: str, part: etree._Element) -> str:
    if name == "t":
        return part.text or ""
    if name == "br":
        return " " if attribute(part, "type") in ("page", "column") else "\n"
    if name == "sym":
        return _symbol(attribute(part, "char"))
    return _CHARACTERS.get(name, "")


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if number in _PRIVATE or number > 0xFFFF else chr(number)


def _rows(tbl: etree._Element) -> Iterator[etree._Element]:
    for row in _unwrapped(tbl, "tr"):
        if child(child(row, "trPr"), "del") is None:
            yield row


def _unwrapped(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Children of a name, also those inside content controls and the like."""
    waiting = [iter(element)]
    while waiting:
        part = next(waiting[-1], None)
        if part is None:
            waiting.pop()
        elif local(part) == wanted:
            yield part
        elif local(part) in _WRAPPERS:
            waiting.append(iter(part))


def _boxes(drawing: etree._Element) -> Iterable[etree._Element]:
    """The contents of the text boxes of a drawing; of a drawing given in two forms only the first that has any."""
    forms = list(drawing) if local(drawing) == "AlternateContent" else [drawing]
    for form in forms:
        found = [e for e in form.iter() if local(e) == "txbxContent" and not _inside(e, form)]
        if found:
            return found
    return []


def _inside(box: etree._Element, form: etree._Element) -> bool:
    """Whether a text box lies inside another one, which will read it itself, or in a second form of a drawing."""
    for ancestor in box.iterancestors():
        if ancestor is form:
            return False
        if local(ancestor) in ("txbxContent", "Fallback"):
            return True
    return False
