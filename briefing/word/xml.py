"""WordprocessingML names, and reading and writing the text of runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TypeAlias

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Element: TypeAlias = etree._Element  # noqa: SLF001 – lxml has no public name for it
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """A name in WordprocessingML: ``w("p")``."""
    return f"{{{NAMESPACE}}}{name}"


PARAGRAPH, RUN, TEXT, TABLE, ROW, CELL = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
BREAK, TAB, PROPERTIES, BODY = w("br"), w("tab"), w("rPr"), w("body")
TEXT_BOX, CONTENT = w("txbxContent"), w("sdtContent")
# What holds paragraphs and tables.
CONTAINERS = frozenset({BODY, CELL, TEXT_BOX, CONTENT, w("hdr"), w("ftr"), w("footnote"), w("endnote"), w("comment")})
# What must keep a paragraph at its end, however empty.
KEEPS_PARAGRAPH = CONTAINERS - {BODY, CONTENT}

# What XML 1.0 cannot hold; lone surrogates too. Line ends of every kind become one.
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def parser(*, large: bool = False) -> etree.XMLParser:
    """A parser that fetches nothing, expands nothing and recovers from nothing; ``large`` for what we wrote ourselves."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False, huge_tree=large)


def cleaned(text: str) -> str:
    """The text as a Word file can hold it: what XML forbids is left out, line ends are line feeds."""
    return text if text.isprintable() else _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def texts(paragraph: Element) -> Iterator[Element]:
    """The paragraph's own ``w:t``, not those of text boxes within it."""
    for child in paragraph:
        if child.tag == TEXT:
            yield child
        elif child.tag not in (PARAGRAPH, TEXT_BOX) and isinstance(child.tag, str):
            yield from texts(child)


def text_of(paragraph: Element) -> str:
    """What the paragraph's own runs say."""
    return "".join(each.text or "" for each in texts(paragraph))


def write(element: Element, text: str) -> None:
    """Puts text into a ``w:t``; line ends and tabs become ``w:br`` and ``w:tab`` behind it in the same run."""
    element.set(XML_SPACE, "preserve")
    if "\n" not in text and "\t" not in text:
        element.text = text
        return
    first, *rest = re.split(r"([\n\t])", text)
    element.text = first
    last = element
    for mark, piece in zip(rest[::2], rest[1::2], strict=True):
        following = element.makeelement(BREAK if mark == "\n" else TAB)
        more = element.makeelement(TEXT, {XML_SPACE: "preserve"})
        more.text = piece
        last.addnext(following)
        following.addnext(more)
        last = more


def parent_of(element: Element) -> Element:
    """The parent of an element that has one."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"{element.tag} has no parent")
    return parent


def like(element: Element) -> Element:
    """An element of the same name and attributes, without content."""
    new = element.makeelement(element.tag)
    for name, value in element.items():
        new.set(name, value)
    return new


def split_run(run: Element, child: Element) -> Element:
    """A second run behind the first that takes over ``child`` and what follows it, with the same formatting."""
    second = like(run)
    properties = run.find(PROPERTIES)
    if properties is not None:
        second.append(deepcopy(properties))
    moved = [child, *child.itersiblings()]
    for each in moved:
        second.append(each)
    run.addnext(second)
    return second
