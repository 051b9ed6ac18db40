"""Lines → paragraphs, from the gaps between them, their indents, sizes and the room that they leave at their ends."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median, median_low

from briefing.articles.pdf.hyphens import Hyphens
from briefing.articles.pdf.layout import Row
from briefing.articles.pdf.lines import Line

BULLET = re.compile(r"[•·▪●‣◦∙○■□▶►\uf0b7\uf0a7\uf0d8\uf02d]\s*(?=\S)|[-–—]\s(?=[^\W_]|[\"“«$£€(])")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+\S")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’»'“)\]]*$")
_NEW_SIZE = 0.08  # of the size; more is another kind of type
_WIDE_GAP = 1.28  # times the usual distance of lines
_INDENT = (0.7, 6.0)  # sizes by which a first line is moved in
_FEWEST_INDENTS = 3
_INDENTED_SHARE = 0.04  # of the lines of a text with moved-in first lines
_SHORT_LINE = 0.35  # of the column's width left free: the paragraph ends, whatever its last word
_NARROWEST = 6.0  # sizes; a narrower column is a list of names
_LINES_LEFT = 1.8  # lines; one is left free where the next page must not begin with a paragraph's last one
_FEWEST_PAGES = 3
_WINDOW = 10  # lines above and below that tell how wide the column is here


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, or a table's row."""

    lines: list[Line] = field(default_factory=list)
    row: Row | None = None

    @property
    def size(self) -> float:
        """The height of most of its letters."""
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    def text(self, hyphens: Hyphens) -> str:
        """Its words, with the hyphens at line ends decided."""
        text = ""
        for line in self.lines:
            text = hyphens.join(text, line.text) if text else line.text
        return text


def paragraphs(parts: Iterable[Line | Row]) -> Iterator[Paragraph]:
    """The paragraphs of a document whose pages follow one another."""
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, Row):
            yield from _prose(lines)
            lines = []
            yield Paragraph(row=part)
        else:
            lines.append(part)
    yield from _prose(lines)


def _prose(lines: Sequence[Line]) -> Iterator[Paragraph]:
    if not lines:
        return
    measure = _Measure(lines)
    current = Paragraph([lines[0]])
    for index, (before, line) in enumerate(pairwise(lines)):
        if measure.parts(before, line, index):
            yield current
            current = Paragraph([])
        current.lines.append(line)
    yield current


class _Measure:
    """What is usual in these lines: their distance for each size, and how far to the right they go."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._distances = _usual_distances(lines)
        self._indents = _has_indents(lines)
        self._feet = _usual_feet(lines)
        self._reached: dict[int, tuple[float, float]] = {}

    def parts(self, before: Line, line: Line, index: int) -> bool:
        """Whether a paragraph ends between two lines, the first of which is the ``index``-th."""
        if abs(before.size - line.size) > _NEW_SIZE * max(before.size, line.size) or before.bold != line.bold:
            return True
        if BULLET.match(line.text) or (_NUMBERED.match(line.text) and _ENDS_SENTENCE.search(before.text)):
            return True
        if not _is_below(before, line):
            return self._parts_over_columns(before, line, index)
        distance = before.bottom - line.bottom
        if distance > _WIDE_GAP * self._usual(before) + 0.5:
            return True
        return self._is_indented(before, line, index) or self._ends_early(before, line, index)

    def _usual(self, line: Line) -> float:
        return self._distances.get(round(line.size), 1.25 * line.size)

    def _parts_over_columns(self, before: Line, line: Line, index: int) -> bool:
        """From one column or page to the next a paragraph goes on, unless its last line is short or the next begins anew."""
        if not _ENDS_SENTENCE.search(before.text):
            return self._room(before, index) > _SHORT_LINE * self._width(before, index) and not line.text[:1].islower()
        return self._fits(before, line, index) or self._begins_indented(line, index + 1) or self._left_below(before)

    def _left_below(self, before: Line) -> bool:
        """Whether a column was left with room for two lines, which a paragraph that goes on would have filled."""
        foot = self._feet.get(round(before.size))
        return foot is not None and before.bottom - foot > _LINES_LEFT * self._usual(before)

    def _begins_indented(self, line: Line, index: int) -> bool:
        """Whether the first line of a column or page is moved in."""
        after = self._lines[index + 1] if index + 1 < len(self._lines) else None
        if after is not None and _is_below(line, after) and _moved_in(line, after):
            return True
        return self._indents and line.left - self._edges(line, index)[0] > _INDENT[0] * line.size

    def _is_indented(self, before: Line, line: Line, index: int) -> bool:
        """A first line moved in, if the line above is not and the line below is not either."""
        if not _moved_in(line, before) or BULLET.match(before.text) or _NUMBERED.match(before.text):
            return False
        after = self._lines[index + 2] if index + 2 < len(self._lines) else None
        if not self._indents and after is not None and _is_below(line, after) and after.left > line.left - 0.3 * line.size:
            return self._fits(before, line, index) and _ENDS_SENTENCE.search(before.text) is not None
        return True

    def _ends_early(self, before: Line, line: Line, index: int) -> bool:
        """A line that leaves room for the next one's first word was ended on purpose."""
        if self._width(before, index) < _NARROWEST * before.size:
            return True
        if not self._fits(before, line, index):
            return False
        if _ENDS_SENTENCE.search(before.text):
            return True
        return self._room(before, index) > _SHORT_LINE * self._width(before, index) and not line.text[:1].islower()

    def _fits(self, before: Line, line: Line, index: int) -> bool:
        first = line.text.split(maxsplit=1)[0]
        letter = (line.right - line.left) / max(1, len(line.text))
        return self._room(before, index) > letter * (len(first) + 1.5)

    def _room(self, line: Line, index: int) -> float:
        return self._edges(line, index)[1] - line.right

    def _width(self, line: Line, index: int) -> float:
        left, right = self._edges(line, index)
        return right - left

    def _edges(self, line: Line, index: int) -> tuple[float, float]:
        """How far the lines around reach that stand in one column with this one, the ``index``-th."""
        if index not in self._reached:
            self._reached[index] = self._reach(line, index)
        return self._reached[index]

    def _reach(self, line: Line, index: int) -> tuple[float, float]:
        near = self._lines[max(0, index - _WINDOW) : index + _WINDOW + 1]
        beside = [line] + [
            other
            for other in near
            if other.page == line.page and other.left < line.right and line.left < other.right and _same_type(other, line)
        ]
        return min(other.left for other in beside), max(other.right for other in beside)


def _same_type(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= _NEW_SIZE * max(line.size, other.size)


def _usual_distances(lines: Sequence[Line]) -> dict[int, float]:
    """For each size the most frequent distance from line to line, by thirds of a point."""
    seen: dict[int, Counter[float]] = defaultdict(Counter)
    for before, line in pairwise(lines):
        distance = before.bottom - line.bottom
        if _is_below(before, line) and _same_type(before, line) and distance < 2.2 * line.size:
            seen[round(before.size)][round(distance * 3) / 3] += 1
    return {size: min(d for d, n in found.items() if n >= 0.5 * found.most_common(1)[0][1]) for size, found in seen.items()}


def _usual_feet(lines: Sequence[Line]) -> dict[int, float]:
    """For each size how far down its lines reach on most pages, by the middle of the pages' lowest lines."""
    lowest: dict[int, dict[int, float]] = defaultdict(dict)
    for line in lines:
        pages = lowest[round(line.size)]
        pages[line.page] = min(line.bottom, pages.get(line.page, line.bottom))
    return {size: median_low(pages.values()) for size, pages in lowest.items() if len(pages) >= _FEWEST_PAGES}


def _has_indents(lines: Sequence[Line]) -> bool:
    """Whether paragraphs begin with a first line moved in: many lines stand further in than both their neighbours."""
    trios = zip(lines, lines[1:], lines[2:], strict=False)
    clean = sum(
        _is_below(a, b) and _is_below(b, c) and _moved_in(b, a) and _moved_in(b, c) and _same_type(a, b) and _same_type(b, c)
        for a, b, c in trios
    )
    return clean >= max(_FEWEST_INDENTS, _INDENTED_SHARE * len(lines))


def _is_below(before: Line, line: Line) -> bool:
    """Whether a line stands below another one in one column."""
    return before.page == line.page and line.bottom < before.bottom and line.left < before.right and before.left < line.right


def _moved_in(line: Line, other: Line) -> bool:
    least, most = _INDENT
    return least * line.size < line.left - other.left < most * line.size
