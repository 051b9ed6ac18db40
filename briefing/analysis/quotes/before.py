"""Who is named before a quote: X said: “…” · X called it “…” · X was described as “…” by Y · according to X, “…” · X: “…”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.analysis.quotes.cues import Candidate, near, object_at, offer, offer_run, verb_features
from briefing.analysis.quotes.grammar import phrase_of, run_of_names, says
from briefing.analysis.quotes.reading import VERBS
from briefing.assets import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.quotes.reading import Site

_MOST_BEFORE = 10  # verbs before the quote that are looked at
_FURTHEST_CLAIM = 10  # tokens between the quote and the noun for what it is


def before(site: Site) -> Iterator[Candidate]:
    """X said: “…” · X called for “…” · X was described as “…” by Y."""
    reading = site.reading
    first = reading.index(site.segment.span.start)
    above = _governors(site, first)
    verbs = [
        i
        for i in site.before
        if reading.token(i).pos_ in VERBS or (says(reading.token(i)) == "saying" and reading.token(i).pos_ == "NOUN")
    ]
    for order, index in enumerate(reversed(verbs[-_MOST_BEFORE:])):
        verb = reading.token(index)
        subject = reading.subject(index)
        distance = sum(1 for i in site.before if i > index)
        governs = f"before governs {above[index]}" if index in above else "before beside"
        features = (*verb_features(verb, distance, "before"), governs, f"before verb {min(order, 3)}", f"before {verb.pos_}")
        if subject is not None and subject.i not in reading.quoted and not subject.is_punct:
            tie = f"before {says(verb) or 'other'} subject {_tie(subject, verb)}"
            more = (*_between(site, index), *_parenthetical(site, subject, verb), tie)
            yield offer("before", subject, reading, verb, *features, *more)
        yield from _beside(site, subject, verb, features)


def _tie(subject: Token, verb: Token) -> str:
    """How a verb comes by its subject: its own, or lent to it by the verb above."""
    return subject.dep_ if subject.head.i == verb.i else f"lent to {verb.dep_}"


def _beside(site: Site, subject: Token | None, verb: Token, features: tuple[str, ...]) -> Iterator[Candidate]:
    """The names right before a verb of saying, where the parser took another subject: …, Speaker Ann Cole (R) said."""
    if says(verb) != "saying" or any(child.dep_ == "auxpass" for child in verb.children):
        return
    reading = site.reading
    left = [reading.token(index) for index in site.before if index < verb.i]
    while left and left[-1].pos_ in {"ADV", "AUX", "PART"}:
        left = left[:-1]
    if left and left[-1].text == ")":
        opening = next((number for number in range(len(left) - 1, -1, -1) if left[number].text == "("), 0)
        left = left[:opening]
    run = run_of_names(left, forward=False)
    known = phrase_of(subject, reading.quoted) if subject is not None else (0, -1)
    is_named = bool(run) and run[-1].pos_ in {"PROPN", "NOUN"} and run[-1].ent_type_ not in {"DATE", "TIME"}
    if is_named and not known[0] <= run[-1].i <= known[1]:
        yield offer_run("before", run[0], run[-1], run[-1], reading, verb, *features, "before chunk")


def owner_before(site: Site) -> Iterator[Candidate]:
    """Her claim that she “…” · the suggestion by a rival that “…”: the owner of the words."""
    reading = site.reading
    for distance, index in enumerate(reversed(site.before[-_FURTHEST_CLAIM:])):
        noun = reading.token(index)
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in words("nouns-of-claims"):
            continue
        owner = next((child for child in noun.children if child.dep_ == "poss" and child.i not in reading.quoted), None)
        if owner is not None:
            verbs = any(reading.token(i).pos_ in VERBS for i in site.before if i > index)
            yield offer("owner", owner, reading, None, f"owner {near(distance)}", f"owner verbs {verbs}")
            return


def _between(site: Site, verb: int) -> Iterator[str]:
    """What stands between a verb and the quote: another subject, a comma, "that"."""
    between = [site.reading.token(index) for index in site.before if index > verb]
    if any(token.dep_ in {"nsubj", "nsubjpass"} for token in between):
        yield "before another subject"
    if any(token.text == "," for token in between):
        yield "before a comma"
    if any(token.lower_ == "that" for token in between):
        yield "before that"


def _parenthetical(site: Site, subject: Token, verb: Token) -> tuple[str, ...]:
    """The deal, X said, is “…”: between two commas."""
    reading = site.reading
    first = phrase_of(subject, reading.quoted)[0]
    commas = (
        first > 0
        and reading.token(first - 1).text == ","
        and verb.i + 1 < len(reading.starts)
        and reading.token(verb.i + 1).text == ","
    )
    return ("before between commas",) if commas and verb.i - subject.i <= 3 and says(verb) else ()


def _governors(site: Site, first: int) -> dict[int, str]:
    """The verbs above the quote's words: "directly" the nearest outside the quote, "from above" the others."""
    reading = site.reading
    last = min(max(first, reading.index(site.segment.span.end) - 1), len(reading.starts) - 1)
    above: dict[int, str] = {}
    for end in {min(first, last), last}:
        outside = [token.i for token in reading.token(end).ancestors if token.i not in reading.quoted and token.pos_ in VERBS]
        for order, index in enumerate(outside):
            above[index] = "directly" if order == 0 or above.get(index) == "directly" else "from above"
    return above


def according_before(site: Site) -> Iterator[Candidate]:
    """According to X, “…”."""
    for index in site.before:
        if site.reading.token(index).lower_ == "according" and index + 2 < len(site.reading.starts):
            yield from object_at(site, site.reading.starts[index + 2], "according before")


def name_before(site: Site) -> Iterator[Candidate]:
    """X: “…”."""
    if site.introduced_by != ":" or not site.before:
        return
    tokens = [site.reading.token(i) for i in site.before if not site.reading.token(i).is_punct]
    run = run_of_names(tokens, forward=False)
    if run and run[-1].pos_ in {"PROPN", "NOUN"}:
        alone = "alone" if len(run) == len(tokens) else "after words"
        yield offer_run("name and colon", run[0], run[-1], run[-1], site.reading, None, f"name and colon {alone}")
