"""A figure in its sentence, and what its verb is about: the steps that the subject's templates share."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.analysis.figures.change import directions
from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.phrases import behind_verb, dated, gather, light, short, touches
from briefing.assets import words

NOUNS = ("NOUN", "PROPN")
RELATIVE = frozenset({"which", "that", "who", "whom"})
PRONOUNS = frozenset(
    {
        "it",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "this",
        "these",
        "those",
        "there",
        "one",
        "both",
        "them",
        "what",
        "that",
        "some",
        "each",
        "either",
        "neither",
        "others",
    }
)
VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class View:
    """A figure in its sentence: its root, and the words that belong to figures and so to no subject."""

    reading: Reading
    draft: Draft
    root: Token
    banned: frozenset[int]


def phrase(view: View, head: Token) -> list[Token]:
    """A noun phrase without figures in it."""
    return gather(head, view.banned)


def modifies(token: Token) -> bool:
    """Whether a word stands before the noun it belongs to."""
    before = token.dep_ in ("compound", "nummod", "amod", "nmod", "quantmod", "npadvmod", "advmod") and token.i < token.head.i
    return before and token.head.pos_ in (*NOUNS, "ADJ")


def holds(view: View, token: Token) -> bool:
    """Whether the figure hangs below a word."""
    return any(t.i == view.root.i for t in token.subtree)


def predicate(view: View, head: Token) -> list[Token]:
    """What a noun does or what is done to it: "implemented between …", "work in Kazakhstan", "rescued"."""
    while head.dep_ == "conj" and head.head.pos_ in NOUNS:
        head = head.head
    verb = head.head
    if verb.pos_ not in VERBS or head.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ in words("reporting-verbs"):
        return []
    behind = [t for c in verb.children if c.i > max(verb.i, head.i) for t in complement(view, c)]
    if head.dep_ == "nsubjpass" or (
        head.dep_ == "nsubj" and verb.lemma_ != "be" and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
    ):
        return [verb, *behind]
    if head.dep_ == "nsubj":
        return behind
    return []


def complement(view: View, child: Token) -> list[Token]:
    """What follows a verb; how things are in full: "children are mild to moderately iodine deficient"."""
    if child.dep_ == "acomp" and child.pos_ == "ADJ" and not touches(child, view.banned) and short(child):
        return list(child.subtree)
    return behind_verb(child, view.banned)


def of_verb(view: View, token: Token) -> list[Token]:
    """The subject of the nearest verb above a word, or what it acts on where the verb says how that moved."""
    for _ in range(8):
        if token.head is token and token.pos_ not in VERBS:
            return []
        if token.pos_ in VERBS or token.dep_ == "ROOT":
            found = about_verb(view, token)
            if found or token.dep_ == "ROOT" or reports(token):
                return found
        elif token.dep_ in ("acl", "appos", "relcl") and token.head.pos_ in NOUNS and token.head.i not in view.banned:
            return phrase(view, token.head)
        token = token.head
    return []


def about_verb(view: View, verb: Token) -> list[Token]:
    """What a verb's figure is about."""
    objects = [
        c
        for c in verb.children
        if c.dep_ == "dobj" and c.i not in view.banned and c.i != view.root.i and c.pos_ in NOUNS and not dated(c)
    ]
    moves = verb.lemma_.lower() in directions("verb") or stands_at(view, verb)
    if (
        objects
        and (
            moves
            or (objects[0].lemma_.lower() not in light() and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children))
        )
        and not holds(view, objects[0])
    ):
        return opened_subject(view, objects[0])
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj") and c.i not in view.banned]
    if subjects and subjects[0].lower_ in RELATIVE and verb.dep_ in ("relcl", "acl"):
        return opened_relative(view, verb.head, subjects[0])
    if subjects and subjects[0].lower_ in PRONOUNS:
        return []
    if subjects and (not reports(verb) or (moves and is_measure_of(view, verb))):
        return opened_subject(view, subjects[0])
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOUNS and verb.head.i not in view.banned:
        return phrase(view, verb.head)
    return missed_subject(view, verb) if not subjects else []


def missed_subject(view: View, verb: Token) -> list[Token]:
    """The noun in front of a finite verb that the parser hung elsewhere: "…, the S&P 500 lost 1.85 points"."""
    before = verb.nbor(-1) if verb.i else verb
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") and before.i < verb.i and not any(c.i < verb.i for c in verb.children)
    fits = finite and before.pos_ in NOUNS and before.i not in view.banned and not dated(before)
    return phrase(view, before) if fits else []


def reports(verb: Token) -> bool:
    """Whether a verb says what someone says: "expects growth to reach 3%", not "growth is expected to reach 3%"."""
    if verb.lemma_ not in words("reporting-verbs"):
        return False
    if any(c.dep_ == "auxpass" for c in verb.children) and not any(c.dep_ in ("ccomp", "agent") for c in verb.children):
        return False  # "and is estimated at around 40,000"
    passive = any(c.dep_ == "nsubjpass" and c.lower_ not in PRONOUNS for c in verb.children)
    return not (passive and any(c.dep_ == "xcomp" for c in verb.children))


def stands_at(view: View, verb: Token) -> bool:
    """Whether a verb says where its object stands or goes: "put their losses at $4 million", "brought the rate down to 2%"."""
    preposition = view.root.head
    if view.root.dep_ != "pobj" or preposition.lower_ not in ("at", "to"):
        return False
    above = preposition.head
    return above.i == verb.i or (above.pos_ in ("ADV", "ADP") and above.head.i == verb.i)


def is_measure_of(view: View, verb: Token) -> bool:
    """Whether a figure says how far a verb goes: "the Nasdaq added 20 points", not "the minister added that …"."""
    return view.root.head.i == verb.i or (view.root.dep_ == "pobj" and view.root.head.head.i == verb.i)


def opened_subject(view: View, subject: Token) -> list[Token]:
    """A subject; "the growth in X" stands for X."""
    if subject.lemma_.lower() in directions("noun"):
        for child in subject.rights:
            if child.dep_ == "prep" and child.lower_ in ("in", "of"):
                objects = [
                    c for c in child.children if c.dep_ == "pobj" and c.i not in view.banned and not (dated(c) or c.like_num)
                ]
                if objects:
                    return phrase(view, objects[0])
    which = next((t for t in subject.subtree if t.lower_ == "which"), None)
    if which is not None:
        return [*antecedent(view, subject), *(t for t in phrase(view, subject) if t.pos_ != "DET")]
    return phrase(view, subject)


def antecedent(view: View, subject: Token) -> list[Token]:
    """What "the value of which" speaks of: the noun its clause hangs on, or the subject of the clause before."""
    verb = subject.head
    if verb.dep_ == "relcl" and verb.head.pos_ in NOUNS:
        return phrase(view, verb.head)
    before = [t for t in verb.children if t.dep_ == "ccomp" and t.i < subject.i]
    above = [c for t in (*before, *verb.ancestors) for c in t.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < subject.i]
    return phrase(view, above[0]) if above else []


def opened_relative(view: View, head: Token, relative: Token) -> list[Token]:
    """What "which" stands for: behind a comma the whole noun phrase, not its last name."""
    top = head
    comma = relative.i > 0 and relative.nbor(-1).text == ","
    while comma and top.dep_ in ("pobj", "conj") and (top.head.dep_ == "prep" or top.dep_ == "conj"):
        above = top.head.head if top.dep_ == "pobj" else top.head
        if above.pos_ not in NOUNS:
            break
        top = above
    return opened_subject(view, top)
