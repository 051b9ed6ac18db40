"""Saved web pages → Article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from briefing.articles.assemble import Metadata, assemble, join
from briefing.articles.normalise import normalise
from briefing.articles.structure import FURNITURE, Label, refine
from briefing.articles.web.metadata import fold, metadata
from briefing.articles.web.segments import Segment, segments
from briefing.articles.web.select import chosen
from briefing.articles.web.tree import decode_page, parse, prepare
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of a web page."""
    decoded = decode_page(data)
    article = read_text(decoded.text, name)
    origin = replace(article.origin, encoding=decoded.encoding)
    return replace(article, origin=origin, warnings=(*decoded.warnings, *article.warnings))


def read_text(page: str, name: str) -> Article:
    """The article in a web page's text."""
    tree = parse(page)
    known = metadata(tree, name)
    prepare(tree)
    runs = tuple(segments(tree))
    blocks = tuple(_blocks(tree, runs, known))
    if not any(label.included for label, _ in blocks):
        raise ArticleError("No article was found in this page.", "Copy the article's text and paste it.")
    text, places = join([text for _, text in blocks])
    return assemble(text, [label for label, _ in blocks], places, replace(known, subtitle=_subtitle(blocks)))


def _blocks(tree: HtmlElement, runs: Sequence[Segment], known: Metadata) -> Iterator[tuple[Label, str]]:
    """The article's blocks: the headline, then all from its first paragraph to its last."""
    inside = chosen(tree, runs)
    title = fold(known.title)
    first = next((i for i, yes in enumerate(inside) if yes and fold(runs[i].text) != title), len(runs))
    last = next((i for i in range(len(runs) - 1, -1, -1) if inside[i]), -1)
    labels = [_label(run, yes) for run, yes in zip(runs, inside, strict=True)][first : last + 1]
    texts = [normalise(run.text) for run in runs[first : last + 1]]
    if known.title:
        labels, texts = [Label(BlockKind.TITLE), *labels], [normalise(known.title), *texts]
    yield from (pair for pair in zip(refine(texts, labels), texts, strict=True) if pair[1] and not _repeats(pair, title))


def _label(run: Segment, yes: bool) -> Label:
    if run.kind is BlockKind.CAPTION:
        return Label(BlockKind.CAPTION, included=False, reason="picture caption")
    return Label(run.kind) if yes else FURNITURE


def _repeats(pair: tuple[Label, str], title: str) -> bool:
    """The headline once more, in the body."""
    label, text = pair
    return label.kind is not BlockKind.TITLE and fold(text) == title


def _subtitle(blocks: Sequence[tuple[Label, str]]) -> str:
    return next((text for label, text in blocks if label.kind is BlockKind.SUBTITLE), "")
