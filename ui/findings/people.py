"""Who can be named as a speaker: everyone whom the articles quote, and everyone whom the analyst typed or marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.brief import Brief
from briefing.model import Figure, Finding, Quote, Speaker


def speaker_of(brief: Brief, finding: Finding) -> Speaker | None:
    """Who says a finding or vouches for it, after edits; None where nobody is named."""
    found, fields = extracted_speaker(brief, finding), _fields(brief, finding)
    name = _typed_name(brief, finding)
    if name is not None and name != (found.name if found else ""):
        found = Speaker(name)
    if found is None or not found.name:
        return None
    return replace(found, role=fields.get("role", found.role), organisation=fields.get("organisation", found.organisation))


def extracted_speaker(brief: Brief, finding: Finding) -> Speaker | None:
    """Who says a finding or vouches for it, as the analysis found it."""
    content = brief.content(finding)
    return content.said_by if isinstance(content, Figure) else content.speaker


def _fields(brief: Brief, finding: Finding) -> dict[str, str]:
    edit = brief.edits.get(finding.id)
    return dict(edit.fields) if edit else {}


def people(brief: Brief) -> dict[str, Speaker]:
    """Everyone who speaks or whom the analyst named, by name, in order of the text; those with a role first among namesakes."""
    known: dict[str, Speaker] = {}
    for speaker in (*(each for finding in brief.findings for each in _named(brief, finding)), *brief.people):
        before = known.get(speaker.name)
        if before is None or (speaker.role and not before.role):
            known[speaker.name] = speaker
    return known


def _named(brief: Brief, finding: Finding) -> Iterator[Speaker]:
    for speaker in (speaker_of(brief, finding), extracted_speaker(brief, finding)):
        if speaker is not None and speaker.name:
            yield speaker


def speaker_names(brief: Brief) -> tuple[str, ...]:
    """The names that findings stand under after edits, in alphabetical order."""
    names = {_name(brief, finding) for finding in brief.findings}
    return tuple(sorted(names - {""}, key=str.casefold))


def _name(brief: Brief, finding: Finding) -> str:
    found, typed = extracted_speaker(brief, finding), _typed_name(brief, finding)
    return typed if typed is not None else found.name if found else ""


def _typed_name(brief: Brief, finding: Finding) -> str | None:
    return _fields(brief, finding).get("speaker" if isinstance(finding.content, Quote) else "said_by")


def quotes_of(brief: Brief, name: str) -> tuple[Finding, ...]:
    """The quotes of a speaker, after edits."""
    return tuple(f for f in brief.quotes() if (speaker := speaker_of(brief, f)) and speaker.name == name)
