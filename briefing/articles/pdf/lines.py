"""A page's characters → lines, each in pieces where a wide gap parts them (cells of a table, columns).

Coordinates are points with the origin at the page's lower left corner, as in the file; a turned page is turned upright.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw

_HYPHEN_CODE = 2  # PDFium's own sign for a hyphen at the end of a line, hard or soft
HYPHEN = "\ufffe"  # how that is passed on, as PDFium itself does in whole texts
_GAP = 1.6  # widths of a letter m; a wider gap parts two pieces
_UNEVEN = 0.6  # of the height; gaps that differ less are those of a justified line
_WIDEST = 6.0  # times the height; no justified line has wider gaps
_SPACE = 0.2  # of the height; a wider gap is a space
_OVERLAP = 0.5  # of the smaller height; characters that share more stand on one line
_BESIDE = 0.85  # of the larger height; two lines that share more stand side by side
_RAISED = 0.8  # of the line's height; smaller ones above the line are notes' numbers
_BACK = 0.6  # of the height; a character further to the left begins a new line
_SAMPLE = 200  # characters that tell a page's direction
_BOLD = 600
_NOTE_MARK = re.compile(r"(?:[^\W\d_]{3,}|[.,;:!?)”’\"])$")


@dataclass(slots=True)
class Glyph:
    """A character and its box; ``bottom`` and ``top`` are those of the font, the same for all letters of a line."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    index: int


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a gap."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on a line without a wide gap between them."""

    words: tuple[Word, ...]
    text: str  # the words, parted by spaces

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    pieces: tuple[Piece, ...]
    bottom: float
    top: float
    page: int  # from 0
    bold: bool = False

    @property
    def text(self) -> str:
        """Its words, pieces parted by a space."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def size(self) -> float:
        """The height of its letters' boxes, which grows with the size of type."""
        return self.top - self.bottom


def page_lines(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The lines of a page in the order in which the file gives them."""
    text_page = page.get_textpage()
    lines: list[list[Glyph]] = []
    last: Glyph | None = None  # that was drawn
    for glyph in _upright(_glyphs(text_page), text_page):
        if glyph.text == " ":
            if lines:
                lines[-1].append(glyph)
            continue
        if last is not None and _same_line(last, glyph):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
        last = glyph
    made = [_line(line, number, text_page) for line in lines]
    return _rows([line for line in made if line is not None])


def _glyphs(text_page: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """The characters with their boxes. Called for every character of a book: kept bare."""
    handle = text_page.raw
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    for index in range(raw.FPDFText_CountChars(handle)):
        code = unicode_of(handle, index)
        if code == _HYPHEN_CODE:
            code = ord(HYPHEN)
        if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            continue
        text = chr(code)
        if text.isspace():
            yield Glyph(" ", 0.0, 0.0, 0.0, 0.0, index)
        elif box_of(handle, index, pointer):
            yield Glyph(text, box.left, box.right, box.bottom, box.top, index)


def _upright(glyphs: Iterator[Glyph], text_page: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """The characters as a reader holds the page: turned by the direction of most of them, those in other directions left out."""
    turn, several = _direction(text_page)
    if turn == 0 and not several:
        yield from glyphs
        return
    for g in glyphs:
        if several and g.text != " " and _angle(text_page, g.index) != turn:
            continue
        if turn == 0:
            yield g
        elif turn == 90:  # the line runs upwards
            yield Glyph(g.text, g.bottom, g.top, -g.right, -g.left, g.index)
        elif turn == 180:
            yield Glyph(g.text, -g.right, -g.left, -g.top, -g.bottom, g.index)
        else:
            yield Glyph(g.text, -g.top, -g.bottom, g.left, g.right, g.index)


def _direction(text_page: pypdfium2.PdfTextPage) -> tuple[int, bool]:
    """The direction of most characters of a page in degrees, and whether there are others, by a sample."""
    count = raw.FPDFText_CountChars(text_page.raw)
    sample = [
        _angle(text_page, index)
        for index in range(0, count, max(1, count // _SAMPLE))
        if not raw.FPDFText_IsGenerated(text_page.raw, index)
    ]
    found = Counter(sample)
    return (found.most_common(1)[0][0], len(found) > 1) if found else (0, False)


def _angle(text_page: pypdfium2.PdfTextPage, index: int) -> int:
    """The direction of a character, to a quarter of a turn."""
    return round(math.degrees(raw.FPDFText_GetCharAngle(text_page.raw, index)) / 90) % 4 * 90


def _same_line(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character goes on with the line of the last one."""
    smaller = own = glyph.top - glyph.bottom
    if glyph.bottom != last.bottom or glyph.top != last.top:  # rare within a line, and the rest is called for every character
        smaller = min(own, last.top - last.bottom)
        if min(last.top, glyph.top) - max(last.bottom, glyph.bottom) < _OVERLAP * smaller:
            return False
    return glyph.left > last.left - _BACK * smaller


def _line(glyphs: list[Glyph], number: int, text_page: pypdfium2.PdfTextPage) -> Line | None:
    drawn = [glyph for glyph in glyphs if glyph.text != " "]
    height = median(glyph.top - glyph.bottom for glyph in drawn)
    bottom = median(glyph.bottom for glyph in drawn)
    pieces = tuple(_pieces(_without_note_marks(glyphs, height, bottom), height))
    if not pieces:
        return None
    return Line(pieces, bottom, bottom + height, number, _is_bold(drawn, text_page))


def _without_note_marks(glyphs: list[Glyph], height: float, bottom: float) -> list[Glyph]:
    """The characters without the raised numbers of notes ("billion³"), which would be read as part of a number."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        raised = glyph.top - glyph.bottom < _RAISED * height and glyph.bottom > bottom + 0.15 * height
        if not (raised and glyph.text.isdigit() and _NOTE_MARK.search("".join(g.text for g in kept[-5:]).rstrip())):
            kept.append(glyph)
    return kept


def _pieces(glyphs: list[Glyph], height: float) -> Iterator[Piece]:
    """The line cut at its wide gaps; a justified line, whose gaps are all alike, stays whole."""
    words = list(_words(glyphs, height))
    gaps = [b.left - a.right for a, b in pairwise(words)]
    cut_at = max(gaps, default=0.0) + 1 if _is_justified(words, gaps, height) else _GAP * height
    start = 0
    for index, gap in enumerate([*gaps, cut_at + 1], start=1):
        if gap > cut_at:
            run = tuple(words[start:index])
            yield Piece(run, " ".join(word.text for word in run))
            start = index


def _is_justified(words: Sequence[Word], gaps: Sequence[float], height: float) -> bool:
    """Words, not numbers, whose gaps are all about the same."""
    numbers = sum(any(character.isdigit() for character in word.text) for word in words)
    if len(gaps) < 2 or 2 * numbers > len(words):
        return False
    return max(gaps) - min(gaps) <= _UNEVEN * height and max(gaps) < _WIDEST * height


def _words(glyphs: list[Glyph], height: float) -> Iterator[Word]:
    """The words of a line: parted by spaces, or by gaps that look like one."""
    word: list[str] = []
    left = right = 0.0
    for glyph in glyphs:
        if word and (glyph.text == " " or glyph.left - right > _SPACE * height):
            yield Word("".join(word), left, right)
            word = []
        if glyph.text != " ":
            left = glyph.left if not word else left
            word.append(glyph.text)
            right = glyph.right
    if word:
        yield Word("".join(word), left, right)


def _is_bold(glyphs: list[Glyph], text_page: pypdfium2.PdfTextPage) -> bool:
    """Whether the first, the middle and the last character are bold."""
    chosen = {glyphs[0].index, glyphs[len(glyphs) // 2].index, glyphs[-1].index}
    return all(_weight(text_page, index) >= _BOLD for index in chosen)


def _weight(text_page: pypdfium2.PdfTextPage, index: int) -> int:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page.raw, index, name, 128, ctypes.byref(flags))
    named = any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))
    return 700 if named else int(raw.FPDFText_GetFontWeight(text_page.raw, index))


def _rows(lines: list[Line]) -> list[Line]:
    """Lines that the file gives one after the other and that stand side by side, as one line in pieces."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and _beside(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(row) if len(row) > 1 else row[0] for row in rows]


def _row(lines: Sequence[Line]) -> Line:
    first = lines[0]
    pieces = tuple(piece for line in lines for piece in line.pieces)
    return Line(pieces, first.bottom, first.top, first.page, all(line.bold for line in lines))


def _beside(before: Line, line: Line) -> bool:
    shared = min(before.top, line.top) - max(before.bottom, line.bottom)
    return shared >= _BESIDE * max(before.size, line.size) and line.left > before.right
