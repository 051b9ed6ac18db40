"""What comes back from the worker while it analyses."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Finding, Span


@dataclass(frozen=True, slots=True)
class Step:
    """How far an analysis has come.

    First come chunks, read by themselves; then the findings as seen from the whole article, all that there are in one
    stretch of its text after the other, so that no message is long: the window stands still while it is unpacked.
    """

    done: int
    total: int
    findings: tuple[Finding, ...]
    final: bool = False  # nothing follows
    stretch: Span | None = None  # where these are all the findings; None for a chunk
