"""Speech that its layout marks: interviews (Q, A), transcripts (NAME:), statements that are one person's from end to end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import BlockKind, Evidence, Quote, QuoteKind, Span, Speaker

if TYPE_CHECKING:
    from briefing.analysis.people import People
    from briefing.analysis.pipeline import Passage
    from briefing.model import Article

_LEAST_TURNS = 3
_LEAST_SHARE = 0.3  # of the paragraphs that begin with a label
_LABEL = re.compile(
    r"(?P<label>[QA]|Question|Answer|Interviewer|Moderator|(?:[A-ZÀ-ÞА-Я][\w’'.-]*\s?){1,4})"
    r"(?:\s?\([^)]{1,60}\))?\s?(?::|\.(?<=[QA]\.))\s+(?=\S)"
)
_QUESTION = frozenset({"q", "question", "interviewer", "moderator"})
_ANSWER = frozenset({"a", "answer"})
_STATEMENT = re.compile(
    r"\b(?:remarks|statement|speech|address|message|full text|transcript)\b.{0,60}?"
    r"\b(?:by|of|from)\s+(?P<speaker>[^,.:;\n]{4,80})|"
    r"^(?P<owner>[^,.:;\n]{4,60})['’]s (?:full |opening |closing |prepared )?(?:remarks|statement|speech|address|message)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us)\b", re.IGNORECASE)
_LEAST_FIRST_PERSON = 0.5  # of a statement's paragraphs


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that the layout gives to someone: the label as printed ("" for a whole statement) and where the words stand."""

    label: Span | None
    words: Span
    speaker: str


def laid_out_quotes(article: Article, passages: Sequence[Passage], people: People, direct: Sequence[Quote]) -> Iterator[Quote]:
    """The turns of an interview or transcript, or the paragraphs of a statement, where no marks have found them already."""
    turns = tuple(_turns(article, passages, people)) or tuple(_statement(article, passages, people, direct))
    taken = [segment for quote in direct for segment in quote.segments]
    for turn in turns:
        if not any(turn.words.overlaps(span) for span in taken):
            yield _quote(turn, people)


def _quote(turn: Turn, people: People) -> Quote:
    rule = "label" if turn.label is not None else "statement of one person"
    speaker = people.named(turn.speaker) or (Speaker(turn.speaker) if turn.speaker else None)
    evidence = Evidence(rule, mention=turn.label, check=turn.label is None or speaker is None)
    return Quote((turn.words,), QuoteKind.FULL, evidence, speaker, sentence=turn.words)


def _turns(article: Article, passages: Sequence[Passage], people: People) -> Iterator[Turn]:
    """Every labelled paragraph but the questions, with the paragraphs that go on after it."""
    body = [passage.block.span for passage in passages if passage.block.kind in {BlockKind.BODY, BlockKind.QUOTE_BLOCK}]
    labels = [_LABEL.match(article.text, span.start, span.end) for span in body]
    kinds = Counter(found["label"].strip().lower() for found in labels if found)
    repeated = sum(count for count in kinds.values() if count > 1)
    if len(kinds) < 2 or repeated < _LEAST_TURNS or repeated < _LEAST_SHARE * len(body):
        return
    guest = _guest(people) if kinds.keys() & _ANSWER else ""
    current: re.Match[str] | None = None
    for span, label in zip(body, labels, strict=True):
        current = label if label and kinds[label["label"].strip().lower()] > 1 else current
        if current is None or current["label"].strip().lower() in _QUESTION:
            continue
        name = current["label"].strip()
        start = current.end() if current is label else span.start
        place = Span(current.start("label"), current.start("label") + len(name))
        yield Turn(place, Span(start, span.end), guest if name.lower() in _ANSWER else _as_name(name))


def _as_name(label: str) -> str:
    return label.title() if label.isupper() else label


def _guest(people: People) -> str:
    """The person an interview is with: the one named most often, the first of them."""
    most = max(people.persons, key=lambda person: len(person.mentions), default=None)
    return most.name if most is not None else ""


def _statement(article: Article, passages: Sequence[Passage], people: People, direct: Sequence[Quote]) -> Iterator[Turn]:
    """The paragraphs of a text that its headline gives to one person and that speaks in the first person throughout."""
    body = [passage.block.span for passage in passages if passage.block.kind is BlockKind.BODY]
    speaker = _announced(article, people)
    if not speaker or any(quote.speaker is not None and not quote.evidence.check for quote in direct):
        return
    spoken = [span for span in body if _FIRST_PERSON.search(span.of(article.text))]
    if len(body) >= _LEAST_TURNS and len(spoken) >= _LEAST_FIRST_PERSON * len(body):
        for span in body:
            yield Turn(None, span, speaker)


def _announced(article: Article, people: People) -> str:
    headline = article.title or next((block.span.of(article.text) for block in article.blocks), "")
    found = _STATEMENT.search(headline)
    if not found:
        return ""
    printed = (found["speaker"] or found["owner"]).split()
    beginnings = (people.named(" ".join(printed[:length])) for length in range(1, len(printed) + 1))
    return next((person.name for person in beginnings if person is not None), "")
