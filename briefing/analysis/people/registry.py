"""The registry of an article's people: who a name, a pronoun, a bare title or a body's name stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.analysis.people.bodies import body_named
from briefing.analysis.people.names import address_genders, is_country_or_acronym, is_title
from briefing.analysis.people.persons import Person, person_at
from briefing.analysis.people.pronouns import Spoken, antecedent
from briefing.analysis.people.roles import Role, role_words
from briefing.analysis.people.unnamed import people_before
from briefing.analysis.quotes.grammar import PERSONAL, Source, source_of
from briefing.assets import words
from briefing.model import Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.quotes.reading import Reading

_DEFINITE = re.compile(r"(?:the|this|that|his|her|their|our)\b", re.IGNORECASE)
_UNNAMED = frozenset(
    {"official", "aide", "adviser", "advisor", "police", "spokesman", "spokeswoman", "spokesperson", "source", "witness"}
)
_HEARD = 2  # paragraphs back to which "it" looks for the text or body that spoke
_CLAUSE = re.compile(r",| who | of the | in the | at the | on the ")
# What ends a source's name: a relative or another clause, an apposition, brackets: a resident | who lived there.
_TAIL = re.compile(
    r",? (?:who|whom|whose|which|where|when|while|after)\b|, (?:an?|the|that|then|now|formerly|including|\w+ing|\w+ed|[“\"'‘])\b"
    r"| that (?:is|was|were|are|has|have|had)\b|\s?[(\[]|\s[—–]\s|;"
)
_ARTICLE = re.compile(r"^the\s", re.IGNORECASE)
_SMALL = frozenset({"of", "and", "for", "the", "&", "on", "in", "de", "la", "to"})
_POSSESSIVE = re.compile(r"['’]s?\s")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a mention stands for, the person if it is one, and whether words other than the name led there."""

    speaker: Speaker
    person: Person | None = None
    indirectly: bool = False
    reading: int = 0  # the paragraph of the mention

    @property
    def is_it(self) -> bool:
        """Whether "it" can stand for the speaker: a body, or a text such as a statement."""
        name = self.speaker.name.lower().split()
        is_text = bool(name) and not words("nouns-of-saying").isdisjoint({name[-1], name[-1].removesuffix("s")})
        return self.person is None and (self.speaker.kind is SpeakerKind.ORGANISATION or is_text)


@dataclass(frozen=True)
class People:
    """Everyone an article names; resolves mentions anywhere in it."""

    text: str  # the article's
    readings: tuple[Reading, ...]
    persons: tuple[Person, ...]
    roles: Mapping[str, Role]  # by the person's name
    starts: tuple[int, ...]  # of the readings

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Every person named, in the order of the article, with role and organisation as printed."""
        return tuple(self.speaker(person) for person in self.persons)

    def speaker(self, person: Person) -> Speaker:
        """A person as a speaker."""
        role = self.roles[person.name]
        return Speaker(person.name, role.text, role.organisation)

    def named(self, text: str) -> Speaker | None:
        """The person of that name: a full name, a surname, with or without titles."""
        wanted = [word for word in re.findall(r"[^\W\d_][\w’'.-]*", text) if not is_title(word)]
        for person in self.persons:
            if wanted and wanted[-1].lower() == person.words[-1].lower() and (len(wanted) == 1 or wanted[0] in person.words):
                return self.speaker(person)
        return None

    def resolve(self, mention: Span) -> Speaker | None:
        """Whom any words of the article stand for: a name, a pronoun, "the minister", "the ministry"; None if nobody."""
        reading = self._reading_at(mention.start)
        tokens = reading.passage.tokens(mention) if reading is not None else None
        if reading is None or tokens is None:
            return None
        resolved = self.identify(tokens.root, mention)
        return resolved.speaker if resolved else None

    def identify(
        self, head: Token, mention: Span, last: Resolved | None = None, heard: Resolved | None = None
    ) -> Resolved | None:
        """The same for a mention whose head is known; ``last`` is the person, ``heard`` the text or body that spoke before."""
        reading = self._reading_at(mention.start)
        if reading is None:
            return None
        resolved = self._identify(head, mention, reading, last, heard)
        return replace(resolved, reading=reading.number) if resolved is not None else None

    def _identify(
        self, head: Token, mention: Span, reading: Reading, last: Resolved | None, heard: Resolved | None
    ) -> Resolved | None:
        spoken = Spoken(last.person, last.reading) if last is not None and last.person is not None else None
        if source_of(head) is Source.PRONOUN:
            person = antecedent(PERSONAL[head.lower_], mention.start, reading.number, self.persons, spoken)
            return self._known(person) if person is not None else self._unnamed(mention, reading, plural=False)
        if head.lower_ in words("stand-ins") and not any(child.lower_ == "of" for child in head.children):
            return self._stand_in(head, mention, reading, heard)
        named = self._named_in(head, mention, reading)
        if named is not None:
            return Resolved(self.speaker(named), named)
        return self._described(head, mention, reading, spoken)

    def _reading_at(self, position: int) -> Reading | None:
        number = bisect_right(self.starts, position) - 1
        return self.readings[number] if number >= 0 else None

    def _known(self, person: Person | None) -> Resolved | None:
        return Resolved(self.speaker(person), person, indirectly=True) if person is not None else None

    def _stand_in(self, head: Token, mention: Span, reading: Reading, heard: Resolved | None) -> Resolved | None:
        """Who, for "it" the text or body that spoke last, for "they" the people told of; "I" is nobody the registry knows."""
        if head.lower_ in {"who", "that", "which"}:
            person = person_at(self.persons, max(reading.span.start, mention.start - 60), mention.start)
            return self._known(person)
        if head.lower_ == "they":
            return self._unnamed(mention, reading, plural=True)
        if head.lower_ == "it":
            if heard is not None and reading.number - heard.reading <= _HEARD:
                return replace(heard, indirectly=True)
            body = body_named("", mention.start, self.readings[: reading.number + 1])
            return Resolved(Speaker(printed_name(body), kind=SpeakerKind.ORGANISATION), indirectly=True) if body else None
        return None

    def _unnamed(self, mention: Span, reading: Reading, *, plural: bool) -> Resolved | None:
        """The residents, a neighbour: people without a name whom a pronoun stands for."""
        place = people_before(mention.start, self.readings[: reading.number + 1], plural=plural)
        if place is None:
            return None
        return Resolved(Speaker(self._printed(place), kind=SpeakerKind.UNNAMED), indirectly=True)

    def _named_in(self, head: Token, mention: Span, reading: Reading) -> Person | None:
        """The person whose name the mention holds, if it is the one who speaks: not the owner of a spokesman or a campaign."""
        place = reading.passage.place(head)
        person = person_at(self.persons, place.start, place.end)
        if person is not None:
            return person
        cut = _CLAUSE.search(mention.of(self.text))
        core = Span(mention.start, min(mention.start + cut.start() if cut else mention.end, _before_preposition(head, reading)))
        person = person_at(self.persons, core.start, core.end)
        if person is not None and not self._owns(core, head) and (place.end <= start_in(person, mention) or head.pos_ == "PROPN"):
            return person
        return self._in_apposition(head, place, mention) if source_of(head) is Source.ROLE else None

    def _owns(self, core: Span, head: Token) -> bool:
        return head.pos_ == "NOUN" and _POSSESSIVE.search(core.of(self.text) + " ") is not None

    def _in_apposition(self, head: Token, role: Span, mention: Span) -> Person | None:
        """The chairman, X · Speaker of the House Rep. X: the person named right behind the role."""
        person = person_at(self.persons, role.end, mention.end)
        if person is None:
            return None
        between = self.text[role.end : start_in(person, mention)].strip(" ,—–").split()
        of_a_body = between[:1] == ["of"] and all(is_country_or_acronym(word) for word in between[1:] if word != "the")
        second = len(between) > 1 and between[0] == "of" and is_title(between[-1]) and head.tag_ == "NNP"
        return person if all(map(is_title, between)) or (of_a_body and len(between) > 1) or second else None

    def _described(self, head: Token, mention: Span, reading: Reading, spoken: Spoken | None) -> Resolved:
        """The minister, the ministry, the letter, a spokesman for the ministry."""
        printed = self._printed(mention)
        source = source_of(head)
        definite = _DEFINITE.match(mention.of(self.text)) is not None
        known: Resolved | None = None
        if source is Source.TEXT:
            known = self._owner(head, mention)
        elif source is Source.ROLE and definite:
            known = self._known(self._by_role(head, printed, mention) or self._by_nearness(head, mention, reading, spoken))
        if known is not None:
            return known
        if source is Source.BODY or head.lemma_.lower() in words("organisation-nouns"):
            return self._body(head, mention, reading, definite=definite)
        if source is Source.NAME:
            return Resolved(Speaker(_without_titles(printed)))
        return Resolved(Speaker(printed, kind=SpeakerKind.UNNAMED))

    def _body(self, head: Token, mention: Span, reading: Reading, *, definite: bool) -> Resolved:
        """An organisation as printed, or for "the company" the one it stands for."""
        before = self.readings[: reading.number + 1]
        body = body_named(head.lemma_.lower(), mention.start, before) if definite and head.pos_ == "NOUN" else ""
        return Resolved(
            Speaker(printed_name(body) or self._printed(mention), kind=SpeakerKind.ORGANISATION), indirectly=bool(body)
        )

    def _owner(self, head: Token, mention: Span) -> Resolved | None:
        """For "X's statement" X."""
        reading = self._reading_at(mention.start)
        owner = next((child for child in head.children if child.dep_ == "poss"), None)
        if owner is None or reading is None:
            return None
        if owner.lower_ in PERSONAL:
            return self._known(antecedent(PERSONAL[owner.lower_], mention.start, reading.number, self.persons))
        place = reading.passage.place(owner)
        person = person_at(self.persons, place.start, place.end)
        if person is not None:
            return self._known(person)
        printed = self._printed(Span(reading.passage.place(owner.left_edge).start, place.end))
        return Resolved(Speaker(printed, kind=SpeakerKind.ORGANISATION), indirectly=True)

    def _by_role(self, head: Token, printed: str, mention: Span) -> Person | None:
        """The one named before whose role holds the word; the best fit, then the nearest."""
        wanted = role_words(printed)
        best: tuple[tuple[int, int], Person] | None = None
        for person in self.persons:
            has = self.roles[person.name].words
            if not {head.lower_, head.lemma_.lower()} & has:
                continue
            before = [m.span.start for m in person.mentions if m.span.start < mention.start]
            if before and (best is None or (len(wanted & has), max(before)) > best[0]):
                best = ((len(wanted & has), max(before)), person)
        return best[1] if best else None

    def _by_nearness(self, head: Token, mention: Span, reading: Reading, spoken: Spoken | None) -> Person | None:
        """The man, the senator: the one who spoke last or was last named as a subject."""
        if head.lemma_.lower() in _UNNAMED or head.tag_ == "NNS" or any(child.dep_ == "relcl" for child in head.children):
            return None
        return antecedent(address_genders().get(head.lemma_.lower(), ""), mention.start, reading.number, self.persons, spoken)

    def _printed(self, mention: Span) -> str:
        return printed_name(mention.of(self.text))


def _before_preposition(head: Token, reading: Reading) -> int:
    """Where the noun's own complement begins: the attorneys | for Clinton."""
    complement = next((child for child in head.rights if child.dep_ == "prep" and head.pos_ == "NOUN"), head.doc[-1])
    return reading.passage.place(complement).start if complement.i > head.i else reading.span.end


def start_in(person: Person, mention: Span) -> int:
    """Where in the mention the person is named."""
    return next((m.span.start for m in person.mentions if mention.start <= m.span.start < mention.end), mention.end)


def printed_name(text: str) -> str:
    """The words that name an unnamed source or a body: no clause or apposition behind it, no article before a proper name."""
    name = " ".join(_TAIL.split(" ".join(text.split()), maxsplit=1)[0].split()).strip(" ,;:—–-")
    bare = _ARTICLE.sub("", name)
    return bare if all(word[0].isupper() or word in _SMALL for word in bare.split()) else name


def _without_titles(printed: str) -> str:
    names = printed.split(",", maxsplit=1)[0].split()
    while len(names) > 1 and is_title(names[0]):
        names = names[1:]
    return " ".join(names)
