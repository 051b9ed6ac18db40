"""Figures in tables take subject and time from the heads of their row and column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.analysis.findings import analyse
from briefing.analysis.tables import Cell, with_heads
from briefing.articles import from_bytes
from briefing.articles.assemble import Metadata, assemble, join
from briefing.articles.structure import Label
from briefing.model import Amount, Article, BlockKind, Evidence, Figure, FigureKind, Span

PROSE = "The authority said on Monday that it would spend far more than it had planned to on the port and its railway."


def article(*blocks: str) -> Article:
    """An article of rows and paragraphs: what holds a bar is a row."""
    text, places = join(blocks)
    labels = [Label(BlockKind.TABLE_ROW if "|" in block else BlockKind.BODY) for block in blocks]
    return assemble(text, labels, places, Metadata())


def figure(text: str, printed: str) -> Figure:
    """A bare figure at the first place where it is printed."""
    span = Span(text.index(printed), text.index(printed) + len(printed))
    return Figure(span, Amount(span, 1.0), FigureKind.COUNT, Evidence("number", check=True, reasons=("subject: none",)))


def read(blocks: Sequence[str], printed: str) -> tuple[str, str]:
    """Subject and period's words of a figure of a table."""
    given = article(*blocks)
    (found,) = with_heads(given, [figure(given.text, printed)])
    if found.period:
        assert found.period.span.of(given.text) == found.period.text
    return found.subject, found.period.text if found.period else ""


@pytest.mark.parametrize(
    ("rows", "printed", "subject", "period"),
    [
        (("Year | Turnover", "2024 | 312", "2025 | 340"), "340", "Turnover", "2025"),
        (("| 2024 | 2025", "Employees | 4,100 | 4,350"), "4,350", "Employees", "2025"),
        (("| Q3 2024 | FY2025", "Employees | 4,100 | 4,350"), "4,100", "Employees", "Q3 2024"),
        (("Country | Unemployment | Growth", "Norway | 3.9 | 1.1"), "1.1", "Growth, Norway", ""),
        (("Rank | Port | Volume", "1 | Vellmar | 9,870"), "9,870", "Volume, Vellmar", ""),
        (("Revenue 2024 | Revenue 2025", "312 | 340"), "340", "Revenue 2025", ""),
        # a table without heads
        (("Employees | 4,100", "Margin | 12"), "4,100", "Employees", ""),
        # two tables in a row
        (("Year | Turnover", "2024 | 312", "Year | Cranes", "2025 | 44"), "44", "Cranes", "2025"),
        # heads over several columns are out of step: better no head than a wrong one
        (("| 2024 | 2025", "Sales | $ | 312 | $ | 340"), "312", "Sales", ""),
        (("Year | Turnover | Growth", "2024 | 312"), "312", "", ""),
    ],
)
def test_heads_of_row_and_column(rows: tuple[str, ...], printed: str, subject: str, period: str) -> None:
    assert read((PROSE, *rows, PROSE), printed) == (subject, period)


def test_the_heads_of_one_table_are_not_those_of_the_next() -> None:
    assert read(("Year | Turnover", "2024 | 312", PROSE, "Oslo | 3,210"), "3,210") == ("Oslo", "")


def test_a_figure_outside_tables_is_left_alone() -> None:
    given = article("Year | Turnover", "2024 | 312", f"{PROSE} It costs 99 euros.")
    bare = figure(given.text, "99")
    assert with_heads(given, [bare]) == (bare,)


def test_the_evidence_says_where_the_subject_stands() -> None:
    given = article("Year | Turnover", "2024 | 312")
    (found,) = with_heads(given, [figure(given.text, "312")])
    assert found.evidence.reasons == ("subject: heads of its row and column",)
    assert not found.evidence.check


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2024", True), ("Q3 2024", True), ("FY2024", True), ("2024E", True), ("9M 2024", True), ("30 June 2024", True),
        ("Year ended 2024", True), ("November 2, 2024", True), ("2019-20", True), ("Revenue 2024", False), ("Year", False),
        ("12 024", False), ("312", False), ("", False),
    ],
)  # fmt: skip
def test_which_heads_are_times(text: str, *, time: bool) -> None:
    assert Cell(text, Span(0, len(text))).is_time is time


def test_from_a_page_to_findings() -> None:
    rows = "<tr><th></th><th>2024</th><th>2025</th></tr><tr><td>Margin</td><td>12%</td><td>13%</td></tr>"
    body = f"<article><h1>Port grows by a third</h1><p>{PROSE}</p><table>{rows}</table><p>{PROSE} So be it.</p></article>"
    found = [f.content for f in analyse(from_bytes(f"<html><body>{body}</body></html>".encode()))]
    shown = [(c.subject, c.period.start, c.period.end, c.amount.value) for c in found if isinstance(c, Figure) and c.period]
    assert shown == [("Margin", "2024-01-01", "2024-12-31", 12.0), ("Margin", "2025-01-01", "2025-12-31", 13.0)]
