"""Whose a bare noun is: "votes, Regina Ip re-elected", "turnout rate, Hong Kong legislative election"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.analysis.figures.phrases import dated, light, printed
from briefing.analysis.figures.view import (
    NOUNS,
    PRONOUNS,
    RELATIVE,
    VERBS,
    View,
    holds,
    of_verb,
    opened_relative,
    phrase,
)

# Verbs that only tie a number to its owner.
EMPTY_VERBS = frozenset(
    {
        "have",
        "be",
        "get",
        "receive",
        "make",
        "do",
        "see",
        "show",
        "include",
        "account",
        "hold",
        "reach",
        "total",
        "stand",
        "create",
        "become",
    }
)


def with_context(view: View, tokens: list[Token], text: str) -> str:
    """A bare noun with whose or of what it is: "votes, Regina Ip re-elected", "turnout rate, Hong Kong legislative election"."""
    heads = [t for t in tokens if t.pos_ in NOUNS] or tokens[:1]
    if len(heads) > 2 or any(t.dep_ == "prep" or t.pos_ == "VERB" for t in tokens if len(tokens) > 1):
        return text
    owner = around(view, heads[-1], frozenset(t.i for t in tokens))
    parts = [printed(words_kept, view.reading.original) for words_kept in (owner, setting(view, owner))]
    return ", ".join([text, *(p for p in parts if p and p.lower() not in text.lower() and p.lower() not in PRONOUNS)])


def setting(view: View, owner: list[Token]) -> list[Token]:
    """The named place at the head of a deed's clause: "In the Kowloon East constituency, X was elected with …"."""
    verb = next((t for t in owner if t.pos_ == "VERB"), None)
    if verb is None:
        return []
    fronts = [c for c in verb.lefts if c.dep_ == "prep" and c.lower_ in ("in", "at")]
    places = [g for c in fronts for g in c.children if g.dep_ == "pobj" and not dated(g)]
    named = [g for g in places if any(t.pos_ == "PROPN" for t in g.subtree)]
    return [t for t in phrase(view, named[0]) if t not in owner] if named else []


def around(view: View, head: Token, used: frozenset[int]) -> list[Token]:
    """The noun that a noun belongs to, or the doer and the deed of its verb."""
    token = head if view.draft.noun >= 0 else view.root
    for _ in range(7):
        above = token.head
        if above is token:
            return []
        if above.pos_ in VERBS:
            return [t for t in deed(view, above) if t.i not in used]
        passed = (
            above.i in view.banned
            or above.i in used
            or token.dep_ == "conj"
            or above.pos_ == "ADP"
            or above.lemma_.lower() in light()
        )
        if above.pos_ in NOUNS and not passed:
            found = [t for t in phrase(View(view.reading, view.draft, view.root, view.banned | used), above) if t.i not in used]
            alone = sum(t.pos_ in NOUNS for t in found) == 1 and above.dep_ in ("dobj", "pobj", "attr")
            return [*found, *around(view, above, used | {t.i for t in found})] if alone else found
        token = above
    return []


def deed(view: View, verb: Token) -> list[Token]:
    """Who does a verb, and the verb where it says something: "fishermen rescued", "IE6" for "IE6 has"."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is not None and own.lower_ in RELATIVE:
        doer = opened_relative(view, verb.head, own) if verb.dep_ == "relcl" else []
    elif own is not None:
        doer = phrase(view, own) if own.lower_ not in PRONOUNS else []
    else:
        doer = of_verb(view, verb)
    if not doer or verb.lemma_.lower() in EMPTY_VERBS or any(t.i == verb.i for t in doer):
        return doer
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i not in view.banned and c.pos_ in NOUNS and not holds(view, c)]
    return [*doer, verb, *(t for c in things for t in phrase(view, c))]
