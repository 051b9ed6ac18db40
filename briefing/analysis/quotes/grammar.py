"""What the rules ask of a parse: the subject of a verb, the whole of a noun phrase, what sort of source a word names."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from briefing.assets import words

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_LENDS_SUBJECT = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl", "pcomp", "parataxis", "prep", "dep"})
_RELATIVES = frozenset({"who", "that", "which"})
_CITING = frozenset({"quote", "cite"})
# Shot back, cut in, as X put it: verbs that speak with one small word only.
_PHRASAL = {
    **dict.fromkeys(("shoot", "fire", "hit", "snap", "strike", "push", "clap"), "back"),
    **dict.fromkeys(("cut", "chime", "jump", "break", "weigh", "butt"), "in"),
    "put": "it",
}
_DEEPEST = 3  # verbs that a subject is borrowed from
PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_BODIES = frozenset({"ORG", "NORP", "GPE"})


class Source(StrEnum):
    """What sort of word stands where a speaker should."""

    NAME = "name"
    PRONOUN = "pronoun"  # he, she
    ROLE = "role"  # the minister
    SOMEONE = "someone"  # a resident, the person
    BODY = "body"  # the ministry, Reuters
    PLURAL = "plural"  # they, we
    SPEAKER_HIMSELF = "I"
    TEXT = "text"  # the letter
    THING = "thing"
    IT = "it"


_PRONOUNS = {
    **dict.fromkeys(PERSONAL, Source.PRONOUN),
    **dict.fromkeys(("they", "them", "we", "us", "you", "both", "others", "some", "many"), Source.PLURAL),
    **dict.fromkeys(("i", "me"), Source.SPEAKER_HIMSELF),
}
_LISTS = {
    "role-nouns": Source.ROLE,
    "person-nouns": Source.SOMEONE,
    "nouns-of-saying": Source.TEXT,
    "organisation-nouns": Source.BODY,
}
_DASHES = frozenset({"—", "–", "--", ";"})


def says(token: Token) -> str:
    """How readily a verb introduces speech: "saying", "reporting" or ""."""
    lemma = token.lemma_.lower()
    particle = _PHRASAL.get(lemma)
    if particle is not None and any(child.lower_ == particle for child in token.children):
        return "saying"
    if lemma in words("verbs-of-saying"):
        return "saying"
    return "reporting" if lemma in words("verbs-of-reporting") else ""


def source_of(head: Token) -> Source:
    """What sort of source the head of a noun phrase names."""
    if head.lower_ in _PRONOUNS:
        return _PRONOUNS[head.lower_]
    if head.pos_ == "PRON":
        return Source.IT
    lemma = head.lemma_.lower()
    for name, source in _LISTS.items():
        if lemma in words(name):
            return source
    if head.ent_type_ in _BODIES:
        return Source.BODY
    return Source.NAME if head.pos_ == "PROPN" or head.ent_type_ == "PERSON" else Source.THING


def subject_of(verb: Token, quoted: Container[int], depth: int = 0) -> Token | None:
    """The word that says what the verb says: its subject, the agent of a passive, or what it borrows from the verb above."""
    children = list(verb.children)
    if verb.lemma_ in _CITING and (cited := _cited(children, quoted)) is not None:
        return cited
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in children):
        return _agent(children, quoted) or _patient(verb, children, quoted)
    subjects = [child for child in children if child.dep_ in _SUBJECTS and child.i not in quoted]
    if subjects:
        nearest = min(subjects, key=lambda child: abs(child.i - verb.i))
        return _antecedent(nearest, verb, quoted)
    if depth >= _DEEPEST or verb.dep_ not in _LENDS_SUBJECT:
        return None
    return _borrowed(verb, quoted, depth)


def _antecedent(subject: Token, verb: Token, quoted: Container[int]) -> Token | None:
    """For "who said" the noun that who stands for."""
    if subject.lower_ not in _RELATIVES or verb.dep_ != "relcl":
        return subject
    return verb.head if verb.head.i not in quoted else None


def _cited(children: list[Token], quoted: Container[int]) -> Token | None:
    """For "Reuters quoted X as saying" the one who is quoted."""
    if not any(child.lower_ == "as" for child in children):
        return None
    return next((child for child in children if child.dep_ == "dobj" and child.i not in quoted), None)


def _agent(children: list[Token], quoted: Container[int]) -> Token | None:
    agents = (grandchild for child in children if child.dep_ == "agent" for grandchild in child.children)
    return next((token for token in agents if token.dep_ == "pobj" and token.i not in quoted), None)


def _patient(verb: Token, children: list[Token], quoted: Container[int]) -> Token | None:
    """For "Diaz was quoted as saying" and "asked about it, Diaz …" the one who is quoted or asked."""
    is_passive = any(child.dep_ == "auxpass" for child in children)  # the viewer is asked “…”: the question is not the viewer's
    if verb.lemma_ not in _CITING and (is_passive or verb.lemma_ not in {"ask", "hear"}):
        return None
    return next((child for child in children if child.dep_ in _SUBJECTS and child.i not in quoted), None)


def _borrowed(verb: Token, quoted: Container[int], depth: int) -> Token | None:
    head = verb.head.head if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" else verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ == "acl":
        return head if head.i not in quoted and head.pos_ in _NOMINALS else None
    if head.pos_ in {"VERB", "AUX"}:
        return subject_of(head, quoted, depth + 1)
    return head if head.pos_ in _NOMINALS and head.i not in quoted else None


def phrase_of(head: Token, quoted: Container[int]) -> tuple[int, int]:
    """First and last token of a noun phrase, cut before clauses, quotes and line breaks."""
    left, right = head.left_edge.i, head.right_edge.i
    for child in head.children:
        if child.i > head.i and (child.dep_ in _CLAUSES or child.text in _DASHES):
            right = min(right, child.left_edge.i - 1)
    doc = head.doc
    left = max((i + 1 for i in range(left, head.i) if i in quoted or doc[i].is_space), default=left)
    right = min((i - 1 for i in range(head.i + 1, right + 1) if i in quoted or doc[i].is_space), default=right)
    while left < head.i and doc[left].is_punct:
        left += 1
    while right > head.i and doc[right].is_punct:
        right -= 1
    return left, max(right, head.i)


def run_of_names(doc_tokens: list[Token], forward: bool) -> list[Token]:
    """The unbroken noun phrase at one end of a run of tokens, for where the parser saw none."""
    chosen: list[Token] = []
    for token in doc_tokens if forward else reversed(doc_tokens):
        if token.pos_ not in {"PROPN", "NOUN", "ADJ", "DET", "NUM", "PRON"}:
            break
        chosen.append(token)
        if token.pos_ == "PRON":
            break
    return chosen if forward else chosen[::-1]
