"""The last of the subject's templates: where the parse gives nothing, the noun that stands before the figure's verb."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.analysis.figures.phrases import dated
from briefing.analysis.figures.view import NOUNS, PRONOUNS, View, phrase

PASSED = ("AUX", "VERB", "ADV", "ADP", "PART", "ADJ", "DET")
REACH = 7  # words between a figure and the noun
STOPS = frozenset({",", ";", ":", "(", ")", "and", "or", "but"})


def noun_before(view: View) -> list[Token]:
    """«this year's MSRP is $33,790»: the nearest noun to the left with a verb between, whatever the parser made of either."""
    first = view.root.sent.start
    start = view.reading.tokens(view.draft.full.start, view.draft.full.start + 1)[0].i
    verb = False
    for token in reversed(view.reading.doc[max(first, start - REACH) : start]):
        if token.pos_ in NOUNS and token.i not in view.banned and not dated(token):
            return phrase(view, top_of(view, token)) if verb and token.lower_ not in PRONOUNS else []
        if token.lower_ in STOPS or token.pos_ not in PASSED:
            return []
        verb = verb or token.pos_ in ("VERB", "AUX")
    return []


def top_of(view: View, noun: Token) -> Token:
    """The head of the noun phrase that a noun ends: "volume" of "the volume of trade"."""
    while noun.dep_ in ("compound", "pobj", "nmod", "conj") and noun.i not in view.banned:
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        if above.pos_ not in NOUNS or above.i in view.banned or above.i > noun.i:
            break
        noun = above
    return noun
