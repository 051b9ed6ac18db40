"""An article as a formatted document: one paragraph a block, the title large, furniture greyed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from briefing.model import Article, Block, BlockKind
from ui import theme
from ui.offsets import Offsets, displayed

FAMILIES = ("Charter", "Source Serif 4", "Georgia", "Cambria", "Noto Serif", "DejaVu Serif", "Liberation Serif", "serif")
POINTS = 12.5
LINE_HEIGHT = 150  # per cent
COLUMN = 75  # characters
# Running English with its usual share of wide and narrow letters; its mean advance makes the column.
_SAMPLE = "the ministry said that trade between the two countries grew by a third over the same months of last year"


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of paragraph is set: size against the body's, space before it in eighths of a line, and so on."""

    size: float = 1.0
    before: float = 1.0
    bold: bool = False
    italic: bool = False
    muted: bool = False
    indent: int = 0


LOOKS = {
    BlockKind.TITLE: Look(size=1.6, before=0, bold=True),
    BlockKind.SUBTITLE: Look(size=1.15, before=0.6, muted=True),
    BlockKind.BYLINE: Look(size=0.88, before=0.6, muted=True),
    BlockKind.DATE: Look(size=0.88, before=0.6, muted=True),
    BlockKind.HEADING: Look(size=1.15, before=1.8, bold=True),
    BlockKind.BODY: Look(),
    BlockKind.LIST_ITEM: Look(before=0.5, indent=1),
    BlockKind.QUOTE_BLOCK: Look(italic=True, indent=1),
    BlockKind.TABLE_ROW: Look(before=0.4),
    BlockKind.CAPTION: Look(size=0.88, italic=True, muted=True),
    BlockKind.CREDIT: Look(size=0.88, muted=True),
    BlockKind.PROMO: Look(size=0.88, muted=True),
    BlockKind.TAIL: Look(size=0.88, muted=True),
}


def body_font(zoom: int) -> QFont:
    """The article's face at a zoom in per cent."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(POINTS * zoom / 100)
    return font


def column_width(font: QFont, characters: int = COLUMN) -> float:
    """The width in pixels of a line of so many characters."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * characters


def fill(document: QTextDocument, article: Article, font: QFont) -> Offsets:
    """Set an article into a document, in place of what was there, and give the converter of positions."""
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    line = QFontMetricsF(font).lineSpacing()
    formats = {(kind, included): _formats(kind, font, line, included) for kind in LOOKS for included in (True, False)}
    for n, block in enumerate(article.blocks):
        paragraph, characters = formats[block.kind, block.included]
        if n:
            cursor.insertBlock(paragraph, characters)
        else:
            cursor.setBlockFormat(paragraph)
        cursor.insertText(displayed(block.span.of(article.text)), characters)
    cursor.endEditBlock()
    return Offsets(article.text, [block.span for block in article.blocks])


def _formats(kind: BlockKind, font: QFont, line: float, included: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
    look = LOOKS[kind]
    paragraph = QTextBlockFormat()
    paragraph.setLineHeight(
        125.0 if kind is BlockKind.TITLE else float(LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    paragraph.setTopMargin(look.before * line * 0.75)
    paragraph.setLeftMargin(look.indent * line)
    if kind is BlockKind.TITLE:
        paragraph.setHeadingLevel(1)
    elif kind is BlockKind.HEADING:
        paragraph.setHeadingLevel(2)
    characters = QTextCharFormat()
    own = QFont(font)
    own.setPointSizeF(font.pointSizeF() * look.size)
    own.setBold(look.bold)
    own.setItalic(look.italic)
    characters.setFont(own)
    colours = theme.tokens()
    characters.setForeground(QColor(colours.muted if look.muted or not included else colours.text))
    return paragraph, characters


def hint(block: Block) -> str:
    """What a paragraph's number shows when the mouse rests on it."""
    if block.included:
        return f"Paragraph {block.number}"
    return f"Paragraph {block.number}, not searched: {block.reason or 'page furniture'}"
