"""The hyphen at a line's end: part of the word ("four-year"), or there only because the line was full ("agree-ment").

Decided by the document's own words first, then by the list of English words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefing.articles.pdf.lines import HYPHEN
from briefing.assets import words

_MARKS = ("-", HYPHEN, "\u2010")
_ENDS_IN_WORD = re.compile(rf"([^\W_]+(?:['’][^\W_]+)?)[-{HYPHEN}\u2010]$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BEGINS = re.compile(r"[^\W_]+")


class Hyphens:
    """What a document's own lines say of its words."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            bare = line.rstrip()
            if bare.endswith(_MARKS):
                bare = _ENDS_IN_WORD.sub("", bare)
            self._words.update(word.casefold() for word in _WORD.findall(bare))

    def join(self, before: str, line: str) -> str:
        """Two lines of a paragraph as one text; ``before`` may end in a hyphen."""
        if not before.endswith(_MARKS):
            return f"{before} {line}"
        first, second = _ENDS_IN_WORD.search(before), _BEGINS.match(line)
        if first is None or second is None:
            return f"{before[:-1]}-{line}" if before.endswith(HYPHEN) else f"{before} {line}"
        if line.startswith(("and ", "or ")):  # "pre- and post-war"
            return f"{before[:-1]}- {line}"
        mark = "-" if self._belongs(first[1], second.group()) else ""
        return f"{before[:-1]}{mark}{line}"

    def _belongs(self, first: str, second: str) -> bool:
        """Whether the hyphen is part of the word."""
        whole, parted = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
        if any(character.isdigit() for character in first + second) or second[0].isupper():
            return True
        if self._words[whole] != self._words[parted]:
            return self._words[parted] > self._words[whole]
        if whole in words("english"):
            return False
        return first.casefold() in words("english") and second.casefold() in words("english")
