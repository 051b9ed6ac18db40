"""Signed quotes: the name stands in a line of its own under the words, as pull quotes and readers' letters have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.analysis.quotes.cues import Candidate, offer_run
from briefing.analysis.quotes.grammar import run_of_names
from briefing.analysis.quotes.pairing import Ending
from briefing.analysis.quotes.reading import VERBS

if TYPE_CHECKING:
    from briefing.analysis.quotes.reading import Reading, Site

_LONGEST = 18  # words in a signature with its role
_DASH = re.compile(r"\s*[-–—―]+\s*(?=[A-Z])")
_ENDS = frozenset(".?!…")


def without_signature(group: tuple[Site, ...]) -> tuple[Site, ...]:
    """The quote without its last line where that is a name inside the marks, as in “We lost. / Ann Cole”."""
    if len(group) < 2 or group[-2].segment.ending is not Ending.CONTINUED or group[-2].words[-1:] not in _ENDS:
        return group
    last = group[-1]
    is_line = not last.gap.strip(" \t\u00a0“”\"'‘’") and not last.followed_by.strip()
    return group[:-1] if is_line and _signed(last.reading, 0, "inside") is not None else group


def signature_of(group: tuple[Site, ...], whole: tuple[Site, ...], readings: Sequence[Reading]) -> Candidate | None:
    """The name in the line left out, or in the line with a dash under the quote."""
    if len(whole) > len(group):
        return _signed(whole[-1].reading, 0, "inside")
    last = group[-1]
    if last.followed_by.strip() or last.reading.number + 1 >= len(readings):
        return None
    under = readings[last.reading.number + 1]
    dash = _DASH.match(under.text)
    return _signed(under, dash.end(), "dash") if dash else None


def _signed(line: Reading, start: int, feature: str) -> Candidate | None:
    """The name at the head of a line that is short and tells nothing else."""
    tokens = [line.token(index) for index in range(line.index(line.span.start + start), len(line.starts))]
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    run = run_of_names(words, forward=True)
    while run and run[-1].pos_ != "PROPN":
        run = run[:-1]
    comma = next((number for number, token in enumerate(run[1:], 1) if token.i != run[number - 1].i + 1), len(run))
    run = run[:comma]
    if not run or run[0].pos_ != "PROPN" or len(words) > _LONGEST or any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in words):
        return None
    if feature == "inside" and (len(run) < 2 or any(token.pos_ in VERBS for token in words)):
        return None
    return offer_run("signature", run[0], run[-1], run[-1], line, None, f"signature {feature}")
