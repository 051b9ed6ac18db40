"""How each kind of paragraph is set: its size, its space, its weight, its indent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from briefing.model import Block, BlockKind
from briefing.storage import Measure
from ui import theme

FAMILIES = ("Charter", "Source Serif 4", "Georgia", "Cambria", "Noto Serif", "DejaVu Serif", "Liberation Serif", "serif")
POINTS = 12.5
LINE_HEIGHT = 150  # per cent
# Characters of mean width in a line; lines with many narrow letters hold up to a tenth more: 55, 75, 100.
MEASURES = {Measure.NARROW: 50, Measure.COMFORTABLE: 68, Measure.WIDE: 92}
# Running English with its usual share of wide and narrow letters; its mean advance makes the column.
_SAMPLE = "the ministry said that trade between the two countries grew by a third over the same months of last year"


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of paragraph is set: size against the body's, space before it against a line's, and so on."""

    size: float = 1.0
    before: float = 1.0
    bold: bool = False
    italic: bool = False
    muted: bool = False
    indent: float = 0  # lines
    height: int = LINE_HEIGHT


LOOKS = {
    BlockKind.TITLE: Look(size=1.6, before=0, bold=True, height=125),
    BlockKind.SUBTITLE: Look(size=1.15, before=0.6, muted=True, height=135),
    BlockKind.BYLINE: Look(size=0.88, before=0.6, muted=True),
    BlockKind.DATE: Look(size=0.88, before=0.6, muted=True),
    BlockKind.HEADING: Look(size=1.15, before=1.8, bold=True, height=125),
    BlockKind.BODY: Look(),
    BlockKind.LIST_ITEM: Look(before=0.5, indent=1.1),
    BlockKind.QUOTE_BLOCK: Look(italic=True, indent=1.1),
    BlockKind.TABLE_ROW: Look(size=0.92, before=0.3, height=130),
    BlockKind.CAPTION: Look(size=0.88, italic=True, muted=True, height=135),
    BlockKind.CREDIT: Look(size=0.88, muted=True, height=135),
    BlockKind.PROMO: Look(size=0.88, muted=True, height=135),
    BlockKind.TAIL: Look(size=0.88, muted=True, height=135),
}


def body_font(zoom: int) -> QFont:
    """The article's face at a zoom in per cent."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(POINTS * zoom / 100)
    return font


def column_width(font: QFont, characters: int) -> float:
    """The width in pixels of a line of so many characters."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * characters


class Looks:
    """The formats of a body font at work: one for each kind of paragraph, plain and greyed."""

    def __init__(self, font: QFont) -> None:
        self.line = QFontMetricsF(font).lineSpacing()
        self._font = font
        self._formats = {(kind, included): self._make(kind, included) for kind in LOOKS for included in (True, False)}

    def of(self, block: Block) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """The formats of a paragraph; the one of the paragraph is a copy, to be adapted."""
        paragraph, characters = self._formats[block.kind, block.included]
        return QTextBlockFormat(paragraph), characters

    def font(self, kind: BlockKind) -> QFont:
        """The face of a kind of paragraph."""
        look, own = LOOKS[kind], QFont(self._font)
        own.setPointSizeF(self._font.pointSizeF() * look.size)
        own.setBold(look.bold)
        own.setItalic(look.italic)
        return own

    def _make(self, kind: BlockKind, included: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
        look = LOOKS[kind]
        paragraph = QTextBlockFormat()
        paragraph.setLineHeight(float(look.height), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        paragraph.setTopMargin(look.before * self.line * 0.75)
        paragraph.setLeftMargin(look.indent * self.line)
        paragraph.setHeadingLevel({BlockKind.TITLE: 1, BlockKind.HEADING: 2}.get(kind, 0))
        characters = QTextCharFormat()
        characters.setFont(self.font(kind))
        colours = theme.tokens()
        characters.setForeground(QColor(colours.muted if look.muted or not included else colours.text))
        return paragraph, characters


def hint(block: Block) -> str:
    """What a paragraph's margin says when the mouse rests on it."""
    if block.included:
        return f"Paragraph {block.number}"
    return f"Paragraph {block.number}, not searched: {block.reason or 'page furniture'}"
