"""The whole way of a note: template → program → rendered → verified → written in one step."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.brief import Brief
from briefing.compose import NoteContext, compose, plain
from briefing.errors import ExportError
from briefing.files import write_atomically
from briefing.word.columns import remove_emptied
from briefing.word.ids import make_unique
from briefing.word.language import Scope
from briefing.word.lists import Lists
from briefing.word.marks import Marks, MarkWriter, add_comments, add_notes, chosen, first_footnote
from briefing.word.package import Part, Properties, keep, saved, set_properties, tagged_parts
from briefing.word.paper import line_width, paper_named, put_on
from briefing.word.pictures import PictureWriter
from briefing.word.prepared import Prepared
from briefing.word.render import Rendering
from briefing.word.types import Exported, Paper
from briefing.word.verify import check_file, check_quotes, check_values, left_out


def export(
    brief: Brief,
    template: Path,
    target: Path,
    *,
    overwrite: bool = True,
    generated: str = "",
    marks: str = "",
    paper: Paper | None = None,
) -> Exported:
    """Writes the note; TemplateError or ExportError, in a sentence with a next step, where that cannot be done.

    ``marks`` and ``paper`` go before the brief's own. The same brief, template and ``generated`` give the same bytes.
    What was at ``target`` stays until the new file is whole.
    """
    if not overwrite and target.exists():
        raise ExportError(
            f"“{target.name}” is there already.", f"Choose another name, such as “{target.stem} (2){target.suffix}”."
        )
    context = compose(brief, generated=generated)
    check_quotes(brief, context)
    check_values(brief, context)
    content, written = render(context, template, marks or brief.marks, paper or paper_named(brief.paper))
    write_atomically(target, content, error=ExportError)
    return Exported(target, hashlib.sha256(content).hexdigest(), left_out(context, written))


def render(context: NoteContext, template: Path, marks: str = "", paper: Paper | None = None) -> tuple[bytes, list[list[str]]]:
    """The finished and verified file, and what its tags printed, one list a part, and one of what its charts show.

    TemplateError for the first problem.

    ``marks`` overrides how the template marks sources: brackets, footnotes, comments or none; ``paper`` its paper.
    """
    prepared = Prepared(template)
    document = prepared.document
    parts = tagged_parts(document)
    choice = chosen(marks or prepared.marks)
    writer = None if choice is Marks.BRACKETS else MarkWriter(choice, first_footnote(parts))
    pictures = PictureWriter(document, line_width(document, paper))
    context = replace(context, style=replace(context.style, marks=choice.value))
    written = _filled(prepared, parts, plain(context), writer, pictures)
    properties = _properties(context)
    if writer:
        add_notes(document, parts, writer)
        add_comments(document, writer, properties.made)
    if paper:
        put_on(document, (part.root for part in parts), paper)
    make_unique(*(part.root for part in parts))
    for part in parts:
        keep(part)
    set_properties(document, properties)
    content = saved(document)
    texts = {str(part.part.partname): printed for part, printed in zip(parts, written, strict=True)}
    check_file(content, texts, pictures.described)
    return content, [*written, pictures.drawn]


def _filled(
    prepared: Prepared, parts: tuple[Part, ...], scope: Scope, writer: MarkWriter | None, pictures: PictureWriter
) -> list[list[str]]:
    """Fills every part in place; gives what was written to each."""
    written, lists = [], Lists(prepared.document)
    for part, slots in [(part, prepared.slots(part)) for part in parts]:
        rendering = Rendering(writer if part.name == "body" else None, lists, pictures)
        rendering.run(slots, scope)
        remove_emptied(rendering.emptied)
        written.append(rendering.written)
    return written


def _properties(context: NoteContext) -> Properties:
    note = context.note
    return Properties(
        title=note.subject or note.title,
        subject=note.title,
        author=note.sender,
        keywords=", ".join(dict.fromkeys(article.outlet for article in context.articles if article.outlet)),
        comments=f"{context.app.method} – Briefing {context.app.version}",
        made=_made(note.date_iso),
    )


def _made(iso: str) -> datetime:
    """The note's own date, so that its bytes do not depend on the clock."""
    try:
        return datetime.fromisoformat(iso).replace(tzinfo=UTC)
    except ValueError:
        return Properties().made
