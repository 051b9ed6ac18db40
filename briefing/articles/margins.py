"""What stands in a document's margins: running heads and feet, comments, notes. It is kept, greyed, at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.articles.passages import Passage
from briefing.model import BlockKind

HEAD, FOOT, COMMENT, FOOTNOTE = "page header", "page footer", "comment", "footnote"
_ONLY_NUMBERS = re.compile(r"(?:\b(?:page|of|p|seite|von|стр|из|no)\b|[\W\d_])*", re.IGNORECASE)


def margin(passages: Iterable[Passage], reason: str) -> Iterator[Passage]:
    """One greyed passage with all the words of a header, a footer, a comment or a note; none for a mere page number."""
    text = " ".join(passage.text.strip() for passage in passages if passage.text.strip())
    if reason not in (HEAD, FOOT):
        yield Passage(text, BlockKind.TAIL, included=False, reason=reason)
    elif not _ONLY_NUMBERS.fullmatch(text):
        yield Passage(text, BlockKind.PROMO, included=False, reason=reason)


def unrepeated(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Passages without those that say the same as an earlier one: a header is often there for each section anew."""
    return iter({(passage.reason, passage.text): passage for passage in passages}.values())
