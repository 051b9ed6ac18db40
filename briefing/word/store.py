"""Which templates there are – built-in, the user's own, a team's shared folder – and what can be done with one's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path

from briefing.assets import asset
from briefing.brief import Brief
from briefing.errors import TemplateError
from briefing.files import write_atomically
from briefing.word.gate import admit
from briefing.word.metadata import read_info, with_metadata
from briefing.word.types import TemplateInfo, TemplateKind

_BIN = ".deleted"
# What a note's header says about this one note; the rest is a template's to set.
_OF_ONE_NOTE = frozenset(
    (
        *("subject", "reference", "date", "deadline", "issue_number", "period", "next_date"),
        *("bottom_line", "background", "comment", "outlook", "key_points", "to_check"),
        *("points_to_make", "points_they_may_raise"),
    )
)


def my_folder() -> Path:
    """Where the user's own templates are kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 – not needed to import the package

    return user_data_path("briefing", appauthor=False) / "templates"


def templates(mine: Path | None = None, team: Path | None = None) -> tuple[TemplateInfo, ...]:
    """All templates, the built-in ones first; one that cannot be read says so and stops no other."""
    folders = ((asset("templates"), TemplateKind.BUILT_IN), (mine or my_folder(), TemplateKind.MINE), (team, TemplateKind.TEAM))
    return tuple(info for folder, kind in folders if folder for info in _in_folder(folder, kind))


def _in_folder(folder: Path, kind: TemplateKind) -> Iterator[TemplateInfo]:
    try:
        # "~$" begins the lock files that Word puts beside an open document
        found = [path for path in folder.glob("*.docx") if not path.name.startswith(("~$", "."))]
    except OSError:  # a share that is away for the moment
        return
    yield from sorted((read_info(path, kind) for path in found), key=lambda info: info.name.casefold())


def find(name: str, mine: Path | None = None, team: Path | None = None) -> TemplateInfo:
    """The template with an id or a name; TemplateError that lists the known ones where there is none."""
    known = templates(mine, team)
    for info in known:
        if name.casefold() in {info.id.casefold(), info.name.casefold()}:
            return info
    raise TemplateError(f"There is no template “{name}”.", f"Known are {', '.join(info.id for info in known)}.")


def read(path: Path) -> TemplateInfo:
    """What the template in a file says about itself; TemplateError where it may not be used."""
    admit(path)
    return read_info(path, TemplateKind.MINE)


def bring_in(source: Path, name: str = "", mine: Path | None = None) -> TemplateInfo:
    """One's own template from a Word file (.docx or .dotx); TemplateError where it may not be used."""
    content = admit(source, template=True)
    told = read_info(source, TemplateKind.MINE)
    return _put(content, replace(told, name=name or told.name), mine)


def duplicate(info: TemplateInfo, name: str = "", mine: Path | None = None) -> TemplateInfo:
    """A copy among one's own templates."""
    return _put(admit(info.path), replace(info, name=name or f"{info.name} (copy)"), mine)


def save_as(brief: Brief, info: TemplateInfo, name: str, mine: Path | None = None) -> TemplateInfo:
    """One's own template that begins each note as this one is set up: default header fields and house style, no content."""
    header = {key: text for key, text in asdict(brief.header).items() if text and key not in _OF_ONE_NOTE}
    return _put(admit(info.path), replace(info, name=name, header=header, style=brief.style), mine)


def rename(info: TemplateInfo, name: str) -> TemplateInfo:
    """The same template under another name; its file and id stay."""
    _own(info)
    renamed = replace(info, name=_named(name))
    write_atomically(info.path, with_metadata(admit(info.path), renamed), error=TemplateError)
    return renamed


def delete(info: TemplateInfo) -> Path:
    """Takes one's own template away; what is returned brings it back."""
    _own(info)
    kept = info.path.parent / _BIN / info.path.name
    try:
        kept.parent.mkdir(exist_ok=True)
        info.path.replace(kept)
    except OSError as problem:
        raise TemplateError(f"“{info.name}” cannot be deleted.", "Close it in Word and try again.") from problem
    return kept


def restore(kept: Path) -> TemplateInfo:
    """Brings a deleted template back; under another file name if there is a new one by now."""
    target = _free(kept.parent.parent, kept.stem)
    try:
        kept.replace(target)
    except OSError as problem:
        raise TemplateError(f"“{kept.stem}” cannot be brought back.", "Bring it in again from a Word file.") from problem
    return read_info(target, TemplateKind.MINE)


def defaults(info: TemplateInfo) -> Mapping[str, str]:
    """The header fields that a template sets where the analyst typed nothing."""
    return dict(info.header)


def _put(content: bytes, info: TemplateInfo, mine: Path | None) -> TemplateInfo:
    folder = mine or my_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise TemplateError(f"The folder “{folder}” cannot be made.", "Choose another folder for your templates.") from problem
    name = _named(info.name)
    target = _free(folder, _slug(name))
    new = replace(info, id=target.stem, name=name, path=target, kind=TemplateKind.MINE)
    write_atomically(target, with_metadata(content, new), error=TemplateError)
    return new


def _own(info: TemplateInfo) -> None:
    if info.kind is not TemplateKind.MINE:
        raise TemplateError(f"“{info.name}” is not your own template.", "Duplicate it, and change the copy.")


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise TemplateError("A template needs a name.", "Type one.")
    return name[:120]


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "template"


def _free(folder: Path, stem: str) -> Path:
    """A file name that neither a template of the folder nor a built-in one has."""
    taken = {path.stem for path in (*folder.glob("*.docx"), *asset("templates").glob("*.docx"))}
    names = (stem, *(f"{stem}-{n}" for n in range(2, 1000)))
    return folder / f"{next(name for name in names if name not in taken)}.docx"
