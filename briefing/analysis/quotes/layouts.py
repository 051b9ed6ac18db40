"""Speech that its layout marks: the turns of interviews and transcripts, and statements that are one person's throughout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.analysis.quotes.statements import statement_turns
from briefing.analysis.quotes.turns import Turn, labelled_turns
from briefing.model import Evidence, Quote, QuoteKind, Span

if TYPE_CHECKING:
    from briefing.analysis.people import People
    from briefing.analysis.pipeline import Passage
    from briefing.model import Article

_WHOLE = 0.6  # of a turn's letters: marks that hold so much of it hold the turn itself


def with_layout(article: Article, passages: Sequence[Passage], people: People, direct: Sequence[Quote]) -> tuple[Quote, ...]:
    """The direct quotes with the turns that the layout tells of; what a turn only cites is no quote of its own."""
    turns = tuple(labelled_turns(article, passages, people)) or tuple(statement_turns(article, passages, people, direct))
    spoken = [segment for quote in direct for segment in quote.segments]
    free = [turn for turn in turns if not _is_quoted(turn.words, spoken)]
    outside = (quote for quote in direct if not any(turn.words.contains(s) for turn in free for s in quote.segments))
    return (*outside, *map(_quote, free))


def _is_quoted(words: Span, spoken: Sequence[Span]) -> bool:
    """Whether marks hold most of a turn."""
    return sum(_shared(words, segment) for segment in spoken) > _WHOLE * len(words)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _quote(turn: Turn) -> Quote:
    rule = "label" if turn.label is not None else "statement of one person"
    evidence = Evidence(rule, mention=turn.label, check=turn.label is None or turn.speaker is None)
    return Quote((turn.words,), QuoteKind.FULL, evidence, turn.speaker, sentence=turn.words)
