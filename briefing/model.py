"""The values everyone speaks in: articles, figures, quotes, findings.

All positions are code points of ``Article.text``, half-open. Values are frozen; nothing here does any work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in an article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other range lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same range, moved by a number of code points."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The characters of the text that the range covers."""
        return text[self.start : self.end]


class BlockKind(StrEnum):
    """What a paragraph of an article is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list item"
    QUOTE_BLOCK = "quote block"
    TABLE_ROW = "table row"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMO = "promo"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class Block:
    """One non-empty paragraph as the reader sees it; between two blocks there is only white space."""

    kind: BlockKind
    span: Span
    number: int  # the ¶ number: non-empty blocks counted from 1
    section: str = ""  # the subheading it stands under
    included: bool = True  # False: greyed, not searched
    reason: str = ""  # why it was left out, in words


@dataclass(frozen=True, slots=True)
class Dateline:
    """«ASTANA. KAZINFORM - » at the head of the first paragraph."""

    span: Span
    place: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's text came from."""

    format: str = "text"
    name: str = ""  # the file's name, without its folder
    address: str = ""  # http(s) address, if any
    encoding: str = ""
    sha256: str = ""  # of the file's bytes, or of those of a pasted text in UTF-8
    retrieved: str = ""  # ISO date and time at which the program read it


@dataclass(frozen=True, slots=True)
class Article:
    """A text that never changes, its paragraphs, and what is known about its source."""

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""  # ISO date, or date and time
    published_text: str = ""  # the date as the source prints it
    outlet: str = ""
    dateline: Dateline | None = None
    language: str = "en"
    origin: Origin = field(default_factory=Origin)
    found_in: Mapping[str, str] = field(default_factory=dict)  # metadata field → where it was found, in words
    warnings: tuple[str, ...] = ()

    def block_at(self, position: int) -> Block | None:
        """The block that holds a code point, or None between blocks."""
        return next((b for b in self.blocks if b.span.start <= position < b.span.end), None)


class SpeakerKind(StrEnum):
    """What sort of source speaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"  # "a spokesman for the ministry"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who says something: the fullest name in the article, with role and organisation as printed."""

    name: str
    role: str = ""
    organisation: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a finding is what it is: the rule that fired and what it rests on."""

    rule: str
    cue: Span | None = None  # the words that decided: a verb of saying, a hedge …
    mention: Span | None = None  # the words that name the speaker
    resolved_from: str = ""  # "he", "the minister": what was resolved to the person
    check: bool = False  # weak: a person should look
    reasons: tuple[str, ...] = ()  # further reasons in words


class QuoteKind(StrEnum):
    """How much of a sentence a quote covers."""

    FULL = "full"
    PARTIAL = "partial"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks; one segment for each paragraph they run over, marks left out."""

    segments: tuple[Span, ...]
    kind: QuoteKind
    evidence: Evidence
    speaker: Speaker | None = None
    verb: str = ""  # as the source prints it
    sentence: Span | None = None

    @property
    def span(self) -> Span:
        """From the first segment's start to the last one's end."""
        return Span(self.segments[0].start, self.segments[-1].end)


class Hedge(StrEnum):
    """How a printed number stands to the true one."""

    EXACT = "="
    ABOUT = "~"
    ABOVE = ">"
    BELOW = "<"


class Direction(StrEnum):
    """Which way a change goes."""

    NONE = ""
    UP = "up"
    DOWN = "down"


class FigureKind(StrEnum):
    """What sort of quantity a figure is."""

    AMOUNT = "amount"  # money
    COUNT = "count"
    SHARE = "share"
    CHANGE = "change"
    MEASURE = "measure"
    DURATION = "duration"
    RATIO = "ratio"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, exactly where it is printed."""

    span: Span  # numeral and unit
    value: float
    high: float | None = None  # the other end of a range
    unit: str = "-"  # canonical singular: "dollar", "percentage", "metric ton", "joint project"; "-" for none
    currency: str = ""  # ISO 4217


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure speaks of, in the source's words and resolved."""

    span: Span
    text: str
    start: str = ""  # ISO date, "" where it cannot be resolved
    end: str = ""  # ISO date, inclusive


class SaidBy(StrEnum):
    """Who vouches for a figure."""

    ARTICLE = "article"
    QUOTED = "quoted"
    REPORTED = "reported"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Change:
    """A change that belongs to a level: "grew by 34%, reaching $535 million"."""

    span: Span  # the change as printed
    text: str
    direction: Direction
    base: str = ""  # what it is measured against, as printed; "" where not stated
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that matters, with everything a reader needs to use it."""

    span: Span  # as printed, hedge and unit in it where they touch
    amount: Amount
    kind: FigureKind
    evidence: Evidence
    hedge: Hedge = Hedge.EXACT
    hedge_span: Span | None = None
    direction: Direction = Direction.NONE
    subject: str = ""  # what is measured, in the source's words
    period: Period | None = None
    change: Change | None = None
    conversions: tuple[Amount, ...] = ()  # printed by the source itself
    base: str = ""  # for a change: what it is measured against, as printed
    place: str = ""
    said_by: Speaker | None = None
    said_by_kind: SaidBy = SaidBy.ARTICLE
    sentence: Span | None = None
    repeats: Span | None = None  # the earlier figure that says the same
    doubt: str = ""  # why the value looks implausible, in words


class Origination(StrEnum):
    """Who made a finding."""

    FOUND = "found"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Finding:
    """A figure or a quote in an article, with its place and how much it matters."""

    id: str  # stable for the same article and span: "f1042-1055"
    article: str  # the article's key in the brief
    number: int  # ¶
    content: Figure | Quote
    salience: float = 0.0
    suggested: bool = False  # pre-ticked
    reasons: tuple[str, ...] = ()  # why it weighs what it weighs, in words
    origination: Origination = Origination.FOUND
    replaces: tuple[Finding, ...] = ()  # what the analyst merged or split into it; hidden as long as it is there

    @property
    def span(self) -> Span:
        """The place of the finding in the article's text."""
        return self.content.span
