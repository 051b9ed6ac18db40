"""Who "he" is: every person named before is weighed; the table of weights stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.analysis.people.names import Mention
    from briefing.analysis.people.persons import Person

WEIGHTS: Mapping[str, float] = {
    "paragraph between": -0.9,
    "thousand characters between": -1.1,
    "subject": 1.2,
    "subject of a verb of saying": 1.0,
    "possessor": -0.5,
    "object": -0.4,
    "gender known to agree": 1.5,
    "named once and no subject": -0.8,
    "named again": 0.12,  # each time, five times at most
    "named in a quote": -2.0,
    "spoke last": 1.9,
    "paragraph since speaking": -1.3,
}
_REACH = 6  # paragraphs back


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who spoke before, and in which paragraph."""

    person: Person
    reading: int


def antecedent(
    gender: str, position: int, reading: int, persons: Sequence[Person], spoken: Spoken | None = None
) -> Person | None:
    """The likeliest person for he (m), she (f) or either ("") at a position of the article."""
    best: tuple[float, Person] | None = None
    for person in persons:
        if gender and person.gender and person.gender != gender:
            continue
        for weight in _weights(person, gender, position, reading, spoken):
            if best is None or weight > best[0]:
                best = (weight, person)
    return best[1] if best else _further_back(gender, position, persons)


def _further_back(gender: str, position: int, persons: Sequence[Person]) -> Person | None:
    """Where nobody fits near by: the last one named anywhere before whose gender is known to agree."""
    before = [(m.span.start, p) for p in persons if gender and p.gender == gender for m in p.mentions if m.span.start < position]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _weights(person: Person, gender: str, position: int, reading: int, spoken: Spoken | None) -> Iterator[float]:
    agreement = WEIGHTS["gender known to agree"] if gender and person.gender == gender else 0.0
    for mention in person.mentions:
        if mention.span.start >= position:
            break
        if reading - mention.reading <= _REACH:
            yield agreement + _weight(mention, person, position, reading)
    if spoken is not None and spoken.person is person and reading - spoken.reading <= _REACH:
        yield agreement + WEIGHTS["spoke last"] + WEIGHTS["paragraph since speaking"] * (reading - spoken.reading)


def _weight(mention: Mention, person: Person, position: int, reading: int) -> float:
    weight = WEIGHTS["paragraph between"] * (reading - mention.reading)
    weight += WEIGHTS["thousand characters between"] * (position - mention.span.start) / 1000
    weight += WEIGHTS["named again"] * min(len(person.mentions), 5)
    if mention.subject:
        weight += WEIGHTS["subject"]
    else:
        weight += WEIGHTS["possessor"] if mention.possessor else WEIGHTS["object"]
    if mention.reports:
        weight += WEIGHTS["subject of a verb of saying"]
    if mention.quoted:
        weight += WEIGHTS["named in a quote"]
    if len(person.mentions) == 1 and not mention.subject:
        weight += WEIGHTS["named once and no subject"]
    return weight
