"""What stands around a place of an article, read once: the paragraphs parsed, who is named, what is quoted and counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from briefing.analysis.figures import find_figures
from briefing.analysis.people import People, people_in
from briefing.analysis.pipeline import Passage, read, readable
from briefing.analysis.quotes import find_quotes
from briefing.model import Article, Block, Figure, Quote, Span

_HEAD = 8  # paragraphs at the article's head, where people are introduced
_BEFORE = 4  # paragraphs before the place, where "he" is named
_AFTER = 2
_LAST: dict[tuple[str, tuple[Block, ...], str], Surroundings] = {}  # an edge is moved key by key in one place
_MOST_KNOWN = 3


@dataclass(frozen=True)
class Surroundings:
    """Some paragraphs of an article with all that the rules see in them."""

    article: Article
    passages: tuple[Passage, ...]

    @cached_property
    def people(self) -> People:
        """Everyone named."""
        return people_in(self.article, self.passages)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What is quoted."""
        return tuple(find_quotes(self.article, self.passages, self.people))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """What is counted."""
        return find_figures(self.article, self.passages, self.quotes, self.people)

    def passage_at(self, position: int) -> Passage | None:
        """The parsed paragraph that holds a place."""
        return next((each for each in self.passages if each.block.span.start <= position < each.block.span.end), None)

    def sentence_at(self, span: Span) -> Span | None:
        """The sentence in which a stretch begins."""
        for passage in self.passages:
            for sentence in passage.doc.sents:
                place = passage.place(sentence)
                if place.overlaps(span):
                    return place
        return None


def surroundings(article: Article, span: Span) -> Surroundings:
    """The paragraphs of a stretch, even greyed ones, with as many others as it takes to know who speaks."""
    chosen = [n for n, block in enumerate(article.blocks) if block.span.overlaps(span)]
    first, last = (chosen[0], chosen[-1]) if chosen else (0, 0)
    near = set(readable(article)) & {*article.blocks[:_HEAD], *article.blocks[max(0, first - _BEFORE) : last + 1 + _AFTER]}
    blocks = tuple(block for block in article.blocks if block in near or block.span.overlaps(span))
    place = (article.text, blocks, article.published)
    if place not in _LAST:
        while len(_LAST) >= _MOST_KNOWN:
            _LAST.pop(next(iter(_LAST)))
        _LAST[place] = Surroundings(article, tuple(read(article, blocks)))
    return _LAST[place]
