"""Which speaker a noun phrase names, and who stands behind "the ministry's data": what the steps of said-by share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from briefing.analysis.figures.draft import Reading
from briefing.assets import words
from briefing.model import SaidBy, Span, Speaker, SpeakerKind

# "its Ministry of Trade", "their spokesman": without the owner a name
OF_SOMEONE = re.compile(r"^(?:its|their|his|her|our)\s", re.IGNORECASE)


class People(Protocol):
    """The registry of people: the speaker that a mention names."""

    def resolve(self, mention: Span) -> Speaker | None:
        """The speaker for a name, a pronoun or a description; None where it is no speaker."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says a figure and how that is known."""

    speaker: Speaker | None = None
    kind: SaidBy = SaidBy.ARTICLE
    mention: Span | None = None
    carried: bool = False
    goes_on: bool = False  # whether the next sentence, without a source of its own, may be theirs as well


ARTICLE = Source()


def mention_at(token: Token) -> TokenSpan:
    """The noun phrase that begins at a word."""
    head = token
    while head.dep_ in ("det", "compound", "amod", "poss", "case", "nmod", "nummod") and head.head.i > head.i:
        head = head.head
    return token.doc[token.i : head.i + 1]


def noun_phrase(head: Token) -> TokenSpan:
    """The noun phrase of a subject, from its first modifier to its head."""
    lefts = [t for t in head.lefts if t.dep_ in ("det", "compound", "amod", "poss", "nmod", "case")]
    first = min((t.left_edge.i for t in lefts), default=head.i)
    return head.doc[first : head.i + 1]


def resolved(reading: Reading, mention: TokenSpan, people: People) -> Source | None:
    """The speaker behind a mention; behind "the ministry's data" the ministry."""
    place = reading.passage.place
    if any(t.like_num for t in mention) or mention.root.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if mention.root.pos_ == "PRON" and mention.root.lower_ not in ("he", "she", "him", "her", "they", "them"):
        return None
    head = mention.root
    speaker = (
        first_known(reading, head, mention, people)
        if not words("nouns-of-data") & {head.lemma_.lower(), head.lemma_.lower().rstrip("s")}
        else None
    )
    owner = mention
    if speaker is None and head.lemma_.lower() in words("institutions"):
        speaker = named(head, mention)
    if speaker is None:
        target = owner_of(head)
        if target is None:
            return None
        owner = noun_phrase(target)
        speaker = first_known(reading, target, owner, people) or named(target, owner)
    if speaker is None:
        return None
    speaker = replace(speaker, name=OF_SOMEONE.sub("", speaker.name))
    kind = SaidBy.INSTITUTION if speaker.kind is SpeakerKind.ORGANISATION else SaidBy.REPORTED
    return Source(speaker, kind, place(owner))


def first_known(reading: Reading, head: Token, mention: TokenSpan, people: People) -> Speaker | None:
    """The speaker by the longest of a noun phrase's forms: "Ministry of Trade and Integration" before "Ministry"."""
    behind = [c for c in head.rights if c.dep_ == "prep" and c.lower_ in ("of", "for")]
    longer = [head.doc[mention.start : c.right_edge.i + 1] for c in behind[:1] if c.right_edge.i - head.i < 8]
    found = (people.resolve(reading.passage.place(m)) for m in (*longer, mention))
    return next((s for s in found if s is not None and same_sort(head, s)), None)


def same_sort(head: Token, speaker: Speaker) -> bool:
    """Whether a description can mean a body: "the company" is no ministry."""
    noun, name = head.lemma_.lower(), set(speaker.name.lower().split())
    bodies = words("institutions")
    return speaker.kind is not SpeakerKind.ORGANISATION or noun not in bodies or noun in name or not name & bodies


def owner_of(head: Token) -> Token | None:
    """Whose the data are: "the ministry's data", "the data from the ministry"."""
    possessor = next((t for t in head.lefts if t.dep_ == "poss"), None)
    made = [c for c in head.rights if c.dep_ == "acl" and c.lemma_ in words("publishing-verbs")]
    behind = (
        t
        for top in (head, *made)
        for c in top.rights
        if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "of", "by")
        for t in c.children
        if t.dep_ == "pobj"
    )
    return possessor or next(behind, None)


def named(head: Token, mention: TokenSpan) -> Speaker | None:
    """An organisation that is named but never speaks: "the data from the Ministry of Trade"."""
    entity = next((e for e in head.doc.ents if e.start <= head.i < e.end and e.label_ == "ORG"), None)
    if entity is None and head.lemma_.lower() not in words("institutions"):
        return None
    text = entity.text if entity is not None and len(entity.text) >= len(mention.text) else whole(head)
    return Speaker(re.sub(r"^(?:the|its|their)\s", "", text, flags=re.IGNORECASE), kind=SpeakerKind.ORGANISATION)


def whole(head: Token) -> str:
    """An institution's name with what follows "of" or "for": "Kazakh Ministry of Trade and Integration"."""
    last = head
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for"):
            last = list(child.subtree)[-1]
    return str(head.doc[noun_phrase(head).start : last.i + 1].text)
