"""Ids that must stay unique when a loop copies what carries them: paragraphs, bookmarks, drawings, content controls, comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefing.word.xml import Element, w

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PARAGRAPH_IDS = (f"{{{_W14}}}paraId", f"{{{_W14}}}textId")
_COMMENTS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_LONGEST_NAME = 40  # characters of a bookmark's name


def make_unique(*roots: Element) -> None:
    """Gives every copy ids of its own, over all the parts of a file; what can do without loses them."""
    _paragraphs(_all(roots, w("p"), w("tr")))
    _bookmarks(_all(roots, w("bookmarkStart"), w("bookmarkEnd")))
    _numbered(_all(roots, _DRAWING), lambda each: each.get("id", ""), lambda each, new: each.set("id", new))
    controls = (each for properties in _all(roots, w("sdtPr")) for each in properties.iter(w("id")))
    _numbered(controls, lambda each: each.get(w("val"), ""), lambda each, new: each.set(w("val"), new))
    for root in roots:
        _comments(root)


def _all(roots: Iterable[Element], *names: str) -> Iterator[Element]:
    return (element for root in roots for element in root.iter(*names))


def _paragraphs(elements: Iterator[Element]) -> None:
    """Word makes up the ids of paragraphs that have none."""
    seen: set[str] = set()
    for element in elements:
        first = element.get(_PARAGRAPH_IDS[0])
        if first is not None and first in seen:
            for name in _PARAGRAPH_IDS:
                element.attrib.pop(name, "")
        elif first is not None:
            seen.add(first)


def _bookmarks(elements: Iterator[Element]) -> None:
    """Numbers bookmarks anew, each end with its start; a copy's name gets a number."""
    names: dict[str, int] = {}
    opened: dict[str, list[str]] = {}
    for number, element in enumerate(elements):
        old = element.get(w("id"), "")
        if element.tag == w("bookmarkEnd"):
            element.set(w("id"), opened[old].pop() if opened.get(old) else str(number))
            continue
        element.set(w("id"), str(number))
        opened.setdefault(old, []).append(str(number))
        name = element.get(w("name"), "")
        names[name] = names.get(name, 0) + 1
        if names[name] > 1:
            ending = f"_{names[name]}"
            element.set(w("name"), name[: _LONGEST_NAME - len(ending)] + ending)


def _numbered(elements: Iterator[Element], get: Callable[[Element], str], put: Callable[[Element, str], None]) -> None:
    """Gives a new number to each element whose number was there before."""
    found = list(elements)
    seen: set[str] = set()
    highest = max((int(get(each)) for each in found if get(each).lstrip("-").isdigit()), default=0)
    for each in found:
        if get(each) in seen:
            highest += 1
            put(each, str(highest))
        seen.add(get(each))


def _comments(root: Element) -> None:
    """A comment of the template stays at the first copy only."""
    seen: set[tuple[str, str]] = set()
    for element in list(root.iter(*_COMMENTS)):
        key = (str(element.tag), element.get(w("id"), ""))
        parent = element.getparent()
        if key in seen and parent is not None:
            parent.remove(element)
        seen.add(key)
