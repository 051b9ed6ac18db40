"""Interviews, transcripts, statements, speeches and letters, and texts that only look like them: all made up for this test."""

from __future__ import annotations

import re

import pytest

from briefing.analysis.people import people_in
from briefing.analysis.pipeline import read, readable
from briefing.analysis.quotes import find_quotes
from briefing.articles import from_text
from briefing.model import Article, Block, BlockKind, Quote, Span


def quotes_in(text: str) -> tuple[tuple[str, str], ...]:
    spans = [Span(found.start(), found.end()) for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    article = Article(text, tuple(Block(BlockKind.BODY, span, number) for number, span in enumerate(spans, 1)))
    passages = tuple(read(article, article.blocks))

    def row(quote: Quote) -> tuple[str, str]:
        return (quote.speaker.name if quote.speaker else "", quote.segments[0].of(text))

    return tuple(row(quote) for quote in find_quotes(article, passages, people_in(article, passages)))


INTERVIEW = """Energy Minister Ivan Petrov spoke to us in May. Petrov took office last year.

Q: When will the plant open?

A: It will open in June.

Q: Who will run it?

A: A firm from the region."""

TRANSCRIPT = """The debate began at nine.

BAKER: You voted against it.

STONE: I did, and I would again.

BAKER: Why?

STONE: It was a bad law.

It cost us years."""

STATEMENT = """Remarks by Governor Ruth Adler at the opening of the dam

I am glad to be here with you.

We began this work ten years ago, and many of you were there.

Our children will thank us for it."""


CASES = {
    "Q. and A. with dots": (
        """Interview with Marta Olsen, director of the Nordhavn Aquarium

Marta Olsen has run the aquarium since 2015. We met her in her office.

Q. What has changed?
A. Everything, really. We have twice the visitors.

Q. And the money?
A. That has not doubled.""",
        [
            ("Marta Olsen", "Everything, really. We have twice the visitors."),
            ("Marta Olsen", "That has not doubled."),
        ],
    ),
    "the newspaper asks in its own name": (
        """Ten minutes with the mayor

Mayor Tomas Reyes took office in May. The Courier spoke with him on Friday.

THE COURIER: Mr. Mayor, will the bridge open?

REYES: It will open in spring.

THE COURIER: Which spring?

REYES: The next one. I would not say so otherwise.""",
        [
            ("Tomas Reyes", "It will open in spring."),
            ("Tomas Reyes", "The next one. I would not say so otherwise."),
        ],
    ),
    "full names, and words that go on without a label": (
        """Hello and welcome to the programme.

Anna Weiss: Minister, thank you for coming.

Ivan Petrov: Thank you for having me.

Anna Weiss: Will prices fall?

Ivan Petrov: They will fall by autumn. We have seen the first signs.

Some of them are small.""",
        [
            ("Anna Weiss", "Minister, thank you for coming."),
            ("Ivan Petrov", "Thank you for having me."),
            ("Anna Weiss", "Will prices fall?"),
            ("Ivan Petrov", "They will fall by autumn. We have seen the first signs."),
            ("Ivan Petrov", "Some of them are small."),
        ],
    ),
    "a reporter asks": (
        """Our reporter asked the head of the port, Lena Fischer, about the strike.

Reporter: How long can it last?

Fischer: A week, perhaps two.

Reporter: And then?

Fischer: Then we will sit down and talk.""",
        [
            ("Lena Fischer", "A week, perhaps two."),
            ("Lena Fischer", "Then we will sit down and talk."),
        ],
    ),
    "Mr and Ms": (
        """The committee met on Tuesday.

MR. HALE: I yield to the gentlewoman.

MS. ORLOVA: I thank my colleague. This bill is a mistake.

MR. HALE: Why is that?

MS. ORLOVA: It taxes the poor.""",
        [
            ("Hale", "I yield to the gentlewoman."),
            ("Orlova", "I thank my colleague. This bill is a mistake."),
            ("Hale", "Why is that?"),
            ("Orlova", "It taxes the poor."),
        ],
    ),
    "offices and brackets": (
        """Full transcript of the hearing

SEN. ANN COLE (D-MA): Did you read the report?

SECRETARY PAUL STEIN: I did, Senator.

SEN. ANN COLE (D-MA): All of it?

SECRETARY PAUL STEIN: All of it. Twice.""",
        [
            ("Ann Cole", "Did you read the report?"),
            ("Paul Stein", "I did, Senator."),
            ("Ann Cole", "All of it?"),
            ("Paul Stein", "All of it. Twice."),
        ],
    ),
    "a bare Q and a title for a name": (
        """THE PRESIDENT: Good afternoon. (Applause.) Please sit down.

We have news today.

Q Mr. President, is it good news?

THE PRESIDENT: It is. (Laughter.)

Q And the tariffs?

THE PRESIDENT: They stay.""",
        [
            ("The President", "Good afternoon. (Applause.) Please sit down."),
            ("The President", "We have news today."),
            ("The President", "It is. (Laughter.)"),
            ("The President", "They stay."),
        ],
    ),
    "numbered questions, one label": (
        """Five questions for Eva Klein, the chief executive of Norsk Salt

1. What do you make?
Klein: Salt, mostly.

2. Where is it sold?
Klein: In forty countries. We ship from Lorn.

3. Is it profitable?
Klein: Since last year, yes.""",
        [
            ("Eva Klein", "Salt, mostly."),
            ("Eva Klein", "In forty countries. We ship from Lorn."),
            ("Eva Klein", "Since last year, yes."),
        ],
    ),
    "what an answer cites is part of it": (
        """Q: What did the minister say?

A: He said “no comment” and left.

Q: Were you surprised?

A: Not at all. He always says that.

The interview with Eva Klein, a lawyer in Lorn, took place on Friday.""",
        [
            ("Eva Klein", "He said “no comment” and left."),
            ("Eva Klein", "Not at all. He always says that."),
        ],
    ),
    "statement by": (
        """Statement by Chief Executive Laura Brandt on the closure of the Halle plant

Today I have some difficult news to share with you.

We have decided to close our plant in Halle by the end of the year.

I know what this means for our people, and I am sorry.""",
        [
            ("Laura Brandt", "Today I have some difficult news to share with you."),
            ("Laura Brandt", "We have decided to close our plant in Halle by the end of the year."),
            ("Laura Brandt", "I know what this means for our people, and I am sorry."),
        ],
    ),
    "somebody's address": (
        """President Alar Tamm's address to parliament, 4 March

Honourable members, I thank you for your patience.

Our country has been through a hard year.

We will not forget those who helped us.""",
        [
            ("Alar Tamm", "Honourable members, I thank you for your patience."),
            ("Alar Tamm", "Our country has been through a hard year."),
            ("Alar Tamm", "We will not forget those who helped us."),
        ],
    ),
    "full text of a speech": (
        """Full text: Prime Minister Vera Lupu's speech at the summit in Oslo

Dear colleagues, it is an honour to be here.

We have worked for ten years to get to this table.

I ask you for one thing only: let us not waste it.""",
        [
            ("Vera Lupu", "Dear colleagues, it is an honour to be here."),
            ("Vera Lupu", "We have worked for ten years to get to this table."),
            ("Vera Lupu", "I ask you for one thing only: let us not waste it."),
        ],
    ),
    "remarks by": (
        """Remarks as prepared for delivery by Governor Ruth Adler

Good morning. I am glad to see so many of you.

My first budget was written in a storm, and we passed it.

We can do so again.""",
        [
            ("Ruth Adler", "Good morning. I am glad to see so many of you."),
            ("Ruth Adler", "My first budget was written in a storm, and we passed it."),
            ("Ruth Adler", "We can do so again."),
        ],
    ),
    "open letter": (
        """An open letter from Dr Samuel Okafor, head of the nurses' union, to the health minister

Dear Minister,

I write to you on behalf of forty thousand nurses.

We have asked you for a meeting three times. You have not answered us.

Yours sincerely,

Samuel Okafor""",
        [
            ("Samuel Okafor", "I write to you on behalf of forty thousand nurses."),
            ("Samuel Okafor", "We have asked you for a meeting three times. You have not answered us."),
        ],
    ),
    "labels of a news item": (
        """The plant opens in June. Note: times are local.

Background: The plant was begun in 2015.

Contact: Eva Klein, 555 1234.

Source: the ministry.""",
        [],
    ),
    "a report about a statement": (
        """Statement by president angers farmers

Farmers said on Monday that they were angry.

The president had promised to buy their wheat.

“He lied to us,” said Omar Diallo, who farms near Lorn.""",
        [
            ("Omar Diallo", "He lied to us"),
        ],
    ),
    "dateline, byline and caption never speak": (
        """Port reopens after storm

By Ann Cole

LORN (Reuters) - The port of Lorn reopened on Monday.

Photo: Mark Hale

“We lost two cranes,” harbour master Lena Fischer said.""",
        [
            ("Lena Fischer", "We lost two cranes"),
        ],
    ),
}


def laid_out(text: str) -> list[tuple[str, str]]:
    """Speaker and words of every quote, the text read as a pasted article is."""
    article = from_text(text)
    passages = tuple(read(article, readable(article)))
    quotes = find_quotes(article, passages, people_in(article, passages))
    return [(quote.speaker.name if quote.speaker else "", quote.segments[0].of(article.text)) for quote in quotes]


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_the_layout_tells_who_speaks(text: str, expected: list[tuple[str, str]]) -> None:
    assert laid_out(text) == expected


def test_a_role_in_the_label_is_kept() -> None:
    text = CASES["offices and brackets"][0]
    article = from_text(text)
    passages = tuple(read(article, readable(article)))
    roles = {quote.speaker.role for quote in find_quotes(article, passages, people_in(article, passages)) if quote.speaker}
    assert roles == {"Sen.", "Secretary"}


def test_a_statement_is_always_flagged_for_a_look() -> None:
    article = from_text(STATEMENT)
    passages = tuple(read(article, readable(article)))
    assert all(quote.evidence.check for quote in find_quotes(article, passages, people_in(article, passages)))


def test_the_answers_of_an_interview_are_the_guests() -> None:
    assert quotes_in(INTERVIEW) == (("Ivan Petrov", "It will open in June."), ("Ivan Petrov", "A firm from the region."))


def test_the_turns_of_a_transcript_go_on_to_the_next_label() -> None:
    assert quotes_in(TRANSCRIPT) == (
        ("Baker", "You voted against it."),
        ("Stone", "I did, and I would again."),
        ("Baker", "Why?"),
        ("Stone", "It was a bad law."),
        ("Stone", "It cost us years."),
    )


def test_a_statement_is_the_announced_persons_from_end_to_end() -> None:
    assert {name for name, _ in quotes_in(STATEMENT)} == {"Ruth Adler"}
    assert ("Ruth Adler", "Our children will thank us for it.") in quotes_in(STATEMENT)


def test_two_labels_make_no_interview() -> None:
    assert not quotes_in("Note: the plant opens in June.\n\nPhoto: Kim.\n\nThe road is new. It leads to the port.")
