"""Currencies by sign, code and word, from the Unicode CLDR (``resources/words/currencies.tsv``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.assets import rows


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency; the code is "" where a word is shared by several ("francs")."""

    code: str
    name: str


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(",") if part and part != "-")


@cache
def by_sign() -> dict[str, Currency]:
    """Signs and codes that stand in front of a number, in lower case without spaces."""
    found: dict[str, Currency] = {}
    for code, name, signs, _, where in rows("currencies"):
        for sign in _split(signs):
            found.setdefault(squeezed(sign), Currency(code, name))
        if code != "-" and where != "after":
            found.setdefault(code.lower(), Currency(code, name))
    found.setdefault("ps", found["£"])
    return found


@cache
def by_word() -> dict[str, Currency]:
    """Words, codes and signs that stand after a number, in lower case."""
    found: dict[str, Currency] = {}
    for code, name, signs, words, _ in rows("currencies"):
        currency = Currency("" if code == "-" else code, name)
        for word in (*_split(words), *_split(signs), *(() if code == "-" else (code,))):
            found.setdefault(word.lower(), currency)
    return found


def squeezed(sign: str) -> str:
    """A sign in lower case without spaces."""
    return re.sub(r"\s", "", sign).lower()


def _sign_pattern() -> str:
    """One expression for all signs and codes in front of a number, longest first."""
    signs = sorted((s for row in rows("currencies") for s in _split(row[2])), key=len, reverse=True)
    codes = "|".join(row[0] for row in rows("currencies") if row[0] != "-" and row[4] != "after")
    written = "|".join(_dollar(s) for s in signs if not s.isalpha() and len(s) > 1)
    single = "".join(re.escape(s) for s in signs if len(s) == 1 and not s.isalpha())
    lettered = "|".join(re.escape(s) for s in signs if s.isalpha() and len(s) > 1)
    # Letters only in capitals as printed, so that "try 5" or "all 5" are no money; "us$" and "hk $" in any case.
    # "R50bn", "R250": a lone R needs a scale or three digits behind it, for "R2" is a name.
    rand = r"(?<![A-Za-z])(?-i:R)(?=\d{1,3}(?:[.,]\d+)*\s?(?:bn|tn|m\b|million|billion|trillion)|\d{3})"
    # "PS2.7m" is how wires print £2.7m; "PS5" is a console.
    rand += r"|(?<![A-Za-z])(?-i:PS)(?=\d{1,3}(?:[.,]\d+)*\s?(?:bn|m\b|million|billion))"
    return rf"(?<![A-Za-z])(?:{written})|[{single}]|(?<![A-Za-z])(?-i:(?:{codes}|{lettered})(?![a-z]))|{rand}"


def _dollar(sign: str) -> str:
    """A sign of several characters: "us $" in any case and spaced, but "A$" as written, for "a $5 note" is none."""
    spaced = re.escape(sign).replace(r"\$", r"\s?\$").replace(r"\ ", "")
    if sign[0] in "ASR" and sign[1:] == "$":
        return f"(?-i:{re.escape(sign) if sign[0] == 'A' else spaced})"
    return spaced


SIGN = _sign_pattern()
