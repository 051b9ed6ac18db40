"""Brief: articles, findings, decisions, edits, header fields and order, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from briefing.model import Article, Figure, Finding, Quote, Span, Speaker


class Decision(StrEnum):
    """What the analyst decided about a finding."""

    UNDECIDED = "undecided"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Edit:
    """An analyst's overrides of one finding, kept apart from the extraction so that Reset is free.

    ``fields`` maps a field's name (``EDITABLE_FIGURE`` or ``EDITABLE_QUOTE``) to its new text.
    ``span`` replaces the finding's place; for a quote that is a trim. A quote's ``reading`` keeps the extraction's segments.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = None
    reading: Figure | Quote | None = None  # what the rules read at the moved edges


EDITABLE_FIGURE = ("subject", "period", "change", "said_by", "place", "note")
PERIOD_DAYS = ("period_start", "period_end")  # ISO, beside a period that was marked in the article
EDITABLE_QUOTE = ("speaker", "role", "organisation", "verb", "note")


@dataclass(frozen=True, slots=True)
class Header:
    """The note's identification block and the analyst's own words; every field is printed as typed."""

    title: str = ""
    subject: str = ""
    reference: str = ""
    version: str = ""
    status: str = ""
    date: str = ""  # ISO; printed in the house's format
    classification: str = ""
    handling: str = ""
    to: str = ""
    sender: str = ""
    copy_to: str = ""
    action: str = ""
    deadline: str = ""
    bottom_line: str = ""
    background: str = ""
    comment: str = ""
    outlook: str = ""
    key_points: str = ""  # one a line
    to_check: str = ""  # one a line
    points_to_make: str = ""  # one a line
    points_they_may_raise: str = ""  # one a line
    issue_number: str = ""
    period: str = ""
    next_date: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An article of the brief under its key ("1", "2" …), which is also its number in source marks."""

    key: str
    article: Article
    as_read: Article | None = None  # without its text: what the file said of itself, once the analyst put something right


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything an analyst has put together, ready to be composed, saved or undone."""

    sources: tuple[Source, ...] = ()
    findings: tuple[Finding, ...] = ()  # in text order
    decisions: Mapping[str, Decision] = field(default_factory=dict)  # finding id → decision; absent: undecided
    edits: Mapping[str, Edit] = field(default_factory=dict)  # finding id → overrides
    starred: tuple[str, ...] = ()  # finding ids of the lead figures
    order: tuple[str, ...] = ()  # the note's own order of finding ids; the rest follow in text order
    header: Header = field(default_factory=Header)
    template: str = "briefing-note"
    style: str = "as printed"
    marks: str = ""  # how sources are marked: brackets, footnotes, comments or none; "" as the template does
    paper: str = ""  # A4 or Letter; "" as the template has it
    people: tuple[Speaker, ...] = ()  # whom the analyst named, offered as speakers beside those of the findings

    def article(self, key: str) -> Article:
        """The article under a key; KeyError if there is none."""
        for source in self.sources:
            if source.key == key:
                return source.article
        raise KeyError(key)

    def finding(self, identifier: str) -> Finding:
        """The finding with an id; KeyError if there is none."""
        for finding in self.findings:
            if finding.id == identifier:
                return finding
        raise KeyError(identifier)

    def decision(self, finding: Finding) -> Decision:
        """What was decided about a finding."""
        return self.decisions.get(finding.id, Decision.UNDECIDED)

    def in_note(self, finding: Finding) -> bool:
        """Whether a finding goes into the note: kept, or suggested and not yet decided."""
        decision = self.decision(finding)
        return decision is Decision.KEPT or (decision is Decision.UNDECIDED and finding.suggested)

    def content(self, finding: Finding) -> Figure | Quote:
        """What a finding says: what the rules read at its moved edges, or else the extraction; typed fields left out."""
        edit = self.edits.get(finding.id)
        return edit.reading if edit is not None and edit.reading is not None else finding.content

    def note_findings(self) -> tuple[Finding, ...]:
        """The findings that go into the note, in the note's own order, each with what is read at its moved edges."""
        place = {identifier: n for n, identifier in enumerate(self.order)}
        chosen = [self._as_read(finding) for finding in self.findings if self.in_note(finding)]
        return tuple(sorted(chosen, key=lambda finding: place.get(finding.id, len(place))))

    def _as_read(self, finding: Finding) -> Finding:
        content = self.content(finding)
        return finding if content is finding.content else replace(finding, content=content)

    def figures(self) -> tuple[Finding, ...]:
        """The findings that are figures, in text order."""
        return tuple(finding for finding in self.findings if isinstance(finding.content, Figure))

    def quotes(self) -> tuple[Finding, ...]:
        """The findings that are quotes, in text order."""
        return tuple(finding for finding in self.findings if isinstance(finding.content, Quote))
