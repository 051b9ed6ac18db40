"""A finished note as plain values to be drawn: what the window shows of a Word file without ever opening one.

All lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Text of one look."""

    text: str
    size: float = 11.0
    face: str = ""
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    colour: str = ""  # "1f3a5f"; "" is the paper's usual ink
    spacing: float = 0.0  # between letters


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its look; a list's marker is the first of its words, followed by a tab."""

    words: tuple[Words, ...] = ()
    align: str = "left"  # left, center, right, both
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    first: float = 0.0  # of the first line against the others; negative hangs
    line: float = 1.0  # times the face's own height
    tabs: tuple[tuple[float, str], ...] = ()  # place, alignment
    rule: str = ""  # the side with a line: top, bottom or left
    rule_colour: str = ""
    shade: str = ""

    @property
    def text(self) -> str:
        """What the paragraph says."""
        return "".join(each.text for each in self.words)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over one or several columns."""

    blocks: tuple[Block, ...]
    span: int = 1
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``ruled`` where lines stand between its rows."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """Header, body and footer of a note on paper of a size."""

    width: float
    height: float
    margins: tuple[float, float, float, float]  # top, right, bottom, left
    header: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """A note made with a template, to be looked at: as values, and as the very file that an export would write."""

    sheet: Sheet
    note: bytes
    digest: str  # of the note: the same digest looks the same
    sample: bool = False  # with the contract's sample content


def texts(sheet: Sheet) -> Iterator[str]:
    """What a sheet's paragraphs say, from its header to its footer; empty ones left out."""
    for blocks in (sheet.header, sheet.body, sheet.footer):
        yield from _texts(blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.text.strip():
                yield block.text
        else:
            for row in block.rows:
                for cell in row:
                    yield from _texts(cell.blocks)
