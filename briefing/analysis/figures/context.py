"""Whose a bare noun is: "votes, Regina Ip", "turnout rate, Hong Kong legislative election"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.analysis.figures.phrases import behind_verb, dated, is_counted, light, printed
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
from briefing.assets import words

Words = list[Token]
OWNERS = 2  # owners named behind a noun, at most
# Verbs that say nothing of what they act on.
IDLE = frozenset({"be", "have", "get", "see", "make", "do", "take", "include", "need", "want", "give", "use", "bring", "show"})
SHORT_PHRASE = 7  # words of a phrase that leaves room for who acts
LONG_OWNER = 7  # words of a second owner, at most


def with_context(view: View, tokens: Words, text: str, *, far: bool = True) -> str:
    """A bare noun with whose or of what it is: "votes, Regina Ip", "turnout rate, Hong Kong legislative election".

    Not ``far``: by one owner only, and none of another clause.
    """
    heads = [t for t in tokens if t.pos_ in NOUNS] or tokens[:1]
    # The verb that acts on the noun leaves room for who acts: "rescued asylum seekers, fishermen".
    rest = [
        t for t in tokens if t.i != view.root.head.i and not any(t.i == h.head.i and h.dep_ == "dobj" for h in heads)
    ] or tokens
    if len(heads) > 2 or any(t.dep_ == "prep" or t.pos_ == "VERB" for t in rest if len(rest) > 1):
        return ", ".join([text, *named_doer(view, tokens, text)])
    used = frozenset(t.i for t in tokens)
    found = [[t for t in owner if t.lower_ not in RELATIVE] for owner in around(view, heads[-1], used)]
    bare = len(found) > 1 and not any(t.dep_ in ("prep", "acl", "conj") for t in found[0]) and len(found[1]) <= LONG_OWNER
    owners = found[: OWNERS if bare else 1] if far else [o for o in found[:1] if o and beside(view, o)]
    named = [name_alone(owner) for owner in owners]
    place = [setting(view, owner) for owner in owners[:1]]
    parts = [printed(kept_words, view.reading.original) for kept_words in (*named, *place)]
    kept = [p for at, p in enumerate(parts) if p and p.lower() not in PRONOUNS and not any(p in q for q in (text, *parts[:at]))]
    if not kept and len(tokens) == len(heads) == 1:
        return printed([*done_by_anyone(heads[0]), *tokens], view.reading.original)
    return ", ".join([text, *kept])


def named_doer(view: View, tokens: Words, text: str) -> list[str]:
    """Who, by name, acts on what a longer phrase counts: "FA Cup finals with Chelsea, Lampard"."""
    head = view.reading.doc[view.draft.noun] if view.draft.noun >= 0 else None
    if head is None or head.dep_ != "dobj" or len(tokens) > SHORT_PHRASE:
        return []
    doer = [t for t in doer_of(view, head.head) if t.lower_ not in RELATIVE]
    top = next((t for t in doer if t.head not in doer), None)
    name = printed(name_alone(doer), view.reading.original) if top is not None and top.pos_ == "PROPN" else ""
    return [name] if name and name not in text and len(name.split()) <= LONG_OWNER else []


def done_by_anyone(noun: Token) -> Words:
    """What is done to a bare noun where nobody is named: "we turned away 41 ships"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or verb.i > noun.i or verb.lemma_.lower() in IDLE | words("reporting-verbs"):
        return []
    return [
        verb,
        *(c for c in verb.children if c.i == verb.i + 1 and (c.dep_ == "prt" or c.lower_ in ("away", "back", "forward"))),
    ]


def beside(view: View, owner: Words) -> bool:
    """Whether an owner stands in the figure's own clause: no verb between them, and not "the steps of the 70 meter hall"."""
    top = next((t for t in owner if t.head not in owner), owner[0])
    between: list[Token] = []
    for token in view.root.ancestors:
        if token.i == top.i or token.is_ancestor(top):
            part = token.i == top.i and any(t.lower_ == "of" for t in between)
            return top.pos_ in NOUNS and not part and all(t.pos_ != "VERB" for t in between)
        between.append(token)
    return False


def name_alone(owner: Words) -> Words:
    """A person by name: "Regina Ip" of "pro-Beijing New People's Party's Regina Ip"."""
    head = next((t for t in owner if t.head not in owner), None)
    if head is None or head.ent_type_ != "PERSON":
        return owner
    name = [t for t in owner if t.i <= head.i and t.ent_type_ == "PERSON" and t.pos_ == "PROPN" and not has_possessive(t)]
    if not name:
        return owner
    title = next((t for t in owner if t.i == name[0].i - 1 and t.dep_ == "compound" and t.pos_ == "PROPN"), None)
    return name if title is None else [title, *name]  # "Sir Keir Starmer"


def has_possessive(token: Token) -> bool:
    """Whether a name owns the next one: "Demosisto's Nathan Law"."""
    return token.dep_ == "poss" or any(c.dep_ == "case" for c in token.children)


def setting(view: View, owner: Words) -> Words:
    """The named place at the head of an owner's clause: "In the Kowloon East constituency, X was elected with …"."""
    verb = next((t.head for t in owner if t.dep_ in ("nsubj", "nsubjpass") and t.head.pos_ in VERBS), None)
    if verb is None:
        return []
    fronts = [c for c in verb.lefts if c.dep_ == "prep" and c.lower_ in ("in", "at")]
    places = [g for c in fronts for g in c.children if g.dep_ == "pobj" and not dated(g)]
    named = [g for g in places if any(t.pos_ == "PROPN" for t in g.subtree)]
    return [t for t in phrase(view, named[0]) if t not in owner] if named else []


def around(view: View, head: Token, used: frozenset[int]) -> list[Words]:
    """The nouns that a noun belongs to, nearest first, or the doer of its verb."""
    token = head if view.draft.noun >= 0 else view.root
    for _ in range(7):
        above = token.head
        if above is token:
            return []
        if above.pos_ in VERBS:
            planned = above.dep_ == "acl" and above.tag_ == "VB" and above.head.pos_ in NOUNS  # "plans to lay off 600 people"
            if not planned:
                return [found] if (found := [t for t in doer_of(view, above) if t.i not in used]) else []
            token = above.head
            continue
        passed = (
            above.i in view.banned
            or above.i in used
            or token.dep_ == "conj"
            or above.pos_ == "ADP"
            or above.lemma_.lower() in light()
            or any(c.ent_type_ == "ORDINAL" for c in above.lefts)  # "came second place with 300 votes"
        )
        if above.pos_ in NOUNS and not passed:
            numbered = frozenset(t.i for t in above.sent if is_counted(t, view.banned))
            other = View(view.reading, view.draft, view.root, view.banned | used | numbered - {above.i})
            found = [t for t in phrase(other, above) if t.i not in used]
            alone = above.dep_ in ("dobj", "pobj", "attr") and not any(t.dep_ in ("prep", "conj") for t in found)
            further = around(view, above, used | {t.i for t in found}) if alone else []
            return [found, *further]
        token = above
    return []


def doer_of(view: View, verb: Token) -> Words:
    """Who does a verb: "fishermen" for "fishermen rescued"; the verb itself would read as if it were part of the noun."""
    own = subject_before(verb)
    if own is None:
        return cause_of(view, verb) or of_verb(view, verb)
    if own.lower_ in RELATIVE:
        return opened_relative(view, verb.head, own) if verb.dep_ == "relcl" else []
    if own.lower_ in PRONOUNS:
        return stood_for(view, verb, own) or condition(view, verb)
    return phrase(view, own)


def cause_of(view: View, verb: Token) -> Words:
    """What hurt people: "a crane to fall into the mosque" of "caused a crane to fall into the mosque, killing 107"."""
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in words("casualties"):
        return []
    above = next((t for t in verb.ancestors if t.pos_ == "VERB" and subject_before(t) is not None), None)
    own = subject_before(above) if above is not None else None
    if above is None or own is None or own.lower_ in PRONOUNS:
        return []
    between = [t for t in above.children if t.dep_ == "aux" and t.lower_ == "to"]
    behind = [t for c in above.children if above.i < c.i < verb.i for t in behind_verb(c, view.banned)]
    return [*phrase(view, own), *between, above, *behind]


def stood_for(view: View, verb: Token, pronoun: Token) -> Words:
    """What a pronoun stands for in its own sentence: "the airline announced it will suspend 36,000 staff"."""
    above = next((t for t in verb.ancestors if t.pos_ == "VERB" and subject_before(t) is not None), None)
    own = subject_before(above) if above is not None and pronoun.lower_ in ("it", "they") else None
    if own is None or own.pos_ not in NOUNS or own.i > pronoun.i or own.ent_type_ == "PERSON":
        return []
    return phrase(view, own) if (own.tag_ in ("NNS", "NNPS")) == (pronoun.lower_ == "they") else []


def condition(view: View, verb: Token) -> Words:
    """Of what a rule speaks where the doer is anyone: "if iodine deficiency is serious you lose 15 IQ points"."""
    for clause in (c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in ("if", "when") for m in c.lefts)):
        own = subject_before(clause)
        if own is not None and own.pos_ in NOUNS:
            return phrase(view, own)
    return []


def subject_before(verb: Token) -> Token | None:
    """The subject nearest before a verb; the parser may hang it on the auxiliary: "was re-elected"."""
    tops = [verb, *(c for c in verb.children if c.pos_ == "AUX")]
    found = [c for top in tops for c in top.children if c.dep_ in ("nsubj", "nsubjpass")]
    return max((c for c in found if c.i < verb.i), key=lambda c: c.i, default=found[0] if found else None)
