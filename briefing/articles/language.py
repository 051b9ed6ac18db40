"""Which language a text is written in: by its script, or by how many of its words are the small words of a language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from briefing.assets import rows

_PROBE = 20_000  # characters
_FEWEST_WORDS = 12
_SHARE = 0.12  # of the words; in a text of prose the small words of its language make up a quarter and more
_LEAD = 1.25  # times as many as those of the next language
_SCRIPT_SHARE = 0.3  # of the letters; names in Latin letters stand in texts of every script
_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻ][^\W\d_]+)?")


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language; "" where it is too short, or in none that is known."""
    probe = text[:_PROBE]
    return _by_script(probe) or _by_words([word.casefold() for word in _WORD.findall(probe)])


def name_of(code: str) -> str:
    """A language's English name; the code itself where it is not known."""
    return next((row[1] for row in (*rows("function-words"), *rows("scripts")) if row[0] == code), code)


def _by_script(text: str) -> str:
    letters = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha())
    total = sum(letters.values())
    for code, _, scripts in rows("scripts"):
        if total >= _FEWEST_WORDS and sum(letters[script] for script in scripts.split(", ")) > _SCRIPT_SHARE * total:
            return code
    return ""


def _by_words(given: list[str]) -> str:
    if len(given) < _FEWEST_WORDS:
        return ""
    counts = Counter(given)
    shares = sorted(((sum(counts[word] for word in small), code) for code, small in _small_words()), reverse=True)
    (best, code), (second, _) = shares[:2]
    return code if best >= _SHARE * len(given) and best >= _LEAD * second else ""


@cache
def _small_words() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, frozenset(small.split())) for code, _, small in rows("function-words"))
