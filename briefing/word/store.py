"""Which templates there are: the built-in ones, the user's own and a team's shared folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.assets import asset
from briefing.errors import TemplateError
from briefing.word.metadata import read_info
from briefing.word.types import TemplateInfo, TemplateKind


def templates(mine: Path | None = None, team: Path | None = None) -> tuple[TemplateInfo, ...]:
    """All templates by name, the built-in ones first; one that cannot be read says so and stops no other."""
    folders = ((asset("templates"), TemplateKind.BUILT_IN), (mine, TemplateKind.MINE), (team, TemplateKind.TEAM))
    return tuple(info for folder, kind in folders if folder for info in _in_folder(folder, kind))


def _in_folder(folder: Path, kind: TemplateKind) -> Iterator[TemplateInfo]:
    # "~$" begins the lock files that Word puts beside an open document
    found = [path for path in folder.glob("*.docx") if not path.name.startswith(("~$", "."))] if folder.is_dir() else []
    yield from sorted((read_info(path, kind) for path in found), key=lambda info: info.name.casefold())


def find(name: str, mine: Path | None = None, team: Path | None = None) -> TemplateInfo:
    """The template with an id or a name; TemplateError that lists the known ones where there is none."""
    known = templates(mine, team)
    for info in known:
        if name.casefold() in {info.id.casefold(), info.name.casefold()}:
            return info
    raise TemplateError(f"There is no template “{name}”.", f"Known are {', '.join(info.id for info in known)}.")
