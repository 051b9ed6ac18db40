"""The paragraphs of a piece of HTML that is all article: a mail's body, a chapter of a book, Markdown once rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.articles.passages import Passage
from briefing.articles.web.segments import segments
from briefing.articles.web.tree import parse, prepare
from briefing.model import BlockKind

_BREAK = "\ue000"  # stands for a line break until the runs of white space are single spaces
_TAG = re.compile(r"<[^<>]*>")
_TEXT = re.compile(r"\S")
# HTML's parser knows no <title/>: it would take all that follows for the title.
_SELF_CLOSED = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([A-Za-z][\w:-]*)(\s[^<>]*)?/>"
)


def passages(markup: str) -> Iterator[Passage]:
    """The passages of a piece of HTML or XHTML in their order; none if it holds no text, ArticleError if it is too deep."""
    if not _TEXT.search(_TAG.sub("", markup)):
        return
    tree = parse(_SELF_CLOSED.sub(r"<\1\2></\1>", markup))
    prepare(tree)
    for line_end in tree.iter("br"):
        line_end.tail = _BREAK + (line_end.tail or "")
        line_end.tag = "span"
    for run in segments(tree):
        text = run.text.replace(_BREAK, "\n")
        if run.kind is BlockKind.CAPTION:
            yield Passage(text, BlockKind.CAPTION, included=False, reason="picture caption")
        else:
            yield Passage(text, None if run.kind is BlockKind.BODY else run.kind, run.level)
