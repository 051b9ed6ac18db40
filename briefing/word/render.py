"""Running a template's program: nodes are copied, texts written, loops repeated; every written value is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy, deepcopy
from typing import Any

from briefing.errors import TemplateError
from briefing.word.language import Expression, Fault, Scope
from briefing.word.lists import Lists
from briefing.word.marks import Marks, MarkWriter
from briefing.word.pictures import PictureWriter
from briefing.word.program import Choice, Copy, Filling, Loop, Node, Sequence, Slots, SourceMark
from briefing.word.xml import (
    CELL,
    KEEPS_PARAGRAPH,
    PARAGRAPH,
    PROPERTIES,
    ROW,
    TABLE,
    TEXT,
    TEXT_BOX,
    Element,
    cleaned,
    like,
    parent_of,
    write,
)

LARGEST = 50_000_000  # characters that a note may hold
_WEIGHT = 150  # what one turn of a loop counts as, so that loops within loops end in time


class Rendering:
    """One run over a part; ``written`` holds what the tags printed, in document order."""

    def __init__(
        self, marks: MarkWriter | None = None, lists: Lists | None = None, pictures: PictureWriter | None = None
    ) -> None:
        self.lists = lists
        self.pictures = pictures  # None draws none
        self.depth = 0  # loops within loops
        self.marks = marks  # None prints marks in brackets
        self.emptied: list[Element] = []  # cells that would hold a mark, and nothing else, where there are none
        self.written: list[str] = []
        self.size = 0

    def run(self, slots: Slots, scope: Scope) -> None:
        """Fills the slots of a part in place."""
        try:
            for element, slot in slots:
                self._fill(element, slot, scope)
        except Fault as fault:
            raise TemplateError(fault.reason, fault.fix) from fault

    def _fill(self, element: Element, slot: Filling | Sequence, scope: Scope) -> None:
        if isinstance(slot, Filling):
            self._write(element, slot, scope)
            return
        for child in list(element):
            element.remove(child)
        self._emit(slot.nodes, element, scope)
        _mend(element)

    def _emit(self, nodes: Iterable[Node], parent: Element, scope: Scope) -> None:
        for node in nodes:
            if isinstance(node, Copy):
                self._copy(node, parent, scope)
            elif isinstance(node, Loop):
                self._repeat(node, parent, scope)
            else:
                self._choose(node, parent, scope)

    def _copy(self, node: Copy, parent: Element, scope: Scope) -> None:
        element = copy(node.element)  # deep, and without the bookkeeping of ``deepcopy``
        parent.append(element)
        if node.texts:
            targets = list(element.iter(TEXT))
            for place, filling in node.texts:
                self._write(targets[place], filling, scope)
        if node.slots:
            inner = list(element.iter())
            for place, slot in node.slots:
                self._fill(inner[place], slot, scope)

    def _repeat(self, node: Loop, parent: Element, scope: Scope) -> None:
        items = self._items(node, scope)
        last, before = len(items), _last_child(parent)
        self._count(last * _WEIGHT)
        self.depth += 1
        for n, item in enumerate(items, 1):
            loop = {"index": n, "first": n == 1, "last": n == last, "length": last}
            self._emit(node.body, parent, {**scope, node.clause.variable: item, "loop": loop})
        self.depth -= 1
        if self.lists and self.depth:
            self.lists.restart(parent if before is None else before.itersiblings())

    @staticmethod
    def _items(node: Loop, scope: Scope) -> list[Any]:
        items: list[Any] = node.clause.items.run(scope)
        condition = node.clause.condition
        return [item for item in items if not condition or condition.run({**scope, node.clause.variable: item})]

    def _choose(self, node: Choice, parent: Element, scope: Mapping[str, Any]) -> None:
        for condition, nodes in node.branches:
            if condition is None or condition.run(scope):
                self._emit(nodes, parent, scope)
                return

    def _write(self, element: Element, filling: Filling, scope: Scope) -> None:
        if self.marks and any(isinstance(part, SourceMark) for part in filling.parts) and not _in_text_box(element):
            self._write_marked(element, filling, scope, self.marks)
            return
        if filling.chart:
            self._draw(element, filling.chart.run(scope))
            return
        parts = filling.parts
        text = self._text(parts[0], scope) if len(parts) == 1 else "".join([self._text(part, scope) for part in parts])
        self._count(len(text))
        if filling.alone and "\n" in text:
            _write_paragraphs(element, text)
        elif "\n" in text or "\t" in text:
            write(element, text)
        else:
            element.text = text

    def _write_marked(self, element: Element, filling: Filling, scope: Scope, marks: MarkWriter) -> None:
        """Writes the pieces between marks, each mark as the template asks for it."""
        run, pieces = parent_of(element), [""]
        for part in filling.parts:
            if not isinstance(part, SourceMark):
                pieces[-1] += self._text(part, scope)
                continue
            if marks.marks is not Marks.COMMENTS:
                pieces[-1] = pieces[-1].rstrip()
            if marks.marks is Marks.NONE:
                self.emptied += [element for element in element.iterancestors(CELL) if filling.alone][:1]
                continue
            write(element, pieces[-1])
            self._count(len(pieces[-1]))
            printed = self._value(part.printed, scope) if marks.marks is Marks.COMMENTS else ""
            run = marks.put(run, part.place.run(scope), printed)
            run, element = _following(run, element)
            pieces.append("")
        write(element, pieces[-1])
        self._count(len(pieces[-1]))

    def _draw(self, element: Element, figures: list[dict[str, Any]]) -> None:
        """Puts a chart into the paragraph; one of nothing takes its paragraph with it."""
        element.text = ""
        if figures and self.pictures:
            self.pictures.put(element, figures)
        elif not figures:
            _remove(next(element.iterancestors(PARAGRAPH)))

    def _count(self, characters: int) -> None:
        self.size += characters
        if self.size > LARGEST:
            raise Fault("The note is larger than a Word file should be.", "Keep fewer findings, or use a smaller template.")

    def _text(self, part: str | Expression | SourceMark, scope: Scope) -> str:
        if isinstance(part, str):
            return part
        return self._value(part.printed if isinstance(part, SourceMark) else part, scope)

    def _value(self, expression: Expression, scope: Scope) -> str:
        text = cleaned(expression.text(scope))
        if text:
            self.written.append(text)
        return text


def _last_child(parent: Element) -> Element | None:
    """The last child, found from the end: counting children takes as long as there are many."""
    return next(parent.iterchildren(reversed=True), None)


def _remove(paragraph: Element) -> None:
    """Takes a paragraph away where its container can do without."""
    parent = parent_of(paragraph)
    if parent.tag not in KEEPS_PARAGRAPH or paragraph is not parent[-1]:
        parent.remove(paragraph)


def _in_text_box(element: Element) -> bool:
    """Word allows neither footnotes nor comments there."""
    return next(element.iterancestors(TEXT_BOX), None) is not None


def _following(mark: Element, element: Element) -> tuple[Element, Element]:
    """A run behind a mark with the formatting of the run of ``element``, and its empty ``w:t``."""
    run = like(parent_of(element))
    properties = parent_of(element).find(PROPERTIES)
    if properties is not None:
        run.append(deepcopy(properties))
    text = like(element)
    run.append(text)
    mark.addnext(run)
    return run, text


def _write_paragraphs(element: Element, text: str) -> None:
    """Gives each line a paragraph of its own, formatted as the one that the tag stands in."""
    paragraph = next(element.iterancestors(PARAGRAPH))
    place = list(paragraph.iter()).index(element)
    last = paragraph
    lines = [line for line in text.split("\n") if line.strip()]
    for line in lines[1:]:
        more = deepcopy(paragraph)
        write(list(more.iter())[place], line)
        last.addnext(more)
        last = more
    write(element, lines[0] if lines else "")


def _mend(element: Element) -> None:
    """Keeps what was filled legal: a cell ends with a paragraph, a table without rows is gone."""
    if element.tag in KEEPS_PARAGRAPH and (not len(element) or element[-1].tag != PARAGRAPH):
        element.append(element.makeelement(PARAGRAPH))
    if element.tag == TABLE and element.find(ROW) is None:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
            if parent.tag == CELL:
                _mend(parent)
