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
_SLICE = 12_000  # characters set at a time: two thousand words, 5 ms
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


class Typesetting:
    """An article on its way into a document, in place of what was there: a long one is read before it is all set."""

    def __init__(self, document: QTextDocument, article: Article, font: QFont) -> None:
        self.offsets = Offsets(article.text, [block.span for block in article.blocks])
        self._article = article
        self._set = 0  # blocks
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setDefaultFont(font)
        self._cursor = QTextCursor(document)
        line = QFontMetricsF(font).lineSpacing()
        self._formats = {(kind, included): _formats(kind, font, line, included) for kind in LOOKS for included in (True, False)}

    @property
    def done(self) -> bool:
        """Whether the whole article is there."""
        return self._set == len(self._article.blocks)

    def go_on(self) -> None:
        """Set the next paragraphs, more than a screen of them in a few milliseconds."""
        began = self._cursor.position()
        self._cursor.beginEditBlock()
        while not self.done and self._cursor.position() - began < _SLICE:
            self._set_block(self._article.blocks[self._set])
            self._set += 1
        self._cursor.endEditBlock()

    def reach(self, place: int) -> None:
        """Set all paragraphs up to a position of the document."""
        while not self.done and self._cursor.position() < place:
            self.go_on()

    def _set_block(self, block: Block) -> None:
        paragraph, characters = self._formats[block.kind, block.included]
        if self._set:
            self._cursor.insertBlock(paragraph, characters)
        else:
            self._cursor.setBlockFormat(paragraph)
        self._cursor.insertText(displayed(block.span.of(self._article.text)), characters)


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
