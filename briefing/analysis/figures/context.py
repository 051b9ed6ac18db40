"""Whose a bare noun is: "votes, Regina Ip", "turnout rate, Hong Kong legislative election"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.analysis.figures.phrases import dated, light, printed
from briefing.analysis.figures.view import (
    NOUNS,
    PRONOUNS,
    RELATIVE,
    VERBS,
    View,
    of_verb,
    opened_relative,
    phrase,
)


def with_context(view: View, tokens: list[Token], text: str) -> str:
    """A bare noun with whose or of what it is: "votes, Regina Ip", "turnout rate, Hong Kong legislative election"."""
    heads = [t for t in tokens if t.pos_ in NOUNS] or tokens[:1]
    if len(heads) > 2 or any(t.dep_ == "prep" or t.pos_ == "VERB" for t in tokens if len(tokens) > 1):
        return text
    owner = around(view, heads[-1], frozenset(t.i for t in tokens))
    parts = [printed(words_kept, view.reading.original) for words_kept in (owner, setting(view, owner))]
    return ", ".join([text, *(p for p in parts if p and p.lower() not in text.lower() and p.lower() not in PRONOUNS)])


def setting(view: View, owner: list[Token]) -> list[Token]:
    """The named place at the head of an owner's clause: "In the Kowloon East constituency, X was elected with …"."""
    verb = next((t.head for t in owner if t.dep_ in ("nsubj", "nsubjpass") and t.head.pos_ in VERBS), None)
    if verb is None:
        return []
    fronts = [c for c in verb.lefts if c.dep_ == "prep" and c.lower_ in ("in", "at")]
    places = [g for c in fronts for g in c.children if g.dep_ == "pobj" and not dated(g)]
    named = [g for g in places if any(t.pos_ == "PROPN" for t in g.subtree)]
    return [t for t in phrase(view, named[0]) if t not in owner] if named else []


def around(view: View, head: Token, used: frozenset[int]) -> list[Token]:
    """The noun that a noun belongs to, or the doer of its verb."""
    token = head if view.draft.noun >= 0 else view.root
    for _ in range(7):
        above = token.head
        if above is token:
            return []
        if above.pos_ in VERBS:
            return [t for t in doer_of(view, above) if t.i not in used]
        passed = (
            above.i in view.banned
            or above.i in used
            or token.dep_ == "conj"
            or above.pos_ == "ADP"
            or above.lemma_.lower() in light()
            or any(c.ent_type_ == "ORDINAL" for c in above.lefts)  # "came second place with 300 votes"
        )
        if above.pos_ in NOUNS and not passed:
            found = [t for t in phrase(View(view.reading, view.draft, view.root, view.banned | used), above) if t.i not in used]
            alone = sum(t.pos_ in NOUNS for t in found) == 1 and above.dep_ in ("dobj", "pobj", "attr")
            return [*found, *around(view, above, used | {t.i for t in found})] if alone else found
        token = above
    return []


def doer_of(view: View, verb: Token) -> list[Token]:
    """Who does a verb: "fishermen" for "fishermen rescued"; the verb itself would read as if it were part of the noun."""
    own = subject_before(verb)
    if own is None:
        return of_verb(view, verb)
    if own.lower_ in RELATIVE:
        return opened_relative(view, verb.head, own) if verb.dep_ == "relcl" else []
    return phrase(view, own) if own.lower_ not in PRONOUNS else []


def subject_before(verb: Token) -> Token | None:
    """The subject nearest before a verb; the parser may hang it on the auxiliary: "was re-elected"."""
    tops = [verb, *(c for c in verb.children if c.pos_ == "AUX")]
    found = [c for top in tops for c in top.children if c.dep_ in ("nsubj", "nsubjpass")]
    return max((c for c in found if c.i < verb.i), key=lambda c: c.i, default=found[0] if found else None)
