"""Findings as highlights: which stretches of the document are tinted and underlined, and where they lie on screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from briefing.brief import Brief, Decision, Edit
from briefing.model import Figure, Finding, Span
from briefing.parts import edited_segments
from ui import theme
from ui.offsets import Offsets

_UNDERLINE = QTextCharFormat.UnderlineStyle


@dataclass(frozen=True, slots=True)
class Highlight:
    """One stretch of the document that belongs to a finding."""

    finding: Finding
    start: int  # document positions
    end: int

    @property
    def is_figure(self) -> bool:
        """Whether the finding is a figure; otherwise it is a quote."""
        return isinstance(self.finding.content, Figure)


def places(brief: Brief, finding: Finding) -> tuple[Span, ...]:
    """Where a finding stands in the text, the analyst's own edges first."""
    edit = brief.edits.get(finding.id, Edit())
    if isinstance(finding.content, Figure):
        return (edit.span or finding.span,)
    return edited_segments(finding.content, edit.span)


class Highlights:
    """The highlights of the article on show; those of findings that stay are not worked out again."""

    def __init__(self, offsets: Offsets) -> None:
        self._offsets = offsets
        self._made: dict[str, tuple[Finding, Edit | None, tuple[Highlight, ...]]] = {}

    def of(self, brief: Brief, key: str) -> tuple[Highlight, ...]:
        """An article's highlights, wider ones before those inside them, so that the inner ones stay visible."""
        before, self._made = self._made, {}
        for finding in brief.findings:
            if finding.article == key:
                known, edit = before.get(finding.id), brief.edits.get(finding.id)
                same = known is not None and known[0] is finding and known[1] is edit
                self._made[finding.id] = known if known and same else (finding, edit, self._make(brief, finding))
        return tuple(
            sorted((each for *_, made in self._made.values() for each in made), key=lambda each: (each.start, -each.end))
        )

    def _make(self, brief: Brief, finding: Finding) -> tuple[Highlight, ...]:
        place = self._offsets.to_document
        return tuple(Highlight(finding, place(span.start), place(span.end)) for span in places(brief, finding))


def selections(
    document: QTextDocument, shown: Iterable[tuple[Highlight, Decision]], current: str
) -> list[QTextEdit.ExtraSelection]:
    """Qt's extra selections for highlights: tints and underlines that leave the document untouched."""
    return [
        _selection(document, each.start, each.end, character_format(each, decision, current=each.finding.id == current))
        for each, decision in shown
    ]


def matches(document: QTextDocument, places: Sequence[tuple[int, int]], at: int) -> list[QTextEdit.ExtraSelection]:
    """Qt's extra selections for what a search found, the match at a place most strongly."""
    colours = theme.tokens()
    plain, strong = QTextCharFormat(), QTextCharFormat()
    plain.setBackground(QColor(colours.selection))
    plain.setForeground(QColor(colours.selection_text))
    strong.setBackground(QColor(colours.accent))
    strong.setForeground(QColor(colours.accent_text))
    return [_selection(document, start, end, strong if n == at else plain) for n, (start, end) in enumerate(places)]


def _selection(document: QTextDocument, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = QTextCursor(document)
    selection.cursor.setPosition(start)
    selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    selection.format = look
    return selection


def character_format(highlight: Highlight, decision: Decision, *, current: bool) -> QTextCharFormat:
    """Tint and underline of one highlight: figures solid, quotes dashed; dropped ones dotted, without a tint."""
    colours = theme.tokens()
    made = QTextCharFormat()
    if decision is Decision.DROPPED:
        made.setUnderlineStyle(_UNDERLINE.DotLine)
        made.setUnderlineColor(QColor(colours.dropped))
    else:
        made.setUnderlineStyle(_UNDERLINE.SingleUnderline if highlight.is_figure else _UNDERLINE.DashUnderline)
        made.setUnderlineColor(QColor(colours.figure if highlight.is_figure else colours.quote))
        made.setBackground(QColor(colours.figure_tint if highlight.is_figure else colours.quote_tint))
        made.setForeground(QColor(colours.text))  # standfirsts and greyed paragraphs are muted, too faint on a tint
    if current and decision is Decision.DROPPED:
        made.setBackground(QColor(colours.hover))
    return made


def rectangles(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """Where a stretch of the document lies, one rectangle a line, in the document's coordinates."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            first = max(start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            while last > first and document.characterAt(block.position() + last - 1).isspace():
                last -= 1  # the space at which the line was broken
            if first < last:
                left, right = sorted((line.cursorToX(first)[0], line.cursorToX(last)[0]))  # type: ignore[index]  # a pair in Python
                yield QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height())
        block = block.next()
