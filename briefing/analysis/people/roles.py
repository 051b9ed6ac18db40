"""What a person is: the title before the name, the words in apposition after it, the organisation in either."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.assets import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Entity

    from briefing.analysis.people.names import Mention
    from briefing.analysis.people.persons import Person
    from briefing.analysis.quotes.reading import Reading

_LONGEST = 14  # words in a role
_LINKS = frozenset({"of", "and", "for", "the", "-", "–", "—", "&", "'s", "’s", "at", "in", "on"})
_DASHES = frozenset({"-", "–", "—"})
_PLURAL = frozenset({"NNS", "NNPS"})
_KIN = frozenset(
    {
        "mother",
        "father",
        "son",
        "daughter",
        "wife",
        "husband",
        "brother",
        "sister",
        "man",
        "woman",
        "boy",
        "girl",
        "friend",
        "guy",
        "mum",
        "dad",
        "mom",
    }
)
_PORTFOLIO = frozenset({"minister", "ministers", "secretary", "commissioner", "tsar", "czar"})
_EDGES = re.compile(r"^[Tt]he\s|['’]s?$")
# Whose minister that is, the role does not say.
_LANDS = frozenset({"country", "nation", "kingdom", "republic", "state", "city", "town", "region"})
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "on"})
_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "prof", "rev", "hon"})
_CAPITALISED = frozenset({"PROPN", "NOUN", "ADJ"})
_ENDS = frozenset({".", ",", ";", ":", '"', "(", ")", "—", "–", "``", "''"})
_AGE = re.compile(r"^\d+[- ]year[- ]old\s+")
_DEMONYM = re.compile(r"(?:an|ese|ish|ian|i)$")
_WORD = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed, with the organisation named in it."""

    text: str
    organisation: str = ""
    words: frozenset[str] = frozenset()  # in small letters, for "the minister"


def role_of(person: Person, readings: Sequence[Reading]) -> Role:
    """The role at the best mention, and the role words of all mentions."""
    found = [role for mention in person.mentions[:12] for role in _roles_at(mention, readings[mention.reading])]
    if not found:
        return Role("")
    best = max(found, key=lambda role: (bool(role.words), min(len(role.text.split()), 6), -found.index(role)))
    return Role(best.text, best.organisation, frozenset(word for role in found for word in role.words))


def _roles_at(mention: Mention, reading: Reading) -> Iterator[Role]:
    before = _title_before(mention, reading)
    after = _apposition(mention, reading)
    for first, last in (*before, *_before_comma(mention, reading), *after):
        yield _role(reading, first, last)


def _role(reading: Reading, first: int, last: int) -> Role:
    doc = reading.passage.doc
    base = reading.span.start
    text = reading.text[reading.starts[first] - base : reading.starts[last] + len(doc[last].text) - base]
    organisations = (_named_body(entity, doc) for entity in doc[first : last + 1].ents if entity.label_ == "ORG")
    return Role(_AGE.sub("", " ".join(text.split())), next(filter(None, organisations), ""), role_words(text))


def _named_body(entity: Entity, doc: Doc) -> str:
    """The body's name without article and possessive; "" for a portfolio: Transport Minister, Minister of Trade."""
    before = [doc[index].lower_ for index in range(max(0, entity.start - 2), entity.start)]
    after = doc[entity.end].lower_ if entity.end < len(doc) else ""
    if entity.text.isupper():
        return entity.text
    if after in _PORTFOLIO or _PORTFOLIO & {word.lower() for word in entity.text.split()}:
        return ""
    if len(before) == 2 and before[0] in _PORTFOLIO and before[1] in {"of", "for"}:
        return ""
    return _EDGES.sub("", entity.text)


def role_words(text: str) -> frozenset[str]:
    """The words of a role in small letters, where it holds a noun for a role at all."""
    found = frozenset(word.lower() for word in _WORD.findall(text))
    return found if found & words("role-nouns") else frozenset()


@cache
def _title_words() -> frozenset[str]:
    return words("titles") - _ADDRESS - {"the", "a", "an"}


def _is_role(token: Token) -> bool:
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    return token.lemma_.lower() in words("role-nouns") or token.lower_.rstrip(".") in _title_words()


def _title_before(mention: Mention, reading: Reading) -> Iterator[tuple[int, int]]:
    """Deputy Prime Minister – Minister of Trade and Integration Serik Zhumangarin."""
    doc, last = reading.passage.doc, mention.first - 1
    while last >= 1 and doc[last].lower_.rstrip(".") in _ADDRESS:
        last -= 1
    if last >= 1 and doc[last].text == "," and _is_role(doc[last - 1]):  # Malaysia's Prime Minister, Mr Najib Razak
        last -= 1
    first = last + 1
    while first > 0 and last - first < _LONGEST and _continues(doc, first - 1, last):
        first -= 1
    first = _without_edge(reading, _after_object_of(doc, first, last), last)
    if first <= last and any(_is_role(token) for token in doc[first : last + 1]) and not _is_other(doc[last]):
        yield first, last


def _is_other(token: Token) -> bool:
    """Whether a title that ends so speaks of other people: "councillors", "the minister's wife"."""
    return token.tag_ in _PLURAL or token.lower_ in _KIN


def _after_object_of(doc: Doc, first: int, last: int) -> int:
    """In "critics of President X" the title begins behind "of"; in "Bank of England governor X" it does not."""
    if last < first or not _is_role(doc[last]):
        return first
    cuts = (
        index + 1
        for index in range(first + 1, last)
        if doc[index].lower_ in _PREPOSITIONS and not doc[index].ent_type_ and doc[index - 1].pos_ != "PROPN"
    )
    return max(cuts, default=first)


def _continues(doc: Doc, index: int, last: int) -> bool:
    token = doc[index]
    if token.text in _DASHES:  # Prime Minister – Minister of Trade; no dateline: LORN — Energy Minister
        return 0 < index < last and _is_role(doc[index - 1])
    if token.lower_ in _LINKS or token.text == "of":
        return index < last
    if token.lower_.rstrip(".") in _ADDRESS or token.is_punct or token.is_space:
        return False
    if token.text[:1].isupper() and token.pos_ in {*_CAPITALISED, "VERB"}:
        return not (token.ent_type_ == "PERSON" and not _is_role(token)) or _is_demonym(token, last)
    if token.dep_ == "poss" and token.pos_ == "NOUN":  # the project's chief engineer
        return True
    return (
        token.pos_ in {"NOUN", "ADJ"}
        and token.ent_type_ not in {"DATE", "TIME"}
        and (token.dep_ in {"compound", "amod"} or _is_role(token))
    )


def _is_demonym(token: Token, last: int) -> bool:
    """Moldovan President: the model may take the first word for a person."""
    return token.i + 1 <= last and _is_role(token.doc[token.i + 1]) and _DEMONYM.search(token.lower_) is not None


def _without_edge(reading: Reading, first: int, last: int) -> int:
    """Leave out linking words in front, and the country in front of a long title."""
    doc = reading.passage.doc
    while first <= last and (doc[first].lower_ in _LINKS or doc[first].is_punct):
        first += 1
    has_long_title = last - first >= 3 and any(token.lower_ in {"of", "for"} for token in doc[first : last + 1])
    if first < last and doc[first].ent_type_ == "NORP" and has_long_title:
        first += 1
    return _with_article(doc, first, last)


def _with_article(doc: Doc, first: int, last: int) -> int:
    """The article stays where it is the owner's: the project's chief engineer."""
    owner = next((index for index in range(first, last) if doc[index + 1].lower_ in {"'s", "’s", "'"}), None)
    if owner is None or doc[owner].pos_ != "NOUN":
        return first
    if doc[owner].lower_ in _LANDS:
        return owner + 2
    return first - 1 if first > 0 and doc[first - 1].lower_ == "the" else first


def _after_age(doc: Doc, start: int) -> int:
    """In "Paul Stein, 54, mayor of Lorn" and "Paul Stein, M.D., director" the role begins behind the second comma."""
    is_short = start + 2 < len(doc) and doc[start + 1].text == ","
    return start + 2 if is_short and (doc[start].like_num or "." in doc[start].text) else start


def _before_comma(mention: Mention, reading: Reading) -> Iterator[tuple[int, int]]:
    """The Minister of Agriculture, Aidar Bekov, …: a role that the name stands in apposition to."""
    doc = reading.passage.doc
    last = mention.first - 1
    while last > 0 and doc[last].lower_.rstrip(".") in _ADDRESS:
        last -= 1
    if last < 1 or doc[last].text != "," or _is_role(doc[last - 1]):
        return
    first = last
    while first > 0 and last - first < _LONGEST and (_continues(doc, first - 1, last - 1) or doc[first - 1].lower_ == "the"):
        first -= 1
    while first < last and (doc[first].lower_ in _LINKS or doc[first].lower_ in {"a", "an"}):
        first += 1
    head = next((index for index in range(first, last) if _is_role(doc[index])), None)
    behind = mention.last + 1
    closed = behind >= len(doc) or doc[behind].text in _ENDS
    if head is not None and closed and doc[head + 1].lower_ in _PREPOSITIONS and not _is_other(doc[head]):
        yield first, last - 1


def _apposition(mention: Mention, reading: Reading) -> Iterator[tuple[int, int]]:
    """Robert Nagy, the chief economist of the Danube Institute, …."""
    doc = reading.passage.doc
    start = mention.last + 2
    if start >= len(doc) or doc[mention.last + 1].text not in {",", "(", "—", "–"}:
        return
    start = _after_age(doc, start)
    end = start
    while (
        end < len(doc)
        and doc[end].text not in _ENDS
        and end - start <= _LONGEST
        and doc[end].tag_ not in {"WP", "WDT", "VBD", "VBZ"}
    ):
        end += 1
    first = start
    while first < end and doc[first].lower_ in {"the", "a", "an", "who", "and"}:
        first += 1
    head = next((index for index in range(first, end) if _is_role(doc[index]) and doc[index].lower_ not in _KIN), None)
    closed = end >= len(doc) or doc[end].text in _ENDS or doc[end].tag_ in {"VBD", "VBZ"}
    if head is None or not closed or any(token.pos_ == "AUX" for token in doc[first:end]) or doc[head].tag_ in _PLURAL:
        return
    if doc[first].pos_ in {"VERB", "AUX", "ADP", "PRON", "SCONJ", "ADV"}:
        return
    if any(
        doc[index].lower_ in {"of", "for", "at", "in", "who", "and"} or doc[index].pos_ == "VERB" for index in range(first, head)
    ):
        return
    yield _with_article(doc, first, end - 1), end - 1
