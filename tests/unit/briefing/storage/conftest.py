"""Briefs to save, and folders of their own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import review
from briefing.articles import from_text
from briefing.brief import Brief
from briefing.model import (
    Amount,
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
    Span,
    Speaker,
)

TEXT = "Harbour trade grows\n\n5 May 2026\n\nBONN (Reuters) - Trade grew by about 34% last year. “We are pleased,” Ann Lee said."


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches what a person keeps."""
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))


@pytest.fixture
def brief() -> Brief:
    """A brief with every kind of content: a figure, a quote, decisions, edits, a star, an order, a header."""
    figure = Figure(
        Span(69, 78),
        Amount(Span(75, 78), 34.0, unit="percentage"),
        FigureKind.CHANGE,
        Evidence("change", cue=Span(60, 64)),
        hedge=Hedge.ABOUT,
        direction=Direction.UP,
        period=Period(Span(79, 88), "last year", "2025-01-01", "2025-12-31"),
        change=Change(Span(60, 78), "grew by about 34%", Direction.UP),
    )
    quote = Quote((Span(91, 105),), QuoteKind.FULL, Evidence("said"), Speaker("Ann Lee"), "said")
    findings = (Finding("1f69-78", "1", 3, figure, 0.9, suggested=True), Finding("1q91-105", "1", 3, quote))
    made = review.set_findings(review.add_article(Brief(), from_text(TEXT)), "1", findings)
    made = review.keep(review.star(made, "1f69-78"), "1q91-105")
    made = review.move_edges(review.edit(made, "1q91-105", {"role": "spokeswoman"}), "1q91-105", Span(92, 104))
    return review.set_header(review.move(made, "1q91-105", 0), {"title": "Trade", "to": "Director R&D <x>"})
