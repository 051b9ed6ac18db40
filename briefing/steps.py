"""What comes back from the worker while it analyses."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Finding


@dataclass(frozen=True, slots=True)
class Step:
    """How far an analysis has come; the findings are those of one chunk until ``final``, and then all there are."""

    done: int
    total: int
    findings: tuple[Finding, ...]
    final: bool = False
