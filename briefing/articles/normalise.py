"""The one point at which line ends and characters are made normal; from here on a text never changes."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\v\f]")
# Invisible characters that cut words or numbers in two, or turn the direction of what is shown.
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
# What no XML file may hold: each becomes one character, so that what lies behind keeps its place.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_IMPOSSIBLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def normalise(text: str) -> str:
    """The text with line feeds as its only line ends, composed characters (NFC), and nothing that a Word file cannot hold.

    A text that is already normal comes back as it is.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = _INVISIBLE.sub("", text)
    text = _CONTROLS.sub(" ", text)
    text = _IMPOSSIBLE.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)
