"""Bytes → characters, by rule: byte order mark, strict UTF-8, UTF-16, mended UTF-8, then the most plausible old encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-8 that was once read as windows-1252 and saved: Â£ for £, Ã© for é, â€œ for “, â‚¬ for €.
_UNDEFINED = frozenset("\x81\x8d\x8f\x90\x9d")  # of windows-1252
_FOLLOWING = re.escape("".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)))
_GARBLED = re.compile(rf"Â[\u00a0-\u00bf]|Ã[{_FOLLOWING}]|â(?:€[{_FOLLOWING}]|‚¬|„¢)")
_PROBE = 200_000  # bytes that decide between encodings
_OLD = ("cp1252", "cp1251", "mac_roman")
_SPOKEN = {
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "mac_roman": "Mac Roman",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
_HIGH = re.compile(r"[^\x00-\x7f]")
_VALID_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# In Mac Roman the bytes of windows-1252's dashes are ñ and ó, which fit between letters as well: the dash wins.
_MARKS_OF_PROSE = dict.fromkeys("…•·€£°§©®™½¼¾²³ \u00a0", 0.6) | {"–": 1.0, "—": 1.0}
_STRANGE = frozenset("¤¦¨¬¯¸¹º»ªƒ†‡ˆ‰‹›˜ÐÞðþ∂∆∑∏π∫Ω≈≠≤≥√∞◊ˇ˘˙˚˛˝ıﬁﬂ")

_SURE_SEQUENCE = re.compile(rb"\xe2[\x80\x82\x84][\x80-\xbf]")  # dashes, quotation marks, euro in UTF-8; nonsense in all else


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of its encoding, and what had to be done to read it, in words."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """The characters of a text file; never fails. ``declared`` is what the file itself says, and is believed last but one."""
    decoded = _decode(data, declared)
    text, count = _GARBLED.subn(_regain, decoded.text)
    if text == decoded.text:
        return decoded
    return Decoded(text, decoded.encoding, (*decoded.warnings, f"{count} garbled characters (“Â£”, “â€œ”) were mended."))


def _decode(data: bytes, declared: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding.removesuffix("-sig").upper())
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), _SPOKEN[wide])
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        return _mend(data, error) or _old(data, declared)


def _regain(match: re.Match[str]) -> str:
    """The character that was garbled; what cannot be turned back stays."""
    garbled = match.group()
    try:
        return b"".join(c.encode("latin-1") if c in _UNDEFINED else c.encode("cp1252") for c in garbled).decode("utf-8")
    except UnicodeError:
        return garbled


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    probe = data[: _PROBE - _PROBE % 2]
    if len(probe) < 4 or 0 not in probe:
        return ""
    even, odd = probe[0::2].count(0), probe[1::2].count(0)
    half = len(probe) // 2
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * half and odd < 0.05 * half else ""


def _mend(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 into which windows-1252 was pasted, or that was cut at its end: only the bytes that do not fit are read anew."""
    valid = len(_VALID_SEQUENCE.findall(data))
    if error.reason == "unexpected end of data" and valid:
        return Decoded(data.decode("utf-8", "ignore"), "UTF-8", ("The file ends in the middle of a character.",))
    broken = len(_VALID_SEQUENCE.sub(b"", data).translate(None, bytes(range(128))))
    if not valid or (broken > 4 * valid and not _SURE_SEQUENCE.search(data)):
        return None
    text = data.decode("utf-8", "surrogateescape")
    mended = re.sub(r"[\udc80-\udcff]+", lambda m: m.group().encode("utf-8", "surrogateescape").decode("cp1252", "replace"), text)
    return Decoded(mended, "UTF-8", (f"{broken} characters were in another encoding (windows-1252) and were mended.",))


def _old(data: bytes, declared: str) -> Decoded:
    probe = data[:_PROBE]
    best = max(_OLD, key=lambda name: _plausibility(probe.decode(name, "replace")))
    try:
        named = codecs.lookup(declared).name if declared else ""
    except LookupError:
        named = ""
    if named and named not in ("utf-8", "ascii", "iso8859-1", *_OLD):
        text = data.decode(named, "replace")
        if "\ufffd" not in text:
            return Decoded(text, declared)
    return Decoded(data.decode(best, "replace"), _SPOKEN[best], (f"Decoded as {_SPOKEN[best]}.",))


def _plausibility(text: str) -> float:
    """How well the characters beyond ASCII fit between their neighbours; higher is better."""
    score = 0.0
    for match in _HIGH.finditer(text):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        score += _fit(match.group(), before, after)
    return score


def _fit(character: str, before: str, after: str) -> float:
    if character == "\ufffd" or character in _STRANGE:
        return -1.0
    if character in "“‘„«":
        return _opens(before, after)
    if character in "”’»":
        return 1.0 if before.strip() else -0.5
    if character.isalpha():
        return _letter(character, before, after)
    return _MARKS_OF_PROSE.get(character, -0.5)


def _opens(before: str, after: str) -> float:
    free = not before.strip() or before in "([—–-“‘"
    return 1.0 if free and after.strip() else -0.5


def _letter(character: str, before: str, after: str) -> float:
    """A letter fits among letters of its own alphabet; a capital stands at a word's head or among capitals."""
    cyrillic = "\u0400" <= character <= "\u04ff"
    beside = [letter for letter in (before, after) if letter.isalpha()]
    if cyrillic:
        own = sum("\u0400" <= letter <= "\u04ff" for letter in beside)
        return 1.2 if own == len(beside) and own else -0.8
    latin = [letter for letter in beside if letter < "\u0250"]
    if character.isupper() and (before.islower() or (before.isupper() and after.islower())):
        return -1.0
    accents = sum(letter > "\x7f" for letter in latin)
    return (0.9 if latin else -0.3) - 0.6 * accents
