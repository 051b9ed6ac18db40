"""A note made with a template only to be looked at: with the brief's own content, or with the contract's samples."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from briefing.brief import Brief
from briefing.compose import NoteContext, compose
from briefing.compose.context import NoteFields
from briefing.compose.sample import sample
from briefing.word.metadata import read_info
from briefing.word.note import render
from briefing.word.paper import paper_named
from briefing.word.sheet import Preview
from briefing.word.sheets import sheet_of
from briefing.word.types import Paper, TemplateKind

_SAMPLES = 2


def preview(brief: Brief | None, template: Path, marks: str = "", paper: Paper | None = None) -> Preview:
    """The note of a brief, or a sample note; TemplateError in a sentence where the template cannot be used."""
    context = _sample(template) if brief is None else compose(brief)
    if brief is not None:
        marks, paper = marks or brief.marks, paper or paper_named(brief.paper)
    content, _ = render(context, template, marks, paper)
    return Preview(sheet_of(content), content, hashlib.sha256(content).hexdigest(), brief is None)


def _sample(template: Path) -> NoteContext:
    """The contract's samples, but the header fields that the template itself sets."""
    whole = sample(_SAMPLES)
    own = {name: text for name, text in read_info(template, TemplateKind.MINE).header.items() if text}
    known = {each.name for each in fields(NoteFields) if isinstance(each.metadata["sample"], str)}
    said: dict[str, Any] = {name: text for name, text in {"title": "", **own}.items() if name in known}
    return replace(whole, note=replace(whole.note, **said))
