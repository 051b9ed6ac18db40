"""Tags in a text: ``{{ field }}``, ``{% if %}``, ``{% for %}``, ``{%p … %}`` and ``{%tr … %}``, as Word lets people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.word.language import Fault

_TAG = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<control>.*?)%\}|\{#.*?#\}", re.DOTALL)
_STRAY = re.compile(r"\{\{|\{%|%\}|\}\}")
_CONTROL = re.compile(r"(?P<level>p|tr)?\s*\b(?P<word>for|if|elif|else|endif|endfor)\b\s*(?P<rest>.*)", re.DOTALL)
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SPACES = re.compile("[\\s\u00a0\u2000-\u200a\u202f\u205f\u3000]")
# Quotation marks that Word puts in for the typed ones: opening mark → its closing ones.
_DOUBLE = {'"': '"”“', "“": '”“"', "„": '“”"', "”": '”"', "«": '»"', "»": '«"', "‟": '”"'}
_SINGLE = {"'": "'’‘", "‘": "’‘'", "‚": "‘’'", "’": "’'", "‹": "›'", "›": "‹'"}
_CLOSERS = {**_DOUBLE, **_SINGLE}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its place in the text, its word ("value" for ``{{ }}``), level ("", "p", "tr") and what follows the word."""

    start: int
    end: int
    raw: str
    word: str
    level: str = ""
    rest: str = ""

    @property
    def control(self) -> bool:
        """Whether the tag governs what stands around it instead of printing something."""
        return self.word not in {"value", "comment"}


def tags(text: str) -> tuple[Tag, ...]:
    """The tags of a text, in order; Fault at the first that cannot be read."""
    found = tuple(_tag(match) for match in _TAG.finditer(text))
    position = 0
    for tag in (*found, None):
        stray = _STRAY.search(text, position, tag.start if tag else len(text))
        if stray:
            closing = {"{{": "}}", "{%": "%}", "%}": "{%", "}}": "{{"}[stray[0]]
            raise Fault(f"“{stray[0]}” has no “{closing}”.", f"Add “{closing}”, or remove “{stray[0]}”.")
        position = tag.end if tag else position
    return found


def _tag(match: re.Match[str]) -> Tag:
    raw = match[0]
    if match["value"] is not None:
        return Tag(match.start(), match.end(), raw, "value", rest=straightened(match["value"]))
    if match["control"] is None:
        return Tag(match.start(), match.end(), raw, "comment")
    inner = straightened(match["control"])
    read = _CONTROL.fullmatch(inner)
    if read is None:
        word = (inner.split() or [""])[0]
        raise Fault(f"“{word}” is not allowed in a template.", "Known are for, endfor, if, elif, else and endif.")
    return Tag(match.start(), match.end(), raw, read["word"], read["level"] or "", read["rest"].strip())


def straightened(inner: str) -> str:
    """The inside of a tag as Jinja reads it: straight quotation marks, plain spaces and hyphens; strings keep their words."""
    out: list[str] = []
    closers, quote = "", ""
    for mark in _INVISIBLE.sub("", inner):
        if closers:
            closed = mark in closers
            out.append(quote if closed else f"\\{mark}" if mark in (quote, "\\") else mark)
            closers = "" if closed else closers
        elif mark in _CLOSERS:
            closers, quote = _CLOSERS[mark], '"' if mark in _DOUBLE else "'"
            out.append(quote)
        else:
            out.append("-" if mark in "‐‑–—−" else "..." if mark == "…" else " " if _SPACES.match(mark) else mark)
    return "".join(out).strip().strip("-").strip()
