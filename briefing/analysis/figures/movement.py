"""What rose or fell, where a noun says so: "a 5% increase in trade turnover", "a $935 million net loss"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.analysis.figures.change import directions
from briefing.analysis.figures.phrases import dated
from briefing.analysis.figures.view import NOUNS, View, modifies, of_verb, phrase
from briefing.model import FigureKind


def moved_noun(view: View) -> Token | None:
    """The noun of rising or falling that a figure belongs to: "a 5% increase", "growth of 3%"."""
    head = (
        view.root.head
        if modifies(view.root)
        else view.root.head.head
        if view.root.dep_ == "pobj" and view.root.head.lower_ in ("of", "by")
        else None
    )
    if head is None or head.pos_ not in NOUNS or head.i in view.banned:
        return None
    return head if head.lemma_.lower() in directions("noun") else None


def what_moved(view: View, head: Token) -> list[Token]:
    """What such a noun speaks of: "an increase in trade turnover"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("in", "of", "for", "from", "to"):
            objects = [
                c for c in child.children if c.dep_ == "pobj" and c.i not in view.banned and not dated(c) and not c.like_num
            ]
            if objects:
                return phrase(view, objects[0])
    return []


def outcome(view: View) -> list[Token]:
    """«a $935 million net loss», «a storm surge of 3 metres»: a noun of moving that is itself what is measured."""
    head = moved_noun(view) if view.draft.kind in (FigureKind.AMOUNT, FigureKind.MEASURE) else None
    if head is None or view.draft.direction or what_moved(view, head):
        return []
    return phrase(view, head)


def change_noun(view: View) -> list[Token]:
    """«a 5% increase in trade turnover», «growth in exports of 3%»: the noun opened through its preposition."""
    head = moved_noun(view)
    if head is None:
        return []
    inner = [t for t in head.lefts if t.dep_ in ("compound", "poss") and t.i not in view.banned]
    named = what_moved(view, head) or [t for left in inner for t in phrase(view, left)]
    return named or of_verb(view, head) or assumed(view, head)


def assumed(view: View, head: Token) -> list[Token]:
    """«They assume growth of 3% a year»: nothing but the change itself is named."""
    return phrase(view, head) if head.dep_ == "dobj" else []
