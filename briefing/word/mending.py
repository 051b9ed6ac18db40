"""Putting what was meant into a template, in the place of what the check found wrong."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from briefing.errors import TemplateError
from briefing.files import write_atomically
from briefing.word.package import Part, admitted, keep, saved, tagged_parts
from briefing.word.types import Problem
from briefing.word.xml import PARAGRAPH, Element, text_of, texts

_NAME = re.compile(r"[A-Za-z_]\w*")


def mend(path: Path, problem: Problem) -> None:
    """Puts ``problem.meant`` into the file; TemplateError where what was wrong is not there any more."""
    _, document = admitted(path)
    parts = [part for part in tagged_parts(document) if part.name == problem.place.part]
    if not problem.meant or not any(_mended(part, problem) for part in parts):
        raise TemplateError(f"“{problem.quote}” is not where it was.", "Check the template again.")
    write_atomically(path, saved(document), error=TemplateError)


def _mended(part: Part, problem: Problem) -> bool:
    """Whether the words were found in a part and replaced."""
    paragraphs = list(part.root.iter(PARAGRAPH))
    number = problem.place.paragraph
    if not 0 < number <= len(paragraphs):
        return False
    paragraph = paragraphs[number - 1]
    start = text_of(paragraph).find(problem.quote)
    if start < 0:
        return False
    _put(paragraph, start, start + len(problem.quote), right(problem))
    keep(part)
    return True


def right(problem: Problem) -> str:
    """The words as they were meant: the name that comes nearest to what was meant is replaced, else all of them."""
    if "{" in problem.meant:
        return problem.meant
    names = [name for name in _NAME.findall(problem.quote) if name != problem.meant]
    wrong = re.search("Unknown [a-z]+ “(.+?)”", problem.reason)
    nearest = [wrong[1]] if wrong and wrong[1] in names else difflib.get_close_matches(problem.meant, names, n=1, cutoff=0.0)
    return re.sub(rf"\b{re.escape(nearest[0])}\b", problem.meant, problem.quote, count=1) if nearest else problem.quote


def _put(paragraph: Element, start: int, end: int, words: str) -> None:
    """Replaces a stretch of a paragraph's text, which may run over several pieces; the first of them takes the words."""
    position, fresh = 0, words
    for piece in list(texts(paragraph)):
        text = piece.text or ""
        here, there = max(0, start - position), min(len(text), end - position)
        position += len(text)
        if here < there:
            piece.text = text[:here] + fresh + text[there:]
            fresh = ""
