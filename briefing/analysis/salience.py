"""Which findings matter: a score for each with its reasons, and the few that are ticked beforehand."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.assets import rows, words
from briefing.model import Article, Block, BlockKind, Direction, Figure, FigureKind, Hedge, Quote, QuoteKind, SaidBy, Span

FIGURES_A_WORD = 12 / 1500  # ticked figures for each word of an article
QUOTES_A_WORD = 6 / 1500
FEWEST, MOST_FIGURES, MOST_QUOTES = 3, 12, 7
TICKED_FROM = 0.35  # no figure under this score is ticked, however few there are
QUOTE_LENGTHS = (40, 700)  # characters of a quote that fits a note
WORD = re.compile(r"[A-Za-z]{3,}")
EMPTY = frozenset(
    [
        "the",
        "and",
        "for",
        "from",
        "with",
        "that",
        "this",
        "have",
        "has",
        "had",
        "was",
        "were",
        "are",
        "not",
        "but",
        "its",
        "their",
        "his",
        "her",
        "our",
        "more",
        "than",
        "over",
        "into",
        "about",
        "after",
        "before",
        "said",
        "says",
        "will",
        "would",
    ]
)


@dataclass(frozen=True, slots=True)
class Salience:
    """How much a finding matters."""

    score: float  # 0 to 1
    suggested: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the figures of an article are measured against."""

    article: Article
    headline: frozenset[str]
    lead: frozenset[str]
    lead_span: Span
    first: Span | None
    speaker: str
    linked: frozenset[Span]


def rank(article: Article, figures: Sequence[Figure], quotes: Sequence[Quote]) -> tuple[Salience, ...]:
    """One value a figure, then one a quote, in the order given."""
    scene = scene_of(article, figures, quotes)
    judged = [weighed(list(features(scene, figure))) for figure in figures]
    length = max(1, len(article.text.split()))
    ticked = best_figures(figures, judged, scene, bounded(FIGURES_A_WORD * length, MOST_FIGURES))
    of_figures = [Salience(score, at in ticked, reasons) for at, (score, reasons) in enumerate(judged)]
    return (*of_figures, *rank_quotes(scene, quotes, bounded(QUOTES_A_WORD * length, MOST_QUOTES)))


def bounded(number: float, most: int) -> int:
    """How many findings are ticked: in proportion to the text, within bounds."""
    return min(most, max(FEWEST, round(number)))


def scene_of(article: Article, figures: Sequence[Figure], quotes: Sequence[Quote]) -> Scene:
    """The headline's and lead's words, the first figure, the main speaker, and the changes that levels show."""
    titles = [b for b in article.blocks if b.kind in (BlockKind.TITLE, BlockKind.SUBTITLE)]
    lead = next((b for b in article.blocks if b.kind is BlockKind.BODY and b.included and len(b.span) > 80), None) or next(
        iter(article.blocks), None
    )
    linked = frozenset(f.change.span for f in figures if f.change)
    return Scene(
        article,
        content(" ".join(b.span.of(article.text) for b in titles) or article.title),
        content(lead.span.of(article.text) if lead else ""),
        lead.span if lead else Span(0, 0),
        figures[0].span if figures else None,
        main_speaker(quotes),
        linked,
    )


def main_speaker(quotes: Sequence[Quote]) -> str:
    """The name quoted at the greatest length; "" where nobody is."""
    spoken: Counter[str] = Counter()
    for quote in quotes:
        if quote.speaker is not None:
            spoken[quote.speaker.name] += sum(len(s) for s in quote.segments)
    return max(spoken, key=lambda name: spoken[name], default="")


def content(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, without their plural s."""
    return frozenset(w.lower().rstrip("s") for w in WORD.findall(text)) - EMPTY


def features(scene: Scene, figure: Figure) -> Iterator[str]:
    """The names of all that speaks for or against a figure; the weights' table says how much."""
    yield "start"
    yield from place_features(scene, figure)
    yield from size_features(figure)
    yield from context_features(scene, figure)


def place_features(scene: Scene, figure: Figure) -> Iterator[str]:
    """Where it stands and whether the headline speaks of it."""
    block: Block | None = scene.article.block_at(figure.span.start)
    if block is not None and block.kind in (BlockKind.TITLE, BlockKind.SUBTITLE):
        yield "headline"
    about = content(figure.subject)
    if len(about & scene.headline) >= 1:
        yield "subject in headline"
    if not scene.lead_span.contains(figure.span) and about & scene.lead:
        yield "subject in lead"
    if scene.lead_span.contains(figure.span):
        yield "first paragraph"
    if figure.span.start < len(scene.article.text) / 3:
        yield "early"
    if figure.span == scene.first:
        yield "first figure"


def size_features(figure: Figure) -> Iterator[str]:
    """What sort of quantity it is, and how large."""
    value = abs(figure.amount.value)
    match figure.kind:
        case FigureKind.AMOUNT:
            yield "money"
            if value >= 1e6:
                yield "large money"
        case FigureKind.SHARE | FigureKind.CHANGE | FigureKind.RATIO:
            yield "share or change"
        case FigureKind.AGE:
            yield "age"
        case FigureKind.DURATION:
            yield "duration"
        case FigureKind.MEASURE | FigureKind.COUNT:
            yield from count_features(figure, value)


def count_features(figure: Figure, value: float) -> Iterator[str]:
    """How much a count or a measure weighs by its size."""
    if value >= 1000:
        yield "large count"
    elif value >= 20:
        yield "medium count"
    elif figure.kind is FigureKind.COUNT:
        yield "small cardinal"
    if figure.kind is FigureKind.MEASURE and value < 10000:
        yield "dimension"


def context_features(scene: Scene, figure: Figure) -> Iterator[str]:
    """What its sentence, its source and its links say for it."""
    sentence = (figure.sentence or figure.span).of(scene.article.text).lower()
    near = scene.article.text[max(0, figure.span.start - 60) : figure.span.end + 60].lower()
    if any(re.search(rf"\b{re.escape(word)}\b", near) for word in words("records")):
        yield "record"
    if figure.kind is FigureKind.COUNT and set(re.findall(r"[a-z]+", near)) & words("casualties"):
        yield "people hurt"
    yield from (name for name, holds in CONTEXT if holds(scene, figure, sentence))


CONTEXT = (
    ("has change", lambda _s, f, _t: f.change is not None),
    ("conversion", lambda _s, f, _t: bool(f.conversions)),
    ("quoted", lambda _s, f, _t: f.said_by_kind is SaidBy.QUOTED),
    ("main speaker", lambda s, f, _t: f.said_by is not None and f.said_by.name == s.speaker),
    ("institution", lambda _s, f, _t: f.said_by_kind is SaidBy.INSTITUTION),
    ("has period", lambda _s, f, _t: f.period is not None),
    ("hedged", lambda _s, f, _t: f.hedge is not Hedge.EXACT),
    (
        "vague",
        lambda _s, f, _t: (
            f.evidence.rule == "vague number" or (f.amount.high is not None and f.amount.high == f.amount.value * 10)
        ),
    ),
    ("repeat", lambda _s, f, _t: f.repeats is not None),
    ("linked change", lambda s, f, _t: shown_elsewhere(s, f)),
    ("no subject", lambda _s, f, _t: not f.subject),
    ("temperature", lambda _s, f, _t: f.amount.unit in ("celsius", "fahrenheit")),
)


def shown_elsewhere(scene: Scene, figure: Figure) -> bool:
    """Whether a change stands in the row of its level already."""
    return figure.direction is not Direction.NONE and any(
        span.contains(figure.span) or figure.span.contains(span) for span in scene.linked
    )


@cache
def weights() -> dict[str, tuple[float, str]]:
    """The weight of each feature and its reason in words."""
    return {name: (float(weight), "" if reason == "-" else reason) for name, weight, reason in rows("salience-weights")}


def weighed(names: Sequence[str]) -> tuple[float, tuple[str, ...]]:
    """The score of some features, and the reasons, the weightiest first."""
    table = weights()
    known = [(table[name][0], table[name][1]) for name in names if name in table]
    reasons = [reason for weight, reason in sorted(known, key=lambda w: -abs(w[0])) if reason]
    return 1 / (1 + math.exp(-sum(weight for weight, _ in known))), tuple(reasons)


def best_figures(
    figures: Sequence[Figure], judged: Sequence[tuple[float, tuple[str, ...]]], scene: Scene, most: int
) -> frozenset[int]:
    """The places of the figures to tick: the best, none said twice, no change that its level shows."""
    order = sorted(range(len(figures)), key=lambda at: (-judged[at][0], at))
    fit = [
        at
        for at in order
        if judged[at][0] >= TICKED_FROM and figures[at].repeats is None and not shown_elsewhere(scene, figures[at])
    ]
    return frozenset(fit[:most])


def rank_quotes(scene: Scene, quotes: Sequence[Quote], most: int) -> list[Salience]:
    """The quotes' values: full quotes of the main speakers first, none of them twice."""
    spoken = Counter(q.speaker.name for q in quotes if q.speaker is not None and q.kind is QuoteKind.FULL)
    judged = [quote_score(scene, quote, spoken) for quote in quotes]
    order = sorted(range(len(quotes)), key=lambda at: (-judged[at][0], at))
    ticked: list[int] = []
    turns: Counter[str] = Counter()
    for at in order:
        speaker = quotes[at].speaker
        if speaker is None or quotes[at].kind is not QuoteKind.FULL or len(ticked) >= most or judged[at][0] < TICKED_FROM:
            continue
        # One speaker takes at most half of the places, so that the others are heard.
        if turns[speaker.name] < max(2, (most + 1) // 2) or len(spoken) == 1:
            ticked.append(at)
            turns[speaker.name] += 1
    return [Salience(score, at in ticked, reasons) for at, (score, reasons) in enumerate(judged)]


def quote_score(scene: Scene, quote: Quote, spoken: Counter[str]) -> tuple[float, tuple[str, ...]]:
    """How much a quote matters, and why."""
    text = " ".join(segment.of(scene.article.text) for segment in quote.segments)
    score: float = 0.0
    reasons: list[str] = []
    if quote.kind is QuoteKind.FULL:
        score, reasons = score + 0.6, [*reasons, "a full quote"]
    else:
        score, reasons = score - 1.2, [*reasons, "a part of a sentence"]
    if quote.speaker is None:
        score, reasons = score - 1.0, [*reasons, "speaker unknown"]
    elif quote.speaker.name == scene.speaker:
        score, reasons = score + 0.4, [*reasons, "the main speaker"]
    elif spoken[quote.speaker.name] == 1:
        score, reasons = score + 0.3, [*reasons, "the speaker's only full quote"]
    if not QUOTE_LENGTHS[0] <= len(text) <= QUOTE_LENGTHS[1]:
        score, reasons = score - 0.8, [*reasons, "too short or too long for a note"]
    if content(text) & scene.headline:
        score, reasons = score + 0.3, [*reasons, "speaks of the headline's subject"]
    if quote.evidence.check:
        score -= 0.3
    return 1 / (1 + math.exp(-score)), tuple(reasons)
