"""Every file of a folder is read in a process of its own with 1 GB and 20 s: an article, or one plain sentence.

python tests/benchmarks/formats.py FOLDER [-v]
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from multiprocessing.connection import Connection
from pathlib import Path

from briefing.articles import load
from briefing.errors import BriefingError

MEMORY = 10**9  # bytes of address space
SECONDS = 20.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", dest="verbose", action="store_true", help="show every file")
    options = parser.parse_args()
    files = sorted(path for path in options.folder.rglob("*") if path.is_file())
    outcomes = []
    for path in files:
        kind, words, seconds, peak = answer(path)
        outcomes.append((kind, seconds, peak))
        if options.verbose or kind == "FAULT":
            print(f"{kind:8s} {seconds:5.2f} s {peak / 1e6:5.0f} MB  {path.relative_to(options.folder)}: {words}")
    count = {name: sum(kind == name for kind, _, _ in outcomes) for name in ("article", "sentence", "FAULT")}
    slowest, largest = max(seconds for _, seconds, _ in outcomes), max(peak for *_, peak in outcomes)
    print(f"{len(files)} files: {count}; the slowest took {slowest:.1f} s, the largest {largest / 1e6:.0f} MB")


def answer(path: Path) -> tuple[str, str, float, int]:
    """What reading a file gives, in words, with its seconds and its memory at most, those of the interpreter included."""
    here, there = multiprocessing.Pipe(duplex=False)
    began = time.monotonic()
    process = multiprocessing.get_context("spawn").Process(target=read, args=(path, there))
    process.start()
    there.close()
    answered = here.poll(SECONDS + 2)  # the process takes a moment to begin
    try:
        kind, words, seconds, peak = here.recv() if answered else ("FAULT", "takes too long", time.monotonic() - began, 0)
    except EOFError:
        kind, words, seconds, peak = "FAULT", "the process died", time.monotonic() - began, 0
    process.kill()
    process.join()
    return kind, words, seconds, peak


def read(path: Path, answers: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    began = time.monotonic()
    try:
        article = load(path)
        kind, words = "article", f"{article.title[:60]!r}, {sum(block.included for block in article.blocks)} paragraphs"
    except BriefingError as problem:
        kind, words = "sentence", str(problem)
    except BaseException as fault:  # noqa: BLE001 - whatever it is, it is counted
        kind, words = "FAULT", repr(fault)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    answers.send((kind, words, time.monotonic() - began, peak))


if __name__ == "__main__":
    main()
