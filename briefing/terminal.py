"""What the commands of the shell share: where they print, and how an error becomes two lines and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.text import Text

from briefing.errors import AnalysisError, ArticleError, BriefingError, ExportError, StorageError, TemplateError

EXIT_CODES: tuple[tuple[type[BriefingError], int], ...] = (
    (ArticleError, 3),
    (TemplateError, 4),
    (ExportError, 5),
    (AnalysisError, 6),
    (StorageError, 7),
)
TEMPLATE_FAULT = 4
INTERRUPTED = 130
PROGRAM_ERROR = 70
CODES_HELP = """
**Exit codes:** 0 done · 2 the command was not understood · 3 an article cannot be read · 4 the template cannot be used ·
5 the Word file cannot be written · 6 the analysis stopped · 7 a brief cannot be opened or saved · 70 an error in the program ·
130 interrupted
"""
_WIDTH = 120  # columns of a table that goes into a file or a pipe

out = Console(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH)
err = Console(stderr=True)


@contextmanager
def answering() -> Iterator[None]:
    """Whatever a person can act on becomes two lines and an exit code."""
    try:
        yield
    except BriefingError as error:
        explain(error)
        raise typer.Exit(exit_code(error)) from error
    except KeyboardInterrupt as interruption:
        err.print("Interrupted.")
        raise typer.Exit(INTERRUPTED) from interruption


def explain(error: BriefingError) -> None:
    """Prints what happened and what to do next."""
    err.print(Text(error.sentence, "bold red"))
    if error.next_step:
        err.print(Text(error.next_step))


def exit_code(error: BriefingError) -> int:
    """The exit code of an error."""
    return next((code for kind, code in EXIT_CODES if isinstance(error, kind)), 1)
