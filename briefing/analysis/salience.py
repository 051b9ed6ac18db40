"""Which findings matter: a score for each with its reasons, and the few that are ticked beforehand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analysis.figures.cells import is_row
from briefing.analysis.figures.features import Scene, content, features, scene_of, shown_elsewhere
from briefing.assets import rows
from briefing.model import Article, Block, BlockKind, Figure, FigureKind, Quote, QuoteKind

FIGURES_A_WORD = 12 / 1500  # ticked figures for each word of an article
QUOTES_A_WORD = 6 / 1500
FEWEST, MOST_FIGURES, MOST_QUOTES = 3, 12, 7
OF_A_PARAGRAPH = 3  # ticked figures in one paragraph, at most
TICKED_FROM = 0.35  # nothing under this score is ticked, however little there is
QUOTE_LENGTHS = (40, 700)  # characters of a quote that fits a note


@dataclass(frozen=True, slots=True)
class Salience:
    """How much a finding matters."""

    score: float  # 0 to 1
    suggested: bool
    reasons: tuple[str, ...]


Judged = tuple[float, tuple[str, ...]]


def rank(article: Article, figures: Sequence[Figure], quotes: Sequence[Quote]) -> tuple[Salience, ...]:
    """One value a figure, then one a quote, in the order given."""
    scene = scene_of(article, figures, quotes)
    length = len(article.text.split())
    of_figures = [weighed(features(scene, figure)) for figure in figures]
    ticked = best_figures(scene, figures, of_figures, bounded(FIGURES_A_WORD * length, MOST_FIGURES))
    of_quotes = [quote_weight(scene, quote, speakers(quotes)) for quote in quotes]
    quoted = best_quotes(quotes, of_quotes, bounded(QUOTES_A_WORD * length, MOST_QUOTES))
    return (
        *(Salience(score, at in ticked, reasons) for at, (score, reasons) in enumerate(of_figures)),
        *(Salience(score, at in quoted, reasons) for at, (score, reasons) in enumerate(of_quotes)),
    )


def bounded(number: float, most: int) -> int:
    """How many findings are ticked: in proportion to the text, within bounds."""
    return min(most, max(FEWEST, round(number)))


@cache
def weights() -> dict[str, tuple[float, str]]:
    """The weight of each feature and its reason in words."""
    return {name: (float(weight), "" if reason == "-" else reason) for name, weight, reason in rows("salience-weights")}


def weighed(names: Iterable[str]) -> Judged:
    """The score of some features, and the reasons, the weightiest first."""
    known = [weights()[name] for name in names if name in weights()]
    reasons = [reason for weight, reason in sorted(known, key=lambda w: -abs(w[0])) if reason and weight]
    return logistic(sum(weight for weight, _ in known)), tuple(reasons)


def logistic(total: float) -> float:
    """A sum of weights as a score between 0 and 1."""
    return 1 / (1 + math.exp(-total))


def best_figures(scene: Scene, figures: Sequence[Figure], judged: Sequence[Judged], most: int) -> frozenset[int]:
    """The places of the figures to tick: the best, none said twice, no change that its level shows, few of one paragraph."""
    ticked: set[int] = set()
    crowd: Counter[int] = Counter()
    for at in sorted(range(len(figures)), key=lambda at: (-judged[at][0], at)):
        figure = figures[at]
        if len(ticked) >= most or judged[at][0] < TICKED_FROM:
            break
        block = scene.article.block_at(figure.span.start)
        number = block.number if block else 0
        passed_over = (
            is_slight(figure, block)
            or is_headless(scene.article, figure, block)
            or figure.repeats is not None
            or shown_elsewhere(scene, figure)
        )
        if not passed_over and crowd[number] < OF_A_PARAGRAPH:
            ticked.add(at)
            crowd[number] += 1
    return frozenset(ticked)


def is_slight(figure: Figure, block: Block | None) -> bool:
    """Whether a figure is of a kind that a note seldom needs, unless a headline has it: "54", "two hours", "three leaders"."""
    if block is not None and block.kind in (BlockKind.TITLE, BlockKind.SUBTITLE):
        return False
    if figure.amount.unit == "-" and figure.amount.high == 10 * figure.amount.value:
        return True  # "millions watched"
    return figure.kind in (FigureKind.AGE, FigureKind.DURATION) or (figure.kind is FigureKind.COUNT and figure.amount.value < 13)


def is_headless(article: Article, figure: Figure, block: Block | None) -> bool:
    """Whether a figure stands in a table's row that does not say what it measures."""
    return block is not None and not figure.subject and (block.kind is BlockKind.TABLE_ROW or is_row(block.span.of(article.text)))


def speakers(quotes: Sequence[Quote]) -> Counter[str]:
    """How often each speaker has a full quote."""
    return Counter(q.speaker.name for q in quotes if q.speaker is not None and q.kind is QuoteKind.FULL)


def quote_weight(scene: Scene, quote: Quote, spoken: Counter[str]) -> Judged:
    """How much a quote matters, and why: full quotes of named speakers first."""
    text = " ".join(segment.of(scene.article.text) for segment in quote.segments)
    name = quote.speaker.name if quote.speaker else ""
    full = quote.kind is QuoteKind.FULL
    said: tuple[tuple[bool, float, str], ...] = (
        (full, 0.6, "a full quote"),
        (not full, -1.2, "part of a sentence"),
        (not name, -1.0, "speaker unknown"),
        (bool(name) and name == scene.speaker, 0.4, "the main speaker"),
        (full and spoken[name] == 1 and name != scene.speaker, 0.5, "the speaker's only full quote"),
        (not QUOTE_LENGTHS[0] <= len(text) <= QUOTE_LENGTHS[1], -0.8, "too short or too long for a note"),
        (bool(content(text) & scene.headline), 0.3, "speaks of the headline's subject"),
        (quote.evidence.check, -0.3, "speaker to be checked"),
    )
    holding = [(weight, reason) for holds, weight, reason in said if holds]
    return logistic(sum(weight for weight, _ in holding)), tuple(reason for _, reason in holding)


def best_quotes(quotes: Sequence[Quote], judged: Sequence[Judged], most: int) -> frozenset[int]:
    """The places of the quotes to tick: full ones with a speaker, and of one speaker at most half."""
    ticked: set[int] = set()
    turns: Counter[str] = Counter()
    spoken = speakers(quotes)
    for at in sorted(range(len(quotes)), key=lambda at: (-judged[at][0], at)):
        speaker = quotes[at].speaker
        if len(ticked) >= most or speaker is None or quotes[at].kind is not QuoteKind.FULL or judged[at][0] < TICKED_FROM:
            continue
        # The others are to be heard as well.
        if len(spoken) == 1 or turns[speaker.name] < max(2, (most + 1) // 2):
            ticked.add(at)
            turns[speaker.name] += 1
    return frozenset(ticked)
