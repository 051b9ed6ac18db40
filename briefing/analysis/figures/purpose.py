"""What a sum of money is for, where its sentence says so: the purpose behind a verb of paying, or where the sum comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from briefing.analysis.figures.phrases import behind_verb, dated, touches
from briefing.analysis.figures.view import NOUNS, PRONOUNS, VERBS, View, phrase
from briefing.assets import words
from briefing.model import FigureKind

FOR = frozenset({"on", "in", "into", "for", "towards", "toward", "to"})
SOURCES = frozenset({"from", "by"})
# Of these a sum's purpose can be, in a name as well; "to Greece" and "in May" say to whom and when.
NAMED_TOO = frozenset({"on", "for"})
LASTING = frozenset({"over", "for", "within", "in", "during"})
# Of these verbs, too, a sum says little without the verb: who earns it, owes it, loses it?
GETTING = frozenset(
    {"earn", "receive", "owe", "charge", "lose", "win", "make", "net", "gross", "generate", "save", "seek", "demand"}
)
SUBJECTS = ("nsubj", "nsubjpass")
# "the remaining €280 million" opens a clause of its own, whatever the parser makes of it.
REMAINDER = re.compile(
    r"(?:^|,\s|;\s|\b(?:and|while|but)\s)(?:the|its|their)\s(?:remaining|other|balance of|rest,)\s$", re.IGNORECASE
)


def paid_for(view: View) -> list[Token]:
    """«will spend €1.4 billion on doubling the capacity», «$3 billion was pledged for schools», «$7 million to widen it»."""
    verb = paying_verb(view)
    if verb is None:
        return []
    stem = [view.root, verb, *(c for c in verb.children if c.dep_ in ("xcomp", "advcl", "prt"))]
    for word in sorted(candidates(view, stem), key=lambda t: t.i):
        found = purpose(view, word)
        if found:
            return found
    return []


def paying_verb(view: View) -> Token | None:
    """The verb of paying whose object, or whose subject in the passive, a sum is."""
    if view.draft.kind is not FigureKind.AMOUNT or view.draft.direction:
        return None
    head = view.root.head
    object_of = view.root.dep_ in ("dobj", "nsubjpass") or (view.root.dep_ == "oprd" and head.pos_ == "VERB")
    return head if object_of and head.lemma_.lower() in words("paying-verbs") else None


def candidates(view: View, stem: list[Token]) -> Iterator[Token]:
    """The words behind a sum that may open its purpose: a preposition, a participle or an infinitive."""
    last = view.reading.of(view.draft)[-1].i
    for top in stem:
        yield from (c for c in top.children if c.i > last and c.dep_ in ("prep", "dative", "advcl", "xcomp", "acl"))


def purpose(view: View, word: Token) -> list[Token]:
    """What a preposition, a participle or an infinitive says the sum is for."""
    if word.tag_ == "VBG" or (word.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in word.children)):
        return action(view, word)
    if word.lower_ not in FOR:
        return []
    for child in word.children:
        if child.dep_ == "pcomp" and child.tag_ == "VBG":
            return action(view, child)
        thing = child.dep_ == "pobj" and child.lower_ not in PRONOUNS and not dated(child) and child.i not in view.banned
        if thing and (child.pos_ == "NOUN" or (child.pos_ == "PROPN" and word.lower_ in NAMED_TOO)):
            return phrase(view, child)
    return []


def action(view: View, verb: Token) -> list[Token]:
    """What is done with a sum: "doubling the capacity of the port"; nothing where that holds another figure."""
    if verb.lemma_ == "be" or touches(verb, view.banned):
        return []
    behind = [t for c in verb.children if c.i > verb.i for t in behind_verb(c, view.banned)]
    return [verb, *behind] if behind else []


def own_source(view: View) -> list[Token]:
    """«the remaining €280 million is to come from private lenders»: a sum that is itself the subject, by where it comes from."""
    if view.draft.kind is not FigureKind.AMOUNT or not is_subject(view):
        return []
    verb = view.root.head if view.root.dep_ in SUBJECTS else verb_behind(view)
    below = [verb, *(c for c in verb.children if c.dep_ == "xcomp")] if verb is not None else []
    for word in (c for top in below for c in top.children if c.i > view.root.i and c.dep_ in ("prep", "agent")):
        things = [c for c in word.children if c.dep_ == "pobj" and c.pos_ in NOUNS and c.i not in view.banned and not dated(c)]
        if things and word.lower_ in SOURCES:
            return [word.head, word, *phrase(view, things[0])]
    return []


def payer(view: View) -> list[Token]:
    """«The authority itself will contribute €520 million», «the retailer earned $2.8 billion»: who does what with it."""
    verb = view.root.head
    money = view.draft.kind is FigureKind.AMOUNT and not view.draft.direction and view.root.dep_ == "dobj"
    told = verb.lemma_.lower() in words("paying-verbs") | GETTING
    return (who_does(view, verb) or given_to(view, verb)) if money and told else []


def given_to(view: View, verb: Token) -> list[Token]:
    """«He has contributed $1.45 million to Color of Change»: the verb with who gets the sum, where a pronoun gives it."""
    last = view.reading.of(view.draft)[-1].i
    for word in (c for c in verb.children if c.i > last and c.dep_ in ("prep", "dative") and c.lower_ == "to"):
        things = [c for c in word.children if c.dep_ == "pobj" and c.pos_ in NOUNS and c.i not in view.banned]
        if things:
            return [verb, word, *phrase(view, things[0])]
    return []


def over_time(view: View) -> list[Token]:
    """«has agreed to lend €600 million over 25 years», «to raise that share within five years»: who does what so long."""
    preposition = view.root.head
    if view.draft.kind is not FigureKind.DURATION or view.root.dep_ != "pobj" or preposition.lower_ not in LASTING:
        return []
    verb = preposition.head
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    sums = any(c.i in view.banned for c in objects)
    if verb.pos_ != "VERB" or not objects or not (sums or preposition.lower_ == "within"):
        return []
    done = who_does(view, verb)
    return [*done, *(t for c in objects if c.i not in view.banned for t in phrase(view, c))] if done else []


def who_does(view: View, verb: Token) -> list[Token]:
    """A verb with its subject and the words of its own between them: "The European Infrastructure Fund has agreed to lend"."""
    top = verb
    while top.dep_ == "xcomp" and top.head.pos_ in VERBS:
        top = top.head
    own = next((c for c in top.children if c.dep_ in SUBJECTS and c.i < top.i), None)
    if own is None or own.pos_ not in NOUNS or own.i in view.banned:
        return []
    between = [
        t for v in {top.i: top, verb.i: verb}.values() for t in v.children if t.dep_ in ("aux", "auxpass", "neg") and t.i < v.i
    ]
    particles = [c for c in verb.children if c.dep_ == "prt"]
    return [*phrase(view, own), *between, *([top] if top.i != verb.i else []), verb, *particles]


def verb_behind(view: View) -> Token | None:
    """The first verb behind a figure in its sentence."""
    return next((t for t in view.root.sent if t.i > view.root.i and t.pos_ in VERBS), None)


def is_subject(view: View) -> bool:
    """Whether the figure is itself what its verb is about, so that no subject stands above it."""
    if REMAINDER.search(view.reading.text[: view.draft.full.start]):
        return True
    return view.root.dep_ in SUBJECTS and view.root.head.pos_ in VERBS
