"""``briefing templates``: list, check, bring in and fill Word templates from the shell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from briefing import review
from briefing.engine import Engine
from briefing.errors import TemplateError
from briefing.storage import SUFFIX, load_settings, open_brief
from briefing.terminal import CODES_HELP, TEMPLATE_FAULT, answering, err, explain, out
from briefing.word.types import Exported, Paper, Problem, Report, Severity, TemplateInfo

commands = typer.Typer(
    help="List, check, bring in and fill Word templates. Without a command, the templates there are.",
    epilog=CODES_HELP,
    rich_markup_mode="markdown",
)
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "dim"}
Template = Annotated[str, typer.Argument(metavar="TEMPLATE", help="A template's name, or a .docx of your own.")]


@commands.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """List, check, bring in and fill Word templates. Without a command, the templates there are.

    Example: **briefing templates**
    """
    if context.invoked_subcommand is None:
        list_templates()


@commands.command("list")
def list_templates() -> None:
    """List the Word templates there are.

    Example: **briefing templates list**
    """
    with answering(), Engine() as engine:
        listing = Table("Name", "Title", "Version", "What it is for", "From", box=None, header_style="bold", pad_edge=False)
        for info in known_templates(engine):
            listing.add_row(info.id, Text(info.name), info.version, Text(info.broken or info.description), info.kind)
        out.print(listing)


@commands.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="Word files, or names of templates.")],
    annotate: Annotated[
        Path | None,
        typer.Option(metavar="COPY.docx", help="Also write a copy of the one FILE with a Word comment at each problem."),
    ] = None,
) -> None:
    """Tell what is wrong with templates: where, the words, the reason and how to mend it. Ends with 4 where one cannot be used.

    Example: **briefing templates check weekly.docx**

    Example: **briefing templates check weekly.docx --annotate weekly-remarks.docx**
    """
    if annotate and len(files) != 1:
        raise typer.BadParameter("give exactly one FILE with --annotate")
    with answering(), Engine() as engine:
        usable = [_checked(engine, name) for name in files]
        if annotate:
            engine.call("briefing.word:annotate", template_path(engine, files[0]), annotate.absolute()).result()
            out.print(Text(f"The copy with comments is {annotate}."))
    if not all(usable):
        raise typer.Exit(TEMPLATE_FAULT)


@commands.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the template is to be called.")],
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="FILE",
            help="A Word file (.docx, .dotx), a saved brief, or a template’s name.",
        ),
    ],
) -> None:
    """Make a template of your own from a Word file, from a note's set-up or from another template, and check it.

    From a saved brief it keeps the sections, their headings, the default header fields and the house style, but no content.

    Example: **briefing templates new "Weekly trade note" --from weekly.dotx**

    Example: **briefing templates new "Our market brief" --from market-brief**

    Example: **briefing templates new "Monday’s note" --from monday.brief**
    """
    with answering(), Engine() as engine:
        info = _made(engine, name, source)
        out.print(Text.assemble((info.name, "bold"), f" is the template “{info.id}”: {info.path}"))
        usable = _reported(info.id, engine.call("briefing.word:check", info.path).result())
    if not usable:
        raise typer.Exit(TEMPLATE_FAULT)


@commands.command()
def render(
    template: Template,
    brief: Annotated[Path, typer.Argument(metavar="BRIEF", help="A saved brief (.brief).")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="NOTE.docx", help="The Word file; replaced if it is there.")],
    paper: Annotated[Paper | None, typer.Option(help="Other paper than the template's.", case_sensitive=False)] = None,
) -> None:
    """Write a saved brief as a Word note with a template; its default header fields stand where nothing was typed.

    Example: **briefing templates render press-summary monday.brief -o monday.docx**
    """
    with answering(), Engine() as engine:
        path = template_path(engine, template)
        opened = open_brief(brief.absolute())
        info: TemplateInfo = engine.call("briefing.word.store:read", path).result()
        chosen = review.use_template(opened, info.id, info.header, info.style)
        written: Exported = engine.call("briefing.word:export", chosen, path, output.absolute(), paper=paper).result()
        for identifier in written.left_out:
            err.print(Text(f"The template does not print the finding {identifier}.", "dim"))
        out.print(Text(f"{len(chosen.note_findings())} findings are in the note: {written.path}"))


def template_path(engine: Engine, name: str) -> Path:
    """A template's file by its name, or a file of the user's own; TemplateError that names the known ones."""
    path = Path(name)
    if path.suffix.lower() in {".docx", ".dotx", ".docm", ".dotm", ".doc"}:
        return path.absolute()
    return _named(engine, name).path


def known_templates(engine: Engine) -> tuple[TemplateInfo, ...]:
    """The templates that the window shows as well, those of the team's folder among them."""
    team = load_settings().settings.team_folder
    return engine.templates(Path(team) if team else None).result()


def _named(engine: Engine, name: str) -> TemplateInfo:
    known = known_templates(engine)
    for info in known:
        if name.casefold() in {info.id.casefold(), info.name.casefold()}:
            return info
    raise TemplateError(f"There is no template “{name}”.", f"Choose one of: {', '.join(info.id for info in known)}.")


def _made(engine: Engine, name: str, source: str) -> TemplateInfo:
    """A new template of one's own from whatever ``source`` is."""
    info: TemplateInfo
    if Path(source).suffix.lower() == SUFFIX:
        brief = open_brief(Path(source).absolute())
        info = engine.call("briefing.word.store:save_as", brief, _named(engine, brief.template), name).result()
    else:
        info = engine.call("briefing.word.store:bring_in", template_path(engine, source), name).result()
    return info


def _checked(engine: Engine, name: str) -> bool:
    """Prints what is wrong with one template; one that may not even be opened stops no other."""
    try:
        return _reported(name, engine.call("briefing.word:check", template_path(engine, name)).result())
    except TemplateError as error:
        explain(error)
        return False


def _reported(name: str, report: Report) -> bool:
    """Prints a report; gives whether the template can be used."""
    verdict = "can be used" if report.usable else "cannot be used"
    out.print(Text.assemble((name, "bold"), f" {verdict}: {_counted(report.problems)}."))
    for problem in report.problems:
        out.print(_shown(problem))
    return report.usable


def _counted(problems: Sequence[Problem]) -> str:
    counts = {kind: sum(problem.severity is kind for problem in problems) for kind in Severity}
    said = [f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items() if count]
    return ", ".join(said) or "nothing to mend"


def _shown(problem: Problem) -> Text:
    """Severity, place and the words quoted in one line; the reason and the fix in two lines under it."""
    head = Text.assemble((f"  {problem.severity} ", _COLOURS[problem.severity]), f"{problem.place}: “{problem.quote}”")
    lines = [line for line in (problem.reason, problem.fix) if line]
    return Text("\n").join([head, *(Text(f"      {line}") for line in lines)])
