"""The table of units of measure, and one expression for all that may stand behind a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefing.analysis.figures.currencies import by_word
from briefing.assets import rows
from briefing.model import FigureKind

KINDS = {
    "share": FigureKind.SHARE,
    "measure": FigureKind.MEASURE,
    "duration": FigureKind.DURATION,
    "temperature": FigureKind.MEASURE,
    "ratio": FigureKind.RATIO,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure and the kind of quantity it makes."""

    name: str
    kind: FigureKind


@cache
def units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Units by their forms: as written with capitals, and in lower case."""
    exact: dict[str, Unit] = {}
    loose: dict[str, Unit] = {}
    for name, kind, forms in rows("units"):
        for form in forms.split(","):
            table, key = (exact, form[1:]) if form.startswith("=") else (loose, form.lower())
            table.setdefault(key, Unit(name, KINDS[kind]))
    return exact, loose


@cache
def unit_pattern() -> re.Pattern[str]:
    """One expression for every unit and every currency word that may stand after a number."""
    exact, loose = units()

    def alternatives(forms: set[str]) -> str:
        return "|".join(re.escape(f).replace(r"\ ", r"[\s-]+") for f in sorted(forms, key=len, reverse=True))

    either = f"(?:{alternatives(set(loose) | set(by_word()))})"
    return re.compile(
        rf"[\s-]{{0,2}}\(?(?:(?P<exact>(?-i:{alternatives(set(exact))}))|(?P<loose>{either}))(?![A-Za-z0-9²³]|-to-)",
        re.IGNORECASE,
    )
