"""Word files (.docx, .docm, .dotx, also of the strict kind) → Article.

Read from the XML itself: python-docx's own paragraphs lose tracked insertions, content controls and text boxes, it refuses
.docm and strict files, and opens no file of which one picture is missing.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from briefing.articles.assemble import Metadata
from briefing.articles.gate import Package, open_package
from briefing.articles.margins import FOOT, HEAD, margin, unrepeated
from briefing.articles.passages import Passage, article_of
from briefing.articles.properties import properties
from briefing.articles.trees import attribute, child, local
from briefing.articles.word_body import read_body, read_notes
from briefing.articles.word_styles import Styles, read_styles
from briefing.errors import ArticleError
from briefing.model import Article


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of a Word file; ArticleError if there is none."""
    package = open_package(data)
    main = _related(package, "").get("officeDocument", "word/document.xml")
    parts = _related(package, main)
    warnings = ("Macros in the file were left out.",) if package.has_macros else ()
    known = Metadata(format="docx", name=name, warnings=warnings)
    return article_of(_passages(package, main, parts), known, _properties(package))


def _passages(package: Package, main: str, parts: dict[str, str]) -> Iterator[Passage]:
    styles = read_styles(package.xml(parts["styles"])) if parts.get("styles") in package.names else Styles()
    body = child(package.xml(main), "body")
    if body is None:
        raise ArticleError("This Office file is no text document.", "Open a Word file, or paste the article's text.")
    yield from read_body(body, styles)
    yield from unrepeated(_margins(package, main, styles))


def _margins(package: Package, main: str, styles: Styles) -> Iterator[Passage]:
    """Notes, comments, headers and footers."""
    related = [(kind, part) for kind, part in _relationships(package, main) if part in package.names]
    for kind in ("footnote", "endnote", "comment"):
        for part in [part for of, part in related if of == f"{kind}s"]:
            for note in read_notes(package.xml(part), styles, kind):
                yield from margin(note, kind)
    for kind, reason in (("header", HEAD), ("footer", FOOT)):
        for part in [part for of, part in related if of == kind]:
            yield from margin(read_body(package.xml(part), styles), reason)


def _related(package: Package, part: str) -> dict[str, str]:
    """The parts that a part refers to, the first of each kind of relationship; "" for the package itself."""
    found: dict[str, str] = {}
    for kind, target in _relationships(package, part):
        found.setdefault(kind, target)
    return found


def _relationships(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """The kinds of the relationships of a part, and the parts that they lead to."""
    folder, file = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    if name not in package.names:
        return
    for relationship in package.xml(name):
        if attribute(relationship, "TargetMode") != "External":
            kind = attribute(relationship, "Type").rpartition("/")[2]
            target = posixpath.join("/", folder, attribute(relationship, "Target"))
            yield kind, posixpath.normpath(target).lstrip("/")


def _properties(package: Package) -> Metadata:
    part = _related(package, "").get("core-properties", "docProps/core.xml")
    if part not in package.names:
        return Metadata()
    values = {local(element): element.text or "" for element in package.xml(part)}
    return properties(title=values.get("title", ""), authors=[values.get("creator", "")], published=values.get("created", ""))
