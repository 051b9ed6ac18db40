"""Briefs as .brief files: one JSON document with a version, the articles' texts inside."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing import __version__
from briefing.brief import Brief
from briefing.errors import StorageError
from briefing.files import write_atomically
from briefing.model import Article, Figure, Quote

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SUFFIX = ".brief"
FORMAT = "briefing/brief"
VERSION = 2
_TEXT_HASHES = 2  # the version from which the envelope holds the texts' hashes, and an article's origin that of its file
LARGEST_FILE = 200_000_000  # bytes


def save_brief(brief: Brief, path: Path) -> None:
    """Write a brief, whole or not at all, the former state kept as ``name.bak``; StorageError if that fails."""
    write_atomically(path, dump(brief), backup=True)


def open_brief(path: Path) -> Brief:
    """The brief in a file; StorageError with a sentence if it is damaged, newer than the program, or no brief."""
    return parse(_read(path), path.name, _rescue(path))


def dump(brief: Brief, **extra: str) -> bytes:
    """A brief as the bytes of a .brief file; ``extra`` goes beside it into the envelope."""
    envelope = {
        "format": FORMAT,
        "version": VERSION,
        "program": __version__,
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
        **extra,
        "texts": {source.key: _hash(source.article) for source in brief.sources},
        "brief": _adapter().dump_python(brief),
    }
    # Halves of surrogate pairs, which a text field may hold, cannot be written and become question marks.
    return json.dumps(envelope, ensure_ascii=False).encode("utf-8", "replace")


def parse(data: bytes, name: str, rescue: str = "") -> Brief:
    """The brief in the bytes of a .brief file; StorageError if there is none."""
    envelope = read_envelope(data, name, rescue)
    # Values come from outside: every field is checked before it becomes a value of the program.
    from pydantic import ValidationError  # noqa: PLC0415 - the window must start without it

    try:
        brief = _adapter().validate_python(envelope.get("brief"))
    except ValidationError as error:
        raise _damaged(name, rescue) from error
    old = envelope["version"] < _TEXT_HASHES
    hashes = {s.key: s.article.origin.sha256 for s in brief.sources} if old else envelope.get("texts")
    if not isinstance(hashes, dict) or any(_contradictions(brief, hashes)):
        raise _damaged(name, rescue)
    return _without_hashes(brief) if old else brief


def read_envelope(data: bytes, name: str, rescue: str = "") -> dict[str, Any]:
    """The document around a brief, its format and version checked."""
    try:
        envelope = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        if FORMAT.encode() in data[:200]:
            raise _damaged(name, rescue) from error
        raise _no_brief(name) from error
    if not isinstance(envelope, dict) or envelope.get("format") != FORMAT:
        raise _no_brief(name)
    version = envelope.get("version")
    if not isinstance(version, int):
        raise _damaged(name, rescue)
    if version > VERSION:
        raise StorageError(f"“{name}” was made by a newer version of Briefing.", "Update Briefing and open it again.")
    return envelope


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise StorageError(f"“{path.name}” is a folder.", "Open a .brief file in it.")
        if path.stat().st_size > LARGEST_FILE:
            raise StorageError(f"“{path.name}” is too large to be a brief.", "Open another file.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise StorageError(f"“{path.name}” is not there any more.", "Look for it in its folder and open it again.") from error
    except PermissionError as error:
        raise StorageError(f"“{path.name}” may not be read.", "Copy it to a folder of your own.") from error
    except OSError as error:
        raise StorageError(f"“{path.name}” cannot be read: {error.strerror}.", "Copy it to this computer.") from error


def _rescue(path: Path) -> str:
    kept = path.with_name(path.name + ".bak")
    if path.suffix != ".bak" and kept.is_file():
        return f"Open “{kept.name}” in the same folder: it holds the state before the last save."
    return ""


def _damaged(name: str, rescue: str) -> StorageError:
    return StorageError(f"“{name}” is damaged.", rescue or "Look for an older copy of it.")


def _no_brief(name: str) -> StorageError:
    return StorageError(f"“{name}” is not a brief.", "To read an article, use Open article.")


def _hash(article: Article) -> str:
    """The hash of a text; halves of surrogate pairs, which a text made by hand may hold, are hashed as they are saved."""
    return hashlib.sha256(article.text.encode("utf-8", "replace")).hexdigest()


def _without_hashes(brief: Brief) -> Brief:
    """A brief of old, without the hashes of texts that would pass for those of files."""
    return replace(brief, sources=tuple(replace(each, article=_without_hash(each.article)) for each in brief.sources))


def _without_hash(article: Article) -> Article:
    return replace(article, origin=replace(article.origin, sha256=""))


def _contradictions(brief: Brief, hashes: Mapping[str, object]) -> Iterator[bool]:
    """Whether parts of the brief do not fit each other: spans outside their text, texts changed by hand, unknown articles."""
    texts = {source.key: source.article.text for source in brief.sources}
    yield len(texts) != len(brief.sources)
    yield len({finding.id for finding in brief.findings}) != len(brief.findings)
    for source in brief.sources:
        article = source.article
        yield not (source.key.isascii() and source.key.isdigit())
        yield hashes.get(source.key, "") not in ("", _hash(article))
        yield any(not 0 <= block.span.start <= block.span.end <= len(article.text) for block in article.blocks)
    for finding in brief.findings:
        edit = brief.edits.get(finding.id)
        contents = (finding.content, *(part.content for part in finding.replaces), *((edit.reading,) if edit else ()))
        yield finding.article not in texts
        yield any(each is not None and not _fits(each, len(texts.get(finding.article, ""))) for each in contents)


def _fits(content: Figure | Quote, length: int) -> bool:
    spans = (content.span, content.amount.span) if isinstance(content, Figure) else content.segments
    return bool(spans) and all(0 <= span.start < span.end <= length for span in spans)


@cache
def _adapter() -> TypeAdapter[Brief]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - the window must start without it

    return TypeAdapter(Brief)
