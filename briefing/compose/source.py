"""Words copied from an article, and the marks that say where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise, takewhile

from briefing.compose.context import Src
from briefing.model import Article, Block, Span

_KNOWN: dict[int, tuple[tuple[Block, ...], list[int]]] = {}
_MOST_KNOWN = 64
_SPACE = re.compile(r"\s+")
_LIST_MARK = re.compile(r"^(?:[-–—*•·‣▪◦]\s+)+")


def folded(text: str) -> str:
    """The text with every run of white space as one space and none at the ends."""
    return _SPACE.sub(" ", text).strip()


def words(article: Article, span: Span | None) -> str:
    """The source's words in a range, white space folded; "" without a range."""
    return folded(span.of(article.text)) if span else ""


def src(key: str, article: Article, span: Span, sentence: Span | None = None) -> Src:
    """The source mark of a range: ``[1 ¶11]``, or ``[1 ¶11–12]`` where it runs over paragraphs."""
    first, last = _number(article, span.start), _number(article, max(span.start, span.end - 1))
    place = f"¶{first}" if last <= first else f"¶{first}–{last}"
    return Src(f"[{key} {place}]", int(key), first, span.start, span.end, _said(article, span, sentence))


def _number(article: Article, position: int) -> int:
    """The ¶ number of the block that holds a position, 0 between blocks; blocks are in text order."""
    starts = _starts(article.blocks)
    at = bisect_right(starts, position) - 1
    inside = at >= 0 and position < article.blocks[at].span.end
    return article.blocks[at].number if inside else 0


def _starts(blocks: tuple[Block, ...]) -> list[int]:
    """Where the blocks begin; kept for the last few articles, because every item of a note asks."""
    known = _KNOWN.get(id(blocks))
    if known is None or known[0] is not blocks:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        known = _KNOWN[id(blocks)] = (blocks, [block.span.start for block in blocks])
    return known[1]


def _said(article: Article, span: Span, sentence: Span | None) -> str:
    """The sentence, or all the sentences that the range touches where it runs over several."""
    if sentence and sentence.contains(span):
        return sentence_words(article, sentence)
    first = max(0, bisect_right(_starts(article.blocks), span.start) - 1)
    blocks = takewhile(lambda block: block.span.start < span.end, article.blocks[first:])
    touched = (sentence_around(article, block, span) for block in blocks if block.span.overlaps(span))
    return " ".join(sentence_words(article, each) for each in touched)


def sentence_words(article: Article, sentence: Span) -> str:
    """The words of a sentence, without the date line or the mark of a list before them."""
    dateline = article.dateline.span if article.dateline else Span(0, 0)
    start = dateline.end if sentence.overlaps(dateline) and dateline.end < sentence.end else sentence.start
    return _LIST_MARK.sub("", words(article, Span(start, sentence.end)), count=1)


_END = re.compile(r"[.!?…][»”\"'’)\]]*\s+(?=[«“\"'‘(\[]*[A-ZÀ-ÞЀ-Я0-9])")


def sentences(article: Article, block: Block) -> tuple[Span, ...]:
    """The sentences of a paragraph by their punctuation; good enough for copying, where no parse is at hand."""
    text = block.span.of(article.text)
    ends = (found.end() for found in _END.finditer(text) if not _abbreviation(text, found.start()))
    spans = (Span(start, end).shifted(block.span.start) for start, end in pairwise((0, *ends, len(text))))
    return tuple(span for span in spans if span.of(article.text).strip())


_TITLES = "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
_SHORT = re.compile(rf"(?:\b(?:{_TITLES})|\b[A-Z])$")


def _abbreviation(text: str, dot: int) -> bool:
    return text[dot] == "." and _SHORT.search(text[max(0, dot - 6) : dot]) is not None


def sentence_around(article: Article, block: Block, span: Span) -> Span:
    """The sentences of a paragraph that a range touches."""
    touched = [each for each in sentences(article, block) if each.overlaps(span)]
    return Span(touched[0].start, touched[-1].end) if touched else block.span
