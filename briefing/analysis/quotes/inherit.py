"""Floating quotes: candidates from the quotes and sentences round them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.analysis.quotes.cues import Candidate, reporting_subjects
from briefing.analysis.quotes.grammar import phrase_of, says
from briefing.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.quotes.reading import Reading, Site

_CREDIT = re.compile(r"\b(?:Image|Photo|Photograph|Picture|Credit)s?\s?(?::|/|by\b|courtesy\b)[^.]{0,80}\.?\s*$")
_MOST_SUBJECTS = 3
_MOST_PARAGRAPHS = 4  # back to which a floating quote looks


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quote with the candidate that was chosen for it."""

    sites: tuple[Site, ...]
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Following:
    """The quote after this one, with the candidates of its own sentence."""

    site: Site
    candidates: tuple[Candidate, ...]


def inherited_candidates(
    sites: Sequence[Site], earlier: Sequence[Attributed], following: Following | None, readings: Sequence[Reading]
) -> Iterator[Candidate]:
    """What a quote may take over: from the quote before it, the one after it, the sentence or the paragraph before."""
    first = sites[0]
    yield from _from_same_paragraph(first, earlier)
    yield from _from_following(sites[-1], following)
    yield from _from_sentences(first)
    yield from _from_paragraphs(first, earlier, readings)
    yield from _from_paragraph_before(first, readings)


def _taken_over(candidate: Candidate, rule: str, *features: str) -> Candidate:
    return replace(candidate, rule=rule, features=(rule, *features))


def _from_same_paragraph(site: Site, earlier: Sequence[Attributed]) -> Iterator[Candidate]:
    if not earlier or earlier[-1].sites[-1].reading is not site.reading:
        return
    gap = site.gap
    sentences = gap.count(". ") + gap.count("? ")
    local = "its own" if not earlier[-1].candidate.rule.startswith(("same", "paragraph")) else "taken over"
    features = (
        f"same paragraph {min(len(gap) // 40, 6)} wide",
        f"same paragraph {min(sentences, 3)} sentences",
        f"same paragraph {local}",
    )
    yield _taken_over(earlier[-1].candidate, "same paragraph", *features)
    speakers = {attributed.candidate.mention for attributed in earlier if attributed.sites[-1].reading is site.reading}
    for attributed in reversed(earlier[:-1]):
        if len(speakers) > 1 and attributed.sites[-1].reading is site.reading:
            yield _taken_over(attributed.candidate, "same paragraph earlier")


def _from_following(site: Site, following: Following | None) -> Iterator[Candidate]:
    if following is None or following.site.reading is not site.reading:
        return
    width = len(following.site.gap)
    gap = "adjoining" if width < 6 else "apart" if width < 60 else "far"
    for candidate in following.candidates:
        if candidate.rule in {"verb-subject", "subject-verb", "before"}:
            yield _taken_over(candidate, "quote after", f"quote after {gap}", f"quote after {candidate.rule} {gap}")


def _from_sentences(site: Site) -> Iterator[Candidate]:
    """Subjects of the sentences before, in the same paragraph."""
    reading = site.reading
    end = site.before[0] if site.before else reading.index(site.segment.span.start)
    yield from _subjects(reading, 0, end, "sentence before")


def _from_paragraphs(site: Site, earlier: Sequence[Attributed], readings: Sequence[Reading]) -> Iterator[Candidate]:
    """The speaker of the last quote in the paragraphs before."""
    if not earlier:
        return
    between = readings[earlier[-1].sites[-1].reading.number + 1 : site.reading.number + 1]
    distance = sum(not _is_caption(reading) for reading in between)
    if earlier[-1].sites[-1].reading is site.reading or distance > _MOST_PARAGRAPHS:
        return
    last = earlier[-1].sites[-1]
    whole = "ends with a quote" if not last.followed_by.strip() else "ends with words"
    alone = "whole paragraph" if not site.gap.strip() and not site.followed_by.strip() else "part of a paragraph"
    features = (f"paragraph before {distance}", f"paragraph before {whole}", f"paragraph before {alone}")
    yield _taken_over(earlier[-1].candidate, "paragraph before", *features)


def _is_caption(reading: Reading) -> bool:
    """Whether a paragraph is a caption: these never speak, and a quote goes on behind them."""
    return _CREDIT.search(reading.text) is not None


def _from_paragraph_before(site: Site, readings: Sequence[Reading]) -> Iterator[Candidate]:
    reading = next((r for r in reversed(readings[: site.reading.number]) if not _is_caption(r)), None)
    if reading is None:
        return
    colon = "colon" if reading.text.rstrip().endswith(":") else "no colon"
    own = "own sentence" if site.gap.strip() or site.followed_by.strip() else "alone"
    for candidate in _subjects(reading, 0, len(reading.starts), "subject before"):
        yield replace(candidate, features=(*candidate.features, f"subject before {colon}", f"subject before {own}"))
    if colon == "colon":
        yield from _named_at_the_end(reading)


def _named_at_the_end(reading: Reading) -> Iterator[Candidate]:
    names = [token for token in list(reading.passage.doc)[-12:] if token.pos_ == "PROPN" and token.i not in reading.quoted]
    if names:
        yield _candidate("name before colon", names[-1], reading, None, "name before colon")


def _subjects(reading: Reading, start: int, end: int, rule: str) -> Iterator[Candidate]:
    stops = 0
    position = end
    for order, (subject, verb) in enumerate(reporting_subjects(reading, start, end)):
        if order >= _MOST_SUBJECTS:
            return
        stops += sum(reading.words[i] in ".!?" for i in range(verb.i, position))
        position = verb.i
        strength = says(verb) or "other"
        features = (
            rule,
            f"{rule} {strength}",
            f"{rule} number {order}",
            f"{rule} sentence {min(stops, 3)}",
            f"{rule} {verb.dep_ == 'ROOT'}",
        )
        yield _candidate(rule, subject, reading, verb, *features)


def _candidate(rule: str, head: Token, reading: Reading, verb: Token | None, *features: str) -> Candidate:
    left, right = phrase_of(head, reading.quoted)
    span = Span(reading.starts[left], reading.starts[right] + len(reading.token(right).text))
    return Candidate(rule, span, head, reading, verb, features)
