"""What is no figure: times, digits in names, ordinals, scores, addresses, "one of"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from spacy.tokens import Token

from briefing.analysis.figures.draft import Draft, Numeral, Reading, Style
from briefing.analysis.figures.multiples import is_no_multiple
from briefing.analysis.figures.nouns import names_model
from briefing.analysis.figures.times import Time
from briefing.analysis.figures.votes import vote_places
from briefing.assets import words
from briefing.model import BlockKind, FigureKind, Hedge, Span

# "2-1 win", "lost 3-0", "4-4-2"; with a unit or a counted noun behind it the same dash is a range.
SCORE = re.compile(r"(?<![\d.,$£€-])\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?(?![\d.,]*\d|\s?%|-\w)")
# "[2-1] win", "[3-0] over Ajax", "[4-4-2] formation", "[2-1]."
AFTER_SCORE = re.compile(
    r"\s(?:win|victory|defeat|loss|draw|lead|record|vote|decision|aggregate|series|home|away|formation|thrashing|advantage|scoreline|triumph|rout|in|at|on|to|"
    r"over|against|with|after|and|but|down|up|by|thanks|when|before|last|this)\b|\s?\(\d|[.,;)]|\s?$"
)
# "https://example.org/2024", "www.example.org/5", "desk24@example.org"
LINK = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+")
# "+47 22 85 50 50", "(212) 555-0123", "0800 123456", "[12]" of a citation, "14(3): 201-209", "978-0306406157"
ADDRESS = re.compile(
    r"(?<!\w)\+\d[\d\s().-]{7,}\d|(?<!\w)\+?\(?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,4}\b(?![\s.-]?\d)|\b\d{4}-\d{4}-\d{4}\b|\b\d-\d{3}-\d{3}-\d{4}\b|\b0\d{2,4}\s\d{5,7}\b|\[\d{1,3}\]|\b\d{1,4}(?:\(\d+\))?:\s?\d+[-–]\d+|\b\d{3,}-\d{4,}(?:-\d+)?\b"
)
# "[350] Fifth Avenue", "[1600] N. 4th St"
STREET = re.compile(
    r"\s(?:[NSEW]\.?\s)?(?:\d+(?:st|nd|rd|th)\s)?(?:[A-Z]\w*\s){0,3}(?:St|Street|Road|Rd|Way|Ave|Avenue|Lane|Drive|Boulevard|Blvd|Court|Square)\b(?!\s(?:feet|foot|met))"
)
# A list's own number at the head of a paragraph: "1." "2)".
LISTED = re.compile(r"^\s*\d{1,2}[.)]\s")
# "it explains 1 ) why … and 2 ) how"
LISTED_INSIDE = re.compile(r"\s?\)")
# "a score of 35 or above" is a bound and no day of the month.
OR_ABOVE = re.compile(r"\sor (?:above|below|over|under|more|less|higher|lower|older|younger)\b")
# "S&P [500]", "No. [10]", "Covid [19]", "#[3]"
NAME_BEFORE = re.compile(r"(?:S\s?&\s?P|\bS ?P|(?-i:\bNo\s)|covid\s?|no\.|nos\.|number|#)\s?$", re.IGNORECASE)


def in_time(numeral: Numeral, times: Sequence[Time]) -> bool:
    """Whether a number belongs to a date, a clock time or a period; a currency sign overrules a year."""
    return not numeral.sign and any(time.start < numeral.end and numeral.start < time.end for time in times)


def in_score(text: str, numeral: Numeral) -> bool:
    """Whether a number is half of a score, or a score taken for a range."""
    if numeral.start in vote_places(text):
        return False
    if numeral.sign or not any(mark in text[numeral.start - 4 if numeral.start > 4 else 0 : numeral.end + 4] for mark in "-–"):
        return False
    return any(
        match.start() <= numeral.start < match.end()
        and (match[0].count("-") + match[0].count("–") > 1 or AFTER_SCORE.match(text, match.end()))
        for match in SCORE.finditer(text)
    )


def shouted(text: str, numeral: Numeral) -> bool:
    """Whether a number word is a name in capitals: "the SIX Swiss Exchange"."""
    word = text[numeral.start : numeral.end]
    return numeral.style is Style.WORDS and word.isupper() and not text.isupper()


@cache
def named_numbers() -> re.Pattern[str]:
    """One expression for all names with a number in them: "9/11", "net zero"."""
    forms = sorted(words("number-names"), key=len, reverse=True)
    either = "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in forms)
    return re.compile(rf"(?<![\w$€£/-])(?:{either})(?![\w/%])", re.IGNORECASE)


def capital(text: str, numeral: Numeral) -> bool:
    """Whether a number word is part of a name: "the Six-Day War", "our One Home strategy"; a headline has capitals anyway."""
    if numeral.style is not Style.WORDS or not text[numeral.start].isupper():
        return False
    inside = re.search(r"[a-z\d]\s$", text[max(0, numeral.start - 2) : numeral.start]) and re.match(
        r"[-\s][A-Z][a-z]", text[numeral.end :]
    )
    return bool(inside) and not is_headline(text)


@lru_cache(maxsize=8)
def is_headline(text: str) -> bool:
    """Whether most words of a paragraph begin with a capital."""
    long_words: list[str] = re.findall(r"\b[A-Za-z]\w{3,}", text)
    return sum(word[0].isupper() for word in long_words) > len(long_words) / 2


def addresses_in(text: str) -> tuple[Span, ...]:
    """Web addresses, telephone numbers, citations, names such as "9/11", and a list's own number at the head."""
    listed = LISTED.match(text)
    links = LINK.finditer(text) if "@" in text or "www." in text or "://" in text else ()
    found = (*links, *ADDRESS.finditer(text), *named_numbers().finditer(text))
    return (*(Span(*m.span()) for m in found), *((Span(*listed.span()),) if listed else ()))


def in_address(text: str, numeral: Numeral, addresses: Sequence[Span]) -> bool:
    """Whether a number stands in a web address, a telephone number, a street or a list's numbering."""
    if numeral.style is Style.DIGITS and not numeral.sign and STREET.match(text, numeral.end):
        return True
    return any(span.start < numeral.end and numeral.start < span.end for span in addresses)


def figures_only(text: str, numerals: Sequence[Numeral], times: Sequence[Time]) -> list[Numeral]:
    """The numbers that are figures as far as their characters tell."""
    addresses = addresses_in(text)
    left = (n for n in numerals if not in_time(n, times) and not shouted(text, n) and not capital(text, n))
    return [n for n in left if not in_score(text, n) and not in_address(text, n, addresses)]


def is_named(reading: Reading, draft: Draft) -> bool:
    """Whether the number is part of a name: "Apollo 9", "Internet Explorer 6", "S&P 500", "(12)"."""
    numeral, text = draft.numeral, reading.text
    if (
        numeral.sign
        or numeral.high is not None
        or (draft.unit != "-" and draft.noun < 0)
        or numeral.style not in (Style.DIGITS, Style.WORDS)
    ):
        return False
    if NAME_BEFORE.search(text[max(0, numeral.start - 8) : numeral.start]):
        return True
    if text[max(0, numeral.start - 1) : numeral.start] == "(" and text[numeral.end : numeral.end + 1] == ")" and numeral.small:
        return True
    return after_name(reading, draft)


def after_name(reading: Reading, draft: Draft) -> bool:
    """Whether the word before makes a name of the number."""
    first = reading.tokens(draft.numeral.start, draft.numeral.end)[0]
    if first.i == 0 or reading.text[draft.numeral.start - 1] not in " -":
        return False
    before = reading.doc[first.i - 1]
    if before.lower_ in words("name-heads"):  # "Section 427", "category one"
        return draft.noun < 0 or before.pos_ == "PROPN" or before.dep_ in ("compound", "nmod")
    if (
        draft.numeral.style is Style.WORDS
        or not before.text[:1].isupper()
        or "," in reading.text[draft.numeral.start : draft.numeral.end]
    ):
        return False
    entity = next((e for e in reading.doc.ents if e.start <= first.i < e.end), None)
    if (
        entity is not None
        and entity.label_ in ("PRODUCT", "ORG", "LAW", "FAC", "WORK_OF_ART", "EVENT", "GPE", "LOC", "PERSON")
        and entity.start < first.i
    ):
        return draft.noun < 0 or draft.numeral.small
    return (
        draft.noun < 0
        and before.pos_ == "PROPN"
        and (first.head == before or before.head == first or first.dep_ in ("appos", "nummod", "npadvmod"))
    )


def is_idle_one(reading: Reading, draft: Draft) -> bool:
    """Whether "one" counts nothing: "one of the", "the one", "no one", "one day", "one another", "one side"."""
    text, numeral = reading.text, draft.numeral
    if text[numeral.start : numeral.end].lower() != "one":
        return False
    if draft.kind is FigureKind.COUNT and re.match(r"\s(?:of|another)\b", text[numeral.end :]):
        return True
    if draft.noun >= 0 and text[numeral.start].isupper() and reading.doc[draft.noun].pos_ == "PROPN":
        return True
    if draft.unit != "-" and draft.noun < 0:
        return draft.unit in ("day", "point", "second") and not re.search(
            r"\b(?:than|about|least|only|just|by|every|for)\s$", reading.before(numeral.start)
        )
    token = reading.tokens(numeral.start, numeral.end)[0]
    if draft.noun < 0 or token.dep_ != "nummod" or text[numeral.end : numeral.end + 1] != " ":
        return True
    before = reading.doc[token.i - 1].lower_ if token.i else ""
    return before in ("the", "this", "that", "each", "any", "no", "every", "which") or reading.doc[draft.noun].lower_ in words(
        "idle-nouns"
    )


def is_label(reading: Reading, draft: Draft) -> bool:
    """Whether a number is a thing's name: "5G networks", "787 Dreamliner", "Stoxx 600 index", "Kick Six win", "3 )"."""
    text, numeral = reading.text, draft.numeral
    if draft.kind is not FigureKind.COUNT or numeral.high is not None or numeral.sign or numeral.value != int(numeral.value):
        return False
    first = reading.tokens(numeral.start, numeral.end)[0]
    if first.i and names_model(first) and first.nbor(-1).tag_ != "NNP" and counts_before(reading, first):
        return True
    if text[numeral.end : numeral.end + 1].isalpha() or (
        LISTED_INSIDE.match(text, numeral.end) and "(" not in text[: numeral.start]
    ):
        return True
    if draft.noun < 0 or text[numeral.end : numeral.end + 1] == "-" or numeral.value == 1:
        return False
    head = reading.doc[draft.noun]
    if head.tag_ not in ("NN", "NNP") and head.lower_.endswith("s"):
        return False
    named = (
        first.i > 0
        and (first.nbor(-1).pos_ == "PROPN" or first.nbor(-1).is_upper)
        and text[numeral.start - 1] == " "
        and len(first.nbor(-1)) > 1
    )
    return named or (head.tag_ == "NNP" and head.text.istitle() and (numeral.style is Style.DIGITS or first.text.istitle()))


def counts_before(reading: Reading, number: Token) -> bool:
    """Whether another number, adjectives at most between, counts the thing that this one names: "two new 737 Max jets"."""
    at = number.i - 1
    while at > 0 and reading.doc[at].pos_ == "ADJ":
        at -= 1
    return reading.doc[at].like_num and reading.doc[at].ent_type_ not in ("DATE", "TIME")


def is_loose(reading: Reading, draft: Draft) -> bool:
    """Whether a bare number is a date's or a name's leftover for the parser: DATE, ORDINAL, or a word that is no number here."""
    if draft.unit != "-" or draft.numeral.sign or draft.numeral.style in (Style.VAGUE, Style.FOLD):
        return False
    if OR_ABOVE.match(reading.text, draft.end):
        return False
    token = reading.tokens(draft.numeral.start, draft.numeral.end)[0]
    if token.ent_type_ in ("DATE", "TIME") and draft.numeral.high is None and draft.numeral.value < 2100:
        return not token.text.startswith(("half", "a"))
    return draft.numeral.style is Style.WORDS and token.pos_ not in ("NUM", "ADJ", "NOUN", "DET")


def is_code(reading: Reading, draft: Draft) -> bool:
    """Whether bare digits are a telephone number or the like: eight or more in a row, and nothing counted: "on 93228738"."""
    printed = reading.text[draft.numeral.start : draft.numeral.end]
    return draft.unit == "-" and not draft.numeral.sign and bool(re.fullmatch(r"\d{8,}", printed))


def is_one_to_one(reading: Reading, draft: Draft) -> bool:
    """Whether a number is half of a "1-to-1" or "1:1"."""
    around = reading.text[max(0, draft.numeral.start - 6) : draft.numeral.end + 6]
    return draft.numeral.value == 1 and bool(re.search(r"(?<![\w.])(?:1|one)[- ]?(?:to|on)[- ](?:1|one)(?![\w.])", around))


def is_known_few(reading: Reading, draft: Draft) -> bool:
    """Whether a small number only points at those already named: "the two leaders"; in a headline it may tell something."""
    if reading.passage.block.kind in (BlockKind.TITLE, BlockKind.SUBTITLE) or draft.numeral.style is not Style.WORDS:
        return False
    before = reading.before(draft.numeral.start).lower()
    small = draft.noun >= 0 and draft.kind is FigureKind.COUNT and draft.numeral.high is None and draft.numeral.value <= 10
    return small and draft.hedge is Hedge.EXACT and bool(re.search(r"(?:^|\W)the\s$", before))


CHECKS: tuple[Callable[[Reading, Draft], bool], ...] = (
    is_named,
    is_idle_one,
    is_label,
    is_loose,
    is_code,
    is_one_to_one,
    is_known_few,
    is_no_multiple,
)


def kept(reading: Reading, draft: Draft) -> bool:
    """Whether a number with its unit is a figure."""
    return not any(check(reading, draft) for check in CHECKS)
