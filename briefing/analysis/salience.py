"""Which findings matter: a score for each with its reasons, and the few that are ticked beforehand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analysis.figures.cells import is_row
from briefing.analysis.figures.features import Scene, content, features, scene_of, shown_elsewhere
from briefing.analysis.figures.link import is_former
from briefing.assets import rows
from briefing.model import Article, Block, BlockKind, Figure, FigureKind, Quote, QuoteKind, Span

# How many are ticked of the shortest article, how many more for each word of a longer one, and how many at most.
FIGURES = (4, 8 / 1500, 12)
QUOTES = (3, 3 / 1500, 7)
PARTICULAR = 1000  # a sum from which on the same number means the same thing
OF_A_PARAGRAPH = 3  # ticked figures in one paragraph, at most
TICKED_FROM = 0.35  # nothing under this score is ticked, however little there is
SAME_SPEAKER = 0.08  # how much less each further quote of a speaker counts
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
    ticked = best_figures(scene, figures, of_figures, number_of(FIGURES, length))
    of_quotes = [quote_weight(scene, quote, speakers(quotes)) for quote in quotes]
    quoted = best_quotes(scene, quotes, of_quotes, number_of(QUOTES, length))
    return (
        *(Salience(score, at in ticked, reasons) for at, (score, reasons) in enumerate(of_figures)),
        *(Salience(score, at in quoted, reasons) for at, (score, reasons) in enumerate(of_quotes)),
    )


def number_of(bounds: tuple[int, float, int], length: int) -> int:
    """How many findings of an article of so many words are ticked: a few, and more in proportion to its length."""
    fewest, a_word, most = bounds
    return min(most, fewest + round(a_word * length))


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
    scores = told_once(scene, figures, [score for score, _ in judged])
    for at in sorted(scores, key=lambda at: (-scores[at], at)):
        if len(ticked) >= most or scores[at] < TICKED_FROM:
            break
        block = scene.article.block_at(figures[at].span.start)
        number = block.number if block else 0
        if not is_passed_over(scene, figures, at, block) and crowd[number] < OF_A_PARAGRAPH:
            ticked.add(at)
            crowd[number] += 1
    return frozenset(ticked)


def told_once(scene: Scene, figures: Sequence[Figure], scores: Sequence[float]) -> dict[int, float]:
    """Of figures that say the same the one to tick, with the best of their scores: the body's before the headline's.

    The body says when, who says so and in which other currency.
    """
    groups: dict[Span | tuple[float, str], list[int]] = {}
    for at, figure in enumerate(figures):
        groups.setdefault(same_thing(figure), []).append(at)
    kept: dict[int, float] = {}
    for members in groups.values():
        body = [at for at in members if not is_headline(scene.article.block_at(figures[at].span.start))]
        kept[(body or members)[0]] = max(scores[at] for at in members)
    return kept


def same_thing(figure: Figure) -> Span | tuple[float, str]:
    """What figures that say the same have in common: a sum too particular for chance, else the first mention's place."""
    amount = figure.amount
    if amount.currency and amount.high is None and amount.value >= PARTICULAR:
        return amount.value, amount.currency
    return figure.repeats or figure.span


def is_headline(block: Block | None) -> bool:
    """Whether a paragraph is a headline or the line under it."""
    return block is not None and block.kind in (BlockKind.TITLE, BlockKind.SUBTITLE)


def is_passed_over(scene: Scene, figures: Sequence[Figure], at: int, block: Block | None) -> bool:
    """Whether a figure is left unticked however well it scores."""
    figure = figures[at]
    slight = is_slight(figure, block) and not any(f.repeats == figure.span or f.span == figure.repeats for f in figures)
    return slight or is_headless(scene.article, figure, block) or shown_elsewhere(scene, figure) or is_base(scene, figures, at)


def is_base(scene: Scene, figures: Sequence[Figure], at: int) -> bool:
    """Whether a figure only says where another of its sentence came from: "jumped to $1.13bn, from $639m"."""
    figure = figures[at]
    others = (f for f in figures if f is not figure and f.sentence == figure.sentence and f.amount.unit == figure.amount.unit)
    return is_former(scene.article.text, figure) and any(f.span.start < figure.span.start for f in others)


def is_slight(figure: Figure, block: Block | None) -> bool:
    """Whether a figure is of a kind that a note seldom needs, unless a headline has it: "54", "two hours", "three leaders"."""
    if is_headline(block):
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


def best_quotes(scene: Scene, quotes: Sequence[Quote], judged: Sequence[Judged], most: int) -> frozenset[int]:
    """The places of the quotes to tick: full ones with a speaker, each new speaker before a second quote of another."""
    spoken = speakers(quotes)
    cap = most if len(spoken) == 1 else max(2, (most + 1) // 2)  # the others are to be heard as well
    open_ones = [at for at, quote in enumerate(quotes) if is_offered(scene, quote) and judged[at][0] >= TICKED_FROM]
    ticked: list[int] = []
    turns: Counter[str] = Counter()
    while open_ones and len(ticked) < most:
        best = max(open_ones, key=lambda at: (judged[at][0] - SAME_SPEAKER * turns[name_of(quotes[at])], -at))
        open_ones.remove(best)
        if turns[name_of(quotes[best])] < cap:
            ticked.append(best)
            turns[name_of(quotes[best])] += 1
    return frozenset(ticked)


def is_offered(scene: Scene, quote: Quote) -> bool:
    """Whether a quote can be ticked: a full one of a known speaker, and no headline's."""
    block = scene.article.block_at(quote.span.start)
    return quote.kind is QuoteKind.FULL and quote.speaker is not None and not is_headline(block)


def name_of(quote: Quote) -> str:
    """The speaker's name, "" for none."""
    return quote.speaker.name if quote.speaker else ""
