"""What the analysis found for each field that can be edited, as the note would print it."""

from __future__ import annotations

from briefing.brief import EDITABLE_FIGURE, EDITABLE_QUOTE, Brief
from briefing.compose.figures import NOT_STATED
from briefing.compose.quotes import SPEAKER_NOT_STATED
from briefing.model import Figure, Finding
from ui.findings.lines import figure_item, fold, quote_item

LABELS = {
    "subject": "Subject",
    "period": "Period",
    "change": "Change",
    "said_by": "Said by",
    "place": "Place",
    "speaker": "Speaker",
    "role": "Role",
    "organisation": "Organisation",
    "verb": "Verb",
    "note": "Note",
}
_PLACEHOLDERS = {NOT_STATED, SPEAKER_NOT_STATED, "article"}


def names(finding: Finding) -> tuple[str, ...]:
    """The fields of a finding that can be edited."""
    return EDITABLE_FIGURE if isinstance(finding.content, Figure) else EDITABLE_QUOTE


def originals(brief: Brief, finding: Finding) -> dict[str, str]:
    """Each field as it was extracted, or read at moved edges; "" where the source says nothing."""
    content = brief.content(finding)
    if isinstance(content, Figure):
        item = figure_item(brief, finding, edited=False)
        found = {"subject": item.subject, "period": item.period, "change": item.change, "said_by": item.said_by}
        found["place"] = fold(content.place).strip()
    else:
        quote = quote_item(brief, finding, edited=False)
        found = {"speaker": quote.speaker, "role": quote.role, "organisation": quote.organisation, "verb": quote.verb}
    return {name: "" if found.get(name, "") in _PLACEHOLDERS else found.get(name, "") for name in names(finding)}


def current(brief: Brief, finding: Finding) -> dict[str, str]:
    """Each field as it stands after edits."""
    edit = brief.edits.get(finding.id)
    return {**originals(brief, finding), **({n: t for n, t in edit.fields.items() if n in names(finding)} if edit else {})}
