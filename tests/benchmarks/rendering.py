"""How long a note takes, in pairs against docxtpl on an equal template: the same file, the same values.

python tests/benchmarks/rendering.py [--items 50] [--pairs 25] [--profile] [--docxtpl FOLDER]

FOLDER is where docxtpl was installed to by itself, so that the project does not depend on it. The garbage of one side is
collected before the other side's turn, and the sides take turns in who goes first. Ours includes the gate, the check of
the values in the finished file and the checks of the allow-list; docxtpl has none of these.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import io
import pstats
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing.compose import NoteContext, plain
from briefing.compose.sample import sample
from briefing.word.note import render
from templates.source.markup import item_table, paragraph, run
from templates.source.package import Source, build


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=50, help="figures, and as many quotes")
    parser.add_argument("--pairs", type=int, default=25)
    parser.add_argument("--profile", action="store_true", help="only our side, with the functions that take longest")
    parser.add_argument("--docxtpl", default="", help="the folder that docxtpl was installed to")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        template, context = equal_template(Path(folder)), note(options.items)
        if options.profile:
            profile(lambda: render(context, template))
        else:
            sys.path.append(options.docxtpl)
            report(pairs(lambda: render(context, template), theirs(template, context), options.pairs), options.items)


def equal_template(folder: Path) -> Path:
    """A table of figures and a list of quotes, in the tags that both sides understand."""
    texts = ("{{ f.subject }}", "{{ f.value }}", "{{ f.period }}", "{{ f.change }}", "{{ f.said_by_short }}", "{{ f.src.text }}")
    heads = ("Indicator", "Value", "Period", "Change", "Said by", "Source")
    table = item_table((1600,) * 6, heads, "f in figures", [paragraph("BNTable", text) for text in texts], "Key figures")
    quote = (run("{{ q.marked }} "), run("{{ q.speaker }}, {{ q.role }} {{ q.src.text }}"))
    loop = [paragraph("BNBody", "{%p for q in quotes %}"), paragraph("BNQuote", *quote), paragraph("BNBody", "{%p endfor %}")]
    body = "".join([paragraph("BNTitle", "{{ note.title }}"), table, *loop])
    return build(Source("equal", "Equal", "For measuring", body, paragraph("BNBanner", ""), paragraph("BNFooter", "")), folder)


def note(items: int) -> NoteContext:
    """A note with so many figures and quotes, no two of which say the same."""
    known = sample(2)
    figures = (replace(known.figures[0], n=n, value=f"{n}.5 billion tenge ($49 million)") for n in range(items))
    quotes = (replace(known.quotes[0], n=n, marked=f"“There are {n} very big plans”") for n in range(items))
    return replace(known, figures=tuple(figures), quotes=tuple(quotes))


def theirs(template: Path, context: NoteContext) -> Callable[[], object]:
    """The same by docxtpl."""
    from docxtpl import DocxTemplate  # type: ignore[import-not-found] # noqa: PLC0415 - only this comparison needs it

    def write() -> None:
        document: Any = DocxTemplate(str(template))
        document.render(plain(context))
        document.save(io.BytesIO())

    return write


def pairs(ours: Callable[[], object], others: Callable[[], object], count: int) -> list[tuple[float, float]]:
    """Seconds of both sides, taken in turns behind one warm-up of each."""
    ours(), others()
    taken = []
    for n in range(count):
        sides = {ours: 0.0, others: 0.0}
        for side in (ours, others) if n % 2 else (others, ours):
            sides[side] = timed(side)
        taken.append((sides[ours], sides[others]))
    return taken


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def report(taken: list[tuple[float, float]], items: int) -> None:
    ratio = statistics.median(ours / others for ours, others in taken)
    ours, others = (1000 * statistics.median(side) for side in zip(*taken, strict=True))
    sys.stdout.write(f"{items} + {items} items: ours {ours:.1f} ms, docxtpl {others:.1f} ms, median ratio {ratio:.2f}\n")


def profile(work: Callable[[], object]) -> None:
    work()
    profiler = cProfile.Profile()
    for _ in range(20):
        profiler.runcall(work)
    pstats.Stats(profiler).sort_stats("cumtime").print_stats(45)


if __name__ == "__main__":
    main()
