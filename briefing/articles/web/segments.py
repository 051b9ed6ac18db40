"""A page's tree → its runs of text as a reader sees them, each with what it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from briefing.model import BlockKind

# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
))
# fmt: on
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE_BLOCK,
    "tr": BlockKind.TABLE_ROW,
    "figcaption": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
} | dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING)
_AROUND = frozenset(("nav", "footer", "aside", "form", "header"))
_SENTENCE_ENDS = (".", "!", "?", ".”", "?”", "!”", '."', '?"', '!"')
_LONGEST_CELL = 300  # characters; longer ones are columns of a page
CELL_SEPARATOR = " | "


@dataclass(slots=True)
class Segment:
    """One run of text between two block boundaries."""

    text: str
    kind: BlockKind
    element: HtmlElement  # the innermost block element
    level: int = 0  # of a heading
    linked: int = 0  # characters inside links
    bold: int = 0  # characters in bold
    around: bool = False  # inside nav, footer, aside …


@dataclass(slots=True)
class _Run:
    parts: list[str] = field(default_factory=list)
    size: int = 0  # characters, as the next two count them
    linked: int = 0
    bold: int = 0

    def add(self, text: str, *, linked: bool, bold: bool) -> None:
        self.parts.append(text)
        size = len(text.strip())
        self.size += size
        self.linked += size if linked else 0
        self.bold += size if bold else 0


def segments(tree: HtmlElement) -> Iterator[Segment]:
    """The page's runs of text, in the order of the page; a table's row is one run."""
    yield from _Walk().walk(tree)


class _Walk:
    """One pass over a tree without recursion, so that its depth does not matter."""

    def __init__(self) -> None:
        self._run = _Run()
        self._blocks: list[HtmlElement] = []
        self._links = 0
        self._bolds = 0
        self._rows = 0

    def walk(self, tree: HtmlElement) -> Iterator[Segment]:
        stack: list[tuple[HtmlElement, bool]] = [(tree, False)]
        while stack:
            element, leaving = stack.pop()
            if not isinstance(element.tag, str):
                self._text(element.tail)
                continue
            if leaving:
                yield from self._leave(element)
                continue
            yield from self._enter(element)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))

    def _enter(self, element: HtmlElement) -> Iterator[Segment]:
        tag = element.tag
        if tag == "br":
            yield from self._break()
        elif tag in ("td", "th") and self._rows:
            self._run.parts.append(CELL_SEPARATOR if element.getprevious() is not None else "")
        elif tag in _BLOCKS and not self._rows:
            yield from self._flush()
            self._blocks.append(element)
            self._rows += tag == "tr" and not _lays_out(element)
        self._links += _leads_away(element)
        self._bolds += _is_bold(element)
        self._text(element.text)

    def _leave(self, element: HtmlElement) -> Iterator[Segment]:
        tag = element.tag
        self._links -= _leads_away(element)
        self._bolds -= _is_bold(element)
        if self._blocks and self._blocks[-1] is element:
            yield from self._flush()
            self._blocks.pop()
            self._rows -= tag == "tr" and self._rows > 0
        elif tag in _BLOCKS:
            self._run.parts.append(" ")
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self._run.add(text, linked=self._links > 0, bold=self._bolds > 0)

    def _break(self) -> Iterator[Segment]:
        """A line end; it ends the paragraph after a sentence, after a line in bold, and where it is the second in a row."""
        parts = self._run.parts
        second = bool(parts) and parts[-1] == "\n"
        while parts and not parts[-1].strip():
            parts.pop()
        whole_bold = 0 < self._run.size == self._run.bold
        if second or whole_bold or (parts and parts[-1].rstrip().endswith(_SENTENCE_ENDS)):
            yield from self._flush()
        else:
            parts.append("\n")

    def _flush(self) -> Iterator[Segment]:
        run, self._run = self._run, _Run()
        text = re.sub(r"\s+", " ", "".join(run.parts).replace("\u200b", "")).strip()
        # In a row, empty cells before others keep the columns in line; those at its end say nothing.
        text = text.rstrip(" |") if self._rows else text.strip(" |")
        if not text or not self._blocks:
            return
        yield _segment(text, run, self._blocks)


def _segment(text: str, run: _Run, blocks: list[HtmlElement]) -> Segment:
    tags = [str(block.tag) for block in blocks]
    kind = next((_KINDS[tag] for tag in reversed(tags) if tag in _KINDS), BlockKind.BODY)
    level = next((int(tag[1]) for tag in reversed(tags) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()), 0)
    around = any(tag in _AROUND for tag in tags) and not _in_article_header(tags)
    return Segment(text, kind, blocks[-1], level, run.linked, run.bold, around)


def _in_article_header(tags: list[str]) -> bool:
    """A header inside an article holds headline and standfirst."""
    if "article" not in tags and "main" not in tags:
        return False
    first = tags.index("article") if "article" in tags else tags.index("main")
    return not any(tag in _AROUND - {"header"} for tag in tags[first:]) and not any(tag in _AROUND - {"header"} for tag in tags)


def _leads_away(element: HtmlElement) -> bool:
    """A link to another page; an anchor in a heading leads nowhere."""
    return element.tag == "a" and not str(element.get("href") or "#").startswith("#")


def _is_bold(element: HtmlElement) -> bool:
    return element.tag in ("b", "strong") or "strong" in str(element.get("class") or "").split()


def _lays_out(row: HtmlElement) -> bool:
    """Whether a table row only arranges the page: one cell, long cells, or further tables, lists and headings in it."""
    if next(row.iterdescendants("table", "ul", "ol", "h1", "h2", "h3", "article", "section", "blockquote"), None) is not None:
        return True
    cells = [" ".join("".join(str(part) for part in cell.itertext()).split()) for cell in row.iterchildren("td", "th")]
    return sum(map(bool, cells)) < 2 or max(map(len, cells)) > _LONGEST_CELL
