"""Fit the weights of resources/words/salience-weights.tsv to the numbers that human headlines keep; prints, writes nothing.

python tests/benchmarks/fit_salience.py ../shared/data/figures/numhg.dev.jsonl

A conditional logit: of all figures of a text, the headline's should weigh most. Four-fold cross-validation is printed first, then
the weights, which are rounded and moved by hand (the table's head says where to). The texts stay outside the project.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.figures import find_figures
from briefing.analysis.figures.features import features, scene_of
from briefing.analysis.people import people_in
from briefing.analysis.pipeline import read, readable
from briefing.analysis.quotes import find_quotes
from briefing.articles import from_text

SCALES = (1, 1e3, 1e6, 1e9, 1e12)  # a headline's "2.5" may stand for 2.5 million
Floats = NDArray[np.float64]
Text = tuple[list[list[str]], Floats]


def main() -> None:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    texts = [text for text in (described(row["text"], row["headline_number"]) for row in rows) if text[1].any()]
    names = sorted({name for figures, _ in texts for figure in figures for name in figure} - {"start"})
    data = [(np.array([[float(name in figure) for name in names] for figure in figures]), kept) for figures, kept in texts]
    folds = [data[at::4] for at in range(4)]
    hits = [hit(fold, fit([d for other in folds if other is not fold for d in other])) for fold in folds]
    print(f"{len(data)} texts, hit@1 in four-fold cross-validation {np.mean(hits):.3f}")
    for weight, name in sorted(zip(fit(data), names, strict=True), reverse=True):
        print(f"{name:24s} {weight:+.2f}")


def described(text: str, number: float) -> Text:
    """The features of a text's figures, and which of them carry the headline's number."""
    article = from_text(text)
    passages = tuple(read(article, readable(article)))
    people = people_in(article, passages)
    quotes = find_quotes(article, passages, people)
    figures = find_figures(article, passages, quotes, people)
    scene = scene_of(article, figures, quotes)
    kept = [any(same(value, number) for value in (f.amount.value, f.amount.high)) for f in figures]
    return [list(features(scene, figure)) for figure in figures], np.array(kept, dtype=float)


def same(value: float | None, number: float) -> bool:
    """Whether a value is the headline's number, at whichever scale."""
    return value is not None and any(abs(value - number * scale) <= 1e-6 * max(1, abs(value)) for scale in SCALES)


def fit(data: list[tuple[Floats, Floats]], rounds: int = 250, ridge: float = 2.0) -> Floats:
    """The weights under which the kept figures are likeliest, by gradient ascent (Adam)."""
    weights = np.zeros(data[0][0].shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for _ in range(rounds):
        slope = -ridge * weights / len(data)
        for table, kept in data:
            likely = np.exp(table @ weights - np.max(table @ weights))
            likely /= likely.sum()
            meant = likely * kept
            slope += (meant / meant.sum() - likely) @ table / len(data)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights += 0.05 * first / (np.sqrt(second) + 1e-6)
    return weights


def hit(data: list[tuple[Floats, Floats]], weights: Floats) -> float:
    """How often the weightiest figure is a kept one; of equal ones the first counts."""
    return float(np.mean([kept[int(np.argmax(table @ weights))] for table, kept in data]))


if __name__ == "__main__":
    main()
