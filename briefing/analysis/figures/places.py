"""Which place a figure is of, where several share a verb: "by 48% … and by 36% from the Pavlodar region"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from briefing.analysis.figures.draft import Draft, Reading
from briefing.assets import words
from briefing.model import FigureKind

# "[5 times] from Astana", "[61%] in Bergen"
BEHIND = re.compile(r"\s(?P<word>from|in|for|to|at)\s")
# "exports to Norway rose by 5% and to Sweden by 7%": the place stands in front.
IN_FRONT = re.compile(
    r"(?:\band|,|;|\bwhile|\bbut)\s(?P<word>to|from|in|at)\s(?:the\s)?(?:[A-Z][\w'’-]*\s?){1,4}(?:region\s|province\s)?"
    r"(?:,\s)?(?:by\s|it\s|at\s|was\s|to\s)*$"
)
MOVES = (FigureKind.CHANGE, FigureKind.RATIO)
LEVELS = (FigureKind.SHARE, FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.AGE)


def own_place(reading: Reading, draft: Draft) -> Token | None:
    """The preposition of the place that stands directly behind a figure, or in front of one that another went before."""
    return behind(reading, draft) or in_front(reading, draft)


def behind(reading: Reading, draft: Draft) -> Token | None:
    """«5 times from Astana», «61% in Bergen»."""
    match = BEHIND.match(reading.text, draft.full.end)
    if match is None or not (draft.kind in MOVES or (is_level(draft) and match["word"] in ("in", "at"))):
        return None
    word = reading.tokens(match.start("word"), match.end("word"))[0]
    return word if has_place(word) else None


def in_front(reading: Reading, draft: Draft) -> Token | None:
    """«… and to Sweden by 7%»."""
    match = IN_FRONT.search(reading.text[: draft.full.start]) if draft.kind in MOVES or is_level(draft) else None
    if match is None or not re.search(r"\d", reading.text[reading.of(draft).root.sent.start_char : match.start()]):
        return None
    word = reading.tokens(match.start("word"), match.end("word"))[0]
    return word if has_place(word) else None


def is_level(draft: Draft) -> bool:
    """Whether a figure counts nothing that it names itself, so that the place behind it says where it holds."""
    return draft.kind in LEVELS and draft.noun < 0 and not draft.direction


def has_place(preposition: Token) -> bool:
    """Whether a place is what a preposition speaks of."""
    return any(is_place(t) for c in preposition.children if c.dep_ == "pobj" for t in c.subtree)


def is_place(token: Token) -> bool:
    """Whether a word is a place's name, or a name behind "from" that the parser takes for a body's: "from Almaty"."""
    if token.ent_type_ in ("GPE", "LOC", "FAC") or token.lower_ in words("place-nouns"):
        return True
    return token.tag_ == "NNP" and token.dep_ == "pobj" and token.head.lower_ == "from" and token.ent_type_ in ("", "ORG")


def moved_to(subject: list[Token], own: Token, banned: frozenset[int]) -> list[Token]:
    """A subject that several figures share, with this one's place for the other's."""
    same = [t for t in subject if t.lower_ == own.lower_ and t.dep_ == "prep" and t.i != own.i]
    dropped = {t.i for s in same for t in s.subtree}
    return [*(t for t in subject if t.i not in dropped), own, *place_words(own, banned)]


def place_words(own: Token, banned: frozenset[int] = frozenset()) -> list[Token]:
    """The words of the place, up to the next number or clause."""
    inside = [t for t in own.subtree if t.i > own.i]
    ends = (t.i for t in inside if t.like_num or t.i in banned or t.text in ",;:(" or t.dep_ == "relcl" or joins_clause(t))
    end = min(ends, default=inside[-1].i + 1 if inside else own.i)
    return [t for t in inside if t.i < end]


def joins_clause(token: Token) -> bool:
    """Whether "and" leads on to another preposition or figure: "in Norway and to 7% in Sweden"."""
    return token.dep_ == "cc" and token.i + 1 < len(token.doc) and token.nbor(1).pos_ in ("ADP", "NUM")
