"""What selected words name: a person with role and organisation, or a time with the days it stands for."""

from __future__ import annotations

from briefing.analysis.figures.days import published_on
from briefing.analysis.figures.draft import Reading
from briefing.analysis.figures.period import as_period
from briefing.analysis.figures.times import times_in
from briefing.analysis.pipeline import Passage
from briefing.analysis.surroundings import surroundings
from briefing.errors import AnalysisError
from briefing.model import Article, Period, Span, Speaker, SpeakerKind

_BODIES = frozenset({"ORG", "GPE"})


def period_at(article: Article, span: Span) -> Period:
    """The time that a stretch names, with its first and last day where they can be told; AnalysisError where it names none."""
    passage = surroundings(article, span).passage_at(span.start)
    if passage is not None:
        reading = Reading(passage, passage.block.span.of(article.text))
        inside = span.shifted(-passage.offset)
        touched = [time for time in times_in(reading.text, published_on(article.published)) if time.period]
        best = max(touched, key=lambda time: min(time.end, inside.end) - max(time.start, inside.start), default=None)
        if best is not None and min(best.end, inside.end) > max(best.start, inside.start):
            return as_period(article.text, reading, best)
    raise AnalysisError("There is no date in what you selected.", "Select a date or a time such as “last year”.")


def person_at(article: Article, span: Span) -> Speaker:
    """Whom a stretch names, with role and organisation as printed; a name that the rules do not know is taken as selected."""
    around = surroundings(article, span)
    words = " ".join(span.of(article.text).split()).strip(" ,.;:“”\"'")
    known = [person for person in around.people.persons if any(mention.span.overlaps(span) for mention in person.mentions)]
    if known:
        return around.people.speaker(known[0])
    if not any(word[:1].isupper() for word in words.split()):
        raise AnalysisError("There is no name in what you selected.", "Select the person’s name.")
    return Speaker(words, kind=_kind(around.passage_at(span.start), span))


def _kind(passage: Passage | None, span: Span) -> SpeakerKind:
    tokens = passage.tokens(span) if passage is not None else None
    is_body = tokens is not None and any(token.ent_type_ in _BODIES for token in tokens)
    return SpeakerKind.ORGANISATION if is_body else SpeakerKind.PERSON
