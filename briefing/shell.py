"""The commands of the shell. Work is done by the engine's worker, as for the window: bounded, and Ctrl-C ends it cleanly."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from briefing import __version__, review
from briefing.brief import Brief
from briefing.engine import Engine
from briefing.errors import AnalysisError, ArticleError, BriefingError, ExportError, StorageError, TemplateError
from briefing.listing import Row, as_csv, as_json, rows
from briefing.model import Article
from briefing.steps import Step
from briefing.word.types import TemplateInfo

EXIT_CODES: tuple[tuple[type[BriefingError], int], ...] = (
    (ArticleError, 3),
    (TemplateError, 4),
    (ExportError, 5),
    (AnalysisError, 6),
    (StorageError, 7),
)
INTERRUPTED = 130
PROGRAM_ERROR = 70

_CODES_HELP = """
**Exit codes:** 0 done · 2 the command was not understood · 3 an article cannot be read · 4 the template cannot be used ·
5 the Word file cannot be written · 6 the analysis stopped · 70 an error in the program · 130 interrupted
"""

_GLYPHS = {"figure": "#", "quote": "“"}
_WIDTH = 120  # columns of a table that goes into a file or a pipe

app = typer.Typer(
    name="briefing",
    help="From news articles to a Word briefing note: figures and quotes, each traceable to its paragraph. "
    "Without a command, **briefing** opens the window; **briefing FILE …** opens it on articles or a saved brief.",
    epilog=_CODES_HELP,
    rich_markup_mode="markdown",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
out = Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH)
err = Console(stderr=True)


class Keep(StrEnum):
    """What goes into a note that nobody reviewed."""

    SUGGESTED = "suggested"
    ALL = "all"


class Format(StrEnum):
    """How findings are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE", help="Files with one article each (text, web page, Word, PDF …), or web addresses."),
]


def run(arguments: Sequence[str]) -> None:
    """Run a command of the shell and end the process with its exit code."""
    try:
        app(list(arguments), prog_name="briefing")
    except Exception as error:
        if os.environ.get("BRIEFING_TRACEBACK"):
            raise
        err.print(Text(f"An error in the program: {type(error).__name__}: {error}", "bold red"))
        err.print("Run it again with BRIEFING_TRACEBACK=1 to see where, and report it.")
        sys.exit(PROGRAM_ERROR)


@app.callback(invoke_without_command=True)
def start(*, version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False) -> None:
    """What holds for every command."""
    if version:
        out.print(f"Briefing {__version__}")
        raise typer.Exit


@app.command()
def compose(
    articles: Articles,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="NOTE.docx", help="The Word file; replaced if it is there.")],
    template: Annotated[str, typer.Option(help="A template's name, or a .docx of your own.")] = "briefing-note",
    keep: Annotated[Keep, typer.Option(help="What goes into the note: the findings that matter most, or all.")] = Keep.SUGGESTED,
) -> None:
    """Compose a Word note from articles.

    Example: **briefing compose visit.html -o note.docx**

    Example: **briefing compose monday.txt tuesday.txt -o week.docx --template weekly --keep all**
    """
    with answering(), Engine() as engine:
        path = _template(engine, template)
        brief = read(engine, articles)
        if keep is Keep.ALL:
            brief = review.keep(brief, *(finding.id for finding in brief.findings))
        with err.status("Writing the note …"):
            written = engine.export(brief, path, output.absolute()).result()
        chosen = {finding.id for finding in brief.note_findings()}
        listed = [row for row, finding in zip(rows(brief), brief.findings, strict=True) if finding.id in chosen]
        out.print(table(listed, brief))
        out.print(
            Text.assemble((f"{len(listed)} of {len(brief.findings)} findings", "bold"), " are in the note: ", str(written.path))
        )


@app.command()
def extract(
    articles: Articles,
    output_format: Annotated[Format, typer.Option("--format", help="A table to read; JSON or CSV for programs.")] = Format.TABLE,
) -> None:
    """List the figures and quotes in articles.

    Example: **briefing extract visit.txt**

    Example: **briefing extract monday.html tuesday.html --format csv > findings.csv**

    Example: **briefing extract https://example.org/news/port-grows**
    """
    with answering(), Engine() as engine:
        brief = read(engine, articles)
        listed = rows(brief)
        if output_format is Format.TABLE:
            out.print(table(listed, brief))
        else:
            print((as_json if output_format is Format.JSON else as_csv)(listed).rstrip("\n"))  # noqa: T201 - raw, for programs


@app.command()
def templates() -> None:
    """List the Word templates there are.

    Example: **briefing templates**
    """
    with answering(), Engine() as engine:
        listing = Table("Name", "Title", "What it is for", "From", box=None, header_style="bold", pad_edge=False)
        for info in engine.templates().result():
            listing.add_row(info.id, info.name, Text(info.broken or info.description), info.kind)
        out.print(listing)


@contextmanager
def answering() -> Iterator[None]:
    """Whatever a person can act on becomes two lines and an exit code."""
    try:
        yield
    except BriefingError as error:
        err.print(Text(error.sentence, "bold red"))
        if error.next_step:
            err.print(Text(error.next_step))
        raise typer.Exit(next((code for kind, code in EXIT_CODES if isinstance(error, kind)), 1)) from error
    except KeyboardInterrupt as interruption:
        err.print("Interrupted.")
        raise typer.Exit(INTERRUPTED) from interruption


def read(engine: Engine, places: Sequence[str]) -> Brief:
    """A brief of the articles in files or at addresses, with their findings; progress goes to the error output."""
    brief = Brief()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        for place in places:
            task = progress.add_task(escape(Path(place).name or place), total=None)
            brief = review.add_article(brief, _article(engine, place))
            for step in _steps(engine, brief):
                progress.update(task, completed=step.done, total=step.total)
                if step.final:
                    brief = review.set_findings(brief, brief.sources[-1].key, step.findings)
    return brief


def _article(engine: Engine, place: str) -> Article:
    """The article at a place; the network is used for nothing but an address that was given."""
    is_address = place.lower().startswith(("http://", "https://"))
    article = (engine.fetch(place) if is_address else engine.load(Path(place).absolute())).result()
    for warning in article.warnings:
        err.print(Text(f"{article.origin.name}: {warning}", "dim"))
    return article


def _steps(engine: Engine, brief: Brief) -> Iterator[Step]:
    """The steps of the last article's analysis, as they come."""
    source = brief.sources[-1]
    analysis = engine.analyse(source.article, source.key)
    while (step := analysis.submit_next()) is not None:
        yield step.result()


def _template(engine: Engine, name: str) -> Path:
    """A template's file by its name, or a file of the user's own."""
    path = Path(name)
    if path.suffix.lower() in (".docx", ".dotx"):
        return path.absolute()
    known: tuple[TemplateInfo, ...] = engine.templates().result()
    for info in known:
        if name.casefold() in (info.id.casefold(), info.name.casefold()):
            return info.path
    names = ", ".join(info.id for info in known)
    raise TemplateError(f"There is no template “{name}”.", f"Choose one of: {names}.")


def table(listed: Sequence[Row], brief: Brief) -> Table:
    """Findings as a table for people."""
    several = len(brief.sources) > 1
    shown = Table(box=None, header_style="bold", pad_edge=False)
    if several:
        shown.add_column("Article", justify="right")
    shown.add_column("¶", justify="right")
    shown.add_column("Kind", no_wrap=True)
    for heading, ratio in (("As printed", 4), ("What, or who", 3), ("When", 2), ("Change", 2)):
        shown.add_column(heading, ratio=ratio)
    for row in listed:
        kind, form = row.kind.split(": ")
        what = row.speaker if kind == "quote" else row.subject
        cells = [row.article] if several else []
        cells += [str(row.paragraph), f"{_GLYPHS[kind]} {form}", row.text, what, row.period, row.change]
        shown.add_row(*map(Text, cells), style="" if row.suggested else "dim")
    return shown
