"""What is looked at before any parser sees a Word file: sizes, names, and everything in it that could act.

A file that passes holds text, styles and pictures, and nothing that runs, fetches or unpacks without end.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefing.errors import TemplateError
from briefing.word.xml import Element, parser, w

LARGEST_FILE = 30_000_000  # bytes on disk
LARGEST_PART = 20_000_000  # bytes of one XML part, unpacked
LARGEST_TOTAL = 150_000_000  # bytes of all parts, unpacked
STEEPEST = 200  # unpacked to packed, for parts worth a look
WORTH_A_LOOK = 1_000_000
MOST_ENTRIES = 2_000

_ADMITTED: set[tuple[bytes, bool]] = set()
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)
_STRICT = b"http://purl.oclc.org/ooxml/"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_ACTIVE = re.compile(r"(?i)vba|macro|activex|oleobject|\.bin$|\.exe$|\.dll$|\.ps1$|\.js$|\.vbs$|\.lnk$")
_CHUNK = re.compile(r"/(?:aFChunk|oleObject|control|attachedTemplate|subDocument|frame|vbaProject|externalLink|mailMerge\w*)$")
_SAFE_LINK = re.compile(r"(?i)(?:https?://|mailto:)")
_FIELD = re.compile(r"(?i)\s*(DDE|DDEAUTO|INCLUDE\w*|IMPORT|LINK|DATABASE|MACROBUTTON|RD|PRINT|GOTOBUTTON|AUTOTEXT\w*)\b")
_LINK_FIELD = re.compile(r"(?i)\s*HYPERLINK\s+\"?([^\"\s\\][^\"]*|\\\\[^\"]*)")


def admit(path: Path, *, template: bool = False) -> bytes:
    """The file's bytes, if it may be parsed; TemplateError in a sentence where not. ``template``: a .dotx will do."""
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST_FILE else None
    except FileNotFoundError as problem:
        raise TemplateError(f"The template “{path.name}” is not there any more.", "Choose another template.") from problem
    except OSError as problem:
        raise TemplateError(f"“{path.name}” cannot be read.", "Check that it is a file that you may open.") from problem
    if content is None:
        raise TemplateError(f"“{path.name}” is too large for a template.", "Make its pictures smaller.")
    digest = hashlib.sha256(content).digest()
    if (digest, template) not in _ADMITTED:  # the same bytes need no second look
        inspect(content, path.name, template=template)
        _ADMITTED.add((digest, template))
    return content


def inspect(content: bytes, name: str, *, template: bool = False) -> None:
    """TemplateError in a sentence where the bytes are no Word file, or one with something in it that could act."""
    _kind(content, name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _entries(archive, name)
            _content_types(archive, name, template=template)
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", ".rels")):
                    _part(archive.read(entry), entry.filename, name)
    except _DAMAGE as problem:
        raise TemplateError(f"“{name}” is damaged.", "Open it in Word, save it as .docx and try again.") from problem


def _kind(content: bytes, name: str) -> None:
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise TemplateError(f"“{name}” is protected with a password.", "Remove the password in Word and save it again.")
        raise TemplateError(f"“{name}” is in Word’s old format (.doc).", "Open it in Word and save it as .docx.")
    if not content.startswith(b"PK"):
        raise TemplateError(f"“{name}” is not a Word file.", "Save it in Word as .docx and try again.")


def _entries(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    names = [entry.filename.casefold() for entry in entries]
    if len(entries) > MOST_ENTRIES or len(set(names)) != len(names):
        raise TemplateError(f"“{name}” is not packed as a Word file is.", "Open it in Word, save it as .docx and try again.")
    for entry in entries:
        path = entry.filename
        if path.startswith(("/", "\\")) or "\\" in path or ".." in path.split("/") or ":" in path or "\0" in path:
            raise TemplateError(f"“{name}” holds a part with a forbidden name.", "Do not use this file.")
        if entry.flag_bits & 1:
            raise TemplateError(f"“{name}” is protected with a password.", "Remove the password in Word and save it again.")
        if entry.file_size > LARGEST_PART or (
            entry.file_size > WORTH_A_LOOK and entry.file_size > STEEPEST * entry.compress_size
        ):
            raise TemplateError(f"“{name}” unpacks to far more than a template needs.", "Do not use this file.")
        if _ACTIVE.search(path):
            raise TemplateError(f"“{name}” holds macros or embedded objects.", "Save it in Word as .docx without them.")
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise TemplateError(f"“{name}” unpacks to far more than a template needs.", "Do not use this file.")


def _content_types(archive: zipfile.ZipFile, name: str, *, template: bool) -> None:
    types = archive.read("[Content_Types].xml")
    _refuse_doctype(types, name)
    root = etree.fromstring(types, parser())
    kinds = {override.get("ContentType", "") for override in root}
    if any("macroEnabled" in kind or "activeX" in kind or "vbaProject" in kind or "oleObject" in kind for kind in kinds):
        raise TemplateError(f"“{name}” is made for macros.", "Save it in Word as .docx, without macros.")
    if _MAIN in kinds or (template and _DOTX in kinds):
        return
    if _DOTX in kinds:
        raise TemplateError(f"“{name}” is a .dotx template of Word.", "Bring it in with “New from Word file”.")
    raise TemplateError(f"“{name}” is not a Word document.", "Save it in Word as .docx and try again.")


def _refuse_doctype(content: bytes, name: str) -> None:
    if any(mark in content for mark in _DOCTYPES):
        raise TemplateError(f"“{name}” declares entities, which no Word file does.", "Do not use this file.")


def _part(content: bytes, part: str, name: str) -> None:
    _refuse_doctype(content, name)
    if part == "word/document.xml" and _STRICT in content[:4000]:
        raise TemplateError(f"“{name}” is in the Strict variant of .docx.", "Save it in Word as ordinary .docx.")
    root = etree.fromstring(content, parser())
    if part.endswith(".rels"):
        _relations(root, name)
    elif part.startswith("word/"):
        refuse_actions(root, name)


def _relations(root: Element, name: str) -> None:
    for relation in root:
        kind, target = relation.get("Type", ""), relation.get("Target", "")
        if _CHUNK.search(kind):
            raise TemplateError(f"“{name}” pulls in another file or object.", "Remove it in Word, and save the file again.")
        if relation.get("TargetMode") == "External":
            if not kind.endswith("/hyperlink"):
                raise TemplateError(f"“{name}” fetches something from outside: {target[:80]}.", "Embed it in Word, or remove it.")
            _link(target, name)


def _link(target: str, name: str) -> None:
    if not _SAFE_LINK.match(target):
        raise TemplateError(f"“{name}” has a link that is not a web address: {target[:80]}.", "Remove the link in Word.")


def inspect_ours(archive: zipfile.ZipFile) -> None:
    """TemplateError where a note of ours holds a part or a relation that no note should; its texts are looked at elsewhere."""
    for name in archive.namelist():
        if _ACTIVE.search(name):
            raise TemplateError("The note holds macros or embedded objects.", "Choose another template.")
        if name.endswith(".rels"):
            _relations(etree.fromstring(archive.read(name), parser()), "The note")


def refuse_actions(root: Element, name: str) -> None:
    """TemplateError where a part of a Word file holds an object, or a field that fetches or runs something."""
    if next(root.iter(w("altChunk"), w("object")), None) is not None:
        raise TemplateError(f"“{name}” holds an embedded object.", "Remove it in Word, and save the file again.")
    for code in _field_codes(root):
        acts = _FIELD.match(code)
        if acts:
            raise TemplateError(
                f"“{name}” holds a field that fetches or runs something: {acts[1].upper()}.", "Remove the field in Word."
            )
        link = _LINK_FIELD.match(code)
        if link:
            _link(link[1], name)


def _field_codes(root: Element) -> Iterator[str]:
    """The codes of a part's fields, each put together from the runs that it is spread over."""
    for simple in root.iter(w("fldSimple")):
        yield simple.get(w("instr"), "")
    open_codes: list[list[str]] = []
    for element in root.iter(w("fldChar"), w("instrText")):
        if element.tag == w("instrText"):
            if not open_codes:
                yield element.text or ""
            else:
                open_codes[-1].append(element.text or "")
        elif element.get(w("fldCharType")) == "begin":
            open_codes.append([])
        elif element.get(w("fldCharType")) == "end" and open_codes:
            yield "".join(open_codes.pop())
    yield from ("".join(code) for code in open_codes)
