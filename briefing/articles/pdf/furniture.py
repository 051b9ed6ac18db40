"""Running heads, running feet and page numbers: found by coming back on many pages at one height."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.articles.pdf.lines import Line

_EDGE = 0.13  # of the page's height, at its top and at its foot
_FEWEST_LINE_NUMBERS = 8
_SHARE = 0.4  # of the pages; odd and even pages may differ
_PAGE_NUMBER = re.compile(
    r"(?:[-–—|] ?)?(?:page |p\. ?|seite |стр\. ?)?\d{1,4}(?:(?: of | ?/ ?| von )\d{1,4})?(?: ?[-–—|])?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def without_running_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> tuple[list[list[Line]], int]:
    """The pages without running heads, feet and page numbers, and how many such lines there were."""
    seen: dict[str, set[int]] = defaultdict(set)
    for lines, height in zip(pages, heights, strict=True):
        for line, _ in _edge_lines(lines, height):
            seen[_pattern(line)].add(line.page)
    running = {pattern for pattern, on in seen.items() if len(on) >= max(2, _SHARE * len(pages))}
    kept: list[list[Line]] = []
    for lines, height in zip(pages, heights, strict=True):
        out = _line_numbers(lines)
        out |= {index for line, index in _edge_lines(lines, height) if _pattern(line) in running or _is_page_number(line)}
        kept.append([line for index, line in enumerate(lines) if index not in out])
    if not any(kept):  # pages that are all alike, or that hold nothing else
        return [list(lines) for lines in pages], 0
    return kept, sum(map(len, pages)) - sum(map(len, kept))


def _line_numbers(lines: Sequence[Line]) -> set[int]:
    """The lines of a column of numbers that count the lines of a transcript or a bill."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        number = int(line.text) if line.text.isdecimal() and len(line.text) < 4 else None
        follows = run and number == int(lines[run[-1]].text) + 1
        run = [*run, index] if follows else [index] if number is not None else []
        if len(run) >= _FEWEST_LINE_NUMBERS:
            found.update(run)
    return found


def _edge_lines(lines: Sequence[Line], height: float) -> Iterator[tuple[Line, int]]:
    for index, line in enumerate(lines):
        if line.bottom > (1 - _EDGE) * height or line.top < _EDGE * height:
            yield line, index


def _pattern(line: Line) -> str:
    """A line as it comes back: numbers aside, at about the same height."""
    return f"{_DIGITS.sub('#', line.text.casefold())}@{round(line.bottom / 8)}"


def _is_page_number(line: Line) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text.strip()) is not None
