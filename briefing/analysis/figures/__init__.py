"""Figures: every number that matters in an article, with its unit, hedge, direction, period, subject and source.

Steps, each a module: scan → reject → units and nouns → hedges → change → period → subject → said-by → link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.analysis.figures.cells import inside_cell, row_subject
from briefing.analysis.figures.change import changed
from briefing.analysis.figures.days import published_on
from briefing.analysis.figures.doubt import doubt_of
from briefing.analysis.figures.draft import Draft, Numeral, Reading
from briefing.analysis.figures.hedges import hedged
from briefing.analysis.figures.link import amount_of, content, is_conversion, linked, with_cents, with_repeats
from briefing.analysis.figures.period import Setting, as_period, base_of, lasting, period_of, up_to_now
from briefing.analysis.figures.phrases import printed
from briefing.analysis.figures.places import own_place, place_words
from briefing.analysis.figures.reject import figures_only, kept
from briefing.analysis.figures.said_by import ARTICLE, People, Source, source_of
from briefing.analysis.figures.scales import scale_notes, scaled
from briefing.analysis.figures.scan import holds_numbers, join_ranges, scan
from briefing.analysis.figures.shared import sharing
from briefing.analysis.figures.subject import Subject, subject_of
from briefing.analysis.figures.times import Time, times_in
from briefing.analysis.figures.units import measured
from briefing.analysis.pipeline import Passage
from briefing.model import Amount, Article, BlockKind, Evidence, Figure, FigureKind, Hedge, Quote, SaidBy, SpeakerKind

SEARCHED = frozenset(
    {BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.QUOTE_BLOCK, BlockKind.TABLE_ROW}
)
OPENING = 12  # characters from a sentence's beginning within which a time opens it
# Between a figure and the same thing in other words.
RESTATED = re.compile(r",?\s\(?or\s(?:about\s|around\s|roughly\s|nearly\s|some\s)?")


def find_figures(article: Article, passages: Sequence[Passage], quotes: Sequence[Quote], people: People) -> tuple[Figure, ...]:
    """Every figure of the passages, in text order."""
    found: list[Figure] = []
    notes = scale_notes(article)
    for passage in passages:
        text = passage.block.span.of(article.text)
        if passage.block.kind in SEARCHED and holds_numbers(text):
            own = linked(article.text, list(in_passage(article, Reading(passage, text), quotes, people)))
            found += [scaled(figure, passage.block, notes) for figure in own]
    return tuple(with_repeats(found))


def in_passage(article: Article, reading: Reading, quotes: Sequence[Quote], people: People) -> Iterator[Figure]:
    """The figures of one paragraph, in order, each with its conversions."""
    numerals = scan(reading.text)
    if not numerals:
        return
    times = times_in(reading.text, published_on(article.published))
    drafts = drafted(reading, figures_only(reading.text, numerals, times))
    banned = frozenset(i for draft, more in drafts for i in (*words_of(reading, draft), *words_of_conversions(reading, more)))
    banned |= dateline_words(article, reading)
    maker = Maker(article, Setting(reading, times), tuple(quotes), people, banned)
    for draft, conversions in drafts:
        yield maker.figure(draft, conversions)


def drafted(reading: Reading, numerals: Sequence[Numeral]) -> list[tuple[Draft, tuple[Amount, ...]]]:
    """The figures of a paragraph as far as unit, hedge and direction go, conversions merged."""
    found: list[tuple[Draft, tuple[Amount, ...]]] = []
    for numeral in join_ranges(reading.text, numerals):
        previous = found[-1][0] if found else None
        if previous is not None and numeral.start < previous.end:
            continue  # the number of a rate: "12 deaths per 100,000 people"
        own = measured(reading, unsigned(numeral, previous))
        draft = sharing(reading, inside_cell(reading, own), [earlier for earlier, _ in found])
        if not kept(reading, draft):
            continue
        draft = changed(reading, unhedged(hedged(reading, draft), previous), previous)
        whole = with_cents(reading, previous, draft) if previous is not None else None
        if whole is not None:
            found[-1] = (whole, found[-1][1])
        elif previous is not None and is_conversion(reading, previous, draft):
            found[-1] = (previous, (*found[-1][1], amount_of(reading, draft)))
        else:
            found.append((draft, ()))
    return found


def unsigned(numeral: Numeral, previous: Draft | None) -> Numeral:
    """The numeral without a sign that belongs to the figure before: "15 USD 50 cents"."""
    taken = previous is not None and bool(numeral.sign) and numeral.sign_start < previous.end
    return replace(numeral, sign="", sign_start=-1) if taken else numeral


def unhedged(draft: Draft, previous: Draft | None) -> Draft:
    """The draft without a hedge that belongs to the figure before: "a 5-under 67"."""
    taken = previous is not None and draft.hedge_span is not None and draft.hedge_span.start < previous.full.end
    return replace(draft, hedge=Hedge.EXACT, hedge_span=None) if taken else draft


def dateline_words(article: Article, reading: Reading) -> frozenset[int]:
    """The tokens of a dateline, which the parser may take for the subject: "MEXICO CITY (AP) — Mexico's economy grew"."""
    line = article.dateline
    if line is None or not len(line.span) or not reading.passage.block.span.contains(line.span):
        return frozenset()
    tokens = reading.tokens(line.span.start - reading.passage.offset, line.span.end - reading.passage.offset)
    return frozenset(t.i for t in tokens)


def words_of(reading: Reading, draft: Draft) -> frozenset[int]:
    """The tokens that belong to a figure and to no subject: hedge, numeral and unit, but not the noun counted."""
    end = draft.numeral.end if draft.noun >= 0 else draft.end
    hedge = draft.hedge_span
    tokens = [*reading.tokens(draft.start, end), *(reading.tokens(hedge.start, hedge.end) if hedge else ())]
    return frozenset(t.i for t in tokens)


def words_of_conversions(reading: Reading, conversions: Sequence[Amount]) -> Iterator[int]:
    """The tokens of the amounts in brackets behind a figure."""
    for amount in conversions:
        place = amount.span.shifted(-reading.passage.offset)
        yield from (t.i for t in reading.tokens(place.start, place.end))


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
