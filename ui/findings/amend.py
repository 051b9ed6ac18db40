"""What was typed into the editor → the brief with the overrides that differ from the extraction."""

from __future__ import annotations

from briefing import review
from briefing.brief import Brief
from briefing.model import Finding
from ui.findings.originals import names, originals
from ui.findings.people import quotes_of

_OFFICE = ("role", "organisation")


def amend(brief: Brief, finding: Finding, texts: dict[str, str], *, everywhere: bool = False) -> Brief:
    """The brief with a finding's fields as typed; ``everywhere`` gives the role to all quotes of the same speaker."""
    after = _put(brief, finding, texts)
    if everywhere:
        office = {name: texts[name] for name in _OFFICE}
        for other in quotes_of(after, texts["speaker"]):
            after = _put(after, other, office)
    return after


def _put(brief: Brief, finding: Finding, texts: dict[str, str]) -> Brief:
    """The brief with some fields of a finding: what equals the extraction is no override."""
    found = originals(brief, finding)
    for name in names(finding):
        if name in texts and texts[name] == found[name]:
            brief = review.reset(brief, finding.id, name)
    changed = {name: text for name, text in texts.items() if text != found[name]}
    return review.edit(brief, finding.id, changed) if changed else brief
