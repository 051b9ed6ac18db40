"""What a person's name is made of: given names, titles, forms of address, and words that no person is called by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.assets import rows, words
from briefing.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_INNER_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named; the span leaves titles and the possessive out."""

    words: tuple[str, ...]
    span: Span
    reading: int
    first: int  # token
    last: int
    subject: bool
    reports: bool  # subject of a verb of saying
    possessor: bool
    attribute: bool  # part of another noun phrase: Kazakh in "Kazakh exports"
    quoted: bool
    address: str = ""  # Mr, Ms, chairman: the word before the name, in small letters


@cache
def given_names() -> Mapping[str, str]:
    """Given name in small letters → m or f."""
    return {name.strip().lower(): gender for gender, names in rows("given-names") for name in names.split(",")}


@cache
def titles() -> frozenset[str]:
    """Words that may stand before a name as part of a title."""
    return words("titles") | words("role-nouns") | frozenset(address_genders())


@cache
def callings() -> frozenset[str]:
    """Words that announce a name: forms of address and nouns for a role."""
    return words("role-nouns") | frozenset(address_genders()) | frozenset({"dr", "sen", "rep", "gov", "gen", "col", "capt"})


@cache
def address_genders() -> Mapping[str, str]:
    """Word of address, or role that tells a gender → m or f."""
    return {row[0]: row[1] for row in rows("honorifics")}


@cache
def never_in_names() -> frozenset[str]:
    """Words of organisations and places, in small letters."""
    return words("organisation-nouns") | words("place-nouns") | words("no-names")


def is_title(word: str) -> bool:
    """Whether a word may stand before a name as part of a title."""
    return word.lower().rstrip(".") in titles()


def is_country_or_acronym(word: str) -> bool:
    """Estonia, OECD: what ends the body in a title, so that a name may follow."""
    return word in words("countries") or (len(word) > 1 and word.isupper())


def calls(word: str) -> bool:
    """Whether a word announces a name."""
    return word.lower().rstrip(".") in callings()


def is_body(token: Token) -> bool:
    """Whether a word names an organisation or a place."""
    return token.lower_ in words("organisation-nouns") or token.lower_ in words("place-nouns")


def is_name_word(token: Token) -> bool:
    """Whether a token can be part of a person's name: capitalised, a proper noun and no title."""
    text = token.text
    return text[:1].isupper() and text[-1:].isalpha() and not text.isupper() and token.pos_ == "PROPN" and not is_title(text)


def is_brand(word: str) -> bool:
    """KazTransOil: capitals within the word, as brands have them; MacLeod has one only."""
    whole = word.isalpha() and word[0].isupper() and not word.isupper()
    return whole and sum(map(str.isupper, word[1:])) >= _INNER_CAPITALS
