"""Our own walk over the text of an OpenDocument file: insertions, lists, tables, notes and text boxes in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from briefing.articles.margins import COMMENT, FOOTNOTE, margin
from briefing.articles.passages import Passage
from briefing.articles.style_names import styled
from briefing.articles.tables import table
from briefing.articles.trees import attribute, child, local
from briefing.errors import ArticleError
from briefing.model import BlockKind

_DEEPEST = 80
_MOST_COLUMNS = 60
_WRAPPERS = frozenset(("section", "list-item", "list-header", "numbered-paragraph", "index-body", "text-box", "text"))
_CONTENTS = frozenset(
    ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index", "object-index")
)
_LEFT_OUT = frozenset((
    "tracked-changes", "annotation-end", "ruby-text", "hidden-text", "hidden-paragraph", "title", "desc",
    "sequence-decls", "variable-decls", "user-field-decls", "forms", "event-listeners", "script",
))  # fmt: skip
_CHARACTERS = {"tab": "\t", "line-break": "\n"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style is called in the end, once the automatic ones are traced back to the named one they come from."""

    name: str = ""
    level: int = 0
    hidden: bool = False


@dataclass(slots=True)
class Body:
    """Reads the passages of a text; notes are put aside for the end."""

    styles: dict[str, Style]
    notes: list[Passage] = field(default_factory=list)
    _boxes: list[etree._Element] = field(default_factory=list)

    def passages(self, container: etree._Element, depth: int = 0, *, in_list: bool = False) -> Iterator[Passage]:
        """The passages of the text, a cell, a list item or a box."""
        if depth > _DEEPEST:
            raise ArticleError("The document is nested too deeply.", "Copy the part that you need and paste it.")
        for element in container:
            name = local(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, depth, in_list=in_list)
            elif name == "list":
                yield from self.passages(element, depth + 1, in_list=True)
            elif name == "table":
                yield from table([list(self._cells(row, depth)) for row in _rows(element)])
            elif name in _CONTENTS:
                for passage in self.passages(element, depth + 1):
                    yield Passage(passage.text, BlockKind.PROMO, included=False, reason="table of contents")
            elif name == "frame":
                yield from self._box(element, depth)
            elif name in _WRAPPERS:
                yield from self.passages(element, depth + 1, in_list=in_list)

    def _paragraph(self, element: etree._Element, depth: int, *, in_list: bool) -> Iterator[Passage]:
        style = self.styles.get(attribute(element, "style-name"), Style())
        level = attribute(element, "outline-level") if local(element) == "h" else ""
        text = "".join(self._inline(element, 0))
        if text.strip() and not style.hidden:
            number = int(level) if level.isdecimal() else int(local(element) == "h")
            yield styled(text, style.name, level=number or style.level, in_list=in_list)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._box(box, depth)

    def _box(self, frame: etree._Element, depth: int) -> Iterator[Passage]:
        for passage in self.passages(frame, depth + 1):
            yield replace(passage, aside=True)

    def _inline(self, element: etree._Element, depth: int) -> Iterator[str]:
        """The characters of a paragraph, without those of its notes, comments and boxes."""
        if depth > _DEEPEST:
            raise ArticleError("The document is nested too deeply.", "Copy the part that you need and paste it.")
        yield element.text or ""
        for part in element:
            name = local(part)
            if name == "note":
                self._note(child(part, "note-body"), depth, attribute(part, "note-class") or FOOTNOTE)
            elif name == "annotation":
                self._note(part, depth, COMMENT)
            elif name == "frame" or name.startswith("custom-shape"):
                self._boxes.append(part)
            elif name == "s":
                count = attribute(part, "c")
                yield " " * min(int(count) if count.isdecimal() else 1, 100)
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name and name not in _LEFT_OUT and not self._is_hidden(part):
                yield from self._inline(part, depth + 1)
            yield part.tail or ""

    def _is_hidden(self, span: etree._Element) -> bool:
        return self.styles.get(attribute(span, "style-name"), Style()).hidden

    def _note(self, body: etree._Element | None, depth: int, reason: str) -> None:
        if body is not None:
            self.notes += margin(Body(self.styles).passages(body, depth + 1), reason)

    def _cells(self, row: etree._Element, depth: int) -> Iterator[list[Passage]]:
        for cell in row:
            if local(cell) not in ("table-cell", "covered-table-cell"):
                continue
            found = list(self.passages(cell, depth + 1)) if local(cell) == "table-cell" else []
            repeated = attribute(cell, "number-columns-repeated")
            for _ in range(min(int(repeated), _MOST_COLUMNS) if repeated.isdecimal() else 1):
                yield found


def read_styles(*roots: etree._Element) -> dict[str, Style]:
    """The styles of a file's parts, automatic and named ones."""
    elements = {attribute(e, "name"): e for root in roots for e in root.iter() if local(e) == "style"}
    return {name: _resolve(name, elements) for name in elements}


def _resolve(name: str, elements: dict[str, etree._Element]) -> Style:
    """Follows an automatic style to the named one it comes from; a heading's level and hiding are inherited."""
    shown, level, hidden = "", 0, False
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        element = elements.get(name)
        outline = attribute(element, "default-outline-level")
        level = level or (int(outline) if outline.isdecimal() else 0)
        hidden = hidden or attribute(child(element, "text-properties"), "display") == "none"
        automatic = element is not None and local(element.getparent()) == "automatic-styles"
        shown = shown or ("" if automatic else name)
        name = attribute(element, "parent-style-name")
    return Style(shown.replace("_20_", " ").casefold(), level, hidden)


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for part in element:
        name = local(part)
        if name == "table-row":
            yield part
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(part)
