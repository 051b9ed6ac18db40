"""Saved web pages → Article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from briefing.articles.assemble import Metadata, assemble, join
from briefing.articles.bylines import is_agency
from briefing.articles.dates import is_date_line
from briefing.articles.normalise import normalise
from briefing.articles.structure import CAPTION, FURNITURE, Label, classify, is_byline, reads_like_heading, refine
from briefing.articles.web.folding import fold
from briefing.articles.web.headline import RELATED, likeness
from briefing.articles.web.metadata import metadata
from briefing.articles.web.segments import Segment, segments
from briefing.articles.web.select import chosen
from briefing.articles.web.tree import decode_page, parse, prepare
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

_PLAIN = (BlockKind.BODY, BlockKind.HEADING)
_FEWEST_TITLE_WORDS = 3
_PROSE = 8  # words
_NEAR = 6  # runs of text
_ABOUT = 20  # runs of text


def read(data: bytes, name: str, charset: str = "") -> Article:
    """The article in the bytes of a web page; ``charset`` is what a server says of them."""
    decoded = decode_page(data, charset)
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
    return assemble(text, [label for label, _ in blocks], places, replace(known, subtitle=""))


def _blocks(tree: HtmlElement, runs: Sequence[Segment], known: Metadata) -> Iterator[tuple[Label, str]]:
    """The article's blocks: the headline, then all from its first paragraph to its last."""
    inside = chosen(tree, runs)
    shown = _printed(runs, known.title)
    titles = {fold(known.title), fold(shown)}
    first, last = _bounds(runs, [yes and fold(run.text) not in titles for run, yes in zip(runs, inside, strict=True)])
    labels = [_label(run, yes) for run, yes in zip(runs, inside, strict=True)][first : last + 1]
    texts = [normalise(run.text) for run in runs[first : last + 1]]
    about = list(_about(runs[:first], titles, fold(known.subtitle)))
    labels, texts = [label for label, _ in about] + labels, [text for _, text in about] + texts
    if shown:
        labels, texts = [Label(BlockKind.TITLE), *labels], [normalise(shown), *texts]
    pairs = [
        (label, text)
        for label, text in zip(refine(texts, labels), texts, strict=True)
        if text and not _repeats(label, text, titles)
    ]
    yield from _without_tail(_with_subtitle(pairs if shown else _with_headline(pairs), fold(known.subtitle)))


def _bounds(runs: Sequence[Segment], inside: Sequence[bool]) -> tuple[int, int]:
    """The first and the last run of the article; a few words far from its paragraphs («More», above a menu) are not of it."""
    body = [i for i, yes in enumerate(inside) if yes and len(runs[i].text.split()) >= _PROSE]
    if not body:
        body = [i for i, yes in enumerate(inside) if yes]
    first, last = (body[0], body[-1]) if body else (len(runs), -1)
    while any(inside[max(0, first - _NEAR) : max(0, first)]):
        first = next(i for i in range(max(0, first - _NEAR), first) if inside[i])
    while any(inside[last + 1 : last + _NEAR + 1]):
        last = max(i for i in range(last + 1, min(len(inside), last + _NEAR + 1)) if inside[i])
    return first, last


def _about(runs: Sequence[Segment], titles: set[str], description: str) -> Iterator[tuple[Label, str]]:
    """What a page prints between its headline and the first paragraph: standfirst, byline, date, and nothing else."""
    at = next((i for i in range(len(runs) - 1, -1, -1) if runs[i].level == 1 and fold(runs[i].text) in titles), len(runs))
    for text in dict.fromkeys(normalise(run.text) for run in runs[at + 1 : at + 1 + _ABOUT]):
        if is_date_line(text):
            yield Label(BlockKind.DATE), text
        elif is_byline(text) and not is_agency(text):  # alone it is as often the outlet's sign
            yield Label(BlockKind.BYLINE), text
        elif description and fold(text) == description:
            yield Label(BlockKind.SUBTITLE), text


def _printed(runs: Sequence[Segment], title: str) -> str:
    """The headline as the page prints it, which may be longer than the title that the article goes by; else the title."""
    printed = [run.text for run in runs if run.level == 1]
    best = max(printed, key=lambda text: likeness(text, title), default="")
    return best if likeness(best, title) >= RELATED else title


def _label(run: Segment, yes: bool) -> Label:
    if run.kind is BlockKind.CAPTION:
        return CAPTION
    if not yes:
        return FURNITURE
    if run.linked >= 0.95 * len(run.text) and not run.text.endswith((".", "?”", ".”")):
        return replace(FURNITURE, reason="a link to another page")
    if run.kind is BlockKind.BODY and run.bold >= 0.9 * len(run.text) and reads_like_heading(run.text):
        return Label(BlockKind.HEADING)
    return Label(run.kind)


def _with_headline(pairs: list[tuple[Label, str]]) -> list[tuple[Label, str]]:
    """A page that names no headline anywhere, as office programs write it: the first lines are looked at as in plain text."""
    plain = [index for index, (label, _) in enumerate(pairs) if label.kind in _PLAIN and label.included]
    guesses = classify([pairs[index][1] for index in plain])
    for index, guess in zip(plain, guesses, strict=True):
        if guess.kind is BlockKind.TITLE and len(pairs[index][1].split()) >= _FEWEST_TITLE_WORDS:
            return [*pairs[:index], (guess, pairs[index][1]), *pairs[index + 1 :]]
    return pairs


def _with_subtitle(pairs: list[tuple[Label, str]], description: str) -> list[tuple[Label, str]]:
    """The standfirst: the first heading under the headline, or a line without a full stop that is the page's description."""
    for index, (label, text) in enumerate(pairs[:10]):
        if label.kind is BlockKind.HEADING and len(text.split()) >= 6:
            standfirst = fold(text)
            rest = [pair for pair in pairs[index + 1 :] if fold(pair[1]) != standfirst]
            return [*pairs[:index], (Label(BlockKind.SUBTITLE), text), *rest]
        if label.kind is BlockKind.BODY:
            if fold(text) == description and not text.endswith((".", "”", '"')):
                pairs[index] = (Label(BlockKind.SUBTITLE), text)
            break
    return pairs


def _without_tail(pairs: list[tuple[Label, str]]) -> list[tuple[Label, str]]:
    """The blocks without headings and furniture at their end, under which nothing stands."""
    while pairs and (pairs[-1][0].kind is BlockKind.HEADING or pairs[-1][0] == FURNITURE):
        pairs = pairs[:-1]
    return pairs


def _repeats(label: Label, text: str, titles: set[str]) -> bool:
    """The headline once more, in the body."""
    return label.kind is not BlockKind.TITLE and fold(text) in titles
