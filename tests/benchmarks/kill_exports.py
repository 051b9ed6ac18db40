"""kill −9 in the midst of back-to-back exports: how many notes are broken afterwards, and how many temporaries stay.

python tests/benchmarks/kill_exports.py [--kills 60] [--seed 1]

Every kill has its own exporting process, a fork of this one, which writes over the same note again and again. The pause
before the kill is drawn at random from the time that two exports take. POSIX only.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from docx import Document

from briefing.assets import asset
from briefing.word import export
from tests.by_hand import harbour

BRIEF, TEMPLATE = harbour().brief(), asset("templates", "briefing-note.docx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pauses = random.Random(options.seed)  # noqa: S311 - no secret depends on it
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "note.docx")
        longest = 2 * seconds(target)
        broken = sum(is_broken_after_kill(target, pauses.uniform(0, longest)) for _ in range(options.kills))
        strays = len(list(Path(folder).glob(".briefing-*")))
    sys.stdout.write(f"{options.kills} kills: {broken} broken files; {strays} temporaries left for the sweep\n")
    sys.exit(broken > 0)


def seconds(target: Path) -> float:
    """How long one export takes; it leaves a whole note behind, and everything imported."""
    export(BRIEF, TEMPLATE, target)
    begun = time.perf_counter()
    export(BRIEF, TEMPLATE, target)
    return time.perf_counter() - begun


def is_broken_after_kill(target: Path, pause: float) -> bool:
    """Whether the note cannot be read after its writer was killed."""
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(tell, b"!")
        n = 0
        while True:
            n += 1
            export(BRIEF, TEMPLATE, target, generated=f"2024-03-15T09:{n % 60:02}")
    os.read(ready, 1)
    time.sleep(pause)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(ready)
    os.close(tell)
    return not is_whole(target)


def is_whole(target: Path) -> bool:
    """Whether every part unpacks and python-docx finds the note's table."""
    try:
        with zipfile.ZipFile(target) as archive:
            whole = archive.testzip() is None
        return whole and bool(Document(str(target)).tables)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return False


if __name__ == "__main__":
    main()
