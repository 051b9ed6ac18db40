"""Findings as rows: for tables, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, dataclass

from briefing.brief import Brief
from briefing.model import Figure, Finding, Quote


@dataclass(frozen=True, slots=True)
class Row:
    """One finding in words and numbers; positions are code points of the article's text."""

    article: str
    paragraph: int
    kind: str
    text: str
    suggested: bool
    value: float | None = None
    high: float | None = None
    unit: str = ""
    currency: str = ""
    hedge: str = ""
    direction: str = ""
    subject: str = ""
    period: str = ""
    change: str = ""
    speaker: str = ""
    role: str = ""
    check: bool = False
    start: int = 0
    end: int = 0


def rows(brief: Brief) -> tuple[Row, ...]:
    """The findings of a brief, in text order."""
    return tuple(_row(brief, finding) for finding in brief.findings)


def as_json(listed: tuple[Row, ...]) -> str:
    """Rows as a JSON list of objects."""
    return json.dumps([asdict(row) for row in listed], ensure_ascii=False, indent=2)


def as_csv(listed: tuple[Row, ...]) -> str:
    """Rows as comma-separated values with a header line; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Row.__slots__)
    writer.writerows([_cell(getattr(row, name)) for name in Row.__slots__] for row in listed)
    return out.getvalue()


def _cell(value: object) -> object:
    """Spreadsheets run what begins with these signs."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t")) else value


def _row(brief: Brief, finding: Finding) -> Row:
    text = brief.article(finding.article).text
    content = finding.content
    return _figure(finding, content, text) if isinstance(content, Figure) else _quote(finding, content, text)


def _figure(finding: Finding, figure: Figure, text: str) -> Row:
    return Row(
        article=finding.article,
        paragraph=finding.number,
        kind=f"figure: {figure.kind}",
        text=figure.span.of(text),
        suggested=finding.suggested,
        value=figure.amount.value,
        high=figure.amount.high,
        unit="" if figure.amount.unit == "-" else figure.amount.unit,
        currency=figure.amount.currency,
        hedge=figure.hedge,
        direction=figure.direction,
        subject=figure.subject,
        period=figure.period.text if figure.period else "",
        change=figure.change.text if figure.change else "",
        speaker=figure.said_by.name if figure.said_by else "",
        role=figure.said_by.role if figure.said_by else "",
        check=figure.evidence.check,
        start=figure.span.start,
        end=figure.span.end,
    )


def _quote(finding: Finding, quote: Quote, text: str) -> Row:
    return Row(
        article=finding.article,
        paragraph=finding.number,
        kind=f"quote: {quote.kind}",
        text=" … ".join(segment.of(text) for segment in quote.segments),
        suggested=finding.suggested,
        speaker=quote.speaker.name if quote.speaker else "",
        role=quote.speaker.role if quote.speaker else "",
        check=quote.evidence.check,
        start=quote.span.start,
        end=quote.span.end,
    )
