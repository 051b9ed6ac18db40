"""What a template says about itself: a custom XML part in our own namespace, inside the same file."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

from lxml import etree

from briefing.word.package import repacked
from briefing.word.types import TemplateInfo, TemplateKind
from briefing.word.xml import Element, parser

NAMESPACE = "urn:briefing:template:1"
_CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_MARK = f'<template xmlns="{NAMESPACE}"'.encode()
_LARGEST = 200_000  # bytes of a metadata part
_LARGEST_TEXT = 5_000_000  # bytes of a part that is looked through for fields
_MARKUP = re.compile(rb"<[^>]*>")  # an office program may cut a tag into several runs
_FIELD = re.compile(rb"\bnote\.([a-z_]+)")
_FIELDS = ("id", "name", "description", "version", "language", "style", "marks", "product", "pages")


def metadata_xml(fields: dict[str, str], header: dict[str, str], contract: int) -> bytes:
    """The metadata part: one element a field, and one for each default of the note's header."""
    root = etree.Element(f"{{{NAMESPACE}}}template", attrib={"contract": str(contract)}, nsmap={None: NAMESPACE})  # type: ignore[dict-item] # the stubs forget the default namespace
    for name in _FIELDS:
        if fields.get(name):
            etree.SubElement(root, f"{{{NAMESPACE}}}{name}").text = fields[name]
    for name, text in header.items():
        etree.SubElement(root, f"{{{NAMESPACE}}}default", attrib={"field": name}).text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_info(path: Path, kind: TemplateKind) -> TemplateInfo:
    """What the template at a path says about itself; one without metadata is called by its file's name."""
    plain = TemplateInfo(path.stem, path.stem.replace("-", " ").capitalize(), "", path, kind)
    try:
        root, uses, changed = _part(path), used_fields(path), path.stat().st_mtime_ns
    except (OSError, zipfile.BadZipFile, etree.XMLSyntaxError, ValueError, RuntimeError):
        return TemplateInfo(path.stem, path.stem, "", path, kind, broken="This is not a Word file that can be read.")
    info = plain if root is None else _info(root, plain)
    product = info.product or (info.id if kind is TemplateKind.BUILT_IN else "")
    return replace(info, uses=uses, changed=changed, product=product)


def used_fields(path: Path) -> frozenset[str]:
    """The header fields that a template prints, as its tags name them."""
    with zipfile.ZipFile(path) as archive:
        parts = [
            e for e in archive.infolist() if re.fullmatch(r"word/[a-z0-9]+\.xml", e.filename) and e.file_size <= _LARGEST_TEXT
        ]
        return frozenset(name.decode() for e in parts for name in _FIELD.findall(_MARKUP.sub(b"", archive.read(e))))


def _part(path: Path) -> Element | None:
    with zipfile.ZipFile(path) as archive:
        if "word/document.xml" not in archive.namelist():
            raise ValueError("no document")
        for entry in archive.infolist():
            inside = entry.filename.startswith("customXml/item") and "Props" not in entry.filename
            if inside and entry.file_size <= _LARGEST:
                root = etree.fromstring(archive.read(entry), parser())
                if root.tag == f"{{{NAMESPACE}}}template":
                    return root
    return None


def _info(root: Element, plain: TemplateInfo) -> TemplateInfo:
    def said(name: str) -> str:
        return (root.findtext(f"{{{NAMESPACE}}}{name}") or "").strip()

    defaults = root.iterfind(f"{{{NAMESPACE}}}default")
    contract = root.get("contract", "1")
    return TemplateInfo(
        id=said("id") or plain.id,
        name=said("name") or plain.name,
        description=said("description"),
        path=plain.path,
        kind=plain.kind,
        version=said("version"),
        contract=int(contract) if contract.isdigit() else 1,
        language=said("language") or "en",
        style=said("style"),
        marks=said("marks") or "brackets",
        pages=int(said("pages")) if said("pages").isdigit() else 0,
        product=said("product"),
        header={default.get("field", ""): (default.text or "").strip() for default in defaults},
    )


def with_metadata(content: bytes, info: TemplateInfo) -> bytes:
    """The Word file with its metadata replaced or put in; a .dotx becomes a .docx."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_CONTENT_TYPES] = parts[_CONTENT_TYPES].replace(
        b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
    )
    fields = {name: str(getattr(info, name) or "") for name in _FIELDS}
    own = _own_part(parts) or _new_part(parts)
    parts[own] = metadata_xml(fields, info.header, info.contract)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return repacked(packed)


def _own_part(parts: dict[str, bytes]) -> str:
    return next(
        (name for name, part in parts.items() if _MARK in part and name.startswith("customXml/item") and "Props" not in name), ""
    )


def _new_part(parts: dict[str, bytes]) -> str:
    """A free name for the part, with the relation to it from the document and its content type."""
    name = next(name for name in (f"customXml/item{n}.xml" for n in range(1, 1000)) if name not in parts)
    relations = parts.get(_RELATIONS, _NO_RELATIONS)
    relation = f'<Relationship Id="rIdBriefing" Type="{_CUSTOM_XML}" Target="../{name}"/>'
    parts[_RELATIONS] = relations.replace(b"</Relationships>", f"{relation}</Relationships>".encode())
    override = f'<Override PartName="/{name}" ContentType="application/xml"/>'
    parts[_CONTENT_TYPES] = parts[_CONTENT_TYPES].replace(b"</Types>", f"{override}</Types>".encode())
    return name
