"""The pages of help: Markdown in ``resources/help``, with the keys and a template's fields filled in from their tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field, dataclass, fields

from PySide6.QtGui import QKeySequence

from briefing.assets import asset
from briefing.compose.context import NoteContext
from ui.actions import ACTIONS, GROUPS

_NAMES = ("start", "articles", "findings", "note", "templates", "fields", "keys", "files")
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name for links, its title and its text."""

    name: str
    title: str
    markdown: str


def pages() -> tuple[Page, ...]:
    """All pages in the order of the list."""
    return tuple(_page(name) for name in _NAMES)


def _page(name: str) -> Page:
    text = asset("resources", "help", f"{name}.md").read_text(encoding="utf-8")
    filled = text.replace("[[keys]]", "\n".join(_keys())).replace("[[fields]]", "\n".join(_fields()))
    return Page(name, text.partition("\n")[0].removeprefix("# "), filled)


def _keys() -> Iterator[str]:
    """A table of keys for each menu."""
    for group in GROUPS:
        rows = [row for row in ACTIONS if row.group == group and row.keys]
        yield from (f"## {group}", "", "| Key | What it does |", "|---|---|")
        for row in rows:
            names = dict.fromkeys(QKeySequence(key).toString(_NATIVE).replace("|", "\\|") for key in row.keys)
            yield f"| {' or '.join(f'**{name}**' for name in names)} | {row.tip} |"
        yield ""


def _fields() -> Iterator[str]:
    """A table of what each variable of a template holds, with a sample."""
    for outer in fields(NoteContext):
        yield from (
            f"## {outer.name}",
            "",
            f"{outer.metadata['help'].capitalize()}.",
            "",
            "| Name | What it is | Sample |",
            "|---|---|---|",
        )
        record = outer.metadata.get("item") or outer.metadata["record"]
        yield from (_row(each) for each in fields(record))
        yield ""


def _row(each: Field[object]) -> str:
    sample = each.metadata.get("sample", "")
    shown = ", ".join(map(str, sample)) if isinstance(sample, tuple) else str(sample if sample is not None else "")
    return f"| `{each.name}` | {each.metadata['help']} | {shown.replace('|', chr(92) + '|')} |"
