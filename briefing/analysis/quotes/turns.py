"""Interviews and transcripts: paragraphs that begin with a label (Q, A, NAME:) and those that go on after one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.analysis.people.names import address_genders, is_title
from briefing.model import BlockKind, Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from briefing.analysis.people import People
    from briefing.analysis.pipeline import Passage
    from briefing.model import Article

_LEAST_TURNS = 3
_LEAST_SHARE = 0.3  # of the paragraphs that begin with a label
_ASKS = 0.6  # of an unknown label's turns: whoever ends so many with a question mark is the one who asks
_LABEL = re.compile(
    r"(?P<label>[QA]|Question|Answer|Interviewer|Moderator|(?:[A-ZÀ-ÞА-Я][\w’'.-]*\s?){1,5})"
    r"(?:\s?\([^)]{1,60}\))?\s?(?::|\.(?<=[QA]\.))\s+(?=\S)"
    r"|(?P<asked>Q)\s+(?=[A-Z“\"])"
)
_QUESTION = frozenset({"q", "question", "interviewer", "moderator", "reporter", "journalist", "reporters", "audience"})
_ANSWER = frozenset({"a", "answer"})
_LABELLED = frozenset({BlockKind.BODY, BlockKind.QUOTE_BLOCK, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TITLE})
_GOES_ON = frozenset({BlockKind.BODY, BlockKind.QUOTE_BLOCK})


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that the layout gives to someone: the label (None for a whole statement), where the words stand, who speaks."""

    label: Span | None
    words: Span
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with its label in small letters, "" without one, and where label and words stand."""

    label: str
    place: Span
    words: Span
    goes_on: bool
    asks: bool


def labelled_turns(article: Article, passages: Sequence[Passage], people: People) -> Iterator[Turn]:
    """Every turn but the questions, with the paragraphs that go on after it."""
    paragraphs = [_paragraph(article, passage) for passage in passages if passage.block.kind in _LABELLED]
    kinds = Counter(paragraph.label for paragraph in paragraphs if paragraph.label)
    speakers = {label: _speaker(label, article, paragraphs, people) for label in kinds}
    if not _is_layout(kinds, len(paragraphs), people, speakers):
        return
    asking = {label for label in kinds if _asks(label, paragraphs, speakers[label], people)}
    current: _Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.label:
            current = paragraph
        elif current is None or not paragraph.goes_on or (len(kinds) == 1 and paragraph.asks):
            current = None
            continue
        speaker = speakers[current.label]
        if not paragraph.label and speaker is not None and speaker.name.split()[-1] in paragraph.words.of(article.text):
            current = None  # told about the speaker: the reporter's own words
        elif current.label not in asking:
            yield Turn(current.place, paragraph.words, speaker)


def _paragraph(article: Article, passage: Passage) -> _Paragraph:
    span, kind = passage.block.span, passage.block.kind
    found = _LABEL.match(article.text, span.start, span.end)
    asks = article.text[span.end - 1] == "?"
    if found is None:
        return _Paragraph("", Span(span.start, span.start), span, kind in _GOES_ON, asks)
    printed = (found["label"] or found["asked"]).strip()
    place = Span(span.start, span.start + len(printed))
    return _Paragraph(printed.lower(), place, Span(found.end(), span.end), kind in _GOES_ON, asks)


def _is_layout(kinds: Mapping[str, int], paragraphs: int, people: People, speakers: Mapping[str, Speaker | None]) -> bool:
    """Whether labels make an interview or transcript: two that come again and again, or one that is a person's name."""
    repeated = {label: count for label, count in kinds.items() if count > 1 or label in _QUESTION | _ANSWER}
    turns = sum(repeated.values())
    if turns < _LEAST_TURNS or turns < _LEAST_SHARE * paragraphs:
        return False
    if len(kinds) > 1:
        return max(repeated.values()) > 1
    names = {speaker.name for speaker in people.speakers}
    return any(speaker is not None and speaker.name in names for speaker in speakers.values())


def _asks(label: str, paragraphs: Sequence[_Paragraph], speaker: Speaker | None, people: People) -> bool:
    """Whether a label is the interviewer's: by its word, or one of nobody known, without a title, that mostly asks."""
    if label in _QUESTION:
        return True
    known = speaker is not None and (bool(speaker.role) or any(speaker.name == other.name for other in people.speakers))
    turns = [paragraph.asks for paragraph in paragraphs if paragraph.label == label]
    return label not in _ANSWER and not known and sum(turns) >= _ASKS * len(turns)


def _speaker(label: str, article: Article, paragraphs: Sequence[_Paragraph], people: People) -> Speaker | None:
    """Whom a label names: the guest for A, the person of that name or role, else the label as printed."""
    if label in _ANSWER:
        return _guest(people)
    if label in _QUESTION:
        return None
    printed = next(paragraph.place.of(article.text) for paragraph in paragraphs if paragraph.label == label)
    words = [word.title() if word.isupper() and len(word) > 1 else word for word in printed.split()]
    titles = 0
    while titles < len(words) and (is_title(words[titles]) or words[titles].lower() == "the"):
        titles += 1
    if titles == len(words):
        return _by_role(words, people) or Speaker(" ".join(words), kind=SpeakerKind.UNNAMED)
    name = " ".join(words[titles:])
    role = " ".join(word for word in words[:titles] if word.lower().rstrip(".") not in {"the", *address_genders()})
    return people.named(name) or Speaker(name, role)


def _by_role(words: Sequence[str], people: People) -> Speaker | None:
    """The only person whose role holds the title: THE PRESIDENT."""
    wanted = {word.lower() for word in words} - {"the"}
    fitting = [person for person in people.persons if wanted <= people.roles[person.name].words]
    return people.speaker(fitting[0]) if len(fitting) == 1 else None


def _guest(people: People) -> Speaker | None:
    """The person an interview is with: the one named most often, the first of them."""
    most = max(people.persons, key=lambda person: len(person.mentions), default=None)
    return people.speaker(most) if most is not None else None
