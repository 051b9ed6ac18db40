"""Figures of one unit as horizontal bars, drawn to scale from nought; every value stands as its source prints it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from briefing.word.letters import Letters, Line
from briefing.word.png import png

Figure = dict[str, Any]  # one of the contract's figures, as a template sees it
MOST_BARS = 10
PER_INCH = 220
_FEWEST_BARS = 2
# A change has a direction and a base, a ratio two sides: their lengths beside each other would say what nobody said.
_NO_BARS = frozenset({"change", "ratio", "age"})
_POINTS = 72.0
_ROW, _BAR, _TEXT, _SMALL, _GAP = 23.0, 9.0, 8.0, 7.0, 6.0  # points
_LABELS = 0.36  # of the width
_INK, _GREY, _RULE = (0x1B, 0x1F, 0x24), (0x5A, 0x65, 0x70), (0xC6, 0xCE, 0xD8)  # red, green, blue
_NAVY, _PALE = (0x1F, 0x3A, 0x5F), (0x9F, 0xB2, 0xCC)


def comparable(figures: Iterable[Figure]) -> list[Figure]:
    """The figures that can stand in one chart: those of the unit that most of them have; none where that are fewer than two."""
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if figure["kind"] not in _NO_BARS and _number(figure["amount"]) is not None:
            groups.setdefault((figure["unit"], figure["currency"], figure["kind"]), []).append(figure)
    largest = max(groups.values(), key=len, default=[])  # the first of several
    return largest[:MOST_BARS] if len(largest) >= _FEWEST_BARS else []


def described(figures: Sequence[Figure]) -> str:
    """The chart in words, for those who do not see it: every value as printed, with its mark."""
    unit = figures[0]["unit"]
    what = f"Bar chart of {len(figures)} figures{f' in the unit “{unit}”' if unit else ''}, drawn to scale from nought"
    return f"{what}. " + "; ".join(f"{_label(each)}: {each['value']} {each['src']['text']}" for each in figures) + "."


def chart(figures: Sequence[Figure], width: float) -> bytes:
    """The bars as a PNG picture, ``width`` points wide."""
    height = _ROW * len(figures) + 4
    document = pypdfium2.PdfDocument.new()
    try:
        page = document.new_page(width, height)
        _Drawing(document, page, width, height).bars(figures)
        raw.FPDFPage_GenerateContent(page.raw)
        bitmap = page.render(scale=PER_INCH / _POINTS, rev_byteorder=True)
        return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, per_inch=PER_INCH, effort=9)
    finally:
        document.close()


def _number(text: str) -> float | None:
    try:
        return max(0.0, float(text))
    except ValueError:
        return None


def _label(figure: Figure) -> str:
    subject = f"{figure['subject'][:1].upper()}{figure['subject'][1:]}"
    return f"{subject}, {figure['period']}" if figure["period_stated"] else subject


@dataclass(slots=True)
class _Row:
    """One bar with what is written beside it, and how long it is as a share of the longest."""

    label: Line | None
    period: Line | None
    value: Line | None
    mark: Line | None
    share: float
    further: float  # to the other end of a range

    @property
    def written(self) -> float:
        """The width of what stands behind the bar."""
        return sum(line.width + _GAP for line in (self.value, self.mark) if line)


class _Drawing:
    """A page that is being drawn on."""

    def __init__(self, document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, width: float, height: float) -> None:
        self._page, self._width, self._height = page, width, height
        self._letters = Letters(document)

    def bars(self, figures: Sequence[Figure]) -> None:
        """One row a figure; a line stands where the bars begin."""
        ends = [(_number(each["amount"]) or 0.0, _number(each["amount_high"]) or 0.0) for each in figures]
        longest = max(max(pair) for pair in ends) or 1.0
        rows = [self._row(each, low / longest, high / longest) for each, (low, high) in zip(figures, ends, strict=True)]
        left = self._width * _LABELS + _GAP
        room = self._width - left - max(row.written for row in rows) - _GAP
        for n, row in enumerate(rows):
            middle = self._height - 2 - _ROW * (n + 0.5)
            raised = _TEXT * 0.55 if row.period else 0.0
            self._to_left_of(row.label, left - _GAP, middle + raised, _INK)
            self._to_left_of(row.period, left - _GAP, middle - raised, _GREY)
            self._box(left, middle - _BAR / 2, max(0.75, row.further * room), _PALE if row.further else _NAVY)
            self._box(left, middle - _BAR / 2, max(0.75, row.share * room), _NAVY)
            end = left + max(row.share, row.further) * room + _GAP
            self._text(row.value, end, middle, _INK)
            self._text(row.mark, end + (row.value.width + _GAP if row.value else 0), middle, _GREY)
        self._box(left - 0.5, 0, 0.5, _RULE, self._height)

    def _row(self, figure: Figure, share: float, further: float) -> _Row:
        letters, most = self._letters, self._width * _LABELS
        period = letters.line(figure["period"], _SMALL) if figure["period_stated"] else None
        return _Row(
            self._fitting(f"{figure['subject'][:1].upper()}{figure['subject'][1:]}", most),
            period if period is not None and period.width <= most else None,
            letters.line(figure["value"], _TEXT, bold=True),
            letters.line(figure["src"]["text"], _SMALL),
            share,
            further,
        )

    def _fitting(self, words: str, most: float) -> Line | None:
        """The words in one line, cut between two of them where they are too long."""
        line = self._letters.line(words, _TEXT)
        while line is not None and line.width > most and " " in words:
            words = words.rsplit(" ", 1)[0]
            line = self._letters.line(f"{words} …", _TEXT)
        return line if line is None or line.width <= most else None

    def _to_left_of(self, line: Line | None, right: float, middle: float, colour: tuple[int, int, int]) -> None:
        self._text(line, right - (line.width if line else 0), middle, colour)

    def _text(self, line: Line | None, left: float, middle: float, colour: tuple[int, int, int]) -> None:
        if line is not None:
            raw.FPDFPageObj_SetFillColor(line.raw, *colour, 255)
            raw.FPDFPageObj_Transform(line.raw, 1, 0, 0, 1, left, middle - _TEXT * 0.35)
            raw.FPDFPage_InsertObject(self._page.raw, line.raw)

    def _box(self, left: float, bottom: float, width: float, colour: tuple[int, int, int], height: float = _BAR) -> None:
        box = raw.FPDFPageObj_CreateNewRect(left, bottom, width, height)
        raw.FPDFPageObj_SetFillColor(box, *colour, 255)
        raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_WINDING, 0)
        raw.FPDFPage_InsertObject(self._page.raw, box)
