"""What a length of time, an age or a measure in front of a noun belongs to: three of the subject's templates."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.analysis.figures.phrases import dated, gather, touches
from briefing.analysis.figures.view import NOUNS, VERBS, View, of_verb, phrase
from briefing.model import FigureKind

EVENTS = frozenset({"after", "before"})
LONGEST_CLAUSE = 14  # words
PARTS = ("ADJ", "NOUN", "PROPN")


def between_events(view: View) -> list[Token]:
    """«The accident comes ten days before the beginning of the festival», «four hours after the last person joined the queue»."""
    word = next_word(view)
    if view.draft.kind is not FigureKind.DURATION or word is None or word.lower_ not in EVENTS:
        return []
    happened = [t for t in of_verb(view, view.root) if t.i < view.root.i]
    if word.dep_ == "mark":
        clause = list(word.head.subtree)
        return [*happened, *clause] if len(clause) <= LONGEST_CLAUSE and not touches(word.head, view.banned) else []
    things = [c for c in word.children if c.dep_ == "pobj" and c.pos_ in NOUNS and c.i not in view.banned]
    return [*happened, word, *phrase(view, things[0])] if things else []


def those_aged(view: View) -> list[Token]:
    """«schoolchildren aged 8–10 years»: those who are so old."""
    first = view.reading.of(view.draft)[0]
    word = first.nbor(-1) if first.i else None
    if word is None or word.lower_ not in ("aged", "ages") or word.i in view.banned:
        return []
    if word.head.pos_ in NOUNS and word.head.i < word.i:
        return phrase(view, word.head)
    before = next((t for t in reversed(view.reading.doc[max(0, word.i - 4) : word.i]) if t.pos_ in NOUNS), None)
    return gather(before, view.banned) if before is not None else []


def measured_noun(view: View) -> list[Token]:
    """«the 12 year zodiac cycle»: the noun behind a unit in the singular, where the parser hung the unit elsewhere."""
    last = view.reading.of(view.draft)[-1]
    if view.draft.kind not in (FigureKind.MEASURE, FigureKind.DURATION) or last.tag_ != "NN" or view.draft.numeral.value == 1:
        return []
    run: list[Token] = []
    for token in view.reading.doc[last.i + 1 : last.i + 6]:
        if token.pos_ not in PARTS or token.i in view.banned or not token.nbor(-1).whitespace_:
            break
        run.append(token)
    nouns = [t for t in run if t.pos_ in NOUNS]
    if not nouns or all(dated(t) for t in nouns) or (nouns[-1].head.pos_ in VERBS and nouns[-1].dep_ in ("nsubj", "nsubjpass")):
        return []
    return [*run[: run.index(nouns[-1])], *(t for t in gather(nouns[-1], view.banned) if t.i >= nouns[-1].i)]


def next_word(view: View) -> Token | None:
    """The word behind a figure."""
    last = view.reading.of(view.draft)[-1]
    return last.nbor(1) if last.i + 1 < len(view.reading.doc) else None
