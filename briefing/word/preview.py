"""A note made with a template only to be looked at: with the brief's own content, or with the contract's samples."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefing.brief import Brief
from briefing.compose import compose
from briefing.compose.sample import sample
from briefing.word.note import render
from briefing.word.sheet import Preview
from briefing.word.sheets import sheet_of
from briefing.word.types import Paper

_SAMPLES = 2


def preview(brief: Brief | None, template: Path, marks: str = "", paper: Paper | None = None) -> Preview:
    """The note of a brief, or a sample note; TemplateError in a sentence where the template cannot be used."""
    context = sample(_SAMPLES) if brief is None else compose(brief)
    content, _ = render(context, template, marks, paper)
    return Preview(sheet_of(content), content, hashlib.sha256(content).hexdigest(), brief is None)
