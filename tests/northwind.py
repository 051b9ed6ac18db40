"""A short article with findings built by hand, for tests of the window."""

from __future__ import annotations

from dataclasses import replace

from briefing.brief import Brief, Source
from briefing.model import (
    Amount,
    Article,
    Block,
    BlockKind,
    Change,
    Direction,
    Evidence,
    Figure,
    FigureKind,
    Finding,
    Hedge,
    Period,
    Quote,
    QuoteKind,
    SaidBy,
    Span,
    Speaker,
    SpeakerKind,
)

TEXT = """Northwind profit jumps 12% as bank warns on rates

Northwind Bank reported a 12 per cent rise in third-quarter profit to
nearly $3.4bn on Tuesday, beating the $3.1bn forecast by analysts.

“We are pleased with the result, but the outlook is fragile, and no one in this house believes that rates will fall before \
the summer of next year,” chief executive Jane Doe told reporters in London.

Costs fell by £240m from a year earlier, while bad-loan provisions rose to 1.8% of lending. About 1,200 jobs will go by \
the end of 2027, according to Doe.

The regulator said that it “expects all lenders to hold capital well above the minimum”. “It is a warning,” he added.
"""
JANE = Speaker("Jane Doe", "chief executive", "Northwind Bank")
REGULATOR = Speaker("The regulator", kind=SpeakerKind.ORGANISATION)


def span(words: str, after: str = "") -> Span:
    """The place of words in the article, behind other words."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def article() -> Article:
    """The article with its paragraphs."""
    blocks, position = [], 0
    for number, paragraph in enumerate(TEXT.strip().split("\n\n"), 1):
        start = TEXT.index(paragraph, position)
        position = start + len(paragraph)
        blocks.append(Block(BlockKind.TITLE if number == 1 else BlockKind.BODY, Span(start, position), number))
    title = blocks[0].span.of(TEXT)
    return Article(TEXT, tuple(blocks), title, outlet="The Courier", published="2026-03-04", published_text="4 March 2026")


def figure(words: str, after: str, subject: str, kind: FigureKind = FigureKind.AMOUNT, **more: object) -> Figure:
    """A figure by its words."""
    place = span(words, after)
    made = Figure(place, Amount(place, 1.0), kind, Evidence("counted noun"), subject=subject)
    return replace(made, **more)  # type: ignore[arg-type]  # each key is a field of its type


def quote(words: str, speaker: Speaker | None, kind: QuoteKind = QuoteKind.FULL, **more: object) -> Quote:
    """A quote by its words."""
    evidence = Evidence("verb-subject", check=speaker is None)
    made = Quote((span(words),), kind, evidence, speaker, "told")
    return replace(made, **more)  # type: ignore[arg-type]  # each key is a field of its type


def contents() -> tuple[Figure | Quote, ...]:
    """The figures and quotes of the article."""
    quarter = Period(span("third-quarter"), "third-quarter", "2025-07-01", "2025-09-30")
    rise = Change(span("12 per cent rise"), "12 per cent rise", Direction.UP, period=quarter)
    about, nearly = span("About"), span("nearly")
    full = "We are pleased with the result, but the outlook is fragile, and no one in this house believes that rates will fall "
    return (
        figure("12%", "", "profit", FigureKind.CHANGE, direction=Direction.UP),
        figure("12 per cent rise", "", "third-quarter profit", FigureKind.CHANGE, direction=Direction.UP, period=quarter),
        figure("nearly\n$3.4bn", "", "third-quarter profit", hedge=Hedge.ABOUT, hedge_span=nearly, change=rise, period=quarter)
        if "nearly\n$3.4bn" in TEXT
        else figure("nearly $3.4bn", "", "third-quarter profit", hedge=Hedge.ABOUT, hedge_span=nearly, change=rise),
        figure("$3.1bn", "", "forecast", said_by=Speaker("analysts"), said_by_kind=SaidBy.REPORTED),
        quote(full + "before the summer of next year,", JANE),
        figure("£240m", "", "costs", FigureKind.CHANGE, direction=Direction.DOWN, base="a year earlier"),
        figure("1.8%", "", "bad-loan provisions", FigureKind.SHARE, doubt="the share is of lending, not of loans"),
        figure(
            "About 1,200 jobs", "", "jobs to go", FigureKind.COUNT, hedge=Hedge.ABOUT, hedge_span=about, place="London",
            period=Period(span("by the end of 2027"), "by the end of 2027"),
            said_by=JANE, said_by_kind=SaidBy.REPORTED,
        ),
        quote("expects all lenders to hold capital well above the minimum", REGULATOR, QuoteKind.PARTIAL, verb="said"),
        quote("It is a warning,", None, verb="added"),
    )  # fmt: skip


def findings(key: str = "1") -> tuple[Finding, ...]:
    """The article's findings; every other one is suggested."""
    text = article()
    made = []
    for number, content in enumerate(contents()):
        letter = "f" if isinstance(content, Figure) else "q"
        block = text.block_at(content.span.start)
        identifier = f"{key}{letter}{content.span.start}-{content.span.end}"
        made.append(Finding(identifier, key, block.number if block else 0, content, 1 - number / 10, number % 2 == 1))
    return tuple(made)


def brief() -> Brief:
    """The article and its findings, nothing decided."""
    return Brief(sources=(Source("1", article()),), findings=findings())
