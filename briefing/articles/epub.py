"""EPUB publications → Article: the chapters in the order in which they are read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from briefing.articles import markup
from briefing.articles.assemble import Metadata
from briefing.articles.gate import Package, open_package
from briefing.articles.passages import Passage, article_of
from briefing.articles.properties import properties
from briefing.articles.trees import attribute, child, children, local
from briefing.articles.web.tree import decode_page
from briefing.errors import ArticleError
from briefing.model import Article

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_METHODS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml", "text/xml")


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of an EPUB; ArticleError if there is none."""
    package = open_package(data)
    if _is_protected(package):
        raise ArticleError("This book is protected against copying.", "Open an unprotected copy, or paste the article's text.")
    place = _package_document(package)
    root = package.xml(place, doctype=True)
    known = Metadata(format="epub", name=name)
    return article_of(_passages(package, root, posixpath.dirname(place)), known, _properties(root))


def _package_document(package: Package) -> str:
    if _CONTAINER in package.names:
        for element in package.xml(_CONTAINER, doctype=True).iter():
            place = unquote(attribute(element, "full-path")) if local(element) == "rootfile" else ""
            if place in package.names:
                return place
    place = next((name for name in sorted(package.names) if name.endswith(".opf")), "")
    if not place:
        raise ArticleError("The book's table of parts is missing.", "Ask for the file again, or paste the article's text.")
    return place


def _passages(package: Package, root: etree._Element, folder: str) -> Iterator[Passage]:
    found = False
    for place in _reading_order(root, folder):
        if place in package.names:
            for passage in markup.passages(decode_page(package.read(place)).text):
                found = True
                yield passage
    if not found:
        raise ArticleError("There is no text in this book.", "Choose another file, or paste the article's text.")


def _reading_order(root: etree._Element, folder: str) -> Iterator[str]:
    """The places of the pages in the spine, the table of contents left out."""
    items = {attribute(item, "id"): item for item in children(child(root, "manifest"))}
    for reference in children(child(root, "spine")):
        item = items.get(attribute(reference, "idref"))
        if item is None or attribute(reference, "linear") == "no" or "nav" in attribute(item, "properties").split():
            continue
        if attribute(item, "media-type") in _PAGES:
            place = unquote(attribute(item, "href")).partition("#")[0]
            yield posixpath.normpath(posixpath.join(folder, place))


def _is_protected(package: Package) -> bool:
    """Whether more than fonts is encrypted."""
    if _ENCRYPTION not in package.names:
        return False
    methods = [attribute(e, "Algorithm") for e in package.xml(_ENCRYPTION).iter() if local(e) == "EncryptionMethod"]
    return any(method not in _FONT_METHODS for method in methods)


def _properties(root: etree._Element) -> Metadata:
    values: dict[str, list[str]] = {}
    for element in children(child(root, "metadata")):
        values.setdefault(local(element), []).append((element.text or "").strip())
    return properties(
        title=next(iter(values.get("title", [])), ""),
        authors=values.get("creator", []),
        published=next(iter(values.get("date", [])), ""),
        outlet=next(iter(values.get("publisher", [])), ""),
    )
