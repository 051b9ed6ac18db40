"""Where the built-in templates and resources lie, and the word lists among them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
_ROOT = _PACKAGE / "_assets" if (_PACKAGE / "_assets").is_dir() else _PACKAGE.parent


def asset(*parts: str) -> Path:
    """The path of a shipped file or folder: ``asset("templates", "briefing-note.docx")``."""
    return _ROOT.joinpath(*parts)


def lines(*parts: str) -> tuple[str, ...]:
    """The lines of a shipped list; blank lines and lines that begin with # are left out."""
    text = asset("resources", *parts).read_text(encoding="utf-8")
    return tuple(line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """A word list of ``resources/words``: every entry, one or several a line separated by commas."""
    return frozenset(entry.strip() for line in lines("words", f"{name}.txt") for entry in line.split(",") if entry.strip())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """A table of ``resources/words``: one row a line, cells separated by tabs."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines("words", f"{name}.tsv"))
