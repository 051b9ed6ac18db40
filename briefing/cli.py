"""The commands of the shell. Work is done by the engine's worker, as for the window: bounded, and Ctrl-C ends it cleanly."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from briefing import __version__, review
from briefing.brief import Brief
from briefing.desktop_commands import commands as desktop
from briefing.engine import Engine
from briefing.listing import Row, as_csv, as_json, rows
from briefing.model import Article
from briefing.steps import Step
from briefing.template_commands import commands, template_path
from briefing.terminal import CODES_HELP, PROGRAM_ERROR, answering, err, out

_GLYPHS = {"figure": "#", "quote": "“"}

app = typer.Typer(
    name="briefing",
    help="From news articles to a Word briefing note: figures and quotes, each traceable to its paragraph. "
    "Without a command, **briefing** opens the window; **briefing FILE …** opens it on articles, web addresses or a saved brief.",
    epilog=CODES_HELP,
    rich_markup_mode="markdown",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.add_typer(commands, name="templates")
app.add_typer(desktop, name="desktop")


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
        path = template_path(engine, template)
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
                if step.stretch is not None:
                    brief = review.carry_over(brief, brief.sources[-1].key, step.findings, step.stretch).brief
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
