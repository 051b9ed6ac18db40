"""A quote's words as they are printed, each character with its place in the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefing.brief import Edit
from briefing.compose.quotes import ELLIPSIS, INSERTION
from briefing.model import Article, Quote, Span
from briefing.parts import edited_segments, omits


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row: of the source, with the place of the first; or put in, or an ellipsis, with the field's name."""

    text: str
    places: tuple[int, ...] = ()  # one a character; none for what is not the source's
    field: str = ""  # "insert@1042"
    before: int = 0  # for what is not the source's: the place behind it


@dataclass(frozen=True, slots=True)
class Shown:
    """The words of a quote in one line."""

    text: str
    pieces: tuple[Piece, ...]

    def place_at(self, column: int) -> int:
        """The place in the article at a column of the text, taken back to the beginning of its word."""
        while 0 < column < len(self.text) and not self.text[column - 1].isspace() and not self.text[column].isspace():
            column -= 1
        start, end = 0, 0
        for piece in self.pieces:
            if piece.places:
                end = piece.places[-1] + 1
            if start <= column < start + len(piece.text):
                return piece.places[column - start] if piece.places else piece.before
            start += len(piece.text)
        return end

    def insertion_at(self, column: int) -> str:
        """The field of the words put in that a column lies in or at the edge of; "" for none."""
        start = 0
        for piece in self.pieces:
            if piece.field and start <= column <= start + len(piece.text):
                return piece.field
            start += len(piece.text)
        return ""


def shown_words(article: Article, quote: Quote, edit: Edit) -> Shown:
    """The words as an analyst has trimmed and added to them."""
    segments = edited_segments(quote, edit.span)
    pieces: list[Piece] = []
    for before, segment in pairwise((None, *segments)):
        if segment is None:
            continue
        if before is not None:
            gap = f" {ELLIPSIS} " if omits(article, before, segment) else " "
            pieces.append(Piece(gap, before=segment.start))
        pieces += _of_segment(article.text, segment, edit)
    return Shown("".join(piece.text for piece in pieces), tuple(pieces))


def _of_segment(text: str, segment: Span, edit: Edit) -> Iterator[Piece]:
    put_in = {int(found[1]): name for name in edit.fields if (found := INSERTION.fullmatch(name))}
    cuts = sorted(at for at in put_in if segment.start <= at <= segment.end)
    for start, end in pairwise(sorted({segment.start, *cuts, segment.end})):
        if start in cuts:
            name = put_in[start]
            yield Piece(f"[{edit.fields[name]}] ", field=name, before=start)
        yield _folded(text, start, end)
    if segment.end in cuts:
        name = put_in[segment.end]
        yield Piece(f" [{edit.fields[name]}]", field=name, before=segment.end)


def _folded(text: str, start: int, end: int) -> Piece:
    """A stretch of the source with every run of white space as one space."""
    kept = [at for at in range(start, end) if not (text[at].isspace() and at > start and text[at - 1].isspace())]
    return Piece("".join(" " if text[at].isspace() else text[at] for at in kept), tuple(kept))
