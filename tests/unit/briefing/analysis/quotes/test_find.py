from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.people import people_in
from briefing.analysis.pipeline import read
from briefing.analysis.quotes import find_quotes
from briefing.model import Article, Block, BlockKind, Quote, QuoteKind, Span


def article_of(text: str) -> Article:
    spans = [Span(found.start(), found.end()) for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    return Article(text, tuple(Block(BlockKind.BODY, span, number) for number, span in enumerate(spans, 1)))


def quotes_in(text: str, *, indirect: bool = False) -> tuple[Quote, ...]:
    article = article_of(text)
    passages = tuple(read(article, article.blocks))
    return find_quotes(article, passages, people_in(article, passages), indirect=indirect)


SPEAKERS = {
    "verb, subject": ("“The road will open in May,” said Dana Kim.", ["Dana Kim"]),
    "subject, verb": ("“The road will open in May,” Dana Kim said on Monday.", ["Dana Kim"]),
    "the one who is told does not speak": ("“You have my word,” Omar Diallo told Eva Klein.", ["Omar Diallo"]),
    "before": ("Dana Kim said, “The road will open in May.”", ["Dana Kim"]),
    "colon": ("Asked about the delay, Dana Kim replied: “The road will open in May.”", ["Dana Kim"]),
    "colon in the paragraph before": ("In a letter, Dana Kim wrote:\n\n“The road will open in May. It is late.”", ["Dana Kim"]),
    "in the middle": ("“If it rains,” said Dana Kim, “we can open the road in June.”", ["Dana Kim", "Dana Kim"]),
    "between commas": ("The plan, Dana Kim said, is “the best we could hope for” this year.", ["Dana Kim"]),
    "according to": ("The plan is “a step into the dark”, according to Dana Kim.", ["Dana Kim"]),
    "dash": ("“Courage is grace under pressure.” — Dana Kim", ["Dana Kim"]),
    "no verb of saying": ("Dana Kim called for “timely and bold decisions” on the road.", ["Dana Kim"]),
    "he": ("Mayor Paul Stein met Governor Ruth Adler. “The bridge comes first,” he said.", ["Paul Stein"]),
    "she": ("Governor Ruth Adler met Mayor Paul Stein. “The bridge comes first,” she said.", ["Ruth Adler"]),
    "the minister": (
        "Agriculture Minister Serik Nurlan came. President Kassym Abayev met growers.\n\n“Losses fell,” said the minister.",
        ["Serik Nurlan"],
    ),
    "floating in the paragraph": (
        "“The fire was out by noon,” said Dan Wu. People came back. “Nobody was hurt.”",
        ["Dan Wu"] * 2,
    ),
    "floating after": ("Governor Ruth Adler said the dam would hold.\n\n“We inspected it twice last week.”", ["Ruth Adler"]),
    "floating behind a caption": (
        "“The fire was out by noon,” said Dan Wu.\n\nA crew waits. Image: Fire Service.\n\n“Nobody was hurt in there.”",
        ["Dan Wu"] * 2,
    ),
    "full name later": ("“It is over,” Mr Hale said.\n\nThe court had ruled against Peter Hale.", ["Peter Hale"]),
    "the person in the quote does not speak": ("“Maria Lopez never called me back,” said Tom Reed.", ["Tom Reed"]),
    "unnamed": ("“We were told to leave at once,” said a spokesman for the ministry.", ["a spokesman for the ministry"]),
    "unnamed, with a clause": (
        "“Nobody asked us,” said one of the fishermen, who had come from the village of Lorn, where it rained.",
        ["one of the fishermen"],
    ),
    "role first, name behind": (
        "“The dredging will begin in March,” said the project’s chief engineer, Dr Anselm Okoro, who joined in 2019.",
        ["Anselm Okoro"],
    ),
    "head of a body, name behind": (
        "This started, as the head of the OECD Angel Navarro has said, a “dramatic revolution” in taxes.",
        ["Angel Navarro"],
    ),
    "it is the text that spoke": ("The letter says: “We are leaving today.” It adds: “We will not return.”", ["The letter"] * 2),
    "the company is a brand": (
        "KazTransOil shipped 40 million tonnes. “We have fulfilled the plan,” KazTransOil said. The company added: “It is safe.”",
        ["KazTransOil"] * 2,
    ),
    "office again": (
        "Deputy Prime Minister Serik Nurlan came. “We must double exports,” the Deputy Prime Minister said.",
        ["Serik Nurlan"],
    ),
    "that officer": ("Sergeant Mark Hale stopped the car. That officer said: “He would not give his name.”", ["Mark Hale"]),
    "the officer": (
        "Mark Hale, an officer with the Lorn police, stopped the car. “He would not give his name,” the officer said.",
        ["Mark Hale"],
    ),
    "words on a thing": ("The car hit a wall. “It was loud,” said a neighbour. The car was red.", ["a neighbour"]),
    "owner of a claim": (
        "The mayor cited her remark. Dana Kim’s claim that “the road is as good as new” fell flat.",
        ["Dana Kim"],
    ),
    "names in brackets beside the verb": (
        "Asked about a post by the party, Speaker of the House Rep. Paul Ryan (R-WI) said “such words have no place here.”",
        ["Paul Ryan"],
    ),
    "shot back": ("After Tom Reed accused her of delay, Dana Kim shot back, “The road will open in May.”", ["Dana Kim"]),
    "signed inside the marks": ("“The road will open in May.\nDana Kim, Harbour Trust.”\n\nThe trust is new.", ["Dana Kim"]),
    "signed with a dash": ("“The road will open in May. It is late.”\n\n— Dana Kim, mayor of Lorn", ["Dana Kim"]),
    "who": ("“It was dark,” recalled Tom Reed, who said he “never saw the truck” that night.", ["Tom Reed"] * 2),
    "passive": ("Mark Hale was quoted as saying “the road is done” by the Courier.", ["Mark Hale"]),
    "a short answer": ("Asked whether it would rain, Dana Kim said, “Probably.”", ["Dana Kim"]),
    "organisation": ("Acme Corp. reported a loss. “We expect to recover by spring,” the company said.", ["Acme Corp."]),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_the_speaker(text: str, expected: list[str]) -> None:
    assert [quote.speaker.name if quote.speaker else None for quote in quotes_in(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "She starred in “The Long Road” and wrote the song “Home Again” in 1998.",
        "The so-called “smart city” has no buses. Its “eco-friendly” towers stand empty.",
        "The newspaper «Egemen» was founded in 1919.",
        "She said the robot, named “Better Idea of the North,” scored a point.",
        "On a new site, “The Great Northern Countdown”, Acme has begun a campaign.",
        "The films will run during programmes such as ‘Lost in the garden’ and ‘9 Out of 12 Dogs.’",
        "Her favourite film is “Running out of bread”, and she owns six cats.",
        "The viewer is then asked ‘Confused by tax? Talk to us.’ The films will run for six weeks.",
        "It came nine days ahead of the “Day of the Shining Lake”, a feast of the north.",
        "<a title=“Best of the north” href=“x”>The best, said the editor.",
        "He is the host of “Northern Morning with Eva.”",
        "“Document found on street not secret, say officials” — Canadian Press, August 15, 2008",
    ],
)
def test_titles_and_scare_quotes_are_no_quotes(text: str) -> None:
    assert not quotes_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "“I never saw the man,” others said.",
        "“The door was open,” one told the newspaper.",
        "“Nowhere to hide”: foreign missiles spur anxiety in the port.",
    ],
)
def test_nobody_is_named_by_stand_ins_and_things(text: str) -> None:
    assert [(quote.speaker, quote.evidence.check) for quote in quotes_in(text)] == [(None, True)]


def test_a_quote_over_paragraphs_is_one_quote() -> None:
    (quote,) = quotes_in(
        "Dana Kim said: “We began with ten people and one old van.\n\n“Today we are four hundred, and we still hire.”"
    )
    assert len(quote.segments) == 2


def test_single_marks_opened_again_make_one_quote() -> None:
    text = "‘We are glad of it,’ said Dana Kim. She went on: ‘We began with one old van.\n\n‘Now we have four hundred of them.’"
    assert [len(quote.segments) for quote in quotes_in(text)] == [1, 2]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The road will open in May,” said Dana Kim.", QuoteKind.FULL),
        ("Dana Kim called for “timely and bold decisions” on the road.", QuoteKind.PARTIAL),
    ],
)
def test_the_kind(text: str, kind: QuoteKind) -> None:
    (quote,) = quotes_in(text)
    assert quote.kind is kind


def test_the_evidence_points_at_the_words_that_decided() -> None:
    text = "Mayor Paul Stein came. “The bridge comes first,” he said."
    (quote,) = quotes_in(text)
    assert quote.evidence.mention is not None
    assert quote.evidence.mention.of(text) == "he"
    assert quote.evidence.resolved_from == "he"
    assert quote.verb == "said"
    assert quote.sentence is not None
    assert quote.sentence.of(text) == "“The bridge comes first,” he said."


def test_indirect_speech_is_left_out_unless_asked_for() -> None:
    text = "Dana Kim said the new road to the port would open in May."
    assert not quotes_in(text)
    (quote,) = quotes_in(text, indirect=True)
    assert quote.kind is QuoteKind.INDIRECT
    assert quote.segments[0].of(text) == "the new road to the port would open in May"
    assert quote.speaker is not None
    assert quote.speaker.name == "Dana Kim"


MARKS = ["“", "”", "«", "»", '"', "'", "‘", "’", ",", ".", ":", "\n\n", " ", "—"]
PIECES = [*MARKS, "said", "Dana Kim", "he", "the minister", "It rains", "according to", "A:"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_no_text_raises_and_quotes_stand_in_order(text: str) -> None:
    spans = [segment for quote in quotes_in(text, indirect=True) for segment in quote.segments]
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_empty_text_has_no_quotes() -> None:
    assert not quotes_in("")
