"""Numbers in words: "twenty-eight thousand", "half a million", "a third", "tens of thousands", "sixfold", "one in three"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.analysis.figures.draft import Numeral, Style
from briefing.assets import rows


@cache
def word_values(*kinds: str) -> dict[str, float]:
    """The number words of some kinds and their values."""
    return {word: float(value) for word, value, kind in rows("number-words") if kind in kinds}


def _any(*kinds: str) -> str:
    return "|".join(sorted(word_values(*kinds), key=len, reverse=True))


PLAIN = rf"(?:{_any('unit', 'ten')})"
# "twenty-five" is one number, "three five[-year terms]" are two; nothing adds up but tens and units.
SMALL = rf"(?:(?:{_any('ten')})(?:[\s-]+(?:one|two|three|four|five|six|seven|eight|nine)\b)?|{PLAIN}\b)"
SCALE = rf"(?:{_any('scale')})"
FRACTION = rf"(?:{_any('fraction')})"
LARGE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)"
# "twenty-eight thousand six hundred and forty-two", "a hundred", "two and a half million"
WORDS = re.compile(
    rf"\b(?P<words>(?:an?(?=\s+{LARGE}\b)|{SMALL})"
    rf"(?:[\s-]+{SCALE}\b(?:(?:\s+and)?[\s-]+{SMALL}(?!-[a-z]))?)*)"
    rf"(?P<mixed>[\s-]+and[\s-]+(?:a|one|three)[\s-](?P<part>half|quarters?|third)(?P<scale>\s+{LARGE})?\b)?"
    rf"(?:[\s-](?P<fraction>{FRACTION})\b)?(?![-]?\w*(?<=fold)\b)",
    re.IGNORECASE,
)
# "half a million", "quarter million", "three quarters billion", "half a dozen"
PART_OF = re.compile(
    rf"\b(?:(?:a|one|(?P<top>two|three|\d))[\s-])?(?P<part>half|quarters?|thirds?)[\s-](?:(?:a|of a)\s)?(?P<scale>{LARGE})\b",
    re.IGNORECASE,
)
# "a third", "half", "one-fifth": a share, when the words around it let it be one.
SHARE = re.compile(
    r"(?<!this )(?<!first )(?<!second )(?<!last )(?<!next )(?<!each )(?<!better )\b(?:(?P<article>an?|one"
    r"|the other)[\s-])?(?P<fraction>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|hundredth)\b(?!-(?!(?:percentage-)?point))"
    r"(?=[\s-](?:percentage[\s-])?point\b|\s+(?:of\b"
    r"(?! (?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|the (?:season|month|year|match|game)))"
    r"|as\b|the\b|a\b|all\b|its\b|their\b|his\b|our\b|more\b|less\b|fewer\b|higher\b|lower\b|larger\b|smaller\b"
    r"|cheaper\b|to\b|were\b|are\b|is\b|have\b|in\b|from\b|since\b|by\b|turns?\b|people\b|that\b|those\b)|[,.;)]|\s*$)",
    re.IGNORECASE,
)
# "fell by a third and …", "more than a quarter since": after these words it is no ordinal.
SHARE_BY = re.compile(
    r"\b(?:by|than|almost|nearly|about|roughly|around)\s(?P<share>(?:an?|one)[\s-](?P<fraction>half|third|quarter|fifth|sixth|seventh|eighth|tenth))\b"
    r"(?![\w-]|\s(?:of an?|final|time|consecutive|straight|year|century|place|hour|mile))",
    re.IGNORECASE,
)
# "sixfold", "18-fold"
FOLD = re.compile(rf"\b(?P<number>{PLAIN}|\d+(?:\.\d+)?)-?fold\b", re.IGNORECASE)
# "one in three", "9 out of 10", "nine out of every ten"; "one in three years" is no share
RATIO = re.compile(
    rf"\b(?P<top>{PLAIN}|\d+)\s(?:in|out of(?: every)?|in every)\s(?P<bottom>{PLAIN}|\d+)\b(?!\s(?:years?|months?|days?"
    rf"|weeks?|hours?|minutes?|games?|matches))",
    re.IGNORECASE,
)
# "one child in five", "one person in 10": the thing stands in the middle.
ONE_OF = re.compile(
    rf"\b(?P<top>one|two|three)\s(?!day|time|year|month|week|goal|win)[a-z]+\sin\s(?P<bottom>{PLAIN}|\d+)\b"
    r"(?=\s(?:is|was|has|had|are|were|have|lives?|does|do|will|can|could|says?|said|now|who|that|among|under|over)\b|[.,;])",
    re.IGNORECASE,
)


def ratio_numerals(text: str) -> Iterator[Numeral]:
    """Every "one in three" and "18-fold", in words or digits."""
    found = (*RATIO.finditer(text), *ONE_OF.finditer(text))
    yield from (Numeral(m.start(), m.end(), ratio(m), Style.FRACTION) for m in found if 0 < ratio(m) < 1)
    yield from (Numeral(m.start(), m.end(), small_value(m["number"]), Style.FOLD) for m in FOLD.finditer(text))


def spelled_numerals(text: str) -> Iterator[Numeral]:
    """Every number written in words; two may overlap, and then the one that begins first and runs longest is right."""
    yield from (Numeral(m.start(), m.end(), part_value(m), Style.WORDS) for m in PART_OF.finditer(text))
    yield from (word_numeral(m) for m in WORDS.finditer(text) if not joined(text, m))
    yield from (share(m) for m in SHARE.finditer(text) if m["article"] or m["fraction"].lower() == "half")
    for found in SHARE_BY.finditer(text):
        yield Numeral(
            found.start("share"), found.end("share"), word_values("fraction")[found["fraction"].lower()], Style.FRACTION
        )


def joined(text: str, match: re.Match[str]) -> bool:
    """Whether a word is part of another: "Twenty20", "twenty-first", "one-on-one", "the one", a bare scale word."""
    if match["words"].lower() in word_values("scale"):
        return True
    after, before = text[match.end() : match.end() + 10], text[max(0, match.start() - 1) : match.start()]
    if re.match(r"-to-(?!one\b)[a-z\d]", after) or re.search(r"\w-to-$", text[max(0, match.start() - 6) : match.start()]):
        return False  # "one-to-seven days", but not "one-to-one"
    return before in ("-", "'") or bool(re.match(r"\w|-(?:on|off|way|time|sided|to|of|first|second|in)\b", after))


def word_numeral(match: re.Match[str]) -> Numeral:
    """The numeral of a run of number words, a fraction after it in it."""
    value = words_value(match["words"])
    style = Style.WORDS
    if match["mixed"]:
        value += word_values("fraction")[match["part"].lower()] * (3 if "three" in match["mixed"] else 1)
        value *= word_values("scale").get((match["scale"] or "").strip().lower(), 1.0)
    if match["fraction"]:
        value *= word_values("fraction")[match["fraction"].lower()]
        style = Style.FRACTION
    return Numeral(match.start(), match.end(), value, style)


def words_value(words: str) -> float:
    """The value of a run of number words: hundreds add up inside each thousand."""
    total = current = 0.0
    scales = word_values("scale")
    for word in re.split(r"[\s-]+", words.lower()):
        if word in ("a", "an"):
            current += 1
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * scales[word]
        elif word in scales:
            total, current = total + max(current, 1) * scales[word], 0.0
        elif word != "and":
            current += word_values("unit", "ten")[word]
    return total + current


def small_value(printed: str) -> float:
    """The value of one number word or of digits."""
    return word_values("unit", "ten")[printed.lower()] if printed.isalpha() else float(printed)


def part_value(match: re.Match[str]) -> float:
    """«half a million» is 500,000."""
    top = small_value(match["top"]) if match["top"] else 1.0
    return top * word_values("fraction")[match["part"].lower()] * word_values("scale")[match["scale"].lower()]


def share(match: re.Match[str]) -> Numeral:
    """«a third» as a numeral."""
    return Numeral(match.start(), match.end(), word_values("fraction")[match["fraction"].lower()], Style.FRACTION)


def ratio(match: re.Match[str]) -> float:
    """«one in three» as a share of one; nought where it cannot be one."""
    bottom = small_value(match["bottom"])
    return small_value(match["top"]) / bottom if bottom else 0.0
