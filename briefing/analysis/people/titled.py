"""Names that stand right behind a title that ends with a body: chairman of the board of Kazatomprom Timur Bekov."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.analysis.people.names import calls, given_names, is_body, is_country_or_acronym, is_name_word
from briefing.assets import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefing.analysis.quotes.reading import Reading

_PREPOSITIONS = frozenset({"of", "for", "at"})
_LINKS = _PREPOSITIONS | {"the", "and", "&"}
_LEAST, _MOST = 2, 3  # words in a name


def names_behind_titles(reading: Reading) -> Iterator[tuple[int, int]]:
    """The first and last token of each name that ends a title such as "President of Estonia", without a comma between."""
    index = 1
    while index < len(reading.words):
        if reading.words[index] not in _PREPOSITIONS or not calls(reading.words[index - 1]):
            index += 1
            continue
        end = _end_of_title(reading, index)
        first = _split(reading, index, end)
        if first is not None:
            yield first, end
        index = max(end, index) + 1


def _end_of_title(reading: Reading, start: int) -> int:
    """The last of the capitalised words and links that follow a preposition."""
    last = start
    for index in range(start + 1, len(reading.words)):
        word = reading.words[index]
        if word[0].isupper() and reading.token(index).tag_ != "VBD":
            last = index
        elif word not in _LINKS:
            break
    return last


def _split(reading: Reading, start: int, end: int) -> int | None:
    """Where the body ends and the name begins."""
    first = max(index for index in range(start, end + 1) if reading.words[index] in _LINKS or index == start) + 1
    run = [reading.token(index) for index in range(first, end + 1)]
    bodies = [number for number, token in enumerate(run[:-1]) if _ends_body(token)]
    if bodies:
        begins = [bodies[-1] + 1]
    elif len(run) > _LEAST:
        begins = [number for number, token in enumerate(run) if number and token.lower_ in given_names()]
        begins.append(len(run) - _LEAST)
    else:
        return None
    return next((first + number for number in begins if _is_name(run[number:], certain=bool(bodies))), None)


def _ends_body(token: Token) -> bool:
    """Region, Bank, Estonia, OECD, KazMunayGas."""
    return is_body(token) or is_country_or_acronym(token.text) or any(character.isupper() for character in token.text[1:])


def _is_name(run: Sequence[Token], *, certain: bool) -> bool:
    """Two or three words that can be a person's, one of them no English word; both where nothing ended the body."""
    if not _LEAST <= len(run) <= _MOST or not all(is_name_word(token) for token in run) or any(map(is_body, run)):
        return False
    foreign = [token.lower_ not in words("english") for token in run]
    return run[0].lower_ in given_names() or (any(foreign) if certain else all(foreign))
