"""Multiples in words: "doubled", "more than tripled", "halved", "twice as many", "outnumbered two to one"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.figures.draft import Draft, Numeral, Reading, Style
from briefing.analysis.figures.spelled import PLAIN, small_value
from briefing.model import Direction

TIMES = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "quintuple": 5.0, "halve": 0.5}
# "doubling" opens a clause that belongs to another figure; "doubled down" and "doubles as" are no multiples.
VERB = re.compile(
    rf"(?<![\w-])(?P<verb>{'|'.join(TIMES)})[ds]?(?!-|\w|\s(?:down|over|up|back|as|standards?|agents?|digits?|whammy)\b)",
    re.IGNORECASE,
)
# "twice as many", "twice the size"; "twice" alone counts occasions, and "three times as much" has its own unit.
TWICE = re.compile(
    r"\b(?P<word>twice|thrice|double|triple)"
    r"(?:\sas\s(?:many|much|\w+(?=\sas\b|\Z))|(?=\s(?:the|its|their|his|her|that|those)\s(?!day|week|month|year|time)\w+))",
    re.IGNORECASE,
)
ALONE = re.compile(r"(?P<word>twice|thrice)", re.IGNORECASE)
MULTIPLE_WORDS = frozenset({"twice", "thrice", *(word + ending for word in TIMES for ending in ("", "d", "s"))})
# "by two to one", "a ratio of 3 to 1": so many of one for each of the other.
TO_ONE = re.compile(
    rf"(?:\b(?:by|ratio (?:of|is|was)|outnumbered)\s(?P<top>{PLAIN}|\d+(?:\.\d+)?)[\s-]to[\s-](?:one|1)\b(?![.,]?\d)"
    rf"|\b(?P<of>{PLAIN}|\d+)-to-(?:one|1)(?=\s(?:ratio|margin|majority|odds|lead|advantage|split)\b))",
    re.IGNORECASE,
)


def multiple_numerals(text: str) -> Iterator[Numeral]:
    """Every multiple written as a word."""
    # The word alone, as someone who mends a figure may mark it.
    for match in (*TWICE.finditer(text), *filter(None, [ALONE.fullmatch(text)])):
        value = 3.0 if match["word"].lower() in ("thrice", "triple") else 2.0
        yield Numeral(match.start(), match.end(), value, Style.FOLD)
    yield from (Numeral(m.start(), m.end(), TIMES[m["verb"].lower()], Style.FOLD) for m in VERB.finditer(text))
    for match in TO_ONE.finditer(text):
        group = "top" if match["top"] else "of"
        yield Numeral(match.start(group), match.end(), small_value(match[group]), Style.FOLD)


def multiplies(reading: Reading, draft: Draft) -> Direction | None:
    """«profits more than doubled», «has halved»: the verb is the figure, and says which way; None for anything else."""
    if not written_as_verb(reading.text, draft.numeral) or not is_verb(reading, draft):
        return None
    return Direction.DOWN if draft.numeral.value < 1 else Direction.UP


def is_no_multiple(reading: Reading, draft: Draft) -> bool:
    """Whether a word like "double" multiplies nothing here: "a double bed", "the men's doubles"."""
    text, numeral = reading.text, draft.numeral
    return written_as_verb(text, numeral) and not is_verb(reading, draft) and TWICE.match(text, numeral.start) is None


def written_as_verb(text: str, numeral: Numeral) -> bool:
    """Whether a multiple is a word that can be a verb."""
    return numeral.style is Style.FOLD and VERB.match(text, numeral.start) is not None


def is_verb(reading: Reading, draft: Draft) -> bool:
    """Whether the parser takes the word for a verb in a clause of its own."""
    token = reading.tokens(draft.numeral.start, draft.numeral.end)[0]
    return token.pos_ == "VERB" and token.dep_ not in ("amod", "compound")
