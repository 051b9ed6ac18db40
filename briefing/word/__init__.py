"""Word templates and Word files. Importing this brings neither lxml nor python-docx along: the functions do, when called."""

from __future__ import annotations

from pathlib import Path

from briefing.brief import Brief
from briefing.errors import ExportError
from briefing.files import write_atomically
from briefing.word.types import Exported, Paper, Place, Problem, Report, Severity, TemplateInfo, TemplateKind

__all__ = [
    "Exported",
    "Paper",
    "Place",
    "Problem",
    "Report",
    "Severity",
    "TemplateInfo",
    "TemplateKind",
    "annotate",
    "check",
    "export",
    "templates",
]


def export(
    brief: Brief,
    template: Path,
    target: Path,
    *,
    overwrite: bool = True,
    generated: str = "",
    marks: str = "",
    paper: Paper | None = None,
) -> Exported:
    """Writes the note as a Word file; TemplateError or ExportError, in a sentence with a next step, where that cannot be done."""
    from briefing.word.note import export as write  # noqa: PLC0415 – lxml must stay out of the window's process

    return write(brief, template, target, overwrite=overwrite, generated=generated, marks=marks, paper=paper)


def templates(mine: Path | None = None, team: Path | None = None) -> tuple[TemplateInfo, ...]:
    """The templates there are: built-in, the user's own folder, a team's folder."""
    from briefing.word.store import templates as found  # noqa: PLC0415 – lxml must stay out of the window's process

    return found(mine, team)


def check(template: Path) -> Report:
    """All that is wrong with a template, worst first; TemplateError where the file may not even be opened."""
    from briefing.word.checker import check as checked  # noqa: PLC0415 – lxml must stay out of the window's process

    return checked(template)


def annotate(template: Path, target: Path) -> None:
    """Writes a copy of a template with a Word comment at each problem."""
    from briefing.word.checker import annotated  # noqa: PLC0415 – lxml must stay out of the window's process

    write_atomically(target, annotated(template, check(template)), error=ExportError)
