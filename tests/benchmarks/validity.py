"""Every built-in template over real articles, judged by the Open XML SDK, by openxml-audit and by our own invariants.

PYTHONPATH=. python tests/benchmarks/validity.py TEXT [TEXT …] [--known FILE] [--keep FOLDER]

Of each text one note with what the program suggests and one with all that it found, of every three texts one note, and one
note of nothing; each by every template, with every kind of source marks in turn, on A4 and Letter in turn. Each is written
twice, and has to have the same bytes. FILE keeps the analysed texts for the next run. Exits with 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import itertools
import pickle
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from openxml_audit import OpenXmlValidator

from briefing import review
from briefing.brief import Brief, Header
from briefing.cli import read
from briefing.engine import Engine
from briefing.word import Paper, TemplateInfo, export
from briefing.word.marks import Marks
from briefing.word.store import templates
from tests import open_xml_validator
from tests.word_files import broken_invariants

HEADER = Header(
    subject="What the papers say",
    classification="Internal",
    handling="Not for onward transmission",
    to="Head of unit; Minister’s office",
    sender="Analyst",
    copy_to="Registry",
    reference="BN-2026-114",
    bottom_line="First.\nSecond.",
    background="Known before.",
    comment="None of it is corroborated.",
    outlook="Open.",
    key_points="One\nTwo",
    points_to_make="Ours",
    points_they_may_raise="Theirs",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--known", type=Path, help="analysed texts, kept from one run to the next")
    parser.add_argument("--keep", type=Path, help="a folder for the notes that something is wrong with")
    options = parser.parse_args()
    briefs = known(options.texts, options.known)
    counts: Counter[str] = Counter()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for name, note in notes(briefs, Path(folder)):
            found = list(wrong(note))
            counts.update(("notes", "with something wrong") if found else ("notes",))
            if found:
                sys.stdout.write(f"{name}: {'; '.join(found[:3])}\n")
                if options.keep:
                    (options.keep / f"{name}.docx").write_bytes(note.read_bytes())
    validator = "the Open XML SDK, " if open_xml_validator.is_there() else "WITHOUT the Open XML SDK, which is not installed; "
    sys.stdout.write(
        f"{counts['notes']} notes of {len(briefs)} texts: {counts['with something wrong']} with something wrong, "
        f"by {validator}openxml-audit and our own invariants, in {time.monotonic() - begun:.0f} s\n"
    )
    sys.exit(counts["with something wrong"] > 0)


def known(texts: Sequence[Path], store: Path | None) -> list[Brief]:
    """The texts as briefs, each with its findings."""
    if store and store.is_file():
        return list(pickle.loads(store.read_bytes()))  # noqa: S301 - our own file
    with Engine() as engine:
        briefs = [read(engine, [str(text)]) for text in texts]
    if store:
        store.write_bytes(pickle.dumps(briefs))
    return briefs


def notes(briefs: Sequence[Brief], folder: Path) -> Iterator[tuple[str, Path]]:
    """The notes with their names, one at a time at the same place."""
    turns = itertools.cycle(itertools.product(Paper, Marks))
    for (name, brief), info in itertools.product(variants(briefs), templates(mine=folder / "none")):
        paper, marks = next(turns)
        yield f"{name}-{info.id}-{marks.value}-{paper.value}", written(brief, info, folder / "note.docx", marks, paper)


def variants(briefs: Sequence[Brief]) -> Iterator[tuple[str, Brief]]:
    """Nothing, each text with what is suggested and with everything, and three texts in one note."""
    yield "nothing", Brief()
    for n, brief in enumerate(briefs, 1):
        yield f"{n}-suggested", replace(brief, header=HEADER)
        yield f"{n}-all", everything(brief)
    for n in range(0, len(briefs) - 2, 3):
        yield f"{n + 1}-to-{n + 3}", everything(together(briefs[n : n + 3]))


def everything(brief: Brief) -> Brief:
    """The brief with all that was found in the note, and its first figures as lead figures."""
    leads = tuple(finding.id for finding in brief.figures()[:3])
    return replace(review.keep(brief, *(finding.id for finding in brief.findings)), header=HEADER, starred=leads)


def together(briefs: Sequence[Brief]) -> Brief:
    """Several texts in one brief, with their findings."""
    merged = Brief()
    for brief in briefs:
        merged = review.add_article(merged, brief.sources[0].article)
        key = merged.sources[-1].key
        merged = review.set_findings(
            merged, key, (replace(finding, article=key, id=f"{key}{finding.id[1:]}") for finding in brief.findings)
        )
    return merged


def written(brief: Brief, info: TemplateInfo, target: Path, marks: Marks, paper: Paper) -> Path:
    """The note; AssertionError where a second export has other bytes."""
    first, second = (
        export(brief, info.path, target, generated="2026-03-04T09:00", marks=marks.value, paper=paper) for _ in range(2)
    )
    if first.sha256 != second.sha256:
        raise AssertionError(f"{info.id}: two exports differ")
    return target


def wrong(note: Path) -> Iterator[str]:
    """What any of the three judges says."""
    if open_xml_validator.is_there():
        yield from (f"SDK: {words}" for words in open_xml_validator.complaints(note))
    yield from (f"audit: {error.part_uri} {error.description}" for error in OpenXmlValidator().validate(str(note)).errors)
    yield from (f"invariant: {words}" for words in broken_invariants(note))


if __name__ == "__main__":
    main()
