"""Elements of XML by their bare names: Word's files come in two namespaces, OpenDocument's in several versions."""

from __future__ import annotations

from lxml import etree


def local(element: etree._Element | None) -> str:
    """An element's name without its namespace; "" for a comment, the like, or nothing."""
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of a name, or None."""
    return None if element is None else next((e for e in element if local(e) == name), None)


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute by its name without namespace, or ""."""
    if element is None:
        return ""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def children(element: etree._Element | None) -> list[etree._Element]:
    """The children of an element; none of no element."""
    return [] if element is None else list(element)
