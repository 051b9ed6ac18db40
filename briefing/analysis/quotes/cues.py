"""Who might have said it: each rule looks at one place round a quote and offers candidates with what speaks for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.analysis.quotes.grammar import phrase_of, run_of_names, says, subject_of
from briefing.analysis.quotes.reading import VERBS
from briefing.assets import words
from briefing.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.quotes.reading import Reading, Site

_FURTHEST_AFTER = 32  # words between the quote and a verb after it
_MOST_BEFORE = 10  # verbs before the quote that are looked at
_ACCORDING = re.compile(r"according to\s", re.IGNORECASE)
_DASH = re.compile(r"[\s.]*(?:—|–|--|-|―)\s*(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible speaker: the rule that offers it, the words that name it, the verb, and the features that weigh it."""

    rule: str
    mention: Span
    head: Token
    reading: Reading
    verb: Token | None = None
    features: tuple[str, ...] = ()
    antecedent: Span | None = None  # for "who" the phrase it stands for

    @property
    def naming(self) -> Span:
        """The words that tell who the speaker is."""
        return self.antecedent or self.mention

    @property
    def cue(self) -> Span | None:
        """The verb's place."""
        return self.reading.passage.place(self.verb) if self.verb is not None else None


def local_candidates(site: Site) -> tuple[Candidate, ...]:
    """Every candidate in the quote's own sentence, one a place and rule."""
    offered: dict[tuple[str, Span], Candidate] = {}
    for rule in (after, agent_after, according_after, dash_after, before, according_before, name_before):
        for candidate in rule(site):
            offered.setdefault((candidate.rule, candidate.mention), candidate)
    return tuple(offered.values())


def _offer(rule: str, head: Token, reading: Reading, verb: Token | None, *features: str) -> Candidate:
    left, right = phrase_of(head, reading.quoted)
    offered = _offer_run(rule, reading.token(left), reading.token(right), head, reading, verb, *features)
    relative = _relative(head, verb)
    if relative is None:
        return offered
    return replace(offered, mention=reading.passage.place(relative), antecedent=offered.mention)


def _relative(head: Token, verb: Token | None) -> Token | None:
    """The "who" of "X, who said": it names the speaker where the quote stands, X is its head."""
    if verb is None or verb.dep_ != "relcl" or verb.head.i != head.i:
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj" and child.lower_ == "who"), None)


def _offer_run(
    rule: str, first: Token, last: Token, head: Token, reading: Reading, verb: Token | None, *features: str
) -> Candidate:
    start = reading.starts[first.i]
    return Candidate(rule, Span(start, reading.starts[last.i] + len(last.text)), head, reading, verb, (rule, *features))


def _near(distance: int) -> str:
    """A distance in tokens as one of a few sizes."""
    for limit in (0, 1, 2, 4, 8, 14, 20):
        if distance <= limit:
            return str(limit)
    return "far"


def _verb_features(verb: Token, distance: int, rule: str) -> tuple[str, ...]:
    strength = says(verb) or "other"
    finite = "finite" if verb.tag_ in {"VBD", "VBZ", "VBP"} else "infinite"
    features = [f"{rule} {strength}", f"{rule} distance {_near(distance)}", f"{rule} {finite}"]
    if verb.lemma_ == "say":
        features.append(f"{rule} say")
    if verb.dep_ in {"relcl", "acl"}:
        features.append(f"{rule} in a relative clause")
    return tuple(features)


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
    features = _verb_features(verb, place, "verb-subject")
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
            yield _offer("verb-subject", head, reading, verb, *features, order, how)
            return
    if run and run[-1].pos_ in {"PROPN", "NOUN", "PRON"}:
        yield _offer_run("verb-subject", run[0], run[-1], run[-1], reading, verb, *features, order, "verb-subject chunk")


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
    features = (*_verb_features(verb, place, "subject-verb"), order)
    subject = subject_of(verb, reading.quoted)
    inside = set(site.after)
    if subject is not None and subject.i in inside:
        side = "left" if subject.i < verb.i else "right"
        first = "at once" if spoken and phrase_of(subject, reading.quoted)[0] <= spoken[0] else "later"
        yield _offer("subject-verb", subject, reading, verb, *features, f"subject-verb {side}", f"subject-verb {first}")
    if place and (subject is None or subject.i not in inside):
        run = run_of_names([reading.token(i) for i in spoken[:place]], forward=False)
        if run:
            yield _offer_run("subject-verb", run[0], run[-1], run[-1], reading, verb, *features, "subject-verb chunk")


def agent_after(site: Site) -> Iterator[Candidate]:
    """Described as “…” by X."""
    for index in site.after[:3]:
        token = site.reading.token(index)
        if token.lower_ != "by":
            continue
        for child in token.children:
            if child.dep_ == "pobj" and child.i not in site.reading.quoted:
                yield _offer("agent", child, site.reading, None, f"agent {_near(index - site.after[0])}")


def according_after(site: Site) -> Iterator[Candidate]:
    """“…”, according to X."""
    found = _ACCORDING.search(site.followed_by[:120])
    if found:
        distance = "at once" if not site.followed_by[: found.start()].strip(" ,") else "later"
        yield from _object_at(site, site.tail + found.end(), f"according after {distance}")


def according_before(site: Site) -> Iterator[Candidate]:
    """According to X, “…”."""
    for index in site.before:
        if site.reading.token(index).lower_ == "according" and index + 2 < len(site.reading.starts):
            yield from _object_at(site, site.reading.starts[index + 2], "according before")


def _object_at(site: Site, position: int, feature: str) -> Iterator[Candidate]:
    reading = site.reading
    index = reading.index(position)
    following = [reading.token(i) for i in range(index, min(index + 12, len(reading.starts)))]
    head = next((token for token in following if token.dep_ == "pobj" and token.head.i < index), None)
    if head is not None and head.i not in reading.quoted:
        yield _offer("according to", head, reading, None, feature)
        return
    run = run_of_names([token for token in following if token.i not in reading.quoted], forward=True)
    if run:
        yield _offer_run("according to", run[0], run[-1], run[-1], reading, None, feature)


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
        yield _offer_run("dash", run[0], run[-1], run[-1], reading, None, f"dash {length}")


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
        subject = subject_of(verb, reading.quoted)
        if subject is None or subject.i in reading.quoted or subject.is_punct:
            continue
        distance = sum(1 for i in site.before if i > index)
        governs = f"before governs {above[index]}" if index in above else "before beside"
        features = (*_verb_features(verb, distance, "before"), governs, f"before verb {min(order, 3)}", f"before {verb.pos_}")
        between = _between(site, index)
        yield _offer("before", subject, reading, verb, *features, *between, *_parenthetical(site, subject, verb))


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


def name_before(site: Site) -> Iterator[Candidate]:
    """X: “…”."""
    if site.introduced_by != ":" or not site.before:
        return
    tokens = [site.reading.token(i) for i in site.before if not site.reading.token(i).is_punct]
    run = run_of_names(tokens, forward=False)
    if run and run[-1].pos_ in {"PROPN", "NOUN"}:
        alone = "alone" if len(run) == len(tokens) else "after words"
        yield _offer_run("name and colon", run[0], run[-1], run[-1], site.reading, None, f"name and colon {alone}")


def reporting_subjects(reading: Reading, start: int, end: int) -> Iterator[tuple[Token, Token]]:
    """(subject, verb) of the verbs between two tokens, the last first; verbs of saying and others alike."""
    first, last = bisect_left(reading.verbs, start), bisect_left(reading.verbs, end)
    for index in reversed(reading.verbs[first:last]):
        verb = reading.token(index)
        subject = subject_of(verb, reading.quoted)
        if subject is not None and subject.i not in reading.quoted:
            yield subject, verb
