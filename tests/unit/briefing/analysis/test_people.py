from __future__ import annotations

import re

import pytest

from briefing.analysis.people import People, people_in
from briefing.analysis.pipeline import read
from briefing.model import Article, Block, BlockKind, Span, SpeakerKind


def people_of(text: str) -> People:
    spans = [Span(found.start(), found.end()) for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    article = Article(text, tuple(Block(BlockKind.BODY, span, number) for number, span in enumerate(spans, 1)))
    return people_in(article, tuple(read(article, article.blocks)))


def span_of(text: str, words: str) -> Span:
    return Span(text.rindex(words), text.rindex(words) + len(words))


ROLES = {
    "title before": ("Energy Minister Ivan Petrov came.", "Ivan Petrov", "Energy Minister"),
    "long title": (
        "Kazakh Deputy Prime Minister – Minister of Trade and Integration Serik Zhumangarin spoke.",
        "Serik Zhumangarin",
        "Deputy Prime Minister – Minister of Trade and Integration",
    ),
    "apposition": (
        "Robert Nagy, chief economist of the Danube Institute, said so.",
        "Robert Nagy",
        "chief economist of the Danube Institute",
    ),
    "body in the title": ("Bank of England governor Andrew Bailey spoke.", "Andrew Bailey", "Bank of England governor"),
    "object of another noun": ("Some critics of President Andrew Bailey spoke.", "Andrew Bailey", "President"),
    "age left out": ("Robert Nagy, the 54-year-old president of the club, said so.", "Robert Nagy", "president of the club"),
    "somebody's wife": ("The minister's wife, Dana Kim, said so.", "Dana Kim", ""),
    "none": ("Robert Nagy said so.", "Robert Nagy", ""),
}


@pytest.mark.parametrize(("text", "name", "role"), ROLES.values(), ids=ROLES.keys())
def test_the_role_as_printed(text: str, name: str, role: str) -> None:
    assert [(speaker.name, speaker.role) for speaker in people_of(text).speakers] == [(name, role)]


def test_surnames_and_full_names_are_one_person() -> None:
    people = people_of("President Kassym-Jomart Tokayev arrived. Tokayev met Vladimir Putin. Mr Tokayev left.")
    assert [speaker.name for speaker in people.speakers] == ["Kassym-Jomart Tokayev", "Vladimir Putin"]


def test_the_form_of_address_tells_two_of_one_surname_apart() -> None:
    text = "Hillary Clinton and Bill Clinton appeared together. It was late when Mr. Clinton left."
    speaker = people_of(text).resolve(span_of(text, "Clinton"))
    assert speaker is not None
    assert speaker.name == "Bill Clinton"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Ruth Adler met Paul Stein. Later she left.", "she", "Ruth Adler"),
        ("Ruth Adler met Paul Stein. Later he left.", "he", "Paul Stein"),
        ("Minister Ivan Petrov met President Omar Diallo. Later the minister left.", "the minister", "Ivan Petrov"),
        ("The Ministry of Energy fined a bank in May. Later the ministry replied.", "the ministry", "The Ministry of Energy"),
        ("Ivan Petrov came.", "Ivan Petrov", "Ivan Petrov"),
    ],
)
def test_a_mention_resolves(text: str, mention: str, name: str) -> None:
    speaker = people_of(text).resolve(span_of(text, mention))
    assert speaker is not None
    assert speaker.name == name


def test_a_body_is_no_person() -> None:
    text = "The Ministry of Energy fined a bank in May. Later the ministry replied."
    speaker = people_of(text).resolve(span_of(text, "the ministry"))
    assert speaker is not None
    assert speaker.kind is SpeakerKind.ORGANISATION


def test_named_finds_a_person_by_any_form_of_the_name() -> None:
    people = people_of("Energy Minister Ivan Petrov came.")
    assert {getattr(people.named(text), "name", None) for text in ("Petrov", "Ivan Petrov", "Mr Petrov")} == {"Ivan Petrov"}
    assert people.named("Sidorov") is None


@pytest.mark.parametrize(
    "text",
    [
        "Supplies rose by 36% from the Pavlodar region.",
        "It goes to the port of Bandar Abbas.",
        "Trade between Kazakhstan and Russia grew.",
        "",
    ],
)
def test_places_are_no_people(text: str) -> None:
    assert not people_of(text).speakers
