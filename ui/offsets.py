"""Code points of an article ↔ positions in Qt's document: the only place that knows of UTF-16."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")  # characters that take two UTF-16 units
# Characters that Qt's documents treat as structure, or cannot hold; each is shown as one other of the same length.
_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2029]")
_UNSHOWABLE = re.compile("[\ud800-\udfff\ufdd0\ufdd1\ufffc\x00]")


class Offsets:
    """Converts both ways for a text of which some ranges are shown, one paragraph each."""

    def __init__(self, text: str, shown: Sequence[Span]) -> None:
        astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral = astral
        self._pairs = [position + n for n, position in enumerate(astral)]  # the same places in UTF-16 units
        self._starts = [span.start for span in shown]
        self._ends = [span.end for span in shown]
        self._places: list[int] = []
        place = 0
        for span in shown:
            self._places.append(place)
            place += self._units(span.end) - self._units(span.start) + 1

    def to_document(self, position: int) -> int:
        """The document's position of a code point; what lies between two paragraphs goes to the first one's end."""
        if not self._starts:
            return 0
        n = max(0, bisect_right(self._starts, position) - 1)
        inside = min(max(position, self._starts[n]), self._ends[n])
        return self._places[n] + self._units(inside) - self._units(self._starts[n])

    def to_article(self, place: int) -> int:
        """The code point at a position in the document; inside a surrogate pair, the pair's character."""
        if not self._starts:
            return 0
        n = max(0, bisect_right(self._places, place) - 1)
        units = place - self._places[n] + self._units(self._starts[n])
        return min(units - bisect_left(self._pairs, units), self._ends[n])

    def _units(self, position: int) -> int:
        return position + bisect_left(self._astral, position)


def displayed(text: str) -> str:
    """A paragraph's text as Qt's document can hold it, with as many UTF-16 units: line ends inside it stay line ends."""
    return _UNSHOWABLE.sub("\ufffd", _LINE_ENDS.sub("\u2028", text))
