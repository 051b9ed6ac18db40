"""OpenDocument texts (.odt, .ott, and .fodt, which is one XML file) → Article."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefing.articles.assemble import Metadata
from briefing.articles.gate import Package, open_package, parse_xml
from briefing.articles.margins import FOOT, HEAD, margin, unrepeated
from briefing.articles.open_document_body import Body, read_styles
from briefing.articles.passages import Passage, article_of
from briefing.articles.properties import properties
from briefing.articles.trees import child, local
from briefing.errors import ArticleError
from briefing.model import Article


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of an OpenDocument text; ArticleError if there is none."""
    if not data.startswith(b"PK"):
        root = parse_xml(data.strip())
        return article_of(_passages(root, root), Metadata(format="odt", name=name), _properties(root))
    package = open_package(data)
    if _is_encrypted(package):
        raise ArticleError("The file is protected by a password.", "Save it without a password and open it again.")
    warnings = ("Macros in the file were left out.",) if package.has_macros else ()
    known = Metadata(format="odt", name=name, warnings=warnings)
    parts = [package.xml(part) if part in package.names else None for part in ("content.xml", "styles.xml", "meta.xml")]
    return article_of(_passages(*parts[:2]), known, _properties(parts[2]))


def _is_encrypted(package: Package) -> bool:
    manifest = "META-INF/manifest.xml"
    if manifest not in package.names:
        return False
    # Old files name a DTD in their manifest, so that it is searched and not parsed.
    return b"encryption-data" in package.read(manifest)


def _passages(content: etree._Element | None, styles: etree._Element | None) -> Iterator[Passage]:
    body = child(child(content, "body"), "text")
    if body is None:
        raise ArticleError("This file is no text document.", "Open a text document, or paste the article's text.")
    reader = Body(read_styles(*(root for root in (content, styles) if root is not None)))
    yield from reader.passages(body)
    yield from unrepeated([*reader.notes, *([] if styles is None else _running(styles, reader))])


def _running(styles: etree._Element, reader: Body) -> Iterator[Passage]:
    """The headers and footers of the pages' styles."""
    for kind, reason in (("header", HEAD), ("footer", FOOT)):
        for element in styles.iter():
            if local(element) in (kind, f"{kind}-first", f"{kind}-left"):
                yield from margin(reader.passages(element), reason)


def _properties(root: etree._Element | None) -> Metadata:
    values: dict[str, str] = {}
    for element in () if root is None else root.iter():
        if local(element.getparent()) == "meta":
            values.setdefault(local(element), element.text or "")
    return properties(
        title=values.get("title", ""),
        authors=[values.get("initial-creator") or values.get("creator") or ""],
        published=values.get("creation-date") or values.get("date") or "",
    )
