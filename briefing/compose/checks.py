"""What an analyst should know before the note goes out, in words, each with the findings that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.brief import Brief, Decision, Edit
from briefing.model import Figure, Finding, Quote


@dataclass(frozen=True, slots=True)
class Check:
    """One remark and the ids of its findings, in text order."""

    words: str
    findings: tuple[str, ...] = ()


def checks(brief: Brief) -> tuple[Check, ...]:
    """The remarks on a note as it stands; none where it can go out as it is."""
    inside = tuple(finding for finding in brief.findings if brief.in_note(finding))
    if not inside:
        return (Check("Nothing is kept"),)
    silent = tuple(finding for finding in inside if _lacks_speaker(brief, finding))
    weak = tuple(finding for finding in inside if finding not in silent and _is_unchecked(brief, finding))
    kept = "kept " if all(brief.decision(finding) is Decision.KEPT for finding in silent) else ""
    told = (
        _told(silent, f"{kept}quote has no speaker", f"{kept}quotes have no speaker"),
        _told(weak, "finding to check", "findings to check"),
    )
    return tuple(check for check in told if check.findings)


def _told(findings: tuple[Finding, ...], one: str, many: str) -> Check:
    return Check(f"{len(findings)} {one if len(findings) == 1 else many}", tuple(finding.id for finding in findings))


def _lacks_speaker(brief: Brief, finding: Finding) -> bool:
    content = brief.content(finding)
    if not isinstance(content, Quote):
        return False
    found = content.speaker.name if content.speaker else ""
    return not brief.edits.get(finding.id, Edit()).fields.get("speaker", found).strip()


def _is_unchecked(brief: Brief, finding: Finding) -> bool:
    """Whether the rules were unsure and nobody has decided or mended anything since."""
    content = brief.content(finding)
    weak = content.evidence.check or (isinstance(content, Figure) and bool(content.doubt))
    return weak and brief.decision(finding) is Decision.UNDECIDED and finding.id not in brief.edits
