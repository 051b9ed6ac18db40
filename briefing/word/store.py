"""Which templates there are – built-in, the user's own, a team's shared folder – and what can be done with one's own."""

from __future__ import annotations

import itertools
import re
import secrets
import shutil
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

from briefing.assets import asset
from briefing.brief import Brief
from briefing.errors import TemplateError
from briefing.files import write_atomically
from briefing.word.gate import admit
from briefing.word.metadata import read_info, with_metadata
from briefing.word.package import keep, opened, saved, tagged_parts
from briefing.word.paper import put_on
from briefing.word.places import my_folder
from briefing.word.sections import arranged
from briefing.word.types import Paper, Section, TemplateInfo, TemplateKind

_BIN = ".deleted"
_KEPT_FOR = 30 * 86_400.0  # seconds that a deleted template can be brought back
_MOST = 500  # templates of one folder
# What a note's header says about this one note; the rest is a template's to set.
_OF_ONE_NOTE = frozenset(
    (
        *("subject", "reference", "date", "deadline", "issue_number", "period", "next_date"),
        *("bottom_line", "background", "comment", "outlook", "key_points", "to_check"),
        *("points_to_make", "points_they_may_raise"),
    )
)


def templates(mine: Path | None = None, team: Path | None = None) -> tuple[TemplateInfo, ...]:
    """All templates, the built-in ones first; one that cannot be read says so and stops no other."""
    folders = ((asset("templates"), TemplateKind.BUILT_IN), (mine or my_folder(), TemplateKind.MINE), (team, TemplateKind.TEAM))
    found = tuple(info for folder, kind in folders if folder for info in _in_folder(folder, kind))
    return tuple(_told_apart(_of_their_kind(found)))


def _in_folder(folder: Path, kind: TemplateKind) -> Iterator[TemplateInfo]:
    try:
        # "~$" begins the lock files that Word puts beside an open document
        found = [path for path in folder.glob("*.docx") if not path.name.startswith(("~$", "."))]
    except OSError:  # a share that is away for the moment
        return
    yield from sorted((_looked_at(path, kind) for path in found[:_MOST]), key=lambda info: info.name.casefold())


def _looked_at(path: Path, kind: TemplateKind) -> TemplateInfo:
    """What a template says about itself; of others' files only those are opened that the gate lets pass."""
    if kind is not TemplateKind.BUILT_IN:
        try:
            admit(path)
        except TemplateError as problem:
            return TemplateInfo(path.stem, path.stem, "", path, kind, broken=str(problem))
    return read_info(path, kind)


def _of_their_kind(found: Iterable[TemplateInfo]) -> Iterator[TemplateInfo]:
    """A copy of a built-in template that was made by copying its file is for the same kind of note."""
    known: set[str] = set()
    for info in found:
        if info.kind is TemplateKind.BUILT_IN:
            known.add(info.id)
        yield replace(info, product=info.id) if not info.product and info.id in known else info


def _told_apart(found: Iterable[TemplateInfo]) -> Iterator[TemplateInfo]:
    """No two with the same id: a team's copy of one's own template is another template."""
    taken: set[str] = set()
    for info in found:
        names = (info.id, f"{info.id}@{info.kind}", *(f"{info.id}@{info.kind}-{n}" for n in range(2, _MOST + 2)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield info if name == info.id else replace(info, id=name)


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
    built_in = next((each.product for each in _in_folder(asset("templates"), TemplateKind.BUILT_IN) if each.id == told.id), "")
    return _put(content, replace(told, name=name or told.name, product=told.product or built_in), mine)


def duplicate(info: TemplateInfo, name: str = "", mine: Path | None = None) -> TemplateInfo:
    """A copy among one's own templates."""
    return _put(admit(info.path), replace(info, name=name or _copied(info.name, mine)), mine)


def save_as(
    brief: Brief, info: TemplateInfo, name: str, mine: Path | None = None, sections: Sequence[Section] = ()
) -> TemplateInfo:
    """One's own template that begins each note as this one is set up, without its content.

    With the sections wanted, or all of them, go the default header fields, the house style, the marks and the paper.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-template-") as folder:
        if sections:
            info = replace(info, path=_arranged(info.path, sections, Path(folder)))
        return _set_up(brief, info, name, mine)


def _arranged(path: Path, sections: Sequence[Section], folder: Path) -> Path:
    target = folder / path.name
    target.write_bytes(arranged(path, sections))
    return target


def _set_up(brief: Brief, info: TemplateInfo, name: str, mine: Path | None) -> TemplateInfo:
    content = _on_paper(info.path, Paper(brief.paper)) if brief.paper in set(Paper) else admit(info.path)
    told = replace(info, name=name, header=set_up(brief), style=brief.style, marks=brief.marks or info.marks)
    return _put(content, told, mine)


def set_up(brief: Brief) -> dict[str, str]:
    """The header fields of a note that a template made from it fills in for the next ones."""
    return {key: text for key, text in asdict(brief.header).items() if text and key not in _OF_ONE_NOTE}


def _on_paper(path: Path, paper: Paper) -> bytes:
    document = opened(path)
    parts = tagged_parts(document)
    put_on(document, (part.root for part in parts), paper)
    for part in parts:
        keep(part)
    return saved(document)


def rename(info: TemplateInfo, name: str) -> TemplateInfo:
    """The same template under another name; its file and id stay."""
    return _told(info, lambda found: replace(found, name=_named(name)))


def classify(info: TemplateInfo, product: str) -> TemplateInfo:
    """The same template as one for another kind of note; its file and id stay."""
    return _told(info, lambda found: replace(found, product=product))


def _told(info: TemplateInfo, change: Callable[[TemplateInfo], TemplateInfo]) -> TemplateInfo:
    """One's own template with other words about itself in its file, which may have been changed in Word since it was listed."""
    _own(info)
    content = admit(info.path)
    write_atomically(info.path, with_metadata(content, change(read_info(info.path, info.kind))), error=TemplateError)
    return read_info(info.path, info.kind)


def arrange(info: TemplateInfo, sections: Sequence[Section]) -> Path:
    """Keeps some of one's own template's sections, in an order and under headings; what is returned is the file as it was."""
    _own(info)
    content, told = arranged(info.path, sections), read_info(info.path, info.kind)
    before = info.path.read_bytes()
    kept = _in_bin(info)
    kept.write_bytes(before)
    write_atomically(info.path, with_metadata(content, told), error=TemplateError)
    return kept


def take_back(info: TemplateInfo, kept: Path) -> TemplateInfo:
    """One's own template as it was before ``arrange``."""
    _own(info)
    write_atomically(info.path, kept.read_bytes(), error=TemplateError)
    shutil.rmtree(kept.parent, ignore_errors=True)
    return read_info(info.path, info.kind)


def _in_bin(info: TemplateInfo) -> Path:
    """A place for a template's file among the deleted ones."""
    _sweep(info.path.parent / _BIN)
    kept = info.path.parent / _BIN / secrets.token_hex(6) / info.path.name
    try:
        kept.parent.mkdir(parents=True)
    except OSError as problem:
        raise TemplateError(f"“{info.path.parent}” cannot be written to.", "Check the folder of your templates.") from problem
    return kept


def delete(info: TemplateInfo) -> Path:
    """Takes one's own template away; what is returned brings it back."""
    _own(info)
    kept = _in_bin(info)
    try:
        info.path.replace(kept)
    except OSError as problem:
        raise TemplateError(f"“{info.name}” cannot be deleted.", "Close it in Word and try again.") from problem
    return kept


def _sweep(folder: Path) -> None:
    """Forgets what was deleted long ago."""
    with suppress(OSError):
        for old in folder.iterdir():
            if time.time() - old.stat().st_mtime > _KEPT_FOR:
                shutil.rmtree(old, ignore_errors=True)


def restore(kept: Path) -> TemplateInfo:
    """Brings a deleted template back; under another file name if there is a new one by now."""
    target = _free(kept.parents[2], kept.stem)
    try:
        kept.replace(target)
        kept.parent.rmdir()
    except OSError as problem:
        raise TemplateError(f"“{kept.stem}” cannot be brought back.", "Bring it in again from a Word file.") from problem
    return read_info(target, TemplateKind.MINE)


def hand_out(info: TemplateInfo, target: Path) -> Path:
    """A copy of a template's file for somebody else, all that it says about itself inside."""
    write_atomically(target, admit(info.path), error=TemplateError)
    return target


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
    return read_info(target, TemplateKind.MINE)


def _copied(name: str, mine: Path | None) -> str:
    """A copy's name that none of one's own templates has yet: "… (copy)", "… (copy 2)"."""
    taken = {info.name.casefold() for info in _in_folder(mine or my_folder(), TemplateKind.MINE)}
    plain = re.sub(r" \(copy(?: \d+)?\)$", "", name)
    names = itertools.chain([f"{plain} (copy)"], (f"{plain} (copy {n})" for n in itertools.count(2)))
    return next(each for each in names if each.casefold() not in taken)


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
