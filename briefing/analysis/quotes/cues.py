"""What every rule offers: a possible speaker with what speaks for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.analysis.quotes.grammar import phrase_of, run_of_names, says
from briefing.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.quotes.reading import Reading, Site


_RELATIVES = frozenset({"who", "which", "that"})


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


def offer(rule: str, head: Token, reading: Reading, verb: Token | None, *features: str) -> Candidate:
    """The candidate whose words are the noun phrase round a head; for "X, who said" its mention is "who"."""
    left, right = phrase_of(head, reading.quoted)
    offered = offer_run(rule, reading.token(left), reading.token(right), head, reading, verb, *features)
    relative = _relative(head, verb)
    if relative is None:
        return offered
    return replace(offered, mention=reading.passage.place(relative), antecedent=offered.mention)


def _relative(head: Token, verb: Token | None) -> Token | None:
    """The "who" or "which" of "X, who said": it names the speaker where the quote stands, X is its head."""
    if verb is None or verb.dep_ != "relcl" or verb.head.i != head.i:
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj" and child.lower_ in _RELATIVES), None)


def offer_run(
    rule: str, first: Token, last: Token, head: Token, reading: Reading, verb: Token | None, *features: str
) -> Candidate:
    """The candidate whose words run from one token to another."""
    start = reading.starts[first.i]
    return Candidate(rule, Span(start, reading.starts[last.i] + len(last.text)), head, reading, verb, (rule, *features))


def near(distance: int) -> str:
    """A distance in tokens as one of a few sizes."""
    for limit in (0, 1, 2, 4, 8, 14, 20):
        if distance <= limit:
            return str(limit)
    return "far"


def verb_features(verb: Token, distance: int, rule: str) -> tuple[str, ...]:
    """What a verb at a distance from the quote says for a rule's candidate."""
    strength = says(verb) or "other"
    finite = "finite" if verb.tag_ in {"VBD", "VBZ", "VBP"} else "infinite"
    features = [f"{rule} {strength}", f"{rule} distance {near(distance)}", f"{rule} {finite}"]
    if verb.lemma_ == "say":
        features.append(f"{rule} say")
    if verb.dep_ in {"relcl", "acl"}:
        features.append(f"{rule} in a relative clause")
    return tuple(features)


def object_at(site: Site, position: int, feature: str) -> Iterator[Candidate]:
    """Who is named behind "according to", at a position of the article."""
    reading = site.reading
    index = reading.index(position)
    following = [reading.token(i) for i in range(index, min(index + 12, len(reading.starts)))]
    head = next((token for token in following if token.dep_ == "pobj" and token.head.i < index), None)
    if head is not None and head.i not in reading.quoted:
        yield offer("according to", head, reading, None, feature)
        return
    run = run_of_names([token for token in following if token.i not in reading.quoted], forward=True)
    if run:
        yield offer_run("according to", run[0], run[-1], run[-1], reading, None, feature)


def reporting_subjects(reading: Reading, start: int, end: int) -> Iterator[tuple[Token, Token]]:
    """(subject, verb) of the verbs between two tokens, the last first; verbs of saying and others alike."""
    first, last = bisect_left(reading.verbs, start), bisect_left(reading.verbs, end)
    for index in reversed(reading.verbs[first:last]):
        subject = reading.subject(index)
        if subject is not None and subject.i not in reading.quoted:
            yield subject, reading.token(index)
