"""Speech without marks: "Zhumangarin said Kazakhstan had launched …", "According to him, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.analysis.quotes.grammar import phrase_of, says, subject_of
from briefing.model import Evidence, Quote, QuoteKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

    from briefing.analysis.people import People
    from briefing.analysis.pipeline import Passage
    from briefing.model import Article

_LEAST_WORDS = 4


def indirect_quotes(article: Article, passages: Sequence[Passage], people: People, direct: Sequence[Quote]) -> Iterator[Quote]:
    """What verbs of saying and "according to" report outside quotation marks, where no direct quote is in it."""
    taken = [segment for quote in direct for segment in quote.segments]
    for passage in passages:
        for sentence in passage.doc.sents:
            for verb, mention, content in (*_said(sentence, passage), *_according(sentence, passage)):
                if len(content.of(article.text).split()) >= _LEAST_WORDS and not any(content.overlaps(span) for span in taken):
                    yield _quote(article, people, verb, mention, content, passage.place(sentence))
                    taken.append(content)


def _said(sentence: Sentence, passage: Passage) -> Iterator[tuple[Span, Span, Span]]:
    """X said that …: the clause that a verb of saying governs."""
    for verb in sentence:
        if says(verb) != "saying" or verb.pos_ != "VERB":
            continue
        clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
        subject = subject_of(verb, frozenset())
        if clause is not None and subject is not None:
            yield passage.place(verb), _phrase(subject, passage), _clause(clause, verb, passage)


def _clause(clause: Token, verb: Token, passage: Passage) -> Span:
    """The words of a clause without "that" and without the verb of saying in their midst."""
    tokens = [token for token in clause.subtree if (token.i > verb.i) == (clause.i > verb.i)]
    while tokens and (tokens[0].lower_ == "that" or tokens[0].is_punct):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    tokens = tokens or [clause]
    return Span(passage.place(tokens[0]).start, passage.place(tokens[-1]).end)


def _according(sentence: Sentence, passage: Passage) -> Iterator[tuple[Span, Span, Span]]:
    """According to X, …: the rest of the sentence."""
    for cue in sentence:
        if cue.lower_ != "according":
            continue
        source = next((token for token in cue.subtree if token.dep_ == "pobj"), None)
        if source is None:
            continue
        mention = _phrase(source, passage)
        rest = [t for t in sentence if not t.is_punct and (passage.place(t).start >= mention.end or t.i < cue.i)]
        first = [t for t in rest if t.i < cue.i] or rest
        if first:
            yield passage.place(cue), mention, Span(passage.place(first[0]).start, passage.place(first[-1]).end)


def _phrase(head: Token, passage: Passage) -> Span:
    first, last = phrase_of(head, frozenset())
    return Span(passage.place(head.doc[first]).start, passage.place(head.doc[last]).end)


def _quote(article: Article, people: People, verb: Span, mention: Span, content: Span, sentence: Span) -> Quote:
    speaker = people.resolve(mention)
    printed = mention.of(article.text)
    resolved_from = "" if speaker is None or speaker.name.split()[-1] in printed else printed
    evidence = Evidence("indirect speech", verb, mention, resolved_from)
    return Quote((content,), QuoteKind.INDIRECT, evidence, speaker, verb.of(article.text), sentence)
