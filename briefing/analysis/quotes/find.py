"""Weighed quotes → findings: what is kept, how much of the sentence it is, who said it and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.analysis.quotes.attribute import Weighed, weigh_all
from briefing.analysis.quotes.grammar import Source, says, source_of
from briefing.analysis.quotes.marks import GLYPHS
from briefing.analysis.quotes.weigh import weights
from briefing.model import Evidence, Quote, QuoteKind, Span

if TYPE_CHECKING:
    from briefing.analysis.people import People, Resolved
    from briefing.analysis.quotes.cues import Candidate
    from briefing.analysis.quotes.reading import Site
    from briefing.model import Article

DOUBTFUL = 0.65  # below this chance that it is a quote and the speaker is right a person should look: 5.5 in 100 on PolNeAR
_OWN_SENTENCE = frozenset({"before", "subject-verb", "verb-subject"})


def quotes_of(article: Article, people: People) -> Iterator[Quote]:
    """The quotes of an article in the order of the text."""
    last: Resolved | None = None  # the person who spoke last
    heard: Resolved | None = None  # the text or body that spoke last
    for weighed in weigh_all(people.readings, weights()):
        if not weighed.kept:
            continue
        candidate = weighed.candidate
        resolved = _speaker(candidate, people.identify(candidate.head, candidate.naming, last, heard)) if candidate else None
        if resolved is not None and resolved.person is not None:
            last = replace(resolved, reading=weighed.sites[-1].reading.number)
        elif resolved is not None and resolved.is_it:
            heard = replace(resolved, reading=weighed.sites[-1].reading.number)
        yield _quote(article, weighed, resolved)


def _speaker(candidate: Candidate, resolved: Resolved | None) -> Resolved | None:
    """Things that do not say it, and texts from another sentence: the missiles spur, the adverts run: they are nobody's voice."""
    if resolved is None or resolved.person is not None or candidate.verb is None or says(candidate.verb):
        return resolved
    source = source_of(candidate.head)
    is_mute = source is Source.THING or (source is Source.TEXT and candidate.rule not in _OWN_SENTENCE)
    return None if is_mute else resolved


def _quote(article: Article, weighed: Weighed, resolved: Resolved | None) -> Quote:
    candidate = weighed.candidate
    segments = tuple(site.segment.span for site in weighed.sites)
    kind, sentence = kind_of(weighed.sites[0]), _sentence(article, weighed.sites)
    if candidate is None:
        return Quote(segments, kind, Evidence("nobody near", check=True), sentence=sentence)
    stands_for_another = (resolved is not None and resolved.indirectly) or candidate.antecedent is not None
    evidence = Evidence(
        candidate.rule,
        candidate.cue,
        candidate.mention,
        resolved_from=candidate.mention.of(article.text) if stands_for_another else "",
        check=resolved is None or weighed.chance < DOUBTFUL,
    )
    verb = candidate.cue.of(article.text) if candidate.cue is not None else ""
    return Quote(segments, kind, evidence, resolved.speaker if resolved is not None else None, verb, sentence)


def kind_of(site: Site) -> QuoteKind:
    """Full where the words stand as a sentence of their own, partial where they are a piece of the writer's sentence."""
    starts_small = site.words[:1].islower()
    introduced = site.introduced_by in {",", ":"} or not site.gap.strip() or not site.introduced_by.isalnum()
    if starts_small and not (introduced and site.gap.strip() and site.introduced_by == ","):
        return QuoteKind.PARTIAL
    return QuoteKind.FULL if introduced or site.last in ",.?!" else QuoteKind.PARTIAL


def _sentence(article: Article, sites: tuple[Site, ...]) -> Span:
    """The sentences that hold the quote, from the first segment's to the last one's, marks included."""
    first, last = sites[0], sites[-1]
    start, end = first.segment.span.start, last.segment.span.end
    opening = first.reading.passage.tokens(first.segment.span)
    closing = last.reading.passage.tokens(last.segment.span)
    if opening is not None and closing is not None:
        start = min(start, first.reading.span.start + opening[0].sent.start_char)
        end = max(end, last.reading.span.start + closing[-1].sent.end_char)
    return Span(start - (article.text[start - 1 : start] in GLYPHS), end + (article.text[end : end + 1] in GLYPHS))
