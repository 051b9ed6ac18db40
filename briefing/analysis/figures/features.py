"""What speaks for a figure and what against it: named features of its place, its size, its sentence and its links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.assets import words
from briefing.model import Article, BlockKind, Direction, Figure, FigureKind, Hedge, Quote, SaidBy, Span

WORD = re.compile(r"[A-Za-z]{3,}")
TITLES = (BlockKind.TITLE, BlockKind.SUBTITLE)
# What follows says where and between whom; countries stand in every headline.
PLACE = re.compile(r"\s(?:from|to|between|in|at|by|with|through)\s")
NEAR = 60  # characters on either side in which a cue counts
# How far from the beginning of the body a figure stands, in characters, and the feature's name.
DISTANCES = (
    (80, "in the first words"),
    (160, "at the opening"),
    (320, "near the opening"),
    (640, "in the upper part"),
    (1280, "further down"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the figures of an article are measured against."""

    article: Article
    headline: frozenset[str]
    lead: Span
    lead_words: frozenset[str]
    first: Span | None
    speaker: str
    shown: tuple[Span, ...]  # changes that stand in the row of their level
    repeated: frozenset[Span]  # figures that later ones repeat
    frequent: frozenset[str]  # the words that the article uses most


def scene_of(article: Article, figures: Sequence[Figure], quotes: Sequence[Quote]) -> Scene:
    """The headline's and lead's words, the main speaker, and what is linked or repeated."""
    titles = [b.span.of(article.text) for b in article.blocks if b.kind in TITLES]
    body = [b for b in article.blocks if b.kind is BlockKind.BODY and b.included]
    lead = next((b.span for b in body if len(b.span) > 80), article.blocks[0].span if article.blocks else Span(0, 0))
    return Scene(
        article,
        content(" ".join(titles) or article.title),
        lead,
        content(lead.of(article.text)[:400]),
        figures[0].span if figures else None,
        main_speaker(quotes),
        tuple(f.change.span for f in figures if f.change),
        frozenset(f.repeats for f in figures if f.repeats),
        frequent(article),
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
    return frozenset(w.lower().rstrip("s") for w in WORD.findall(text)) - words("empty-words")


def frequent(article: Article) -> frozenset[str]:
    """The words of meaning among the sixty that the article uses most, each at least three times."""
    counts = Counter(w.lower().rstrip("s") for w in WORD.findall(article.text))
    often = (word for word, count in counts.most_common(60) if count >= 3)
    return frozenset(word for word in often if len(word) > 3) - words("empty-words")


def features(scene: Scene, figure: Figure) -> Iterator[str]:
    """The names of all that holds of a figure; the weights' table says how much each matters."""
    yield "start"
    yield from place_features(scene, figure)
    yield from size_features(figure)
    yield from (name for name, holds in CUES if holds(scene, figure))


def place_features(scene: Scene, figure: Figure) -> Iterator[str]:
    """Where it stands, and whether the headline and the lead speak of it."""
    block = scene.article.block_at(figure.span.start)
    if block is not None and block.kind in TITLES:
        yield "headline"
    distance = figure.span.start - scene.lead.start
    yield next((name for limit, name in DISTANCES if distance < limit), "deep in the text")
    if figure.span == scene.first:
        yield "first figure"
    if distance >= 1280 and figure.amount.value < 13 and figure.kind in (FigureKind.COUNT, FigureKind.DURATION, FigureKind.AGE):
        yield "small and far down"
    about = content(PLACE.split(figure.subject)[0])
    if about & scene.headline:
        yield "subject in headline"
    if distance > 320 and about & scene.lead_words:
        yield "subject in lead"
    if about & scene.frequent:
        yield "frequent subject"


def size_features(figure: Figure) -> Iterator[str]:
    """What sort of quantity it is, and how large."""
    value = max(abs(figure.amount.value), abs(figure.amount.high or 0))
    yield f"kind {figure.kind}"
    if figure.kind is FigureKind.AMOUNT:
        yield "large sum" if value >= 1e9 else "middling sum" if value >= 1e6 else "small sum"
    elif figure.kind is FigureKind.COUNT:
        yield next(name for limit, name in COUNTS if value < limit)
    elif figure.kind is FigureKind.MEASURE and value >= 10_000:
        yield "large measure"
    if figure.amount.unit == "-" and figure.kind is FigureKind.COUNT:
        yield "bare number"
    if figure.amount.unit in ("celsius", "fahrenheit", "degree"):
        yield "temperature"


COUNTS = (
    (2, "one"),
    (5, "few"),
    (13, "under a dozen"),
    (100, "dozens"),
    (1000, "hundreds"),
    (1e6, "thousands"),
    (float("inf"), "millions"),
)


def near(scene: Scene, figure: Figure) -> str:
    """The characters around a figure, inside its sentence."""
    sentence = figure.sentence or figure.span
    start, end = max(sentence.start, figure.span.start - NEAR), min(sentence.end, figure.span.end + NEAR)
    return scene.article.text[start:end].lower()


def has_word(scene: Scene, figure: Figure, name: str) -> bool:
    """Whether a word of a list stands near a figure."""
    return bool(set(re.findall(r"[a-z-]+", near(scene, figure))) & words(name))


def shown_elsewhere(scene: Scene, figure: Figure) -> bool:
    """Whether a change stands in the row of its level already."""
    change = figure.direction is not Direction.NONE or bool(figure.base)
    return change and any(span.contains(figure.span) or figure.span.contains(span) for span in scene.shown)


def in_brackets(scene: Scene, figure: Figure) -> bool:
    """Whether it stands in round brackets."""
    before = scene.article.text[max(0, figure.span.start - 80) : figure.span.start]
    return before.rfind("(") > before.rfind(")")


CUES: tuple[tuple[str, Callable[[Scene, Figure], bool]], ...] = (
    ("record", lambda s, f: has_word(s, f, "records")),
    ("people hurt", lambda s, f: f.kind is FigureKind.COUNT and has_word(s, f, "casualties")),
    ("has change", lambda _, f: f.change is not None),
    ("conversion", lambda _, f: bool(f.conversions)),
    ("quoted", lambda _, f: f.said_by_kind is SaidBy.QUOTED),
    ("reported", lambda _, f: f.said_by_kind is SaidBy.REPORTED),
    ("institution", lambda _, f: f.said_by_kind is SaidBy.INSTITUTION),
    ("main speaker", lambda s, f: f.said_by is not None and f.said_by.name == s.speaker),
    ("has period", lambda _, f: f.period is not None),
    ("hedged", lambda _, f: f.hedge is not Hedge.EXACT),
    ("directed", lambda _, f: f.direction is not Direction.NONE),
    ("vague", lambda _, f: f.amount.high is not None and f.amount.high == f.amount.value * 10),
    ("range", lambda _, f: f.amount.high is not None),
    ("repeat", lambda _, f: f.repeats is not None),
    ("repeated later", lambda s, f: f.span in s.repeated),
    ("shown with its level", shown_elsewhere),
    ("no subject", lambda _, f: not f.subject),
    ("doubtful", lambda _, f: bool(f.doubt)),
    ("in brackets", in_brackets),
    ("in words", lambda s, f: not any(c.isdigit() for c in f.amount.span.of(s.article.text))),
    ("rate", lambda _, f: " per " in f.amount.unit),
)
