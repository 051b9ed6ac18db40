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
PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "for",
        "from",
        "between",
        "on",
        "to",
        "with",
        "by",
        "at",
        "against",
        "among",
        "across",
        "within",
        "under",
        "over",
        "around",
        "off",
        "about",
        "as",
        "into",
        "near",
        "through",
    ]
)
LONGEST = 24  # words


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
        if child.i < head.i and child.dep_ in LEFT:
            found += gather(child, banned, depth + 1)
        elif child.i > head.i:
            found += behind(child, banned, depth)
    return found if depth else shortened(sorted(found, key=lambda t: t.i))


def behind(child: Token, banned: frozenset[int], depth: int) -> list[Token]:
    """What is kept of a word that follows its head."""
    if child.dep_ in ("case", "compound", "punct") and child.text in ("'s", "’s", "'", "-"):
        return [child]
    if child.dep_ in ("prep", "agent") and child.lower_ in PREPOSITIONS and depth < 5:
        inside = [t for g in child.children if g.dep_ in ("pobj", "pcomp") and not dated(g) for t in gather(g, banned, depth + 1)]
        return [child, *inside] if inside and not touches(child, banned) else []
    if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "ADJ") and not touches(child, banned):
        joins = [c for c in child.head.children if c.dep_ == "cc" and c.i < child.i]
        return [*joins, *gather(child, banned, depth + 1)]
    if child.dep_ == "acl" and child.tag_ in ("VBN", "VBG") and depth < 2 and not touches(child, banned):
        return [child, *(t for c in child.children if c.i > child.i for t in behind_verb(c, banned, depth + 1))]
    return []


def behind_verb(child: Token, banned: frozenset[int], depth: int = 1) -> list[Token]:
    """What is kept of a word that follows a verb or participle: its object and its prepositional phrases."""
    if child.i in banned or touches(child, banned) or dated(child):
        return []
    if child.dep_ in ("dobj", "attr", "acomp", "oprd", "prt"):
        return gather(child, banned, depth)
    return behind(child, banned, depth)


def touches(token: Token, banned: frozenset[int]) -> bool:
    """Whether a figure stands in what hangs on a word."""
    return any(t.i in banned for t in token.subtree)


def dated(token: Token) -> bool:
    """Whether a word is a date or a time of day."""
    return token.ent_type_ in ("DATE", "TIME")


def shortened(tokens: list[Token]) -> list[Token]:
    """The first words of a very long phrase."""
    return tokens[:LONGEST]


def printed(tokens: Iterable[Token]) -> str:
    """The words as the source prints them, in its order; a gap closes to one space."""
    ordered = sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
    text = "".join(
        t.text + (" " if t.whitespace_ or not follows(t, after) else "")
        for t, after in zip(ordered, [*ordered[1:], None], strict=True)
    )
    text = re.sub(r"\s+", " ", text).strip(" ,;:-–—\"'")
    text = re.sub(
        r"^(?:(?:the|a|an|its|their|his|her|our|my|your|this|that|these|those|some|all|any|new|total of|of|and|both"
        r"|another|more)\s)+",
        "",
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(r"\s(?:of|in|to|for|from|by|with|the|a|an|and|or|on|at)$", "", text)


def follows(token: Token, after: Token | None) -> bool:
    """Whether the next word kept is also the next word printed."""
    return after is not None and after.i == token.i + 1
