"""Bytes, files and pasted text → Article."""

from __future__ import annotations

from briefing.articles.reading import from_bytes, load
from briefing.articles.text import from_text

__all__ = ["from_bytes", "from_text", "load"]
