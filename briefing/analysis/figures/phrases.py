"""Noun phrases copied from the parse: what they keep, and how they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from briefing.assets import words

LEFT = frozenset(
    {"compound", "amod", "poss", "nmod", "nummod", "case", "advmod", "npadvmod", "punct", "det", "quantmod", "neg", "dep"}
)
RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})
# Objects of a preposition that say nothing of what is measured: relatives, and "for the period".
PASSED_OVER = RELATIVE | {"period", "year", "month", "quarter", "week", "day"}
LONGEST = 28  # words
EDGES = " ,;:-–—\"'()“”„«»‘|"
# Codes of market data between words: ".DJI", "GBP=", "US10YT=RR", "CLc1".
TICKER = re.compile(r"(?:^|\s)(?:\.[A-Z][A-Z0-9]+|[A-Z0-9]+=[A-Z]*|[A-Z]{2,4}[cv]\d+|[A-Z]{3,}\d[A-Z]{0,2}|,? ?=)(?=[\s,]|$)")
# What is left of "per-share earnings" without its unit, and a bracket that does not close.
DANGLING = re.compile(r"(?:^|(?<=\s))\w+-\s(?!or\b|and\b)|\s\([^)]*$")
# A look that is cheaper than the one for each code.
TICKERS = re.compile(r"[.=]|[A-Z]{2}\w*\d")
# Words that open a noun phrase and say nothing of what is measured: "the", "its several".
LEADING = re.compile(
    r"^(?:(?:the|a|an|whose|its|their|his|her|our|my|your|this|that|these|those|some|all|any|new|only|also|hence|of|and|both|another|more|several|such|each|just)\s)+",
    re.IGNORECASE,
)
# What is left hanging where a figure or a date was taken out: "exports to [Norway] in".
TRAILING = re.compile(r"(?:\s(?:of|in|to|for|from|by|with|the|a|an|and|or|on|at|as|between))+$")


@cache
def light() -> frozenset[str]:
    """Nouns that say how and not what is measured."""
    return words("light-nouns")


def gather(head: Token, banned: frozenset[int], depth: int = 0) -> list[Token]:
    """The words of a noun phrase: its modifiers, its head and the prepositional phrases behind it, without figures and dates."""
    if head.i in banned:
        return []
    found = [head]
    for child in head.children:
        if child.i in banned:
            continue
        own = child.dep_ in LEFT or (head.pos_ == "VERB" and child.dep_ == "nsubj" and child.lower_ not in RELATIVE)
        if child.i < head.i and own:
            found += gather(child, banned, depth + 1)
        elif child.i > head.i:
            found += behind(child, banned, depth)
    return found if depth else shortened(sorted(found, key=lambda t: t.i))


def behind(child: Token, banned: frozenset[int], depth: int) -> list[Token]:
    """What is kept of a word that follows its head."""
    mark = child.dep_ in ("case", "compound", "punct") and child.text in ("'s", "’s", "'", "-")
    paired = (
        child.dep_ == "cc" and child.head.dep_ == "amod" and child.i < child.head.head.i
    )  # "7 interregional and 10 commercial"
    if mark or paired or (child.like_num and child.head.pos_ == "PROPN" and child.i == child.head.i + 1):  # "S&P 500"
        return [child]
    if child.dep_ in ("prep", "agent") and child.lower_ in words("prepositions") and depth < 5:
        return with_objects(child, banned, depth)
    if child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == child.head.i + 1:
        return gather(child, banned, depth + 1)  # "US media giant TimeWarner"
    if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "ADJ") and not touches(child, banned):
        joins = [c for c in child.head.children if c.dep_ == "cc" and c.i < child.i]
        return [*joins, *gather(child, banned, depth + 1)]
    if child.dep_ == "amod" and child.pos_ == "ADJ" and depth < 4 and any(c.dep_ == "prep" for c in child.rights):
        kept = [t for c in child.rights for t in behind(c, banned, depth + 1)]
        return [child, *kept] if kept else []  # "areas prone to iodine deficiency", not "children mild"
    participle = child.dep_ == "acl" and child.tag_ in ("VBN", "VBG") and child.lower_ != "aged"
    return with_rest(child, banned, depth) if participle and depth < 2 and short(child) and not touches(child, banned) else []


def with_objects(preposition: Token, banned: frozenset[int], depth: int) -> list[Token]:
    """A preposition with its objects, dates and what other figures count left out."""
    things = [g for g in preposition.children if g.dep_ in ("pobj", "pcomp") and not dated(g) and g.lower_ not in PASSED_OVER]
    objects = [g for g in things if preposition.lower_ == "of" or not is_counted(g, banned)]
    inside = [t for g in objects for t in gather(g, banned, depth + 1)]
    bare = all(g.lemma_.lower() in light() for g in objects) and touches(preposition, banned)  # "for a total of …"
    return [preposition, *inside] if inside and not bare else []


def with_rest(participle: Token, banned: frozenset[int], depth: int) -> list[Token]:
    """A participle with what follows it; nothing where that was a date: "bridges completed [between 2010 and 2024]"."""
    kept = [t for c in participle.children if c.i > participle.i for t in behind_verb(c, banned, depth + 1)]
    lost = any(c.dep_ == "prep" for c in participle.rights) and not kept
    return [] if lost else [participle, *kept]


def is_counted(noun: Token, banned: frozenset[int]) -> bool:
    """Whether another figure counts a noun, which without its number would say something else: "a survey from [88] schools"."""
    return noun.tag_ == "NNS" and any(c.dep_ == "nummod" and c.i in banned for c in noun.lefts)


def short(token: Token) -> bool:
    """Whether little hangs on a participle."""
    return sum(1 for _ in token.subtree) <= 8


def behind_verb(child: Token, banned: frozenset[int], depth: int = 1) -> list[Token]:
    """What is kept of a word that follows a verb or participle: its object and its prepositional phrases."""
    if child.i in banned or touches(child, banned) or dated(child):
        return []
    if child.dep_ == "acomp":
        return [*gather(child, banned, depth), *(t for c in child.rights if c.dep_ == "conj" for t in gather(c, banned, depth))]
    if child.dep_ in ("dobj", "attr", "oprd", "prt"):
        return gather(child, banned, depth)
    return behind(child, banned, depth)


def touches(token: Token, banned: frozenset[int]) -> bool:
    """Whether a figure stands in what hangs on a word."""
    return any(t.i in banned for t in token.subtree)


def dated(token: Token) -> bool:
    """Whether a word is a date or a time of day."""
    return token.ent_type_ in ("DATE", "TIME")


def shortened(tokens: list[Token]) -> list[Token]:
    """The first words of a very long phrase, cut where a further part begins."""
    if len(tokens) <= LONGEST:
        return tokens
    cuts = [at for at in range(2, LONGEST + 1) if tokens[at].dep_ in ("prep", "agent", "acl")]
    return tokens[: cuts[-1]] if cuts else tokens[:LONGEST]


def printed(tokens: Iterable[Token], original: str) -> str:
    """The words as the paragraph prints them, in its order; a gap closes to one space."""
    ordered = sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
    pairs = zip(ordered, [*ordered[1:], None], strict=False)
    text = "".join(original[t.idx : t.idx + len(t)] + ("" if after is None else joint(t, after)) for t, after in pairs)
    text = re.sub(r"\s+", " ", TICKER.sub("", text) if TICKERS.search(text) else text).strip(EDGES)
    text = DANGLING.sub("", text).strip(EDGES)
    text = LEADING.sub("", re.sub(r"(^|\s)-(?=\w)", r"\1", text)).strip(EDGES)
    return TRAILING.sub("", text)


def joint(token: Token, after: Token) -> str:
    """What is printed between a word and the next one kept: what the source has there, a comma or hyphen too, else a space."""
    if after.i == token.i + 1:
        return " " if token.whitespace_ else ""
    mark = token.nbor(1) if after.i == token.i + 2 else None
    if mark is not None and mark.text == "-" and not (token.whitespace_ or mark.whitespace_):
        return "-"
    return ", " if mark is not None and mark.text == "," else " "
