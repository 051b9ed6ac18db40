"""Who vouches for a figure: the quote's speaker, a reported speaker, an institution, or the article itself; the eighth step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from briefing.analysis.figures.draft import Reading
from briefing.assets import words
from briefing.model import Quote, SaidBy, Span, Speaker, SpeakerKind

ACCORDING = re.compile(r"\b(?:according to|as per|as reported by|as stated by|in the words of)\s(?:the\s)?", re.IGNORECASE)
# The parser often takes "data shows" for one noun; the owner stands in front of it.
DATA_SHOWS = re.compile(
    r"(?:['’]s?)?\s(?:\w+\s)?(?:data|figures|statistics|numbers|estimates|report|survey|study|records)\s"
    r"(?:also\s)?(?:show(?:s|ed|n)?|indicate[sd]?|suggest(?:s|ed)?|reveal(?:s|ed)?|put|say|said)\b"
)
# What a body publishes is no speaker: its owner is.
DATA = frozenset(
    {
        "data",
        "datum",
        "figure",
        "statistic",
        "number",
        "estimate",
        "report",
        "survey",
        "study",
        "record",
        "website",
        "result",
        "poll",
    }
)
# "the Nasdaq added 20 points" reports nothing; "he added that …" does.
NEEDS_CLAUSE = frozenset(
    {"add", "see", "show", "reveal", "highlight", "project", "claim", "indicate", "suggest", "state", "record"}
)
NO_CLAIM = frozenset({"think", "believe", "see", "write", "point", "inform", "project"})


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


ARTICLE = Source()


def source_of(reading: Reading, span: Span, sentence: TokenSpan, quotes: Sequence[Quote], people: People) -> Source:
    """Who vouches for the figure at a place of the article."""
    for quote in quotes:
        if quote.speaker is not None and any(
            segment.start <= span.start and span.end <= segment.end + 1 for segment in quote.segments
        ):
            return Source(quote.speaker, SaidBy.QUOTED, quote.evidence.mention)
    return (
        according_to(reading, sentence, people)
        or data_shows(reading, sentence, people)
        or reporting(reading, span, sentence, people)
        or ARTICLE
    )


def according_to(reading: Reading, sentence: TokenSpan, people: People) -> Source | None:
    """«According to him, …», «…, according to Saudi Arabia's Civil Defense Authority»."""
    for match in ACCORDING.finditer(reading.text, sentence.start_char, sentence.end_char):
        tokens = reading.tokens(match.end(), min(match.end() + 2, sentence.end_char)) if match.end() < sentence.end_char else None
        if tokens is None:
            continue
        mention = mention_at(tokens[0])
        found = resolved(reading, mention, people)
        if found is not None:
            return found
    return None


def data_shows(reading: Reading, sentence: TokenSpan, people: People) -> Source | None:
    """«…, the ministry's data shows»: the owner of the data."""
    for match in DATA_SHOWS.finditer(reading.text, sentence.start_char, sentence.end_char):
        if match.start() <= sentence.start_char:
            continue
        owner = reading.tokens(match.start() - 1, match.start())[0]
        found = resolved(reading, noun_phrase(owner), people) if owner.pos_ in ("NOUN", "PROPN", "PRON") else None
        if found is not None:
            return Source(found.speaker, SaidBy.INSTITUTION, found.mention)
        if owner.pos_ in ("NOUN", "PROPN"):
            speaker = named(owner, noun_phrase(owner))
            if speaker is not None:
                return Source(speaker, SaidBy.INSTITUTION, reading.passage.place(noun_phrase(owner)))
    return None


def mention_at(token: Token) -> TokenSpan:
    """The noun phrase that begins at a word."""
    head = token
    while head.dep_ in ("det", "compound", "amod", "poss", "case", "nmod", "nummod") and head.head.i > head.i:
        head = head.head
    return token.doc[token.i : head.i + 1]


def reporting(reading: Reading, span: Span, sentence: TokenSpan, people: People) -> Source | None:
    """«Zhumangarin said Kazakhstan had …», «the ministry's data shows»: the subject of the sentence's reporting verb."""
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_ not in words("reporting-verbs") or verb.lemma_ in NO_CLAIM:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None or not covers(reading, verb, span):
            continue
        named_beside = next((c for c in subject.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        for mention in ([] if named_beside is None else [noun_phrase(named_beside)]) + [noun_phrase(subject)]:
            found = resolved(reading, mention, people)
            if found is not None:
                return found
    return None


def covers(reading: Reading, verb: Token, span: Span) -> bool:
    """Whether the figure stands in what the verb reports, and not in its subject."""
    start = span.start - reading.passage.offset
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and any(t.idx <= start < t.idx + len(t) for t in subject.subtree):
        return False
    reported = any(t.idx <= start < t.idx + len(t) for t in verb.subtree)
    if verb.lemma_ in NEEDS_CLAUSE and not any(c.dep_ == "ccomp" for c in verb.children) and verb.dep_ != "parataxis":
        return False
    return (reported and not aside(reading, verb, start)) or (not reported and verb.dep_ in ("parataxis", "ROOT"))


def aside(reading: Reading, verb: Token, start: int) -> bool:
    """Whether a figure stands in a clause on where or to whom was spoken: "told reporters at a port where 700 people stood"."""
    token = reading.tokens(start, start + 1)[0]
    relative = False
    while token.i not in (verb.i, token.head.i):
        if token.head.i == verb.i:
            return relative and (token.dep_ in ("npadvmod", "advmod", "advcl", "dative") or is_place(token))
        relative = relative or token.dep_ == "relcl" or is_where(token)
        token = token.head
    return False


def is_where(verb: Token) -> bool:
    """Whether a clause opens with "where"."""
    return any(c.lower_ == "where" for c in verb.lefts)


def is_place(token: Token) -> bool:
    """Whether a preposition or its object says where something was said, and not of what."""
    return token.dep_ == "prep" and token.lower_ not in ("of", "about", "on", "that", "to", "as")


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
    speaker = first_known(reading, head, mention, people) if head.lemma_.lower().rstrip("s") not in DATA else None
    owner = mention
    if speaker is None:
        target = owner_of(head)
        if target is None:
            return None
        owner = noun_phrase(target)
        speaker = first_known(reading, target, owner, people) or named(target, owner)
    if speaker is None:
        return None
    kind = SaidBy.INSTITUTION if speaker.kind is SpeakerKind.ORGANISATION else SaidBy.REPORTED
    return Source(speaker, kind, place(owner))


def first_known(reading: Reading, head: Token, mention: TokenSpan, people: People) -> Speaker | None:
    """The speaker by the longest of a noun phrase's forms: "Ministry of Trade and Integration" before "Ministry"."""
    behind = [c for c in head.rights if c.dep_ == "prep" and c.lower_ in ("of", "for")]
    longer = [head.doc[mention.start : c.right_edge.i + 1] for c in behind[:1] if c.right_edge.i - head.i < 8]
    return next((s for s in (people.resolve(reading.passage.place(m)) for m in (*longer, mention)) if s is not None), None)


def owner_of(head: Token) -> Token | None:
    """Whose the data are: "the ministry's data", "the data from the ministry"."""
    possessor = next((t for t in head.lefts if t.dep_ == "poss"), None)
    behind = (
        t for c in head.rights if c.dep_ == "prep" and c.lower_ in ("from", "of", "by") for t in c.children if t.dep_ == "pobj"
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
