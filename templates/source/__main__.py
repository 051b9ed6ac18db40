"""Writes all built-in templates beside this folder."""

from __future__ import annotations

from pathlib import Path

from templates.source.briefing_note import BRIEFING_NOTE
from templates.source.package import build

for each in (BRIEFING_NOTE,):
    build(each, Path(__file__).parent.parent)
