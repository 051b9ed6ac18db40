"""Who speaks in the note: people and organisations, once each, with the place where they first do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.brief import Brief
from briefing.compose.context import FigureItem, OrganisationItem, PersonItem, QuoteItem, Src
from briefing.compose.quotes import SPEAKER_NOT_STATED
from briefing.model import Figure, Quote, Speaker, SpeakerKind


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker at one place of the note."""

    speaker: Speaker
    src: Src
    quoted: bool


def voices(brief: Brief, figures: Iterable[FigureItem], quotes: Iterable[QuoteItem]) -> tuple[Voice, ...]:
    """Every speaker of the note's quotes and figures, quotes first."""
    contents = {finding.id: brief.content(finding) for finding in brief.findings}
    return (*_of_quotes(quotes, contents), *_of_figures(figures, contents))


def _of_quotes(quotes: Iterable[QuoteItem], contents: dict[str, Figure | Quote]) -> Iterator[Voice]:
    for item in quotes:
        content = contents[item.id]
        found = content.speaker if isinstance(content, Quote) else None
        kind = found.kind if found else SpeakerKind.PERSON
        if item.speaker != SPEAKER_NOT_STATED:
            yield Voice(Speaker(item.speaker, item.role, item.organisation, kind), item.src, quoted=True)


def _of_figures(figures: Iterable[FigureItem], contents: dict[str, Figure | Quote]) -> Iterator[Voice]:
    for item in figures:
        content = contents[item.id]
        if isinstance(content, Figure) and content.said_by and content.said_by.name:
            yield Voice(content.said_by, item.src, quoted=False)


def person_items(heard: Iterable[Voice]) -> tuple[PersonItem, ...]:
    """The people among the voices, each once."""
    people: dict[str, PersonItem] = {}
    for voice in heard:
        speaker = voice.speaker
        if speaker.kind is SpeakerKind.ORGANISATION:
            continue
        known = people.get(speaker.name, PersonItem(speaker.name, speaker.role, speaker.organisation, 0, voice.src))
        people[speaker.name] = replace(known, title=known.title or speaker.role, quote_count=known.quote_count + voice.quoted)
    return tuple(people.values())


def organisation_items(heard: Iterable[Voice]) -> tuple[OrganisationItem, ...]:
    """The organisations among the voices, each once."""
    first = {voice.speaker.name: voice.src for voice in reversed(tuple(heard)) if voice.speaker.kind is SpeakerKind.ORGANISATION}
    return tuple(OrganisationItem(name, _initials(name), place) for name, place in reversed(first.items()))


def _initials(name: str) -> str:
    """The capitals of a name of three words or more; the name itself else."""
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    return capitals if len(capitals) > 2 else name
