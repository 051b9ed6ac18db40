"""Opening and saving Word files: the parts that may hold tags, and bytes that depend on nothing but the content."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from briefing.errors import TemplateError
from briefing.word.gate import admit
from briefing.word.xml import Element, cleaned, parser

if TYPE_CHECKING:
    from docx.document import Document

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# Content type → what a person calls the part.
TAGGED_PARTS = {
    f"{_WORD}document.main+xml": "body",
    f"{_WORD}header+xml": "header",
    f"{_WORD}footer+xml": "footer",
    f"{_WORD}footnotes+xml": "footnotes",
    f"{_WORD}endnotes+xml": "endnotes",
}
# The earliest time that a zip archive can hold; every entry carries it, so that the same note has the same bytes.
_FIXED = (1980, 1, 1, 0, 0, 0)
_WORTH_PACKING = 600  # bytes: packing a smaller part takes longer than it saves
_EFFORT = 3  # of packing: 6 takes four times as long for a file that is a tenth smaller
_MOST_UNPACKED = 8
_UNPACKED: dict[bytes, Any] = {}  # SHA-256 of a template → its parts' bytes, which nobody changes
_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a Word file that may hold tags: its tree, and the object that python-docx keeps it in."""

    name: str  # "body", "header", "footer 2" …
    root: Element
    part: Any


def opened(path: Path) -> Document:
    """The Word file at a path, once the gate has let it pass; TemplateError in a sentence where it cannot be used."""
    return admitted(path)[1]


def admitted(path: Path) -> tuple[bytes, Document]:
    """The same with the file's bytes, which were read once for both."""
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 – slow to import, and not needed to list templates

    content = admit(path)
    try:
        return content, _document(content)
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as problem:
        raise TemplateError(
            f"“{path.name}” is not a Word file that can be read.", "Save it in Word as .docx and try again."
        ) from problem


def _document(content: bytes) -> Document:
    """A document of its own from the bytes; unpacking is done once for the last few templates."""
    from docx.opc import package as opc  # noqa: PLC0415 – slow to import
    from docx.opc import pkgreader  # noqa: PLC0415
    from docx.opc.part import PartFactory  # noqa: PLC0415
    from docx.package import Package  # noqa: PLC0415

    reader: Any = pkgreader.PackageReader  # neither has types
    unmarshaller: Any = opc.Unmarshaller
    digest = hashlib.sha256(content).digest()
    if digest not in _UNPACKED:
        while len(_UNPACKED) >= _MOST_UNPACKED:
            del _UNPACKED[next(iter(_UNPACKED))]
        _UNPACKED[digest] = reader.from_file(io.BytesIO(content))
    package = Package()
    unmarshaller.unmarshal(_UNPACKED[digest], package, PartFactory)
    part: Any = package.main_document_part
    if part.content_type not in TAGGED_PARTS:
        raise ValueError(f"{part.content_type} is no document")
    return cast("Document", part.document)


def tagged_parts(document: Document) -> tuple[Part, ...]:
    """The parts that may hold tags, the body first."""
    kinds = list(TAGGED_PARTS)
    found = [part for part in document.part.package.iter_parts() if part.content_type in TAGGED_PARTS]
    found.sort(key=lambda part: (kinds.index(part.content_type), str(part.partname)))
    return tuple(_named(found))


def _named(found: list[Any]) -> Iterator[Part]:
    counts: dict[str, int] = {}
    for part in found:
        kind = TAGGED_PARTS[part.content_type]
        counts[kind] = counts.get(kind, 0) + 1
        name = kind if counts[kind] == 1 else f"{kind} {counts[kind]}"
        # python-docx keeps a tree for the parts that it knows, and bytes for the others
        root = part.element if hasattr(part, "element") else etree.fromstring(part.blob, parser())
        yield Part(name, root, part)


def keep(part: Part) -> None:
    """Puts a changed tree back where python-docx keeps only bytes."""
    if not hasattr(part.part, "element"):
        part.part._blob = etree.tostring(part.root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001 – it has no setter


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    comments: str = ""
    language: str = "en-GB"
    made: datetime = datetime(1980, 1, 1, tzinfo=UTC)


def set_properties(document: Document, properties: Properties) -> None:
    """Writes the core properties; each holds at most 255 characters."""
    core = document.core_properties
    for name in ("title", "subject", "author", "keywords", "comments", "language"):
        setattr(core, name, _property(getattr(properties, name)))
    core.last_modified_by = _property(properties.author)
    core.category = "Briefing note"
    core.created = core.modified = properties.made.replace(tzinfo=None)
    core.revision = 1


def _property(text: str) -> str:
    return " ".join(cleaned(text).split())[:255]


def saved(document: Document) -> bytes:
    """The file's bytes: fixed dates and order, so that the same content gives the same bytes."""
    from docx.opc.pkgwriter import PackageWriter  # noqa: PLC0415 – slow to import

    package = document.part.package
    parts = _Parts()
    for part in package.parts:
        part.before_marshal()
    writer: Any = PackageWriter  # its steps have no public names; ``write`` would pack a second time
    writer._write_content_types_stream(parts, package.parts)  # noqa: SLF001
    writer._write_pkg_rels(parts, package.rels)  # noqa: SLF001
    writer._write_parts(parts, package.parts)  # noqa: SLF001
    return _packed(parts.found)


class _Parts:
    """Takes the place of python-docx's archive: keeps the parts, so that they are packed once and not twice."""

    def __init__(self) -> None:
        self.found: dict[str, bytes] = {}

    def write(self, name: str, content: bytes) -> None:
        """Keeps a part."""
        self.found[name.lstrip("/")] = content


def repacked(archive: io.BytesIO) -> bytes:
    """The archive with its entries in a fixed order and with fixed dates."""
    with zipfile.ZipFile(archive) as source:
        return _packed({name: source.read(name) for name in source.namelist()})


def _packed(parts: Mapping[str, bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=_EFFORT) as target:
        for name in sorted(parts, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)):
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED if len(parts[name]) > _WORTH_PACKING else zipfile.ZIP_STORED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, parts[name])
    return result.getvalue()
