"""The contract with templates: every variable that a template sees, with its help and a sample.

A plural name is a list; empty is "" or (), never None; dates are printed and ISO. The checker, the list of fields, the
sample note and the documentation are all made from these classes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

CONTRACT_VERSION = 1


def _said(text: str, sample: object = "") -> Any:
    """A text, number or yes/no field of the contract with its help and a sample value."""
    return field(default=type(sample)() if not isinstance(sample, tuple) else (), metadata={"help": text, "sample": sample})


def _listed(text: str, item: type) -> Any:
    """A list of records of the contract."""
    return field(default=(), metadata={"help": text, "item": item})


@dataclass(frozen=True, slots=True)
class Src:
    """Where an item stands in its source; printed by itself it is the mark."""

    text: str = _said("the source mark", "[1 ¶11]")
    n: int = _said("number of the article", 1)
    para: int = _said("number of the paragraph; the headline is 1", 11)
    start: int = _said("first character in the article's text", 1042)
    end: int = _said("character after the last", 1055)
    sentence: str = _said("the sentence it stands in", "Cargo rose to 8.9 million tons.")


NO_SRC = Src("", 0, 0, 0, 0, "")
SRC = {"help": "where it stands: prints as [1 ¶11]", "record": Src}


@dataclass(frozen=True, slots=True)
class Conversion:
    """The same amount in another currency, as the source prints it."""

    value: str = _said("as printed", "$49 million")
    amount: str = _said("the number alone", "49000000")
    currency: str = _said("ISO code", "USD")
    given_by: str = _said("who converted", "source")
    rate: str = _said("the analyst's rate", "")
    rate_date: str = _said("the date of the analyst's rate", "")


@dataclass(frozen=True, slots=True)
class FigureItem:
    """One row of a table of figures."""

    id: str = _said("the finding's own name in the program", "1f1042-1055")
    n: int = _said("number in the note", 1)
    subject: str = _said("what is measured", "volume of trade")
    value: str = _said("the value as printed, hedge and the source's conversions included", "23.3 billion tenge ($49 million)")
    amount: str = _said("the number alone", "23300000000")
    amount_high: str = _said("the other end of a range", "")
    qualifier: str = _said("the hedge as printed", "nearly")
    unit: str = _said("the unit", "tenge")
    currency: str = _said("ISO code of the currency", "KZT")
    conversions: tuple[Conversion, ...] = _listed("conversions that the source prints", Conversion)
    period: str = _said("the time it speaks of, or “not stated”", "last year [2021]")
    period_iso_start: str = _said("first day", "2021-01-01")
    period_iso_end: str = _said("last day", "2021-12-31")
    period_stated: bool = _said("whether the source states a period", True)
    change: str = _said("the change with its base", "+34%, base not stated")
    change_base: str = _said("what the change is measured against", "")
    kind: str = _said("amount, count, share, change, measure, duration, ratio or age", "amount")
    said_by: str = _said("who vouches for it, or “article”", "Kassym-Jomart Tokayev")
    said_by_short: str = _said("the same as the article calls them later", "Tokayev")
    said_by_kind: str = _said("quoted, reported, institution or article", "reported")
    sentence: str = _said("the sentence it stands in", "Trade reached $24.5 billion.")
    derived: bool = _said("whether it was calculated by the analyst", False)
    working: str = _said("the calculation", "")
    in_conflict: bool = _said("whether another source gives another value", False)
    doubt: str = _said("why the value looks implausible", "")
    edited: bool = _said("whether the analyst changed a field", False)
    note: str = _said("the analyst's remark", "")
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """One quotation."""

    id: str = _said("the finding's own name in the program", "1q2042-2155")
    n: int = _said("number in the note", 1)
    text: str = _said("the source's words", "There are very big plans")
    marked: str = _said("the words in the house's quotation marks", "“There are very big plans”")
    speaker: str = _said("full name, or “speaker not stated”", "Kassym-Jomart Tokayev")
    role: str = _said("role as printed", "President")
    organisation: str = _said("organisation or country", "Kazakhstan")
    verb: str = _said("the source's verb", "said")
    partial: bool = _said("whether it is a fragment of a sentence", False)
    trimmed: bool = _said("whether words were left out", False)
    inserted: bool = _said("whether words were put in, in square brackets", False)
    sentence: str = _said("the sentence it stands in", "«There are very big plans,» said Tokayev.")
    resolved_from: str = _said("the words that the speaker's name was resolved from", "he")
    edited: bool = _said("whether the analyst changed a field", False)
    note: str = _said("the analyst's remark", "")
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class SpeakerItem:
    """A speaker with all their full quotes."""

    speaker: str = _said("full name", "Kassym-Jomart Tokayev")
    role: str = _said("role as printed", "President")
    organisation: str = _said("organisation or country", "Kazakhstan")
    quotes: tuple[QuoteItem, ...] = _listed("the speaker's quotes", QuoteItem)


@dataclass(frozen=True, slots=True)
class PersonItem:
    """Someone who is quoted or vouches for a figure."""

    name: str = _said("full name", "Serik Zhumangarin")
    title: str = _said("role as printed", "Deputy Prime Minister")
    organisation: str = _said("organisation or country", "Kazakhstan")
    quote_count: int = _said("quotes in the note", 2)
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class OrganisationItem:
    """An organisation that is quoted or vouches for a figure."""

    name: str = _said("name as printed", "Ministry of Trade and Integration")
    short: str = _said("short name", "MTI")
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class EventItem:
    """A sentence with a date."""

    date: str = _said("printed in the house's format", "28 November 2022")
    date_iso: str = _said("ISO date", "2022-11-28")
    date_as_printed: str = _said("as the source prints it", "November 28")
    inferred: bool = _said("whether a part of the date was worked out", True)
    text: str = _said("the sentence", "He met with Russian President Vladimir Putin on November 28.")
    future: bool = _said("whether it lies after the article", False)
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class SentenceItem:
    """A sentence copied from a source."""

    text: str = _said("the sentence", "The project was established in 2000.")
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of several values for the same thing."""

    value: str = _said("as printed", "$49 million")
    said_by: str = _said("who vouches for it", "article")
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """Sources that differ; both are shown, never averaged."""

    subject: str = _said("what is measured", "documents signed")
    period: str = _said("the time", "2022")
    kind: str = _said("what differs", "value")
    values: tuple[ConflictValue, ...] = _listed("the values", ConflictValue)
    resolution: str = _said("the analyst's resolution", "")


@dataclass(frozen=True, slots=True)
class ParagraphItem:
    """The sentences of one source paragraph that the note rests on, numbered."""

    n: int = _said("number in the note", 1)
    text: str = _said("the sentences", "At least 17,000 companies work in Kazakhstan.")
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class PointItem:
    """A point for a meeting."""

    text: str = _said("the point", "Ask about border crossings.")
    side: str = _said("ours or theirs", "ours")
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One entry of the list of sources."""

    n: int = _said("number in source marks", 1)
    text: str = _said("the whole entry", "Assel Satubaldina, “President Tokayev in Moscow”, Kazinform, Astana, 29 November 2022.")
    short: str = _said("outlet and date", "Kazinform, 29 November 2022")


@dataclass(frozen=True, slots=True)
class ArticleItem:
    """An article with what was kept from it."""

    n: int = _said("number in source marks", 1)
    title: str = _said("headline", "President Tokayev in Moscow")
    outlet: str = _said("outlet", "Kazinform")
    author: str = _said("authors", "Assel Satubaldina")
    place: str = _said("place of the date line", "Astana")
    published: str = _said("printed in the house's format", "29 November 2022, 12:19")
    published_iso: str = _said("ISO date", "2022-11-29T12:19")
    retrieved: str = _said("when it was read", "30 November 2022")
    url: str = _said("address", "")
    language: str = _said("language", "English")
    hash: str = _said("short SHA-256 of the file", "4afbcf8c")
    figures: tuple[FigureItem, ...] = _listed("its figures", FigureItem)
    quotes: tuple[QuoteItem, ...] = _listed("its quotes", QuoteItem)
    src: Src = field(default=NO_SRC, metadata=SRC)


@dataclass(frozen=True, slots=True)
class NoteFields:
    """The identification block and the analyst's own words."""

    title: str = _said("title of the product", "Briefing note")
    subject: str = _said("subject line; the article's headline where nothing was typed", "Kazakhstan–Russia: trade")
    reference: str = _said("reference", "BN-2022-114")
    version: str = _said("version", "1.0")
    status: str = _said("draft or final", "final")
    date: str = _said("date of the note", "29 November 2022")
    date_iso: str = _said("ISO date of the note", "2022-11-29")
    as_of: str = _said("the sources' last publication time", "29 November 2022, 12:19")
    classification: str = _said("banner", "OPEN SOURCE – INTERNAL USE")
    handling: str = _said("handling instruction", "")
    to: tuple[str, ...] = _said("addressees", ("Head of unit",))
    sender: str = _said("from", "Analyst, trade unit")
    copy_to: tuple[str, ...] = _said("copy", ("Registry",))
    action: str = _said("action asked for", "None")
    deadline: str = _said("critical date", "")
    bottom_line: str = _said("bottom line, the analyst's words", "Trade is at a record; transit is not.")
    background: str = _said("background, the analyst's words", "The two share a border.")
    comment: str = _said("comment, the analyst's words", "None of it is corroborated.")
    outlook: str = _said("outlook, the analyst's words", "")
    key_points: tuple[str, ...] = _said("the analyst's key points, one a line", ("Trade is at a record.",))
    highlights: tuple[str, ...] = _said("the lead figures as printed, with their subjects", ("Trade: $24.5 billion [1 ¶11]",))
    to_check: tuple[str, ...] = _said("what a second reader should look at", ("period not stated: $535 million [1 ¶14]",))
    issue_number: str = _said("number of the report", "7")
    period: str = _said("period of the report", "21–28 November 2022")
    next_date: str = _said("date of the next report", "")
    language: str = _said("language of the note", "English")
    article_count: int = _said("number of articles", 1)


@dataclass(frozen=True, slots=True)
class StyleFields:
    """The house style in force."""

    name: str = _said("name", "as printed")
    decimal: str = _said("decimal mark", ".")
    thousands: str = _said("thousands separator", ",")
    percent: str = _said("how per cent is written", "%")
    date_format: str = _said("pattern of dates", "d MMMM y")
    quote_open: str = _said("opening quotation mark", "“")
    quote_close: str = _said("closing quotation mark", "”")
    marks: str = _said("how sources are marked: brackets, footnotes, comments or none", "brackets")


@dataclass(frozen=True, slots=True)
class AppFields:
    """The program, for the imprint."""

    version: str = _said("version of Briefing", "1.0")
    generated: str = _said("when the note was made", "29 November 2022")
    generated_iso: str = _said("ISO date and time", "2022-11-29T14:00")
    method: str = _said("how", "extracted by rules; no text was generated")


@dataclass(frozen=True, slots=True)
class NoteContext:
    """Everything that a template sees."""

    note: NoteFields = field(default=NoteFields(), metadata={"help": "the header block", "record": NoteFields})
    articles: tuple[ArticleItem, ...] = _listed("the articles with what was kept from each", ArticleItem)
    sources: tuple[SourceItem, ...] = _listed("the list of sources", SourceItem)
    figures: tuple[FigureItem, ...] = _listed("in the note's order; {{ figures|chart }} draws those of one unit", FigureItem)
    lead_figures: tuple[FigureItem, ...] = _listed("the starred figures", FigureItem)
    quotes: tuple[QuoteItem, ...] = _listed("all quotes in the note's order", QuoteItem)
    quotes_by_speaker: tuple[SpeakerItem, ...] = _listed("the full quotes, grouped", SpeakerItem)
    partial_quotes: tuple[QuoteItem, ...] = _listed("the quotes that are fragments of a sentence", QuoteItem)
    people: tuple[PersonItem, ...] = _listed("who speaks", PersonItem)
    organisations: tuple[OrganisationItem, ...] = _listed("which organisations speak", OrganisationItem)
    events: tuple[EventItem, ...] = _listed("dated sentences in order of time", EventItem)
    past_events: tuple[EventItem, ...] = _listed("those before the article", EventItem)
    future_events: tuple[EventItem, ...] = _listed("those after the article", EventItem)
    background_sentences: tuple[SentenceItem, ...] = _listed("sentences about earlier years", SentenceItem)
    conflicts: tuple[ConflictItem, ...] = _listed("figures on which sources differ", ConflictItem)
    paragraphs: tuple[ParagraphItem, ...] = _listed("the sentences that the note rests on", ParagraphItem)
    points: tuple[PointItem, ...] = _listed("points for a meeting", PointItem)
    style: StyleFields = field(default=StyleFields(), metadata={"help": "the house style", "record": StyleFields})
    app: AppFields = field(default=AppFields(), metadata={"help": "the program", "record": AppFields})


def plain(value: Any) -> Any:
    """A record as dict, a tuple as list, all the way down: what the template finally sees."""
    kind: type = type(value)
    if kind is str or kind is int or kind is bool:
        return value
    if kind is tuple:
        return [plain(item) for item in value]
    names, values, deeper = _fields(kind)
    found = dict(zip(names, values(value), strict=True))
    for name in deeper:
        found[name] = plain(found[name])
    return found


@cache
def _fields(record: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[str, ...]]:
    """A record's fields, what gets their values, and those that hold lists or records; TypeError for what is no record."""
    if not is_dataclass(record):
        raise TypeError(f"{record.__name__} is no part of the contract")
    names = tuple(each.name for each in fields(record))
    deeper = tuple(each.name for each in fields(record) if type(each.metadata.get("sample")) not in (str, int, bool))
    return names, attrgetter(*names), deeper
