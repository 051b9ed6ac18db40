"""Texts as they are compared."""

from __future__ import annotations

import re


def fold(text: str) -> str:
    """A text as it is compared: words only, without case and marks."""
    return " ".join(re.findall(r"\w+", text.casefold()))
