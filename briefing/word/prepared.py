"""Templates as they were read, kept for the last few: the same template is exported with again and again.

What is kept depends on nothing but the template's bytes, and is copied before anything is written to it.
"""

from __future__ import annotations

import hashlib
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import TemplateError
from briefing.word.metadata import read_info
from briefing.word.package import Part, admitted
from briefing.word.program import Filling, Reader, Sequence, Slots
from briefing.word.shapes import root as root_shapes
from briefing.word.types import Problem, TemplateKind
from briefing.word.xml import Element

_MOST_KEPT = 8
_KEPT: dict[bytes, _Kept] = {}


@dataclass(slots=True)
class _Kept:
    """How a template marks its sources, and its parts, each with its slots by their place in ``root.iter()``."""

    marks: str
    parts: dict[str, tuple[Element, tuple[tuple[int, Filling | Sequence], ...]]] = field(default_factory=dict)


class Prepared:
    """A template that is about to be filled: its document, and the slots of its parts."""

    def __init__(self, template: Path) -> None:
        content, self.document = admitted(template)
        self._kept = _kept(content, template)

    @property
    def marks(self) -> str:
        """How the template marks sources."""
        return self._kept.marks

    def slots(self, part: Part) -> Slots:
        """The slots of a part, whose tags are taken out of it; TemplateError for the first that cannot be understood."""
        name = str(part.part.partname)
        if name not in self._kept.parts:
            self._kept.parts[name] = _read(part)
        master, places = self._kept.parts[name]
        part.root[:] = list(deepcopy(master))
        elements = list(part.root.iter())
        return [(elements[place], slot) for place, slot in places]


def _kept(content: bytes, template: Path) -> _Kept:
    digest = hashlib.sha256(content).digest()
    if digest not in _KEPT:
        while len(_KEPT) >= _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        _KEPT[digest] = _Kept(read_info(template, TemplateKind.MINE).marks)
    return _KEPT[digest]


def _read(part: Part) -> tuple[Element, tuple[tuple[int, Filling | Sequence], ...]]:
    problems: list[Problem] = []
    master = deepcopy(part.root)
    slots = Reader(part.name, master, problems.append).program(root_shapes())
    if problems:
        raise TemplateError(f"The template has a mistake in its {problems[0]}", "Mend it in Word, or choose another template.")
    places = {element: place for place, element in enumerate(master.iter())}
    return master, tuple((places[element], slot) for element, slot in slots)
