"""Who is named behind a quote: “…,” said X · “…,” X said · “…,” according to X · described as “…” by X · “…” — X."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.analysis.quotes.cues import Candidate, near, object_at, offer, offer_run, verb_features
from briefing.analysis.quotes.grammar import phrase_of, run_of_names, says
from briefing.analysis.quotes.reading import VERBS
from briefing.assets import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.quotes.reading import Site

_FURTHEST_AFTER = 32  # words between the quote and a verb after it
_ACCORDING = re.compile(r"according to\s", re.IGNORECASE)
_DASH = re.compile(r"[\s.]*(?:—|–|--|-|―)\s*(?=[A-Z])")


def after(site: Site) -> Iterator[Candidate]:
    """“…,” said X · “…,” X said · “…,” X, the chairman, told Y."""
    spoken = [i for i in site.after if not site.reading.token(i).is_punct][: _FURTHEST_AFTER + 1]
    verbs = 0
    for place, index in enumerate(spoken):
        verb = site.reading.token(index)
        if verb.pos_ not in VERBS and not (says(verb) == "saying" and place <= 1):
            continue
        verbs += 1
        order = "first verb" if verbs == 1 else "later verb"
        inverted = tuple(_inverted(site, verb, place, order))
        yield from inverted
        heads = {candidate.head.i for candidate in inverted}
        yield from (candidate for candidate in _straight(site, verb, place, spoken, order) if candidate.head.i not in heads)


def _inverted(site: Site, verb: Token, place: int, order: str) -> Iterator[Candidate]:
    """Said X."""
    if place > 1 or not (says(verb) or site.last in ",?!"):
        return
    features = verb_features(verb, place, "verb-subject")
    reading = site.reading
    allowed = set(site.after)
    right = [
        child
        for child in verb.children
        if child.i > verb.i and child.i in allowed and child.dep_ in {"nsubj", "dobj", "attr", "dep", "appos", "oprd"}
    ]
    right = [child for child in right if child.pos_ in {"PROPN", "NOUN", "PRON"} and child.ent_type_ not in {"DATE", "TIME"}]
    subjects = [child for child in right if child.dep_ == "nsubj"]
    run = _run_after(site, verb)
    if subjects or right:
        head = (subjects or right)[0]
        how = "verb-subject nsubj" if subjects else "verb-subject object"
        if not run or run[-1].i <= phrase_of(head, reading.quoted)[1]:
            yield offer("verb-subject", head, reading, verb, *features, order, how)
            return
    if run and run[-1].pos_ in {"PROPN", "NOUN", "PRON"}:
        yield offer_run("verb-subject", run[0], run[-1], run[-1], reading, verb, *features, order, "verb-subject chunk")


def _run_after(site: Site, verb: Token) -> list[Token]:
    """The unbroken noun phrase after a verb, as in "said project lead Kenji Mori", where the parser may take lead for a verb."""
    following = [site.reading.token(i) for i in site.after if i > verb.i]
    while following and following[0].pos_ in {"ADV", "PART"}:
        following = following[1:]
    run = run_of_names(following, forward=True)
    rest = following[len(run) :]
    if len(rest) > 1 and says(rest[0]) != "saying" and rest[0].lemma_.lower() in words("role-nouns") and rest[1].pos_ == "PROPN":
        run = [*run, rest[0], *run_of_names(rest[1:], forward=True)]
    return run


def _straight(site: Site, verb: Token, place: int, spoken: Sequence[int], order: str) -> Iterator[Candidate]:
    """X said."""
    reading = site.reading
    features = (*verb_features(verb, place, "subject-verb"), order)
    subject = reading.subject(verb.i)
    inside = set(site.after)
    if subject is not None and subject.i in inside:
        side = "left" if subject.i < verb.i else "right"
        first = "at once" if spoken and phrase_of(subject, reading.quoted)[0] <= spoken[0] else "later"
        yield offer("subject-verb", subject, reading, verb, *features, f"subject-verb {side}", f"subject-verb {first}")
    if place and (subject is None or subject.i not in inside):
        run = run_of_names([reading.token(i) for i in spoken[:place]], forward=False)
        if run:
            yield offer_run("subject-verb", run[0], run[-1], run[-1], reading, verb, *features, "subject-verb chunk")


def agent_after(site: Site) -> Iterator[Candidate]:
    """Described as “…” by X."""
    for index in site.after[:3]:
        token = site.reading.token(index)
        if token.lower_ != "by":
            continue
        for child in token.children:
            if child.dep_ == "pobj" and child.i not in site.reading.quoted:
                yield offer("agent", child, site.reading, None, f"agent {near(index - site.after[0])}")


def according_after(site: Site) -> Iterator[Candidate]:
    """“…”, according to X."""
    found = _ACCORDING.search(site.followed_by[:120])
    if found:
        distance = "at once" if not site.followed_by[: found.start()].strip(" ,") else "later"
        yield from object_at(site, site.tail + found.end(), f"according after {distance}")


def dash_after(site: Site) -> Iterator[Candidate]:
    """“…” — X."""
    found = _DASH.match(site.followed_by)
    if not found:
        return
    reading = site.reading
    index = reading.index(site.tail + found.end())
    run = [
        t
        for t in run_of_names([reading.token(i) for i in range(index, min(index + 6, len(reading.starts)))], forward=True)
        if t.pos_ == "PROPN"
    ]
    if run:
        length = "all" if len(site.followed_by.split()) <= 12 else "more"
        yield offer_run("dash", run[0], run[-1], run[-1], reading, None, f"dash {length}")
