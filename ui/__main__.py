"""The program's door: no command opens the window, a command goes to the shell.

It branches before it imports, because the window must not wait for what only the shell needs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

COMMANDS = frozenset(("compose", "extract", "templates", "desktop"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Open the window, on the files and web addresses named if any, or run a command; ends the process with an exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if opens_window(given):
        from ui.app import main as show  # noqa: PLC0415 - the shell does without Qt

        sys.exit(show(given))
    from briefing.cli import run  # noqa: PLC0415 - the window does without the shell's libraries

    run(given)


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the arguments are files and addresses, or none, and not a command or an option."""
    return not arguments or (arguments[0] not in COMMANDS and not any(argument.startswith("-") for argument in arguments))


if __name__ == "__main__":
    main()
