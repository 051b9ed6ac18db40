"""The check of a template: every problem with its place, the words, what is wrong, what was meant and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from briefing.compose.context import CONTRACT_VERSION, NoteFields
from briefing.compose.sample import sample
from briefing.errors import BriefingError
from briefing.word.metadata import read_info
from briefing.word.note import render
from briefing.word.package import Part, opened, saved, tagged_parts
from briefing.word.program import Reader
from briefing.word.shapes import members
from briefing.word.shapes import root as root_shapes
from briefing.word.types import Place, Problem, Report, Severity, TemplateKind
from briefing.word.xml import PARAGRAPH, TEXT, Element, text_of, w

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.text.run import CT_R

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
# Braces that stand apart, and how other programs write a field: {field}, <<field>>, [[field]].
_HALF = re.compile(
    r"\{\s+\{|\}\s+\}|(?<!\{)\{(?P<one>[a-z_.]+)\}(?!\})|<<\s*(?P<two>[a-z_.]+)\s*>>|\[\[\s*(?P<three>[a-z_.]+)\s*\]\]"
)
_NEVER_FILLED = {w("instrText"): "the code of a field", w("delText"): "text that is marked as deleted"}
_QUOTES = frozenset({"quotes", "quotes_by_speaker", "partial_quotes", "articles", "paragraphs"})
_FIGURES = frozenset({"figures", "lead_figures", "articles", "paragraphs", "conflicts"})


def check(path: Path) -> Report:
    """All that is wrong with a template, worst first; TemplateError where the file may not even be opened."""
    document = opened(path)
    parts = tagged_parts(document)
    problems = [*_outside(document, parts), *(problem for part in parts for problem in _unusual(part))]
    problems += _styles(document, parts)
    readers = [Reader(part.name, part.root, problems.append) for part in parts]
    for reader in readers:
        reader.program(root_shapes())
    recognised = tuple(dict.fromkeys(each.source.strip() for reader in readers for each in reader.compiled))
    problems += _version(path)
    problems += _unused(recognised)
    if not any(problem.severity is Severity.ERROR for problem in problems):
        problems += _trials(path)
    order = list(Severity)
    return Report(tuple(sorted(problems, key=lambda problem: order.index(problem.severity))), recognised)


def _unusual(part: Part) -> Iterator[Problem]:
    """Tags where nothing is filled, and what looks like a tag but is none."""
    numbers = {each: n for n, each in enumerate(part.root.iter(PARAGRAPH), 1)}
    for paragraph, n in numbers.items():
        place = Place(part.name, n)
        for kind, what in _NEVER_FILLED.items():
            hidden = "".join(each.text or "" for each in paragraph.iter(kind))
            for found in _TAG.findall(hidden):
                yield Problem(
                    Severity.WARNING, place, found, f"This tag stands in {what} and is not filled.", "Type it as ordinary text."
                )
        for half in _HALF.finditer(_TAG.sub("", text_of(paragraph))):
            yield from _lookalike(half, place)
    if part.root.find(f".//{w('ins')}") is not None or part.root.find(f".//{w('del')}") is not None:
        yield Problem(
            Severity.WARNING,
            Place(part.name),
            "tracked changes",
            "The template holds tracked changes.",
            "Accept or reject them in Word.",
        )


def _lookalike(half: re.Match[str], place: Place) -> Iterator[Problem]:
    name = half["one"] or half["two"] or half["three"]
    if name is None:
        yield Problem(
            Severity.WARNING,
            place,
            half[0],
            "This looks like half of a tag.",
            "Braces of a tag stand close together: {{ field }}.",
        )
    elif name.split(".")[0] in root_shapes() or name in members(NoteFields):
        meant = f"{{{{ {name} }}}}" if name.split(".")[0] in root_shapes() else f"{{{{ note.{name} }}}}"
        yield Problem(
            Severity.WARNING, place, half[0], "This looks like a field of another program.", f"Did you mean “{meant}”?", meant
        )


def _outside(document: Document, parts: tuple[Part, ...]) -> Iterator[Problem]:
    """Tags in parts and attributes that are never filled: comments, charts, drawings, alternative texts."""
    for part in document.part.package.iter_parts():
        if part not in [each.part for each in parts] and str(part.partname).endswith(".xml"):
            for found in _TAG.findall(part.blob.decode("utf-8", "replace"))[:3]:
                shown = re.sub(r"<[^>]*>", "", found)
                name = str(part.partname).rsplit("/", 1)[-1].removesuffix(".xml")
                yield Problem(Severity.WARNING, Place(name), shown, "Tags are not filled here.", "Move it into the text.")
    for each in parts:
        for attribute in (value for element in each.root.iter() for value in element.attrib.values()):
            for found in _TAG.findall(str(attribute)):
                yield Problem(
                    Severity.WARNING, Place(each.name), found, "This tag stands in a property and is not filled.", "Remove it."
                )


def _styles(document: Document, parts: tuple[Part, ...]) -> Iterator[Problem]:
    known = {style.style_id for style in document.styles}
    for part in parts:
        for name in (w("pStyle"), w("rStyle"), w("tblStyle")):
            for used in dict.fromkeys(element.get(w("val"), "") for element in part.root.iter(name)):
                if used not in known:
                    reason = "This style is used, but the template does not have it."
                    yield Problem(Severity.WARNING, Place(part.name), used, reason, "Choose another style in Word.")


def _version(path: Path) -> Iterator[Problem]:
    version = read_info(path, TemplateKind.MINE).contract
    if version > CONTRACT_VERSION:
        reason = "The template was made for a later version of Briefing."
        yield Problem(Severity.ERROR, Place("metadata"), f"contract {version}", reason, "Bring Briefing up to date.")


def _unused(recognised: tuple[str, ...]) -> Iterator[Problem]:
    names = {name for source in recognised for name in re.findall(r"[a-z_]+", source)}
    for name, group in (("figures", _FIGURES), ("quotes", _QUOTES), ("sources", frozenset({"sources", "articles"}))):
        if not names & group:
            yield Problem(
                Severity.NOTE,
                Place("body"),
                name,
                f"The template does not print {name}.",
                f"Use a loop over {name} to print them.",
            )


def _trials(path: Path) -> Iterator[Problem]:
    """Renders the template with none, one and many items."""
    for count in (0, 1, 12):
        try:
            render(sample(count), path)
        except BriefingError as problem:
            what = f"A trial note with {count or 'no'} item{'' if count == 1 else 's'} could not be made: {problem.sentence}"
            yield Problem(Severity.ERROR, Place("body"), path.name, what, problem.next_step)


def annotated(path: Path, report: Report) -> bytes:
    """A copy of the template with a Word comment at each problem; for problems outside of the body, at its first paragraph."""
    document = opened(path)
    paragraphs = list(document.element.body.iter(PARAGRAPH))
    for problem in report.problems:
        if problem.severity is not Severity.NOTE and paragraphs:
            inside = problem.place.part == "body" and 0 < problem.place.paragraph <= len(paragraphs)
            _comment(document, paragraphs[problem.place.paragraph - 1 if inside else 0], problem, inside=inside)
    return saved(document)


def _comment(document: Document, paragraph: Element, problem: Problem, *, inside: bool) -> None:
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 – slow to import
    from docx.text.run import Run  # noqa: PLC0415

    where = "" if inside else f"{problem.place}: "
    text = f"{where}“{problem.quote}” – {problem.reason} {problem.fix}".strip()
    whole = Paragraph(cast("CT_P", paragraph), document._body)  # noqa: SLF001 – it has no public name
    runs = [Run(cast("CT_R", each), whole) for each in paragraph.iter(w("r")) if next(each.iter(TEXT), None) is not None]
    document.add_comment(runs or [whole.add_run("")], text=text, author="Briefing", initials="B")
