"""What a Word file's styles and lists say of a paragraph: headline, heading, list item, caption, hidden."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from briefing.articles.passages import Passage
from briefing.articles.style_names import heading_level, styled
from briefing.articles.trees import attribute, child, local

_BODY_TEXT_LEVEL = 9  # of outline levels, counted from 0


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style, its parent's properties already in it."""

    name: str = ""  # in small letters, as Word itself calls it in every language
    level: int = 0  # of a heading, from 1; 0 for none
    in_list: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file by their ids."""

    by_id: dict[str, Style] = field(default_factory=dict)

    def style(self, properties: etree._Element | None, reference: str) -> Style:
        """The style that a paragraph's or run's properties name in ``pStyle`` or ``rStyle``."""
        return self.by_id.get(value(child(properties, reference)), Style())

    def passage(self, text: str, properties: etree._Element | None) -> Passage:
        """A paragraph's text with what its properties and style make of it."""
        style = self.style(properties, "pStyle")
        listed = _in_list(properties)
        in_list = style.in_list if listed is None else listed
        return styled(text, style.name, level=_level(properties) or style.level, in_list=in_list)


def read_styles(root: etree._Element) -> Styles:
    """The styles in the root of ``styles.xml``."""
    elements = {attribute(e, "styleId"): e for e in root if local(e) == "style"}
    by_id: dict[str, Style] = {}
    for identifier in elements:
        _resolve(identifier, elements, by_id)
    return Styles(by_id)


def _resolve(identifier: str, elements: dict[str, etree._Element], by_id: dict[str, Style]) -> None:
    """Follows the parents up to one that is known; a circle of parents ends where it closes."""
    chain: list[str] = []
    while identifier in elements and identifier not in by_id and identifier not in chain:
        chain.append(identifier)
        identifier = value(child(elements[identifier], "basedOn"))
    for own in reversed(chain):
        by_id[own] = _derive(elements[own], by_id.get(identifier, Style()))
        identifier = own


def _derive(element: etree._Element, parent: Style) -> Style:
    name = value(child(element, "name")).casefold()
    properties = child(element, "pPr")
    listed = _in_list(properties)
    return Style(
        name=name,
        level=heading_level(name) or _level(properties) or parent.level,
        in_list=(parent.in_list or name.startswith("list ")) if listed is None else listed,
        hidden=is_on(child(child(element, "rPr"), "vanish")) or parent.hidden,
    )


def _level(properties: etree._Element | None) -> int:
    outline = value(child(properties, "outlineLvl"))
    return int(outline) + 1 if outline.isdigit() and int(outline) < _BODY_TEXT_LEVEL else 0


def _in_list(properties: etree._Element | None) -> bool | None:
    """Whether the properties put a paragraph into a list; None if they say nothing. List 0 means "taken out of it"."""
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    return value(child(numbering, "numId")) != "0"


def value(element: etree._Element | None) -> str:
    """The ``val`` attribute, or ""."""
    return attribute(element, "val")


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off")
