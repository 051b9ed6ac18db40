"""What a number counts, where it has no unit of measure: the head of its noun phrase with the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from briefing.analysis.figures.change import directions
from briefing.analysis.figures.currencies import Currency, by_word
from briefing.analysis.figures.draft import Draft, Reading, Style
from briefing.analysis.figures.measures import units
from briefing.analysis.figures.rates import rated
from briefing.assets import words
from briefing.model import FigureKind

NOUNS = ("NOUN", "PROPN")
PLURAL = ("NNS", "NNPS")
LEVELS = frozenset(
    {"average", "total", "record", "high", "low", "peak", "maximum", "minimum", "mark", "level", "target", "forecast"}
)
PAIR = 2  # "or two"
MODEL = 3  # digits of an airliner's name
REACH = 7  # words from a number to the head it counts
# "[dozens] of the vehicles", "[35m] of its devices", "[four] of Norway's ports"
OF = re.compile(r"\sof\s(?:the\s|its\s|his\s|her\s|their\s|our\s|these\s|those\s|[A-Z]\w+['’]s?\s)?(?=\w)")
# A second number behind "and" that shares its noun with this one: "7 interregional and 10 commercial documents".
SHARING = re.compile(
    r"(?P<own>(?:\s[a-z][\w-]*){0,3})\s(?:and|or)\s(?=(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\s)"
)
# "three five-year terms", "2.9 million 9 litre cases": a measure stands between the number and what it counts.
MEASURED = re.compile(
    r"\s(?:[\d.,]+[\s-]?|[a-z]+[\s-])(?P<unit>[a-z]+)(?:-(?:old|long|tall|high|wide|deep))?\s(?=[a-z])", re.IGNORECASE
)
# "another pick or two", "a day or two"
OR_TWO = re.compile(r"\b(?:an?|another)\s(?:[a-z]+\s)?(?P<noun>[a-z]+)\sor\s$", re.IGNORECASE)
# "[40] of them", "[200] more", "[118,000] others": what was named before
ANAPHOR = re.compile(r"\s(?:of (?:them|these|those|whom|which)\b|more\b(?! than)|others?\b)")
# "nine out of 14", "one in three"
OUT_OF = re.compile(r"\s(?:in|out of)\s", re.IGNORECASE)


def counted(reading: Reading, draft: Draft) -> Draft:
    """The draft with the noun it counts as its unit; unchanged where there is a unit already or nothing counted."""
    if draft.unit != "-" or draft.numeral.sign:
        return draft
    found = out_of(reading, draft) or or_two(reading, draft) or behind_measure(reading, draft)
    if found is not None:
        return found
    for rule in (of_head, shared_head, own_head):
        head = rule(reading, draft)
        if head is not None and is_movement(head):
            return draft
        if head is not None:
            return with_noun(reading, draft, behind_prefix(reading, head))
    return anaphoric(reading, draft)


def out_of(reading: Reading, draft: Draft) -> Draft | None:
    """«nine out of 14 European bridges», «one in three pupils»: a share of the things that the second number counts."""
    if not OUT_OF.search(reading.text[draft.numeral.start : draft.numeral.end]):
        return None
    last = reading.tokens(draft.numeral.start, draft.numeral.end)[-1]
    head = next_noun(reading, last.i + 1)
    if head is None:
        return draft
    found = with_noun(reading, draft, head)
    return replace(found, kind=FigureKind.SHARE, rule="out of what is counted")


def own_head(reading: Reading, draft: Draft) -> Token | None:
    """«110 joint projects», «12-member council»: the noun that the number modifies."""
    tokens = reading.tokens(draft.numeral.start, draft.numeral.end)
    if draft.numeral.style is Style.FRACTION:
        return None
    for token in reversed(tokens):
        if token.dep_ in ("nummod", "amod", "compound", "nmod", "quantmod", "det", "npadvmod") and fits(
            reading, tokens.end, token.head
        ):
            found = nearest(reading, tokens.end, token.head)
            return modifier(reading, draft, tokens.end, token.head) or joint_head(reading, draft, found) or found
    after = behind_hedge(reading, tokens.end)
    return hyphenated(reading, after) or next_noun(reading, after)


def modifier(reading: Reading, draft: Draft, after: int, head: Token) -> Token | None:
    """«a 12 page document», «a 3 cylinder engine»: more than one of something in the singular can only be its first word."""
    first = reading.doc[after]
    one_thing = head.tag_ == "NN" and first.tag_ == "NN" and first.i < head.i and first.dep_ in ("compound", "nmod")
    return first if one_thing and (draft.numeral.high is not None or draft.numeral.value > 1) else None


def joint_head(reading: Reading, draft: Draft, head: Token) -> Token | None:
    """«four national security and diplomatic officials»: a singular cannot be counted, the plural behind "and" can."""
    doc, at = reading.doc, head.i + 1
    if head.tag_ != "NN" or draft.numeral.value == 1 or at + 1 >= len(doc) or doc[at].lower_ not in ("and", "or"):
        return None
    return next_noun(reading, at + 1) if doc[at + 1].pos_ == "ADJ" else None


def fits(reading: Reading, after: int, head: Token) -> bool:
    """Whether a noun to the right may be what a number counts: near, and nothing but its own modifiers between."""
    if (
        head.i < after
        or head.pos_ not in NOUNS
        or head.lower_ == "others"
        or (head.tag_ == "NN" and head.lower_ in LEVELS)
        or head.i - after >= REACH
        or dated(reading, after, head)
    ):
        return False
    return not any(closes(t) for t in reading.doc[after : head.i])


def closes(token: Token) -> bool:
    """Whether a word ends the noun phrase that a number opens."""
    return (
        token.text in ",;()%$"
        or (token.like_num and not names_model(token))
        or (token.dep_ == "cc" and token.nbor(-1).pos_ not in (*NOUNS, "ADJ", "PUNCT"))
        or token.tag_ == "DT"
        or (token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG"))
    )


def names_model(token: Token) -> bool:
    """Whether a number is part of a model's name inside a counted phrase: "63,000 Model 3 sedans", "two new 737 Max jets"."""
    if not token.is_digit or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    before, after = token.nbor(-1), token.nbor(1)
    named_before = before.tag_ == "NNP" and before.text[:1].isupper() and after.tag_ in PLURAL
    named_after = len(token) == MODEL and after.tag_ in ("NNP", "NNPS", "NNS") and (before.pos_ == "ADJ" or before.like_num)
    return named_before or named_after


def dated(reading: Reading, after: int, head: Token) -> bool:
    """Whether the words after a number are a time: "2.1 last year"."""
    return any(t.lower_ in ("last", "this", "next", "each", "every", "per") for t in reading.doc[after : head.i + 1])


def nearest(reading: Reading, after: int, head: Token) -> Token:
    """The head, or the plural noun in front of a dash that the parser overlooked: "1709 schoolchildren - aged 8"."""
    for token in reading.doc[after : head.i]:
        if token.i > after and token.text in ("-", "–", "—") and token.nbor(-1).whitespace_:
            plural = [t for t in reading.doc[after : token.i] if t.pos_ in NOUNS]
            return plural[-1] if plural else head
    return head


def behind_hedge(reading: Reading, after: int) -> int:
    """Where a noun may begin behind a hedge: "200 or so world leaders", "500 or more homes"."""
    hedge = [t.lower_ for t in reading.doc[after : after + 2]]
    return after + 2 if hedge in (["or", "so"], ["or", "more"], ["or", "fewer"]) else after


def hyphenated(reading: Reading, after: int) -> Token | None:
    """«four-cylinder engine», «11-member council»: the word behind the hyphen, where the parser left it loose."""
    doc = reading.doc
    if after + 1 >= len(doc) or doc[after + 1].lower_ in ("strong", "odd"):
        return None  # "a 2,000-strong crowd"
    if doc[after].text == "-" and not doc[after].whitespace_ and doc[after + 1].pos_ in (*NOUNS, "ADJ"):
        return doc[after + 1]
    return None


def next_noun(reading: Reading, after: int) -> Token | None:
    """The plural noun that follows at once or after adjectives: the parser often hangs such numbers elsewhere."""
    doc, at = reading.doc, after
    while (
        at < len(doc) and at - after < 5 and (doc[at].tag_ in ("JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG") or joins(doc[at]))
    ):
        at += 1
    if at == len(doc) or doc[at].tag_ not in PLURAL or doc[at].lower_ == "others" or dated(reading, after, doc[at]):
        return None
    return doc[at] if at == 0 or doc[at - 1].whitespace_ else None


def joins(token: Token) -> bool:
    """Whether "and" stands between two adjectives: "digital and physical sales"."""
    return token.lower_ == "and" and 0 < token.i < len(token.doc) - 1 and token.nbor(-1).tag_ == token.nbor(1).tag_ == "JJ"


def of_head(reading: Reading, draft: Draft) -> Token | None:
    """«dozens of vehicles», «four of the victims», «35m of its devices»: the plural noun after "of"."""
    match = OF.match(reading.text, draft.end)
    if match is None or draft.numeral.style is Style.FRACTION:
        return None
    token = reading.tokens(match.end(), match.end() + 1)[0]
    while (
        token.dep_ in ("compound", "amod", "nmod", "nummod", "det", "poss")
        and token.head.i > token.i
        and token.head.pos_ in NOUNS
    ):
        token = token.head
    loose = draft.numeral.style is Style.VAGUE
    return token if token.pos_ in NOUNS and (loose or token.tag_ in PLURAL) else None


def shared_head(reading: Reading, draft: Draft) -> Token | None:
    """«7 interregional and 10 commercial documents», «Five international railway and 8 automobile transit corridors»."""
    match = SHARING.match(reading.text, draft.end)
    if match is None:
        return None
    other = reading.tokens(match.end(), match.end() + 1)[0]
    near = other.dep_ == "nummod" and other.head.pos_ in NOUNS and 0 < other.head.i - other.i < REACH
    head = other.head if near else next_noun(reading, other.i + 1)
    own = reading.tokens(draft.end, match.end("own")) if match["own"].strip() else ()
    return None if any(t.tag_ in PLURAL or t.pos_ in ("VERB", "ADP", "AUX") for t in own) else head


def behind_measure(reading: Reading, draft: Draft) -> Draft | None:
    """«three five-year terms», «500 10-kg bags»: counts the plural noun behind the measure; the place stays the number's own."""
    match = MEASURED.match(reading.text, draft.end)
    if match is None or match["unit"].lower() not in units()[1] or draft.numeral.style is Style.FRACTION:
        return None
    last = reading.tokens(match.end() - 1, match.end() + 1)[-1]
    head = next_noun(reading, last.i)
    if head is None:
        return None
    return replace(draft, unit=named(reading.doc[last.i : head.i], head), noun=head.i, rule="counted noun behind a measure")


def or_two(reading: Reading, draft: Draft) -> Draft | None:
    """«another pick or two», «a day or two»: the noun stands before."""
    match = OR_TWO.search(reading.text[max(0, draft.start - 40) : draft.start]) if draft.numeral.value == PAIR else None
    if match is None:
        return None
    at = max(0, draft.start - 40) + match.start("noun")
    noun = reading.tokens(at, at + 1)[0]
    known = units()[1].get(noun.lower_)
    if known is not None:
        return replace(draft, unit=known.name, kind=known.kind, rule="unit in front")
    return replace(draft, unit=named([], noun), named=noun.i, rule="counts the noun before") if noun.pos_ in NOUNS else None


def anaphoric(reading: Reading, draft: Draft) -> Draft:
    """«more than 40 of them», «200 more»: the last plural noun counted or named before."""
    if not ANAPHOR.match(reading.text, draft.end) or draft.numeral.style is Style.FRACTION or draft.numeral.high is not None:
        return draft
    first = reading.tokens(draft.numeral.start, draft.numeral.end)[0]
    plural = [t for t in reading.doc[: first.i] if t.tag_ == "NNS" and t.ent_type_ not in ("DATE", "TIME")]
    other = reading.doc[first.i + 1 : first.i + 2].text.lower() in ("other", "others")
    things = others(first, plural) if other else [t for t in plural if t.lower_ not in words("observers")]
    counted_before = [t for t in things if any(c.dep_ == "nummod" for c in t.lefts)]
    named_before = counted_before or things
    if not named_before:
        return draft
    best = named_before[-1]
    modifiers = [t for t in best.lefts if t.dep_ == "compound"]
    unit = named(modifiers, best)
    return replace(draft, unit=unit, named=best.i, rule="counts what was named before", reasons=(f"“{best.text}” named before",))


def others(number: Token, plural: Sequence[Token]) -> list[Token]:
    """«killed 52,000 people and wounded 118,000 others»: people counted in the same sentence."""
    start = number.sent.start
    return [t for t in plural if t.i >= start and t.lower_ == "people" and any(c.dep_ == "nummod" for c in t.lefts)]


def is_movement(head: Token) -> bool:
    """Whether a noun says how a number moved and is not what it counts: "a 10,000 gain"."""
    return head.tag_ == "NN" and head.lemma_.lower() in directions("noun")


def behind_prefix(reading: Reading, head: Token) -> Token:
    """The noun of "co-defendants" or "ex-ministers", which the tokeniser takes apart."""
    doc, at = reading.doc, head.i + 1
    glued = at + 1 < len(doc) and doc[at].text == "-" and not (head.whitespace_ or doc[at].whitespace_)
    return doc[at + 1] if glued and doc[at + 1].tag_ in PLURAL else head


def with_noun(reading: Reading, draft: Draft, head: Token) -> Draft:
    """The draft counting a noun; its place runs to the noun, or to its own words where another number shares the noun."""
    last = reading.tokens(draft.numeral.start, draft.numeral.end)[-1]
    between = list(reading.doc[last.i + 1 : head.i])
    shared = next((t for t in between if t.lower_ in ("and", "or") and t.i + 1 < head.i and t.nbor(1).like_num), None)
    own = [t for t in between if shared is None or t.i < shared.i]
    if shared is None and any(t.like_num and not names_model(t) for t in between):
        end, unit = draft.end, named([t for t in own if t.i > last_number(between)], head)  # "45 of 120 seats"
    elif shared is not None:
        both = [t for t in between if t.i > shared.i + 1 and t.pos_ in NOUNS] if len(own) > 1 else []
        end = own[-1].idx + len(own[-1]) if own else draft.end
        unit = named([*own, *(t for t in both[-1:] if t.lower_ not in {o.lower_ for o in own})], head)
    else:
        end, unit = head.idx + len(head), named(own, head)
    measure = units()[1].get(head.lower_)
    found = replace(draft, end=max(end, draft.end), unit=unit, noun=head.i, kind=FigureKind.COUNT, rule="counted noun")
    if measure is not None and measure.kind is FigureKind.DURATION:
        found = replace(found, unit=measure.name, kind=measure.kind)
    currency = by_word().get(head.lower_) if draft.numeral.style is Style.VAGUE else None
    if currency is not None or (head.lower_ == "pounds" and draft.numeral.style is Style.VAGUE):
        money = currency or Currency("GBP", "pound sterling")
        found = replace(found, unit=money.name, currency=money.code, kind=FigureKind.AMOUNT)
    return rated(reading, found)


def last_number(tokens: Iterable[Token]) -> int:
    """Where the last number of some words stands."""
    return max((t.i for t in tokens if t.like_num), default=-1)


def named(before: Iterable[Token], head: Token) -> str:
    """The counted noun in the singular with its modifiers: "asylum seeker", "joint project", "small tenancy"."""
    kept = [
        t for t in before if names_model(t) or (t.pos_ in (*NOUNS, "ADJ") and not t.like_num and t.lower_ not in ("more", "such"))
    ]
    words_kept = [t for t in kept if t.text.replace("-", "").isalpha() or names_model(t)]
    modifiers = [t.lemma_.lower() if t.tag_ in ("JJR", "JJS") else t.lower_ for t in words_kept]
    singular = head.lemma_.lower() if head.pos_ in NOUNS else head.lower_
    return " ".join([*modifiers, singular[:-1] if head.tag_ == "NNPS" and singular.endswith("s") else singular])
