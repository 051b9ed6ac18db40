"""The last steps for one figure: its subject, its time, its source, each its own or carried on from the sentence before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.analysis.figures.cells import row_subject
from briefing.analysis.figures.doubt import doubt_of
from briefing.analysis.figures.draft import Draft, Reading
from briefing.analysis.figures.link import amount_of, content
from briefing.analysis.figures.period import Setting, as_period, base_of, lasting, period_of, up_to_now
from briefing.analysis.figures.phrases import printed
from briefing.analysis.figures.places import own_place, place_words
from briefing.analysis.figures.said_by import ARTICLE, People, Source, source_of
from briefing.analysis.figures.subject import Subject, subject_of
from briefing.analysis.figures.times import Time
from briefing.model import Amount, Article, Evidence, Figure, FigureKind, Quote, SaidBy, SpeakerKind

OPENING = 12  # characters from a sentence's beginning within which a time opens it
# Between a figure and the same thing in other words: "€280 million, or about a fifth of the total".
RESTATED = re.compile(r",?\s\(?or\s(?:about\s|around\s|roughly\s|nearly\s|some\s)?")


@dataclass(slots=True)
class Maker:
    """Makes figures of one paragraph, remembering what the sentence before measured, when, and who said it."""

    article: Article
    setting: Setting
    quotes: tuple[Quote, ...]
    people: People
    banned: frozenset[int]
    subject: str = ""
    base: str = ""
    time: Time | None = None
    sentence: int = -1
    end: int = 0
    sentence_end: int = 0
    fronted: bool = False  # whether the time opens its sentence, and so sets the next one as well
    source: Source = ARTICLE

    def figure(self, draft: Draft, conversions: tuple[Amount, ...]) -> Figure:
        """The finished figure of a draft."""
        reading = self.setting.reading
        tokens = reading.of(draft)
        sentence = tokens.root.sent
        subject = row_subject(reading, draft) or self.subject_for(draft, sentence.start_char)
        time = self.time_for(draft, sentence.start_char, subject.text)
        span = reading.place(draft.full.start, draft.full.end)
        source = self.source_for(source_of(reading, span, sentence, self.quotes, self.people), sentence.start_char)
        self.subject, self.time, self.sentence, self.source = subject.text or self.subject, time, sentence.start_char, source
        self.end, self.sentence_end = draft.full.end, sentence.end_char
        self.fronted = time is not None and time.start - sentence.start_char < OPENING
        self.base = base_of(reading, draft) or (self.base if draft.direction and sentence.start_char else "")
        return Figure(
            span=span,
            amount=amount_of(reading, draft),
            kind=draft.kind,
            evidence=evidence(draft, subject, source),
            hedge=draft.hedge,
            hedge_span=reading.place(draft.hedge_span.start, draft.hedge_span.end) if draft.hedge_span else None,
            direction=draft.direction,
            subject=subject.text,
            period=as_period(self.article.text, reading, time) if time else None,
            conversions=conversions,
            base=self.base if draft.direction or draft.kind in (FigureKind.SHARE, FigureKind.RATIO) else "",
            place=place_of(reading, draft),
            said_by=source.speaker,
            said_by_kind=source.kind,
            sentence=reading.place(sentence.start_char, sentence.end_char),
            doubt=doubt_of(draft, subject.text),
        )

    def subject_for(self, draft: Draft, sentence: int) -> Subject:
        """The figure's own subject; "€280 million, or a fifth of the total" says one thing twice."""
        reading, inherited = self.setting.reading, self.subject if draft.noun < 0 else ""
        if inherited and self.end and RESTATED.fullmatch(reading.text[self.end : draft.full.start]):
            return Subject(inherited, "the figure before")
        return subject_of(reading, draft, self.banned, inherited, near=sentence == self.sentence)

    def time_for(self, draft: Draft, sentence: int, subject: str) -> Time | None:
        """The figure's own time, or a year or month that this sentence or the one just before it set."""
        own = period_of(self.setting, draft)
        if own is not None or draft.kind in (FigureKind.AGE, FigureKind.DURATION):
            return own
        same = sentence == self.sentence
        next_one = sentence > self.sentence >= 0 and self.reading_between(sentence).isspace()
        goes_on = next_one and (self.fronted or bool(content(subject) & content(self.subject)))
        carried = same or (goes_on and not up_to_now(self.setting.reading, draft))
        return lasting(self.time) if carried else None

    def source_for(self, own: Source, sentence: int) -> Source:
        """The figure's own source; a sentence without one goes on with the speaker of the sentence just before it."""
        speaker = self.source.speaker
        if own.kind is not SaidBy.ARTICLE or self.source.kind is not SaidBy.REPORTED or not speaker:
            return own
        if speaker.kind is not SpeakerKind.PERSON:
            return own
        same = sentence == self.sentence and self.source.carried
        next_one = sentence > self.sentence and self.source.goes_on and self.reading_between(sentence).isspace()
        return replace(self.source, carried=True, goes_on=False) if same or next_one else own

    def reading_between(self, sentence: int) -> str:
        """What stands between the last figure's sentence and this one: a space where the one follows the other."""
        return self.setting.reading.text[self.sentence_end : sentence] or " "


def place_of(reading: Reading, draft: Draft) -> str:
    """The place that a figure alone is of: "by 36% from the Pavlodar region", "and to Sweden by 7%"."""
    word = own_place(reading, draft)
    return printed(place_words(word), reading.original) if word is not None else ""


def evidence(draft: Draft, subject: Subject, source: Source) -> Evidence:
    """Why the figure is what it is, in words."""
    reasons = (
        *draft.reasons,
        f"subject: {subject.rule}",
        *(("speaker carried over from the sentence before",) if source.carried else ()),
    )
    return Evidence(draft.rule or "number", mention=source.mention, check=source.carried or not subject.text, reasons=reasons)
