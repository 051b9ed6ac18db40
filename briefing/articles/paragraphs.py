"""A text → the spans of its paragraphs, whether they are parted by blank lines, by single line ends or hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model import Span

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_WIDEST_WRAP = 110  # people and programs wrap at 60 to 100 columns
_NARROWEST_WRAP = 40
_OVERLONG_SHARE = 0.05  # addresses and tables stick out
_WRAPPED_SHARE = 0.35  # of the line ends inside a text that a wrapping program would have made
_FEWEST_LINES = 3
_SUSPENDED = re.compile(r"(?:and|or|to|und)\b")  # "pre- and post-war": the hyphen is followed by a space
_ITEM = re.compile(r"[-–—•*·▪●]\s|\(?\d{1,2}[.)]\s")
# Between a full stop at a line's end and a quotation mark at the next one's head there is more often a new paragraph than not.
_OPENS_QUOTE = re.compile(r"\s*[“«„\"]")
_ENDS_SENTENCE = re.compile(r"[.!?][”»\"’)]?\s*$")
_INDENT = re.compile(r"[ \t\u00a0\u3000]{2,}")


def unwrap(text: str) -> str:
    """The text with hard-wrapped lines joined to paragraphs of one line; any other text as it is.

    A line end counts as made by wrapping where the next line's first word would not have fitted.
    """
    lines = text.split("\n")
    width = _wrap_width(lines)
    if not width:
        return text
    indented = _is_indented(lines)
    parts = [lines[0]]
    for before, line in pairwise(lines):
        whole = before.strip() and line.strip()
        if whole and (not _INDENT.match(line) if indented else _continues(before, line, width)):
            parts[-1] = parts[-1].rstrip()
            parts += (_between(before.rstrip(), line.lstrip()), line.lstrip())
        else:
            parts += ("\n", line)
    return "".join(parts)


def spans(text: str) -> Iterator[Span]:
    """The span of every line that is not blank, without the white space around it."""
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        yield Span(start, match.start() + len(line.rstrip()))


def _wrap_width(lines: Sequence[str]) -> int:
    """The column at which the text was wrapped, or 0 if it was not."""
    neighbours = [(a.rstrip(), b.strip()) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(neighbours) < _FEWEST_LINES:
        return 0
    width = max((len(a) for a, _ in neighbours if len(a) <= _WIDEST_WRAP), default=0)
    too_long = sum(len(a) > _WIDEST_WRAP for a, _ in neighbours)
    if width < _NARROWEST_WRAP or too_long > _OVERLONG_SHARE * len(neighbours):
        return 0
    wrapped = sum(_overflows(a, b, width) for a, b in neighbours)
    return width if wrapped >= _WRAPPED_SHARE * len(neighbours) else 0


def _overflows(line: str, following: str, width: int) -> bool:
    first, *_ = following.split(maxsplit=1)
    return len(line.rstrip()) + 1 + len(first) > width


def _is_indented(lines: Sequence[str]) -> bool:
    """Whether paragraphs are shown by the indentation of their first lines."""
    texts = [line for line in lines if line.strip()]
    indents = sum(_INDENT.match(line) is not None for line in texts)
    return 0.05 * len(texts) < indents < 0.7 * len(texts)


def _continues(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with what the one before it began."""
    if _ITEM.match(line.strip()) or (_OPENS_QUOTE.match(line) and _ENDS_SENTENCE.search(before)):
        return False
    return _overflows(before, line, width)


def _between(before: str, line: str) -> str:
    """What joins two wrapped lines: nothing after a hyphen inside a word, else a space."""
    whole = len(before) > 1 and before[-1] == "-" and before[-2].isalnum() and not _SUSPENDED.match(line)
    return "" if whole else " "
