"""Word templates and Word files. Importing this brings neither lxml nor python-docx along: the functions do, when called."""

from __future__ import annotations

from pathlib import Path

from briefing.brief import Brief
from briefing.word.types import Exported, Place, Problem, Severity, TemplateInfo, TemplateKind

__all__ = ["Exported", "Place", "Problem", "Severity", "TemplateInfo", "TemplateKind", "export", "templates"]


def export(brief: Brief, template: Path, target: Path, *, overwrite: bool = True, generated: str = "") -> Exported:
    """Writes the note as a Word file; TemplateError or ExportError, in a sentence with a next step, where that cannot be done."""
    from briefing.word.note import export as write  # noqa: PLC0415 – lxml must stay out of the window's process

    return write(brief, template, target, overwrite=overwrite, generated=generated)


def templates(mine: Path | None = None, team: Path | None = None) -> tuple[TemplateInfo, ...]:
    """The templates there are: built-in, the user's own folder, a team's folder."""
    from briefing.word.store import templates as found  # noqa: PLC0415 – lxml must stay out of the window's process

    return found(mine, team)
