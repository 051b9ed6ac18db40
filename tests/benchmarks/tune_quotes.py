"""Fit the table of weights that chooses speakers and keeps quotes; report what it is worth on folds it has not seen.

    python tests/benchmarks/tune_quotes.py GOLD.jsonl… --parses FOLDER [--also SMALL.jsonl…] [--folds 5] [--write]

Two linear models in one table: a choice among the candidates of a quote (conditional logit) and keep or drop (logit).
Parses are kept in FOLDER, so that only the first run takes minutes. `--write` replaces resources/words/quote-weights.tsv.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import DocBin

from briefing.analysis.pipeline import Passage, pipeline, read
from briefing.analysis.quotes.attribute import NEVER, Weighed, weigh_all
from briefing.analysis.quotes.keep import keep_features
from briefing.analysis.quotes.reading import Reading, read_quotes
from briefing.assets import asset
from briefing.model import Article, Block, BlockKind, Span

ROUNDS = 3  # inherited candidates depend on earlier choices, so features are read again with each new table
STEPS = 250
RIDGE = {"choice": 1.0, "keep": 1.0}
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i", "him", "her"})
HEADER = """# Weights of the features that choose a quote's speaker and that keep or drop a quote (natural logarithms of odds).
# Written by tests/benchmarks/tune_quotes.py, fitted on the development half of PolNeAR (it holds none of its text),
# on the short texts of the set "traps" and on the development half of GUM's news (Wikinews texts, CC BY).
# A feature that is not listed weighs nothing. Features that begin with "keep" decide whether a segment is a quote at all.
"""
Gold = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A document with its gold quotes and its parse."""

    id: str
    article: Article
    passages: tuple[Passage, ...]
    quotes: tuple[Gold, ...]

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The paragraphs with their segments."""
        return read_quotes(self.article, self.passages)

    def with_text(self, text: str) -> Example:
        """The same with other marks; its parse, which knows only straight marks, still holds."""
        return replace(self, article=replace(self.article, text=text))


def article_of(text: str) -> Article:
    """An article whose blocks are the text's lines."""
    spans = [Span(found.start(), found.end()) for found in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)]
    return Article(text, tuple(Block(BlockKind.BODY, span, number) for number, span in enumerate(spans, 1)))


def examples(path: Path, folder: Path) -> Iterator[Example]:
    """The documents of a gold file, parsed once and kept."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        gold = json.loads(line)
        article = article_of(gold["text"])
        stored = folder / f"{path.stem}-{number}.spacy"
        if not stored.exists():
            DocBin(docs=[passage.doc for passage in read(article, article.blocks)], store_user_data=False).to_disk(stored)
        docs = DocBin().from_disk(stored).get_docs(pipeline().vocab)
        passages = tuple(Passage(block, doc) for block, doc in zip(article.blocks, docs, strict=True))
        yield Example(gold["id"], article, passages, tuple(gold["quotes"]))


def variants(example: Example, number: int) -> Iterator[Example]:
    """The document, and one in four times again with marks as agencies and British papers have them."""
    yield example
    text = example.article.text
    if number % 8 == 1:  # closing marks left out at the ends of paragraphs, every other one
        ends = [found.start() for found in re.finditer(r"[”\"](?=\s*(?:\n|$))", text)][::2]
        yield example.with_text("".join(" " if place in set(ends) else character for place, character in enumerate(text)))
    if number % 8 == 5:  # single marks
        curly = text.translate(str.maketrans("“”", "‘’"))
        yield example.with_text(re.sub(r'"', "'", curly))


def letters(text: str, start: int, end: int) -> frozenset[int]:
    """The places of letters and figures in a range: what a span is compared by."""
    return frozenset(position for position in range(start, end) if text[position].isalnum())


def gold_of(example: Example, weighed: Weighed) -> Gold | None:
    """The gold quote that shares four fifths of the letters of the quote's first segment."""
    text, span = example.article.text, weighed.sites[0].segment.span
    found = letters(text, span.start, span.end)
    for quote in example.quotes:
        if quote["start"] >= span.end or quote["end"] <= span.start:
            continue
        block = example.article.block_at(span.start)
        if block is None:
            continue
        wanted = letters(text, max(quote["start"], block.span.start), min(quote["end"], block.span.end))
        if len(found & wanted) >= 0.8 * max(len(found), len(wanted)):
            return quote
    return None


def is_right(mention: Span, text: str, gold: Gold) -> bool:
    """Whether a candidate names the gold speaker: it overlaps, or has the same last word and is no pronoun."""
    if mention.start < gold["speaker_end"] and gold["speaker_start"] < mention.end:
        return True
    last = mention.of(text).split()[-1].lower().removesuffix("’s").removesuffix("'s")
    return last not in PRONOUNS and last == gold["speaker_text"].rstrip(" ,.").split()[-1].lower()


@dataclass(frozen=True)
class Choice:
    """One quote as the fit sees it: its candidates' features, which of them are right."""

    features: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def observe(documents: Iterable[Example], table: Mapping[str, float]) -> tuple[list[Choice], list[tuple[tuple[str, ...], bool]]]:
    """Choices and keep-or-drop examples under the present table."""
    choices: list[Choice] = []
    keeps: list[tuple[tuple[str, ...], bool]] = []
    for example in documents:
        for weighed in weigh_all(example.readings, table):
            gold = gold_of(example, weighed)
            if gold is not None and gold.get("speaker_text"):
                right = tuple(is_right(candidate.mention, example.article.text, gold) for candidate in weighed.candidates)
                if any(right):
                    choices.append(Choice(weighed.features, right))
            if weighed.keeping > NEVER and (gold is None or not gold.get("optional")):
                features = tuple(keep_features(weighed.sites[0], weighed.candidate, weighed.certainty))
                keeps.append((features, gold is not None))
    return choices, keeps


class Fit:
    """Sparse rows of features and a vector of weights fitted by Adam with a ridge."""

    def __init__(self, rows: Sequence[tuple[str, ...]]) -> None:
        counts = Counter(name for row in rows for name in row)
        self.names = sorted(name for name, count in counts.items() if count >= 4)
        index = {name: number for number, name in enumerate(self.names)}
        kept = [[index[name] for name in row if name in index] for row in rows]
        self.columns = np.array([column for row in kept for column in row], dtype=np.int64)
        self.rows = np.repeat(np.arange(len(kept)), [len(row) for row in kept])
        self.size = len(kept)
        self.weights = np.zeros(len(self.names))

    def scores(self) -> Any:
        """Each row's score."""
        return np.bincount(self.rows, weights=self.weights[self.columns], minlength=self.size)

    def descend(self, slope_of: Any, ridge: float) -> None:
        """Full steps down the slope of the loss by row."""
        momentum, square = np.zeros_like(self.weights), np.zeros_like(self.weights)
        for step in range(1, STEPS + 1):
            slope = slope_of(self.scores())
            gradient = np.bincount(self.columns, weights=slope[self.rows], minlength=len(self.names)) + ridge * self.weights
            momentum = 0.9 * momentum + 0.1 * gradient
            square = 0.99 * square + 0.01 * gradient**2
            rate = 0.1 * (1 - step / (STEPS + 1))
            self.weights -= rate * (momentum / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)

    def table(self) -> dict[str, float]:
        """Feature → weight, small ones left out."""
        return {
            name: round(float(weight), 3) for name, weight in zip(self.names, self.weights, strict=True) if abs(weight) >= 0.02
        }


def fit_choice(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights under which the right candidates are the likeliest."""
    fit = Fit([features for choice in choices for features in choice.features])
    group = np.repeat(np.arange(len(choices)), [len(choice.features) for choice in choices])
    right = np.array([value for choice in choices for value in choice.right], dtype=float)

    def slope(scores: Any) -> Any:
        powers = np.exp(np.clip(scores, -30, 30))
        everything = np.bincount(group, weights=powers)
        correct = np.bincount(group, weights=powers * right)
        return powers / everything[group] - powers * right / correct[group]

    fit.descend(slope, RIDGE["choice"])
    return fit.table()


def fit_keep(keeps: Sequence[tuple[tuple[str, ...], bool]]) -> dict[str, float]:
    """Weights whose sum is above nothing for a quote."""
    fit = Fit([features for features, _ in keeps])
    wanted = np.array([kept for _, kept in keeps], dtype=float)
    fit.descend(lambda scores: 1 / (1 + np.exp(-scores)) - wanted, RIDGE["keep"])
    return fit.table()


def fit_table(documents: Sequence[Example]) -> dict[str, float]:
    """The whole table, features read again with each round's weights."""
    documents = [variant for number, example in enumerate(documents) for variant in variants(example, number)]
    fitted: dict[str, float] = {}
    for _ in range(ROUNDS):
        choices, keeps = observe(documents, fitted)
        chosen = fit_choice(choices)
        fitted = {**chosen, **{name: weight for name, weight in fitted.items() if name.startswith("keep")}}
        _, keeps = observe(documents, fitted)
        fitted = {**chosen, **fit_keep(keeps)}
    return fitted


@dataclass
class Tally:
    """Right and wrong on documents that the table has not seen."""

    quotes: int = 0
    attributable: int = 0
    chosen: int = 0
    kept: int = 0
    false: int = 0

    def add(self, example: Example, table: Mapping[str, float]) -> None:
        """Count one document."""
        for weighed in weigh_all(example.readings, table):
            gold = gold_of(example, weighed)
            if gold is None:
                self.false += weighed.kept
                continue
            if gold.get("optional"):
                continue
            self.quotes += 1
            self.kept += weighed.kept
            if gold.get("speaker_text"):
                self.attributable += 1
                self.chosen += weighed.candidate is not None and is_right(weighed.candidate.mention, example.article.text, gold)

    def __str__(self) -> str:
        return (
            f"{self.quotes} quotes: speaker right {self.chosen / max(self.attributable, 1):.4f}, "
            f"kept {self.kept / max(self.quotes, 1):.4f}, false {self.false}"
        )


def main() -> None:
    """Fit on folds, report, and write the table fitted on everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--also", nargs="*", type=Path, default=[], help="small sets that train every fold, thrice each")
    parser.add_argument("--parses", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    documents = [example for path in arguments.gold for example in examples(path, arguments.parses)]
    always = [example for path in arguments.also for example in examples(path, arguments.parses)] * 3
    tally = Tally()
    for fold in range(arguments.folds):
        table = fit_table([*(e for number, e in enumerate(documents) if number % arguments.folds != fold), *always])
        for example in documents[fold :: arguments.folds]:
            tally.add(example, table)
        print(f"fold {fold + 1}: {tally}", file=sys.stderr)
    print(tally)
    if arguments.write:
        write(fit_table([*documents, *always]))


def write(table: Mapping[str, float]) -> None:
    """Replace the table that the program reads."""
    lines = "".join(f"{name}\t{weight}\n" for name, weight in sorted(table.items()))
    asset("resources", "words", "quote-weights.tsv").write_text(HEADER + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
