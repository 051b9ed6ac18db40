"""The values that the steps hand on: a numeral as scanned, a figure in the making, and the paragraph they stand in.

Positions in this package are code points of the paragraph's text until ``find_figures`` places them in the article.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from briefing.analysis.pipeline import Passage
from briefing.model import Direction, FigureKind, Hedge, Span


class Style(Enum):
    """How a number is written."""

    DIGITS = auto()
    WORDS = auto()
    FRACTION = auto()
    VAGUE = auto()  # "tens of thousands"
    FOLD = auto()  # "18-fold", "twice"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it is printed, its scale word in it, its unit not."""

    start: int
    end: int
    value: float
    style: Style = Style.DIGITS
    high: float | None = None  # the other end of a range
    sign: str = ""  # the currency sign or code in front, as printed
    sign_start: int = -1
    inner: str = ""  # a unit printed inside a range: "5% to 10%"

    @property
    def outer(self) -> int:
        """Where the number begins, its currency sign in it."""
        return self.sign_start if self.sign else self.start

    @property
    def small(self) -> bool:
        """Whether it is a bare whole number under one hundred."""
        return self.high is None and self.value == int(self.value) and abs(self.value) < 100


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure in the making; every step gives back a fuller one."""

    numeral: Numeral
    start: int  # currency sign, numeral and unit
    end: int
    unit: str = "-"
    currency: str = ""
    kind: FigureKind = FigureKind.COUNT
    noun: int = -1  # the counted noun's token
    named: int = -1  # the noun named before that "them" or "200 more" counts
    hedge: Hedge = Hedge.EXACT
    hedge_span: Span | None = None
    direction: Direction = Direction.NONE
    rule: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money, a level or a change; crowns and francs have no code of their own."""
        return self.kind is FigureKind.AMOUNT or self.rule.startswith("currency")

    @property
    def full(self) -> Span:
        """The figure as printed: with its hedge where the two touch."""
        if self.hedge_span is None:
            return Span(self.start, self.end)
        return Span(min(self.start, self.hedge_span.start), max(self.end, self.hedge_span.end))


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph with its parse."""

    passage: Passage
    original: str  # the paragraph as the article prints it
    text: str = field(init=False)  # the same as parsed: quotation marks made straight, just as long

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.passage.text or self.passage.doc.text)

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.passage.doc

    def tokens(self, start: int, end: int) -> TokenSpan:
        """The tokens that touch a range of the paragraph; in a gap between two tokens the one before."""
        span = self.doc.char_span(max(0, start), min(end, len(self.text)), alignment_mode="expand")
        if span is not None and len(span):
            return span
        at = max((t.i for t in self.doc if t.idx <= start), default=0)
        return self.doc[at : at + 1]

    def of(self, draft: Draft) -> TokenSpan:
        """The tokens of a draft's currency sign, numeral and unit."""
        return self.tokens(draft.start, draft.end)

    def before(self, end: int, reach: int = 60) -> str:
        """The characters in front of a position, so many at most: a pattern that ends there needs no more."""
        return self.text[max(0, end - reach) : end]

    def place(self, start: int, end: int) -> Span:
        """A range of the paragraph in the article's text."""
        return Span(start, end).shifted(self.passage.offset)
