"""OpenDocument texts (.odt, .ott, .fodt's zipped kin) → Article."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefing.articles.assemble import Metadata
from briefing.articles.gate import Package, open_package
from briefing.articles.margins import FOOT, HEAD, margin, unrepeated
from briefing.articles.open_document_body import Body, read_styles
from briefing.articles.passages import Passage, article_of
from briefing.articles.properties import properties
from briefing.articles.trees import child, local
from briefing.errors import ArticleError
from briefing.model import Article


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of an OpenDocument text; ArticleError if there is none."""
    package = open_package(data)
    if _is_encrypted(package):
        raise ArticleError("The file is protected by a password.", "Save it without a password and open it again.")
    warnings = ("Macros in the file were left out.",) if package.has_macros else ()
    known = Metadata(format="odt", name=name, warnings=warnings)
    return article_of(_passages(package), known, _properties(package))


def _is_encrypted(package: Package) -> bool:
    manifest = "META-INF/manifest.xml"
    if manifest not in package.names:
        return False
    # Old files name a DTD in their manifest, so that it is searched and not parsed.
    return b"encryption-data" in package.read(manifest)


def _passages(package: Package) -> Iterator[Passage]:
    content = package.xml("content.xml")
    body = child(child(content, "body"), "text")
    if body is None:
        raise ArticleError("This file is no text document.", "Open a text document, or paste the article's text.")
    roots = (content, package.xml("styles.xml")) if "styles.xml" in package.names else (content,)
    reader = Body(read_styles(*roots))
    yield from reader.passages(body)
    yield from unrepeated([*reader.notes, *(passage for root in roots[1:] for passage in _running(root, reader))])


def _running(styles: etree._Element, reader: Body) -> Iterator[Passage]:
    """The headers and footers of the pages' styles."""
    for kind, reason in (("header", HEAD), ("footer", FOOT)):
        for element in styles.iter():
            if local(element) in (kind, f"{kind}-first", f"{kind}-left"):
                yield from margin(reader.passages(element), reason)


def _properties(package: Package) -> Metadata:
    if "meta.xml" not in package.names:
        return Metadata()
    values: dict[str, str] = {}
    for element in package.xml("meta.xml").iter():
        values.setdefault(local(element), element.text or "")
    return properties(
        title=values.get("title", ""),
        authors=[values.get("initial-creator") or values.get("creator") or ""],
        published=values.get("creation-date") or values.get("date") or "",
    )
