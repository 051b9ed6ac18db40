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
    "owner in front": (
        "So said the project’s chief engineer, Dr Anselm Okoro, who joined the authority in 2019.",
        "Anselm Okoro",
        "the project’s chief engineer",
    ),
    "owner behind": (
        "Robert Nagy, the company’s chief financial officer, said so.",
        "Robert Nagy",
        "the company’s chief financial officer",
    ),
    "country in front": ("Moldovan President Vera Lupu said so.", "Vera Lupu", "Moldovan President"),
    "country behind": ("President of Estonia Alar Tamm said so.", "Alar Tamm", "President of Estonia"),
    "acronym behind": ("As the head of the OECD Angel Navarro has said.", "Angel Navarro", "head of the OECD"),
    "surname first": ("South Korean President Park Min-seo left on Sunday.", "Park Min-seo", "South Korean President"),
    "name the model misses": ("So said the ministry's spokesman, Ivo Hanak.", "Ivo Hanak", "the ministry's spokesman"),
    "two roles": (
        "Jane Holt, chief executive and co-founder of Norsk Salt, spoke.",
        "Jane Holt",
        "chief executive and co-founder of Norsk Salt",
    ),
    "behind an age": ("Paul Stein, 54, mayor of Lorn, spoke.", "Paul Stein", "mayor of Lorn"),
    "behind a degree": (
        "Dr. Paul Stein, M.D., director of the institute, spoke.",
        "Paul Stein",
        "director of the institute",
    ),
    "office, name behind a comma": ("The Minister of Agriculture, Aidar Bekov, spoke.", "Aidar Bekov", "Minister of Agriculture"),
    "bodies in the title": (
        "Chairman of the Management Board of the National Bank Timur Bekov spoke.",
        "Timur Bekov",
        "Chairman of the Management Board of the National Bank",
    ),
    "brand in the title": (
        "First Deputy Chairman of the Board of KazMunayGas Dastan Abdulov spoke.",
        "Dastan Abdulov",
        "First Deputy Chairman of the Board of KazMunayGas",
    ),
    "place in the title": ("Akim of Almaty Region Marat Sultanov spoke.", "Marat Sultanov", "Akim of Almaty Region"),
    "portfolio in the title": ("EU Commissioner for Trade Maroš Novický spoke.", "Maroš Novický", "EU Commissioner for Trade"),
    "dateline in front": ("LORN — Energy Minister Ivan Petrov spoke.", "Ivan Petrov", "Energy Minister"),
    "none": ("Robert Nagy said so.", "Robert Nagy", ""),
}


@pytest.mark.parametrize(("text", "name", "role"), ROLES.values(), ids=ROLES.keys())
def test_the_role_as_printed(text: str, name: str, role: str) -> None:
    assert [(speaker.name, speaker.role) for speaker in people_of(text).speakers] == [(name, role)]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Deputy Transport Minister Pavel Rusnak said so.", ""),
        ("US Secretary of State Ann Cole said so.", ""),
        ("Robert Nagy, chief economist of the Danube Institute, said so.", "Danube Institute"),
    ],
)
def test_a_portfolio_is_no_organisation(text: str, organisation: str) -> None:
    assert [speaker.organisation for speaker in people_of(text).speakers] == [organisation]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (
            "So said one of the fishermen, who had come from Lorn, where it rained.",
            "one of the fishermen, who had come from Lorn, where it rained",
            "one of the fishermen",
        ),
        (
            "A spokesman for the ministry, which was blamed, spoke.",
            "A spokesman for the ministry, which was blamed",
            "A spokesman for the ministry",
        ),
        ("The Ministry of Environment (MOE) said so.", "The Ministry of Environment (MOE)", "Ministry of Environment"),
        ("The government said so.", "The government", "The government"),
    ],
)
def test_a_source_is_named_without_what_is_told_of_it(text: str, mention: str, name: str) -> None:
    speaker = people_of(text).resolve(span_of(text, mention))
    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aides to the mayor met at noon. Later they left.", "Aides to the mayor"),
        ("The two lawmakers wrote a letter. Later they left.", "The two lawmakers"),
        ("A neighbour called the police. Later she left.", "A neighbour"),
        ("It rained. Later they left.", None),
    ],
)
def test_a_pronoun_may_stand_for_people_without_a_name(text: str, name: str | None) -> None:
    speaker = people_of(text).resolve(span_of(text, "they" if "they" in text else "she"))
    assert (speaker.name if speaker else None) == name


def test_she_is_the_last_woman_named_however_far_back() -> None:
    text = "Ruth Adler spoke.\n\n" + "It rained on the hills and in the valley.\n\n" * 8 + "Paul Stein came. Later she left."
    speaker = people_of(text).resolve(span_of(text, "she"))
    assert speaker is not None
    assert speaker.name == "Ruth Adler"


def test_a_person_whom_the_model_takes_for_an_organisation() -> None:
    text = (
        "Carly Fiorina threw her support behind Sen. Ted Cruz (R-Texas) Wednesday.\n\n"
        "Fiorina, the former Hewlett-Packard CEO, made a surprise appearance. Fiorina was upbeat."
    )
    assert "Carly Fiorina" in [speaker.name for speaker in people_of(text).speakers]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Holt, co-founder of Norsk Salt, spoke.",
        "KazTransOil shipped oil.",
        "Attorneys for Jane Holt spoke.",
        "Jane Holt left.",
    ],
)
def test_bodies_are_no_people(text: str) -> None:
    assert {speaker.name for speaker in people_of(text).speakers} <= {"Jane Holt"}


def test_the_noun_before_for_is_the_one_that_speaks() -> None:
    text = "Jane Holt left. Attorneys for Jane Holt spoke."
    speaker = people_of(text).resolve(span_of(text, "Attorneys for Jane Holt"))
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Attorneys for Jane Holt", SpeakerKind.UNNAMED)


@pytest.mark.parametrize("word", ["Others", "Some", "Another", "They", "One"])
def test_words_that_stand_for_somebody_name_nobody(word: str) -> None:
    text = f"The door was open. {word} said so."
    assert people_of(text).resolve(span_of(text, word)) is None


def test_the_ministry_is_named_in_full() -> None:
    text = "The Kazakh Ministry of Trade and Integration fined a bank. Later the ministry replied."
    speaker = people_of(text).resolve(span_of(text, "the ministry"))
    assert speaker is not None
    assert speaker.name == "Kazakh Ministry of Trade and Integration"


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
        ("The Ministry of Energy fined a bank in May. Later the ministry replied.", "the ministry", "Ministry of Energy"),
        ("Ivan Petrov came.", "Ivan Petrov", "Ivan Petrov"),
    ],
)
def test_a_mention_resolves(text: str, mention: str, name: str) -> None:
    speaker = people_of(text).resolve(span_of(text, mention))
    assert speaker is not None
    assert speaker.name == name


def test_a_name_once_said_with_mr_or_ms_is_a_person() -> None:
    text = "The airline refunded Ms Orlova. Orlova tweeted about it."
    assert [(speaker.name, speaker.kind) for speaker in people_of(text).speakers] == [("Orlova", SpeakerKind.PERSON)]
    assert len(people_of(text).persons[0].mentions) == 2


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
