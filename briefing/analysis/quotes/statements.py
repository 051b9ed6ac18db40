"""Statements, speeches and open letters: texts that their headline gives to one person and that say "I" and "we" throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.analysis.quotes.turns import Turn
from briefing.model import BlockKind, Span, Speaker

if TYPE_CHECKING:
    from briefing.analysis.people import People
    from briefing.analysis.pipeline import Passage
    from briefing.model import Article, Quote

_LEAST_PARAGRAPHS = 2
_LEAST_WORDS = 4  # of a paragraph; fewer are the salutation and the signature
_LEAST_FIRST_PERSON = 0.5  # of a statement's paragraphs
_WORDS = r"(?:remarks|statement|speech|address|message|letter|keynote|testimony|eulogy|toast)"
_STATEMENT = re.compile(
    rf"\b(?:{_WORDS}|full text|transcript)\b.{{0,60}}?\b(?:by|of|from)\s+(?P<by>[^,.:;\n]{{4,80}})"
    rf"|^(?:[\w ]{{0,30}}:\s*)?(?P<owner>[^,.:;\n]{{4,80}})['’]s (?:[a-z]+ ){{0,2}}{_WORDS}\b"
    rf"|^(?P<named>[^,.:;\n]{{4,60}}):\s.*\b{_WORDS}\b"
    rf"|\b(?:{_WORDS}|full text|transcript)\s*[:–—-]\s*(?P<behind>[^,.:;\n]{{4,60}})",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us|let us)\b", re.IGNORECASE)


def statement_turns(article: Article, passages: Sequence[Passage], people: People, direct: Sequence[Quote]) -> Iterator[Turn]:
    """The paragraphs of a text that its headline gives to one person, where most speak in the first person outside quotes."""
    spans = (passage.block.span for passage in passages if passage.block.kind is BlockKind.BODY)
    body = [span for span in spans if len(span.of(article.text).split()) >= _LEAST_WORDS]
    speaker = _announced(article, people)
    if speaker is None or len(body) < _LEAST_PARAGRAPHS:
        return
    quoted = [segment for quote in direct for segment in quote.segments]
    spoken = [span for span in body if _speaks(article.text, span, quoted)]
    if len(spoken) >= _LEAST_FIRST_PERSON * len(body):
        for span in body:
            yield Turn(None, span, speaker)


def _speaks(text: str, span: Span, quoted: Sequence[Span]) -> bool:
    """Whether a paragraph says "I" or "we" outside quotation marks."""
    places = (found.start() for found in _FIRST_PERSON.finditer(text, span.start, span.end))
    return any(not any(segment.start <= place < segment.end for segment in quoted) for place in places)


def _announced(article: Article, people: People) -> Speaker | None:
    headline = article.title or next((block.span.of(article.text) for block in article.blocks), "")
    found = _STATEMENT.search(headline)
    if not found:
        return None
    printed = (found["by"] or found["owner"] or found["named"] or found["behind"]).split()
    beginnings = (people.named(" ".join(printed[:length])) for length in range(1, len(printed) + 1))
    return next((person for person in beginnings if person is not None), None)
