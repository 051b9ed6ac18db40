"""The words for what a template is and for what its check found."""

from __future__ import annotations

from briefing.word.types import Place, Problem, Report, Severity, TemplateInfo, TemplateKind

OTHER = "Other"
GROUPS = {TemplateKind.BUILT_IN: "Built-in", TemplateKind.MINE: "Mine", TemplateKind.TEAM: "Team folder"}
MARKS = {"brackets": "[1 ¶11] marks", "footnotes": "Footnotes", "comments": "Word comments", "none": "No source marks"}
CHECKING = "Checking …"


def state(report: Report | None) -> tuple[str, str, str]:
    """A glyph, words and a colour of ``theme.Tokens`` for what a check found; glyph and words say it without the colour."""
    if report is None:
        return "…", "Checking", "muted"
    errors, warnings = (count(report, severity) for severity in (Severity.ERROR, Severity.WARNING))
    if errors:
        return "✕", "Cannot be used" if errors == 1 else f"{errors} mistakes", "problem"
    if warnings:
        return "!", "1 remark" if warnings == 1 else f"{warnings} remarks", "check"
    return "✓", "Ready", "kept"


def count(report: Report, severity: Severity) -> int:
    """How many problems of a severity there are."""
    return sum(problem.severity is severity for problem in report.problems)


def summary(report: Report) -> str:
    """The check in one line: what was understood."""
    fields = len(report.recognised)
    return f"{fields} field{'' if fields == 1 else 's'} recognised"


def where(place: Place) -> str:
    """A place as a person would look for it: "Header, paragraph 2"."""
    if place.part == "file":
        return "The file"
    spot = place.cell or (f"paragraph {place.paragraph}" if place.paragraph else "")
    part = place.part[:1].upper() + place.part[1:]
    return f"{part}, {spot}" if spot else part


def problem_line(problem: Problem) -> str:
    """What is wrong, with what was meant."""
    return f"{problem.reason} {problem.fix}".strip()


def version(info: TemplateInfo) -> str:
    """A template's version as it is shown: "v1.2", or "" where it has none."""
    return f"v{info.version}" if info.version else ""


def about(info: TemplateInfo, product: str) -> str:
    """A template's kind and version in one line; a kind that its name says is not said again."""
    said = "" if product in {info.name, OTHER} else product
    if not said:
        return f"Version {info.version}" if info.version else "Word file"
    return " · ".join(part for part in (said, version(info)) if part)


def spoken(info: TemplateInfo, product: str, report: Report | None, *, default: bool, used: bool) -> str:
    """A template in words, for a screen reader."""
    _, words, _ = state(report)
    said = [info.name, GROUPS[info.kind], product, f"version {info.version}" if info.version else "", words]
    said += ["default for its kind" if default else "", "used by this note" if used else ""]
    return ", ".join(part for part in said if part)
