"""What a format's reader finds, paragraph by paragraph → Article.

A reader says what its format knows of a paragraph ("a heading", "a table row"); for the rest the paragraph's words decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.articles.assemble import Metadata, assemble, join
from briefing.articles.dates import find_date
from briefing.articles.normalise import normalise
from briefing.articles.paragraphs import unwrap
from briefing.articles.structure import BODY, Label, classify
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

LARGEST_TEXT = 6_000_000  # characters; some ten books
_MOST_PASSAGES = 60_000
CELL = " | "  # between the cells of a table row; an empty cell keeps its place
_BLANKS = re.compile(r"[ \t\f\v]+")
_ENDS = re.compile(r"[.!?…:;][\"”’»'“)\]]*$")
_TITLE_ZONE = 6  # passages in which a single top heading is taken for the headline
_LONGEST_OVERLINE = 12  # words that may stand above the headline
_SHORTEST_REPEAT = 4  # words
_DATE_ZONE = 8  # passages above and below the headline
_LONGEST_DATE_LINE = 16  # words
_LINE_OF_ITS_OWN = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TABLE_ROW)
_FURNITURE = (BlockKind.PROMO, BlockKind.CAPTION, BlockKind.CREDIT)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as a format's reader sees it. Line feeds inside are line breaks; a row's cells are parted by CELL."""

    text: str
    kind: BlockKind | None = None  # None: its words decide
    level: int = 0  # of a heading, from 1
    included: bool = True
    reason: str = ""
    aside: bool = False  # stands beside the text: a text box, a pull quote


def article_of(passages: Iterable[Passage], known: Metadata, properties: Metadata | None = None) -> Article:
    """The article that the passages make; ArticleError if there is none.

    ``known`` beats what the paragraphs say; ``properties`` (the file's own) fill what neither of the two has.
    """
    parts = list(_bounded(part for passage in passages for part in _clean(passage)))
    if not parts:
        raise ArticleError("There is no text in it.", "Choose another file, or paste the article's text.")
    properties = properties or Metadata()
    parts = list(_without_repeats(_with_title(parts, properties.title)))
    text, places = join([part.text for part in parts])
    article = assemble(text, tuple(_labels(parts)), places, known)
    return _fill(_dated(_credited(article, parts)), properties)


def too_long() -> ArticleError:
    """What a text gets for an answer that no one would read as an article."""
    return ArticleError("This text is too long to be an article.", "Copy the part that you need and paste it.")


def _bounded(parts: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, as long as they are few enough; counted as they come, so that a huge file is given up early."""
    size = 0
    for count, part in enumerate(parts):
        size += len(part.text)
        if size > LARGEST_TEXT or count > _MOST_PASSAGES:
            raise too_long()
        yield part


def _clean(passage: Passage) -> Iterator[Passage]:
    """The passage in normal characters; one for every line that is a paragraph of its own."""
    text = normalise(passage.text)
    if passage.kind in _LINE_OF_ITS_OWN:
        lines = [_BLANKS.sub(" ", text.replace("\n", " ")).strip()]
    else:
        lines = [_BLANKS.sub(" ", line).strip() for line in _joined(unwrap(text).split("\n"))]
    for line in lines:
        if line.strip():
            yield replace(passage, text=line)


def _joined(lines: Sequence[str]) -> list[str]:
    """Lines of one paragraph; where a sentence runs on over a line break, the two lines are one."""
    joined = [lines[0]]
    for before, line in pairwise(lines):
        runs_on = before.strip() and line.lstrip()[:1].islower() and not _ENDS.search(before.rstrip())
        if runs_on:
            joined[-1] = f"{joined[-1].rstrip()} {line.lstrip()}"
        else:
            joined.append(line)
    return joined


def _with_title(parts: list[Passage], title: str) -> list[Passage]:
    """The headline: what the format calls so, what equals the title in the properties, or the one heading above all others."""
    if any(part.kind is BlockKind.TITLE for part in parts):
        return parts
    levels = [part.level for part in parts if part.kind is BlockKind.HEADING]
    for index, part in enumerate(parts[:_TITLE_ZONE]):
        named = title and _bare(part.text) == _bare(title)
        above = part.kind is BlockKind.HEADING and part.level == min(levels) and (levels.count(part.level) == 1 or index == 0)
        if named or (above and all(len(before.text.split()) <= _LONGEST_OVERLINE for before in parts[:index])):
            return [*parts[:index], replace(part, kind=BlockKind.TITLE), *parts[index + 1 :]]
    return parts


def _without_repeats(parts: Sequence[Passage]) -> Iterator[Passage]:
    """Greys what stands beside the text and only repeats words of it (pull quotes)."""
    whole = " ".join(_bare(part.text) for part in parts if not part.aside) if any(part.aside for part in parts) else ""
    for part in parts:
        repeated = part.aside and len(part.text.split()) >= _SHORTEST_REPEAT and _bare(part.text) in whole
        yield replace(part, included=False, reason="repeats words of the text") if repeated else part


def _credited(article: Article, parts: Sequence[Passage]) -> Article:
    """The article with the right words for where its title was found."""
    if article.found_in.get("title") != "the first paragraph" or all(part.kind is not BlockKind.TITLE for part in parts):
        return article
    return replace(article, found_in={**article.found_in, "title": "the headline in the file"})


def _labels(parts: Sequence[Passage]) -> Iterator[Label]:
    """One label for each passage; those already greyed are not counted where a text's beginning or end decides."""
    guessed = iter(classify([part.text for part in parts if part.included]))
    guesses = [next(guessed) if part.included else BODY for part in parts]
    named = {part.kind for part in parts}
    for part, guess in zip(parts, guesses, strict=True):
        if part.kind is not None and not _is_furniture(part, guess):
            yield Label(part.kind, part.included, part.reason)
        elif not part.included:
            yield Label(guess.kind, included=False, reason=part.reason)
        elif BlockKind.TITLE in named and (
            guess.kind is BlockKind.TITLE or (guess.kind is BlockKind.SUBTITLE and not _under_title(part, parts))
        ):
            yield BODY
        else:
            yield guess


def _is_furniture(part: Passage, guess: Label) -> bool:
    """“Read more” is furniture, even where a page prints it as a heading or in a list."""
    return guess.kind in _FURNITURE and part.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) and not guess.included


def _under_title(part: Passage, parts: Sequence[Passage]) -> bool:
    return any(a.kind is BlockKind.TITLE and b is part for a, b in pairwise(parts))


def _bare(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.casefold()).strip()


def _dated(article: Article) -> Article:
    """The article with the date from a short line near its headline («Posted: Aug 08, 2024», «Reuters April 28, 2023»)."""
    if article.published:
        return article
    title = next((i for i, block in enumerate(article.blocks) if block.kind is BlockKind.TITLE), 0)
    for block in article.blocks[max(0, title - _DATE_ZONE) : title + _DATE_ZONE + 1]:
        line = block.span.of(article.text)
        date = find_date(line) if len(line.split()) <= _LONGEST_DATE_LINE else None
        if date:
            found_in = {**article.found_in, "published": "a line near the headline"}
            return replace(article, published=date[0], published_text=date[1], found_in=found_in)
    return article


def _fill(article: Article, properties: Metadata) -> Article:
    """The article with the file's own properties where its text is silent."""
    found_in = dict(article.found_in)
    changes: dict[str, object] = {}
    for field in ("title", "subtitle", "authors", "published", "outlet"):
        value = getattr(properties, field)
        if value and (not getattr(article, field) or found_in.get(field) == "the dateline"):
            changes[field] = value
            found_in[field] = properties.found_in.get(field, "the file's properties")
    if "published" in changes:
        changes["published_text"] = properties.published_text
        changes["warnings"] = (*article.warnings, *properties.warnings)
    return replace(article, **changes, found_in=found_in)  # type: ignore[arg-type]  # each key is a field of its type
