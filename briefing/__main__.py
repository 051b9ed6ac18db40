"""``python -m briefing``: the commands of the shell, without the window."""

from __future__ import annotations

import sys

from briefing.cli import run

if __name__ == "__main__":
    run(sys.argv[1:])
