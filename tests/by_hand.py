"""Briefs put together by hand from a text, for tests of what comes after the analysis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from briefing.articles import from_text
from briefing.brief import Brief, Source
from briefing.model import (
    Amount,
    Article,
    Change,
    Direction,
    Evidence,
    Figure,
    FigureKind,
    Finding,
    Origin,
    Period,
    Quote,
    QuoteKind,
    SaidBy,
    Span,
    Speaker,
    SpeakerKind,
)

TEXT = """Harbour traffic at a record as ministers promise a second terminal

14 March 2024, 09:30

PORT ELLEN. Coastal News - It handled 8.9 million tons of cargo in 2023, 8 times more than last year, port authority data shows.

According to Mayor Anna Holt, investment last year grew by 34%, reaching $535 million, while nearly 30,000 jobs depend on it.

“We will build a second terminal, and we will build it here. It will pay for itself,” said Holt.

The contract is worth 23.3 billion tenge ($49 million) and runs from May 2024.

The minister called the plan «a bold decision». «Nothing of this
will be easy,» he said.

The old quay was finished in October 1998.
"""

HOLT = Speaker("Anna Holt", "Mayor", "Port Ellen")
REED = Speaker("Thomas Reed", "Minister of Transport", "")


@dataclass
class ByHand:
    """Collects findings on one article."""

    article: Article
    key: str = "1"

    def __post_init__(self) -> None:
        self.findings: list[Finding] = []

    def place(self, words: str, nth: int = 0) -> Span:
        start = self.article.text.index(words)
        for _ in range(nth):
            start = self.article.text.index(words, start + 1)
        return Span(start, start + len(words))

    def figure(self, words: str, value: float = 1.0, *, kind: FigureKind = FigureKind.AMOUNT, **more: Any) -> Finding:
        span = self.place(words)
        amount = more.pop("amount", Amount(span, value, unit=more.pop("unit", "-"), currency=more.pop("currency", "")))
        return self._add("f", span, Figure(span, amount, kind, more.pop("evidence", Evidence("by hand")), **more))

    def quote(self, *parts: str, kind: QuoteKind = QuoteKind.FULL, **more: Any) -> Finding:
        segments = tuple(self.place(part) for part in parts)
        return self._add("q", segments[0], Quote(segments, kind, more.pop("evidence", Evidence("by hand")), **more))

    def period(self, words: str, start: str = "", end: str = "", nth: int = 0) -> Period:
        return Period(self.place(words, nth), words, start, end)

    def _add(self, letter: str, span: Span, content: Figure | Quote) -> Finding:
        block = self.article.block_at(span.start)
        number = block.number if block else 0
        finding = Finding(f"{self.key}{letter}{span.start}-{span.end}", self.key, number, content, 1.0, suggested=True)
        self.findings.append(finding)
        return finding

    def brief(self, **more: Any) -> Brief:
        findings = tuple(sorted(self.findings, key=lambda finding: finding.span.start))
        return Brief((Source(self.key, self.article),), findings, **more)


def article(text: str = TEXT, **more: Any) -> Article:
    read = from_text(text)
    origin = Origin(read.origin.format, "harbour.txt", "", "utf-8", read.origin.sha256, "2024-03-15T08:00:00")
    return replace(read, **{"origin": origin, "authors": ("Mary Lane",), **more})


def harbour(key: str = "1") -> ByHand:
    """The harbour article with one finding of every sort."""
    by = ByHand(article(), key)
    authority = Speaker("port authority", kind=SpeakerKind.ORGANISATION)
    by.figure(
        "8.9 million tons",
        8.9e6,
        unit="metric ton",
        kind=FigureKind.MEASURE,
        subject="cargo",
        period=by.period("2023", "2023-01-01", "2023-12-31"),
        said_by=authority,
        said_by_kind=SaidBy.INSTITUTION,
        change=Change(by.place("8 times more than last year"), "8 times more than last year", Direction.UP),
    )
    by.figure("34%", 34, unit="percentage", kind=FigureKind.CHANGE, subject="investment", direction=Direction.UP)
    by.figure(
        "$535 million",
        535e6,
        unit="dollar",
        currency="USD",
        subject="investment",
        period=by.period("last year", "2023-01-01", "2023-12-31", nth=1),
        said_by=HOLT,
        said_by_kind=SaidBy.REPORTED,
        change=Change(by.place("34%"), "34%", Direction.UP),
    )
    by.figure("30,000 jobs", 30e3, kind=FigureKind.COUNT, subject="jobs", hedge_span=by.place("nearly"))
    dollars = Amount(by.place("$49 million"), 49e6, unit="dollar", currency="USD")
    by.figure("23.3 billion tenge", 23.3e9, unit="tenge", currency="KZT", subject="contract", conversions=(dollars,))
    by.quote(
        "We will build a second terminal, and we will build it here. It will pay for itself,",
        speaker=HOLT,
        verb="said",
        evidence=Evidence("verb of saying", resolved_from="Holt"),
    )
    by.quote("a bold decision", kind=QuoteKind.PARTIAL, speaker=REED, verb="called")
    by.quote("Nothing of this\nwill be easy,", speaker=REED, verb="said", evidence=Evidence("pronoun", resolved_from="he"))
    return by
