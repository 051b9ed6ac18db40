"""Mentions → persons: one value a person, with every place where the article names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.analysis.people.names import Mention, address_genders, given_names
from briefing.analysis.quotes.grammar import PERSONAL

if TYPE_CHECKING:
    from briefing.analysis.quotes.reading import Reading

_MOST_VOTES = 6  # mentions whose sentences are looked at for pronouns
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Person:
    """A person: the fullest name, the mentions in the order of the text, and the gender, m, f or "" where nothing tells it."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    gender: str = ""

    @property
    def name(self) -> str:
        """The fullest name in the article."""
        return " ".join(self.words)


@dataclass(slots=True)
class _Cluster:
    """Mentions gathered so far; lives only while persons are made."""

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)

    def last(self) -> str:
        return _bare(self.words)[-1]


def persons_of(mentions: Sequence[Mention], readings: Sequence[Reading]) -> tuple[Person, ...]:
    """The persons, in the order in which the article first names them."""
    clusters: list[_Cluster] = []
    for mention in mentions:
        if len(_bare(mention.words)) > 1:
            _join_full(mention, clusters)
    for mention in mentions:
        if len(_bare(mention.words)) == 1:
            _join_single(mention, clusters)
    persons = [_person(cluster) for cluster in clusters if not all(m.attribute for m in cluster.mentions)]
    named: dict[int, list[tuple[int, str]]] = {}
    for person in persons:
        for mention in person.mentions:
            named.setdefault(mention.reading, []).append((mention.first, person.name))
    gendered = (person if person.gender else replace(person, gender=gender_seen(person, named, readings)) for person in persons)
    return tuple(sorted(gendered, key=lambda person: person.mentions[0].span))


def gender_seen(person: Person, named: Mapping[int, Sequence[tuple[int, str]]], readings: Sequence[Reading]) -> str:
    """The gender of the pronouns that follow in the sentences that name nobody else; ``named`` by paragraph: token and name."""
    votes: Counter[str] = Counter()
    for mention in person.mentions[:_MOST_VOTES]:
        if mention.quoted:
            continue
        reading = readings[mention.reading]
        sentence = reading.token(mention.last).sent
        inside = range(sentence.start, sentence.end)
        if all(name == person.name or first not in inside for first, name in named[mention.reading]):
            following = (reading.words[i].lower() for i in inside if i > mention.last and i not in reading.quoted)
            votes.update(PERSONAL[word] for word in following if word in PERSONAL)
    if votes["m"] == votes["f"]:
        return ""
    return "m" if votes["m"] > votes["f"] else "f"


@lru_cache(maxsize=4096)
def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without Jr. and III."""
    kept = tuple(word for word in words if word.lower().strip(".,") not in _SUFFIXES)
    return kept or words


def _join_full(mention: Mention, clusters: list[_Cluster]) -> None:
    for cluster in clusters:
        if same_name(cluster.words, mention.words):
            cluster.mentions.append(mention)
            if (
                len(mention.words) > len(cluster.words)
                or len(mention.words[0].strip(".")) > len(cluster.words[0].strip(".")) == 1
            ):
                cluster.words = mention.words
            return
    clusters.append(_Cluster(mention.words, [mention]))


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: the same surname, and given names or initials that agree."""
    one, other = _bare(one), _bare(other)
    if one[-1].lower() != other[-1].lower():
        return False
    first, second = one[0].lower().strip("."), other[0].lower().strip(".")
    if first == second or set(one) <= set(other) or set(other) <= set(one):
        return True
    return (len(first) == 1 or len(second) == 1) and first[0] == second[0]


def _join_single(mention: Mention, clusters: list[_Cluster]) -> None:
    """A surname, or a given name, belongs to the one who was named last and fits the form of address."""
    word = mention.words[0]
    fitting = [c for c in clusters if c.last() == word] or [c for c in clusters if c.words[0] == word]
    gender = address_genders().get(mention.address, "")
    fitting = [c for c in fitting if not gender or _gender(c) in {"", gender}] or fitting
    if not fitting:
        clusters.append(_Cluster(mention.words, [mention]))
        return
    max(fitting, key=lambda cluster: _nearness(cluster, mention)).mentions.append(mention)


def _nearness(cluster: _Cluster, mention: Mention) -> tuple[int, int]:
    before = [other.span.start for other in cluster.mentions if other.span.start < mention.span.start]
    return (max(before), 0) if before else (-1, -min(other.span.start for other in cluster.mentions))


def _gender(cluster: _Cluster) -> str:
    """Forms of address decide; the given name is a prior."""
    votes = Counter(address_genders().get(mention.address, "") for mention in cluster.mentions)
    if votes["m"] != votes["f"]:
        return "m" if votes["m"] > votes["f"] else "f"
    given = cluster.words[0].lower() if len(cluster.words) > 1 else ""
    return given_names().get(given, given_names().get(given.split("-")[0], ""))


def _person(cluster: _Cluster) -> Person:
    mentions = tuple(sorted(cluster.mentions, key=lambda mention: mention.span))
    return Person(cluster.words, mentions, _gender(cluster))


def person_at(persons: Iterable[Person], start: int, end: int) -> Person | None:
    """The person whose first mention in a range of the article it is."""
    inside = [(m.span, p) for p in persons for m in p.mentions if m.span.start < end and start < m.span.end]
    return min(inside, key=lambda pair: pair[0])[1] if inside else None
