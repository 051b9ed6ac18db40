"""Names of people in parsed paragraphs: where they stand, without titles, and how they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from briefing.analysis.people.mistaken import mistaken_names
from briefing.analysis.people.names import (
    Mention,
    address_genders,
    callings,
    calls,
    given_names,
    is_body,
    is_brand,
    is_name_word,
    is_title,
    never_in_names,
)
from briefing.analysis.people.titled import names_behind_titles
from briefing.analysis.quotes.grammar import says
from briefing.assets import words
from briefing.model import Span

if TYPE_CHECKING:
    from briefing.analysis.quotes.reading import Reading

_NO_NAME = re.compile(r"[\d@<>{}/#&]|http")
_LONGEST = 5  # words in a name
_HEADS = frozenset(
    {"founder", "co-founder", "director", "executive", "ceo", "chairman", "chairwoman", "chair", "president", "owner"}
)
_HEADED = 2  # words before the body: founder, of
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NO_PERSON = frozenset({"FAC", "WORK_OF_ART", "LOC", "PRODUCT", "EVENT", "LAW"})
_OPEN_KINDS = frozenset({"", "NORP", "DATE", "TIME", "LANGUAGE", "PRODUCT", "LAW", "CARDINAL"})  # a person after all, perhaps


@cache
def _saying_forms() -> frozenset[str]:
    """Said, stated: verbs that the model may take for a given name at the head of a sentence."""
    verbs = words("verbs-of-saying")
    return frozenset({"said", "told", "wrote", "says", "tells"} | {verb + end for verb in verbs for end in ("ed", "d", "s")})


def mentions_in(readings: Sequence[Reading]) -> tuple[Mention, ...]:
    """Every name in the order of the text: what the model sees, what titles and given names show, and surnames seen before."""
    mistaken: dict[int, list[tuple[int, int]]] = {}
    for reading, first, last in mistaken_names(readings):
        mistaken.setdefault(reading.number, []).append((first, last))
    found = [mention for reading in readings for mention in _first_hand(reading, mistaken.get(reading.number, ()))]
    surnames = {mention.words[-1] for mention in found if len(mention.words) > 1 or mention.address in address_genders()}
    for reading in readings:
        taken = {
            index for mention in found if mention.reading == reading.number for index in range(mention.first, mention.last + 1)
        }
        found.extend(_surnames(reading, surnames, taken))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _first_hand(reading: Reading, mistaken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    taken: set[int] = set()
    rules = (names_behind_titles, _entities, _after_titles, _after_roles, _with_given_names)
    for first, last in chain(*(rule(reading) for rule in rules), mistaken):
        mention = _mention(reading, first, last)
        if mention is not None and taken.isdisjoint(range(mention.first, mention.last + 1)):
            taken.update(range(mention.first, mention.last + 1))
            yield mention


def _entities(reading: Reading) -> Iterator[tuple[int, int]]:
    for entity in reading.passage.doc.ents:
        if entity.label_ == "PERSON" and not _NO_NAME.search(entity.text):
            yield entity.start, entity.end - 1


def _after_titles(reading: Reading) -> Iterator[tuple[int, int]]:
    """Minister Timur Bekov, Mr Hale: names that the model took for something else."""
    doc = reading.passage.doc
    for index, word in _before_capitals(reading):
        if word.lower().rstrip(".") not in callings() or doc[index + 1].ent_type_ == "PERSON" or not is_name_word(doc[index + 1]):
            continue
        last = _run(reading, index + 1)
        addressed = word[0].isupper() and word.lower().rstrip(".") in address_genders()
        kinds = {doc[index].ent_type_, doc[last].ent_type_}
        if (addressed or last > index + 1) and not _NO_PERSON & kinds and not is_body(doc[last]):
            yield index + 1, last


def _after_roles(reading: Reading) -> Iterator[tuple[int, int]]:
    """The ministry's spokesman, Ivo Hanak: a whole apposition of two names or more behind a role."""
    for index, word in enumerate(reading.words[:-2]):
        if word != "," or not index or not calls(reading.words[index - 1]) or reading.token(index - 1).tag_ == "NNS":
            continue
        first = index + 1
        while first + 1 < len(reading.words) and reading.words[first].lower().rstrip(".") in address_genders():
            first += 1
        if not is_name_word(reading.token(first)) or reading.token(first).ent_type_ not in _OPEN_KINDS | {"ORG", "PERSON"}:
            continue
        last = _run(reading, first)
        ends = last + 1 >= len(reading.words) or not reading.words[last + 1][0].isalnum()
        if ends and last > first and not any(name.lower() in words("english") for name in reading.words[first : last + 1]):
            yield first, last


def _with_given_names(reading: Reading) -> Iterator[tuple[int, int]]:
    """Ann Cole: names that begin with a known given name and that the model passed over."""
    doc = reading.passage.doc
    for index, word in _before_capitals(reading):
        known = word[0].isupper() and word.lower() in given_names() and doc[index].ent_type_ in _OPEN_KINDS
        if known and doc[index].pos_ == "PROPN" and is_name_word(doc[index + 1]):
            yield index, _run(reading, index)


@lru_cache(maxsize=2)
def _before_capitals(reading: Reading) -> tuple[tuple[int, str], ...]:
    """Each word that stands before a capitalised one, with its number."""
    pairs = enumerate(pairwise(reading.words))
    return tuple((index, word) for index, (word, following) in pairs if following[0].isupper() and word[0].isalpha())


def _run(reading: Reading, first: int) -> int:
    """The last token of a run of capitalised words, with what may join them: Kassym-Jomart Tokayev, Ursula von der Leyen."""
    last = first
    while last - first < _LONGEST + 1:
        following = _next_name_word(reading, last)
        if following is None:
            break
        last = following
    return last


def _next_name_word(reading: Reading, last: int) -> int | None:
    doc, following = reading.passage.doc, last + 1
    if following < len(doc) and doc[following].text == "-" and not doc[last].whitespace_:
        following += 1
    while following < len(doc) and reading.words[following] in words("name-particles"):
        following += 1
    return following if following < len(doc) and is_name_word(doc[following]) else None


def _mention(reading: Reading, first: int, last: int) -> Mention | None:
    """The name between two tokens, titles before and the possessive after left out; None where no name is left."""
    doc = reading.passage.doc
    while first <= last and (
        is_title(doc[first].text) or doc[first].lower_ in _saying_forms() or not doc[first].text[0].isalnum()
    ):
        first += 1
    while last >= first and (doc[last].text in {"'s", "’s", "'"} or not doc[last].text[0].isalpha()):
        last -= 1
    names = [token.text for token in doc[first : last + 1]]
    if not names or not names[0][0].isupper() or len(names) > _LONGEST + 2:
        return None
    followed = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    of_a_place = first > 1 and reading.words[first - 1] == "of" and reading.words[first - 2].lower() in words("place-nouns")
    if (
        _is_place(names)
        or of_a_place
        or followed in words("place-nouns")
        or (len(names) == 1 and doc[last].ent_type_ in {"DATE", "NORP"})
    ):
        return None
    last = _run(reading, last)  # the model may leave the surname out
    while first >= 2 and doc[first - 1].text == "-" and is_name_word(doc[first - 2]):  # or one half of Kassym-Jomart
        first -= 2
    return _made(reading, first, last)


def _is_place(names: Sequence[str]) -> bool:
    """Pavlodar, North Kazakhstan, or one capital letter or acronym: what the model takes for people and is none."""
    if names[-1] in words("countries") or " ".join(names) in words("cities"):
        return True
    rest = names[1:] if names[0] == "Park" else names  # Korean surnames stand first
    if any(name.lower() in never_in_names() for name in rest):
        return True
    return len(names) == 1 and (len(names[0]) < 2 or (names[0].isupper() and len(names[0]) > 4) or is_brand(names[0]))


def _made(reading: Reading, first: int, last: int) -> Mention:
    doc = reading.passage.doc
    root = doc[first : last + 1].root
    start = reading.starts[first]
    end = reading.starts[last] + len(doc[last].text)
    before = doc[first - 1].lower_.rstrip(".") if first else ""
    name = reading.text[start - reading.span.start : end - reading.span.start]
    subject = root.dep_ in _SUBJECTS
    return Mention(
        tuple(name.split()),
        Span(start, end),
        reading.number,
        first,
        last,
        subject,
        subject and bool(says(root.head)),
        root.dep_ == "poss",
        root.dep_ in {"compound", "amod", "nmod"} or before == "at" or _is_headed(reading, first),  # an analyst at Julius Baer
        first in reading.quoted,
        before if is_title(before) else "",
    )


def _is_headed(reading: Reading, first: int) -> bool:
    """Co-founder of Norsk Salt: what has a founder or a director is a body, unless its first word is a given name."""
    before = [word.lower() for word in reading.words[max(0, first - 2) : first]]
    return (
        len(before) == _HEADED and before[0] in _HEADS and before[1] == "of" and reading.words[first].lower() not in given_names()
    )


def _surnames(reading: Reading, surnames: set[str], taken: set[int]) -> Iterator[Mention]:
    """Surnames seen elsewhere with a given name, where the model did not see a person."""
    for index, word in enumerate(reading.words):
        if word in surnames and index not in taken and not _in_longer_name(reading, index):
            yield _made(reading, index, index)


def _in_longer_name(reading: Reading, index: int) -> bool:
    before = reading.words[index - 1] if index else ""
    return before[:1].isupper() and not is_title(before) and reading.token(index - 1).pos_ == "PROPN"
