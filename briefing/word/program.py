"""A template's tree → a program: which parts stay, which texts are filled, which parts are repeated or chosen.

Each tag is read and compiled once. Running the program (``render.py``) copies nodes and writes texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from briefing.word.language import Expression, Fault, ForClause, expression, for_clause
from briefing.word.shapes import ANY, LOOP, Shape
from briefing.word.tags import Tag, tags
from briefing.word.types import Place, Problem, Severity
from briefing.word.xml import (
    CELL,
    CONTAINERS,
    PARAGRAPH,
    ROW,
    TABLE,
    TEXT,
    XML_SPACE,
    Element,
    like,
    parent_of,
    split_run,
    text_of,
    texts,
    w,
)

DEEPEST_LOOP = 3
_SOURCE_MARK = re.compile(r"(?P<place>[\w.]+\.src)(?:\.text)?(?:\s*\|\s*unbroken)?")
# Stands in a paragraph for a control tag while the paragraph is being read; the attribute counts the paragraph's tags.
_MARKER = "control-tag"
_SECTION = f"{w('pPr')}/{w('sectPr')}"


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A tag that prints a source mark, and the record of the place that it marks."""

    printed: Expression
    place: Expression


@dataclass(frozen=True, slots=True)
class Filling:
    """The pieces of one ``w:t``: fixed text and expressions; ``alone`` where they are all that the paragraph says."""

    parts: tuple[str | Expression | SourceMark, ...]
    alone: bool = False
    chart: Expression | None = None  # a picture takes the place of the paragraph's text


@dataclass(frozen=True, slots=True)
class Sequence:
    """What takes the place of a container's children."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """An element that is copied; then its slots, given by their place in ``element.iter()``, are filled.

    Where there are only texts to fill, which is by far the most common, places count in ``element.iter(TEXT)``.
    """

    element: Element
    slots: tuple[tuple[int, Filling | Sequence], ...] = ()
    texts: tuple[tuple[int, Filling], ...] = ()


@dataclass(frozen=True, slots=True)
class Loop:
    """Nodes that are repeated for each item."""

    clause: ForClause
    body: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The first branch whose condition holds is taken; None always holds."""

    branches: tuple[tuple[Expression | None, tuple[Node, ...]], ...]


Node = Copy | Loop | Choice
Shapes = Mapping[str, Shape]
Report = Callable[[Problem], None]
Slots = list[tuple[Element, Filling | Sequence]]


@dataclass(slots=True)
class _Open:
    """A loop or a condition that is being read."""

    tag: Tag
    element: Element
    clause: ForClause | None
    scope: Shapes
    branches: list[tuple[Expression | None, list[Node]]] = field(default_factory=list)
    condition: Expression | None = None
    nodes: list[Node] = field(default_factory=list)


class Reader:
    """Reads one part of a template; problems go to ``report``, and reading goes on behind them."""

    def __init__(self, part: str, root: Element, report: Report) -> None:
        self.part = part
        self.report = report
        self.root = root
        self.depth = 0
        self.numbers = {each: n for n, each in enumerate(root.iter(PARAGRAPH), 1)}
        self.tables = {each: n for n, each in enumerate(root.iter(TABLE), 1)}
        self.cells = {each: self._cell(each) for each in root.iter(PARAGRAPH)}
        self.alone: set[Element] = set()
        self.left: dict[Element, Place] = {}
        self.compiled: list[Expression] = []

    def program(self, scope: Shapes) -> Slots:
        """The slots of the whole part, each with its own element."""
        return self._slots(self.root, scope)

    # Where things stand ------------------------------------------------------------------------------------------

    def _cell(self, paragraph: Element) -> str:
        """Which cell a paragraph stands in, as "table 1, row 2, column 3"; "" outside of tables."""
        cell = next(paragraph.iterancestors(CELL), None)
        row = next(cell.iterancestors(ROW), None) if cell is not None else None
        table = next(row.iterancestors(TABLE), None) if row is not None else None
        if cell is None or row is None or table is None:
            return ""
        column = len(list(cell.itersiblings(CELL, preceding=True))) + 1
        line = len(list(row.itersiblings(ROW, preceding=True))) + 1
        return f"table {self.tables[table]}, row {line}, column {column}"

    def _place(self, element: Element) -> Place:
        near = (*([element] if element.tag == PARAGRAPH else element.iter(PARAGRAPH)), *element.iterancestors(PARAGRAPH))
        if near:
            return Place(self.part, self.numbers.get(near[0], 0), self.cells.get(near[0], ""))
        top = [element, *element.iterancestors()][-1]  # it has left its paragraph for the program
        return self.left.get(top, Place(self.part))

    def _fault(self, element: Element, quote: str, fault: Fault) -> None:
        self.report(Problem(Severity.ERROR, self._place(element), quote.strip(), fault.reason, fault.fix, fault.meant))

    # Elements ----------------------------------------------------------------------------------------------------

    def _slots(self, element: Element, scope: Shapes) -> Slots:
        """The places within an element that something is written to, in document order."""
        if not _tagged(element) or (element.tag == PARAGRAPH and not self._prepared(element)):
            return []
        if element.tag == TEXT:
            filling = self._filling(element, scope)
            return [(element, filling)] if filling else []
        level = "tr" if element.tag == TABLE else "p" if element.tag in CONTAINERS else ""
        if any(self._control(child, level) for child in element):
            return [(element, Sequence(self._sequence(element, scope, level)))]
        return [slot for child in list(element) for slot in self._slots(child, scope)]

    def _control(self, element: Element, level: str) -> Tag | None:
        """The control tag that an element consists of: a paragraph's ``{%p … %}``, a row's ``{%tr … %}``, a marker."""
        if level == "" and element.tag == _MARKER:
            (tag,) = tags(element.get("raw", ""))
            return tag
        if element.tag != {"p": PARAGRAPH, "tr": ROW}.get(level):
            return None
        text = (text_of(element) if level == "p" else "".join(map(text_of, element.iter(PARAGRAPH)))).strip()
        if not text.startswith("{%") or not text.endswith("%}"):
            return None
        try:
            found = tags(text)
        except Fault:
            return None
        return found[0] if len(found) == 1 and found[0].level == level else None

    def _node(self, element: Element, scope: Shapes) -> Copy:
        slots = self._slots(element, scope)
        fillings = [(target, slot) for target, slot in slots if isinstance(slot, Filling)]
        if len(fillings) == len(slots):
            places = {each: n for n, each in enumerate(element.iter(TEXT))} if slots else {}
            return Copy(element, texts=tuple((places[target], slot) for target, slot in fillings))
        places = {each: n for n, each in enumerate(element.iter())}
        return Copy(element, tuple((places[target], slot) for target, slot in slots))

    # Loops and conditions ----------------------------------------------------------------------------------------

    def _sequence(self, container: Element, scope: Shapes, level: str) -> tuple[Node, ...]:
        """The container's children as nodes; they leave the container, which is filled anew when the program runs."""
        children = [child for child in container if isinstance(child.tag, str)]
        for child in children if level == "" else ():
            self.left[child] = self._place(container)
        for child in list(container):
            container.remove(child)
        top: list[Node] = []
        stack: list[_Open] = []
        for child in children:
            tag = self._control(child, level)
            if tag is None:
                (stack[-1].nodes if stack else top).append(self._node(child, stack[-1].scope if stack else scope))
            else:
                self._turn(tag, child, stack, top, scope)
        for left in stack:
            end = "endfor" if left.clause else "endif"
            where = {"p": "a paragraph", "tr": "a row of the same table", "": "the same paragraph"}[level]
            fix = f"Put {{%{level} {end} %}} into {where}."
            fix += "" if level else f" To govern whole paragraphs, write {{%p {left.tag.word} … %}}."
            self._fault(left.element, left.tag.raw, Fault(f"This tag has no {end}.", fix))
            self.depth -= left.clause is not None
        return tuple(top)

    def _turn(self, tag: Tag, element: Element, stack: list[_Open], top: list[Node], scope: Shapes) -> None:
        """Opens, turns or closes a loop or a condition."""
        inner = stack[-1].scope if stack else scope
        try:
            if tag.word in {"for", "if"}:
                stack.append(self._opened(tag, element, inner))
            else:
                self._closed(tag, stack, top)
        except Fault as fault:
            self._fault(element, tag.raw, fault)
            if tag.word in {"for", "if"}:  # stays open, so that its end is not reported as well
                stack.append(_Open(tag, element, None, {**inner, **_guessed(tag)}))

    def _opened(self, tag: Tag, element: Element, scope: Shapes) -> _Open:
        if element.tag == PARAGRAPH and element.find(_SECTION) is not None:
            raise Fault(
                "A section ends in this paragraph, and would be lost with it.", "Put the tag into a paragraph of its own."
            )
        if tag.word == "if":
            return _Open(tag, element, None, scope, condition=self._expression(tag.rest, scope))
        clause = for_clause(tag.rest, scope)
        self.depth += 1
        if self.depth > DEEPEST_LOOP:
            self.depth -= 1
            raise Fault("Loops are nested too deeply.", f"At most {DEEPEST_LOOP} loops stand within each other.")
        shape = clause.items.shape.item
        return _Open(tag, element, clause, {**scope, clause.variable: shape or Shape(), "loop": LOOP})

    def _closed(self, tag: Tag, stack: list[_Open], top: list[Node]) -> None:
        if not stack:
            opening = "for" if tag.word == "endfor" else "if"
            raise Fault(
                f"This “{tag.word}” has no “{opening}” before it.", f"Add {{%{tag.level} {opening} … %}}, or remove this tag."
            )
        last = stack[-1]
        loop = last.tag.word == "for"
        if loop != (tag.word == "endfor"):
            end = "endfor" if loop else "endif"
            raise Fault(
                f"“{tag.word}” stands where “{last.tag.raw.strip()}” is still open.",
                f"Close that first with {{%{tag.level} {end} %}}.",
            )
        if tag.word in {"elif", "else"}:
            last.branches.append((last.condition, last.nodes))
            last.condition = self._expression(tag.rest, last.scope) if tag.word == "elif" else None
            last.nodes = []
            return
        stack.pop()
        target = stack[-1].nodes if stack else top
        if last.clause:
            self.depth -= 1
            target.append(Loop(last.clause, tuple(last.nodes)))
        elif not loop:
            branches = (*last.branches, (last.condition, last.nodes))
            target.append(Choice(tuple((condition, tuple(nodes)) for condition, nodes in branches)))

    def _expression(self, source: str, scope: Shapes, *, printed: bool = False) -> Expression:
        compiled = expression(source, scope, printed=printed)
        self.compiled.append(compiled)
        return compiled

    # Paragraphs --------------------------------------------------------------------------------------------------

    def _prepared(self, paragraph: Element) -> bool:
        """Puts every tag into one ``w:t`` and every control tag into a marker of its own; False where a tag cannot be read."""
        whole = text_of(paragraph)
        try:
            found = tags(whole)
            _refuse_levels(found, whole)
        except Fault as fault:
            self._fault(paragraph, whole, fault)
            return False
        if found:
            _gather(paragraph, found)
        if len(found) == 1 and found[0].raw == whole.strip():
            self.alone.update(texts(paragraph))
        for text in list(texts(paragraph)):
            _mark(text)
        return True

    def _printed(self, source: str, scope: Shapes) -> Expression | SourceMark:
        printed = self._expression(source, scope, printed=True)
        mark = _SOURCE_MARK.fullmatch(source)
        return SourceMark(printed, expression(mark["place"], scope)) if mark else printed

    def _filling(self, element: Element, scope: Shapes) -> Filling | None:
        text = element.text or ""
        parts: list[str | Expression | SourceMark] = []
        position = 0
        for tag in tags(text):
            parts.append(text[position : tag.start])
            position = tag.end
            if tag.word == "value":
                try:
                    parts.append(self._printed(tag.rest, scope))
                except Fault as fault:
                    self._fault(element, tag.raw, fault)
        chart = next((part for part in parts if isinstance(part, Expression) and part.shape.chart), None)
        if chart and (element not in self.alone or self.part != "body"):
            fix = "Put the tag into a paragraph of its own, outside of headers, footers and notes."
            self._fault(element, text, Fault("A chart stands alone in its paragraph.", fix))
        filled = tuple(part for part in (*parts, text[position:]) if part != "")
        element.set(XML_SPACE, "preserve")
        return Filling(filled, element in self.alone, chart) if position else None


def _guessed(tag: Tag) -> Shapes:
    """The variable of a loop that cannot be read, so that its uses are not reported as well."""
    words = tag.rest.split()
    return {words[0]: ANY} if tag.word == "for" and words else {}


def _tagged(element: Element) -> bool:
    return any("{" in text or "}" in text for text in element.itertext(TEXT)) or element.find(f".//{_MARKER}") is not None


def _refuse_levels(found: Iterable[Tag], whole: str) -> None:
    """Fault where a tag for whole paragraphs or rows stands among other text."""
    for tag in found:
        if tag.level:
            where = "paragraph" if tag.level == "p" else "row"
            rest = whole.replace(tag.raw, "").strip()
            fix = f"Move “{rest}” elsewhere." if rest else "Put it into a row of a table by itself."
            raise Fault(f"“{tag.raw}” has to stand alone in its {where}.", fix)


def _mark(text: Element) -> None:
    """Splits the run of a ``w:t`` so that each control tag in it stands by itself, as a marker."""
    for tag in [tag for tag in tags(text.text or "") if tag.control][::-1]:
        run = parent_of(text)
        behind = like(text)
        behind.text = (text.text or "")[tag.end :]
        text.text = (text.text or "")[: tag.start]
        text.addnext(behind)
        split_run(run, behind)
        run.addnext(run.makeelement(_MARKER, {"raw": tag.raw}))


def _gather(paragraph: Element, found: Iterable[Tag]) -> None:
    """Moves the text of each tag that runs over several ``w:t`` into the first of them."""
    pieces = list(texts(paragraph))
    starts, total = [], 0
    for piece in pieces:
        starts.append(total)
        total += len(piece.text or "")
    whole = "".join(piece.text or "" for piece in pieces)
    owner = list(range(total))
    for n, start in enumerate(starts):
        owner[start : start + len(pieces[n].text or "")] = [n] * len(pieces[n].text or "")
    for tag in found:
        owner[tag.start : tag.end] = [owner[tag.start]] * (tag.end - tag.start)
    shares: list[list[str]] = [[] for _ in pieces]
    for n, mark in zip(owner, whole, strict=True):
        shares[n].append(mark)
    for piece, share in zip(pieces, shares, strict=True):
        piece.text = "".join(share)
