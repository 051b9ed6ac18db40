"""Who vouches for a figure: the quote's speaker, a reported speaker, an institution, or the article itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from briefing.analysis.figures.draft import Reading
from briefing.analysis.figures.mentions import ARTICLE, People, Source, mention_at, noun_phrase, resolved
from briefing.analysis.figures.published import published
from briefing.assets import words
from briefing.model import Quote, SaidBy, Span, SpeakerKind

__all__ = ["ARTICLE", "People", "Source", "source_of"]

# "according to [the ministry]", "as stated by [Holm]"
ACCORDING = re.compile(r"\b(?:according to|as per|as reported by|as stated by|in the words of)\s(?=\w)", re.IGNORECASE)
# "the Nasdaq added 20 points" reports nothing; "he added that …" does.
NEEDS_CLAUSE = frozenset(
    {"add", "see", "show", "reveal", "highlight", "project", "claim", "indicate", "suggest", "state", "record"}
)
OPENING = 12  # characters from a sentence's beginning within which "according to" opens it
NO_CLAIM = frozenset({"think", "believe", "see", "write", "point", "inform", "project"})


def source_of(reading: Reading, span: Span, sentence: TokenSpan, quotes: Sequence[Quote], people: People) -> Source:
    """Who vouches for the figure at a place of the article."""
    for quote in quotes:
        if quote.speaker is not None and any(
            segment.start <= span.start and span.end <= segment.end + 1 for segment in quote.segments
        ):
            return Source(quote.speaker, SaidBy.QUOTED, quote.evidence.mention)
    return (
        according_to(reading, sentence, people)
        or published(reading, sentence, people)
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
            return replace(found, goes_on=match.start() - sentence.start_char < OPENING)
    return None


def reporting(reading: Reading, span: Span, sentence: TokenSpan, people: People) -> Source | None:
    """«Zhumangarin said Kazakhstan had …», «the ministry's data shows»: the subject of the sentence's reporting verb."""
    for verb in sentence:
        if verb.pos_ != "VERB" or not claims(verb):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None or not covers(reading, verb, span):
            continue
        named_beside = next((c for c in subject.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        for mention in ([] if named_beside is None else [noun_phrase(named_beside)]) + [noun_phrase(subject)]:
            found = resolved(reading, mention, people)
            if found is not None:
                return replace(
                    as_person(found)
                    if is_person(subject) and named_beside is not None and mention.root.i == named_beside.i
                    else found,
                    goes_on=True,
                )
    return None


def claims(verb: Token) -> bool:
    """Whether a verb can hand on what someone says: "said", "put the damage at", "as he put it"."""
    if verb.lemma_ == "put":
        return is_aside(verb) or any(c.dep_ == "prep" and c.lower_ == "at" for c in verb.children)
    return verb.lemma_ in words("reporting-verbs") and verb.lemma_ not in NO_CLAIM


def is_aside(verb: Token) -> bool:
    """Whether a clause hands on the whole sentence: "as Holm put it, …"."""
    return verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.lefts)


def is_person(noun: Token) -> bool:
    """Whether a noun is what a person is: "the union's spokesman, Olaf Dahl"."""
    return noun.lemma_.lower() in words("person-nouns") | words("role-nouns")


def as_person(source: Source) -> Source:
    """The source with a speaker whom the parser took for a body as the person that the article makes of them."""
    if source.speaker is None or source.speaker.kind is not SpeakerKind.ORGANISATION:
        return source
    return replace(source, speaker=replace(source.speaker, kind=SpeakerKind.PERSON), kind=SaidBy.REPORTED)


def covers(reading: Reading, verb: Token, span: Span) -> bool:
    """Whether the figure stands in what the verb reports, and not in its subject."""
    start = span.start - reading.passage.offset
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and any(t.idx <= start < t.idx + len(t) for t in subject.subtree):
        return False
    reported = any(t.idx <= start < t.idx + len(t) for t in verb.subtree)
    if verb.lemma_ in NEEDS_CLAUSE and not any(c.dep_ == "ccomp" for c in verb.children) and verb.dep_ != "parataxis":
        return False
    if is_aside(verb):
        return not reported
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
