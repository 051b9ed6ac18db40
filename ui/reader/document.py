"""An article as a formatted document: one paragraph a block, lists hanging, tables in columns, furniture greyed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from briefing.model import Article, Block, BlockKind
from ui.offsets import Offsets, displayed
from ui.reader.looks import Looks
from ui.reader.tables import Table, tables

_SLICE = 12_000  # characters set at a time: two thousand words, 5 ms
# A mark that a list brings with it: "- ", "• ", "3. ", "(b) ".
ITEM_MARK = re.compile(r"(?:[-–—•*·▪●‣◦]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s+")
_BARS = re.compile(r" ?\|(?: ?\|)* ?")  # between two cells of a row, or around empty ones
_JOINER = "\u2060"  # invisible, and without width
_MAYBE_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Typesetting:
    """An article on its way into a document, in place of what was there: a long one is read before it is all set."""

    def __init__(self, document: QTextDocument, article: Article, font: QFont, width: float) -> None:
        self.offsets = Offsets(article.text, [block.span for block in article.blocks])
        self._document, self._article, self._width = document, article, width
        self._set = 0  # blocks
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setDefaultFont(font)
        self._cursor = QTextCursor(document)
        self._looks = Looks(font)
        self._tables = tables(article, self._looks.font(BlockKind.TABLE_ROW))
        self._begins = [table.first for table in self._tables]

    @property
    def done(self) -> bool:
        """Whether the whole article is there."""
        return self._set == len(self._article.blocks)

    def go_on(self) -> None:
        """Set the next paragraphs, more than a screen of them in a few milliseconds."""
        began = self._cursor.position()
        self._cursor.beginEditBlock()
        while not self.done and self._cursor.position() - began < _SLICE:
            self._set_block(self._set)
            self._set += 1
        self._cursor.endEditBlock()

    def reach(self, place: int) -> None:
        """Set all paragraphs up to a position of the document."""
        while not self.done and self._cursor.position() < place:
            self.go_on()

    def correct(self, article: Article) -> None:
        """Take the same text with other paragraphs greyed; only those are set anew."""
        before, self._article = self._article, article
        for n in range(self._set):
            if article.blocks[n] is not before.blocks[n] and article.blocks[n] != before.blocks[n]:
                self._format_again(n)

    def fit(self, width: float) -> None:
        """Take another width of the lines: tables stand in columns where they have room."""
        before, self._width = self._width, width
        for table in self._tables:
            if table.gap(before) != table.gap(width):
                for n in range(table.first, min(table.last + 1, self._set)):
                    self._format_again(n)

    def table_of(self, n: int) -> Table | None:
        """The table in whose rows a block stands."""
        at = bisect_right(self._begins, n) - 1
        return self._tables[at] if at >= 0 and n <= self._tables[at].last else None

    def _set_block(self, n: int) -> None:
        paragraph, characters = self._formats(n)
        if n:
            self._cursor.insertBlock(paragraph, characters)
        else:
            self._cursor.setBlockFormat(paragraph)
            self._cursor.setBlockCharFormat(characters)
        self._insert(self._cursor, n, characters)

    def _format_again(self, n: int) -> None:
        paragraph, characters = self._formats(n)
        cursor = QTextCursor(self._document.findBlockByNumber(n))
        cursor.beginEditBlock()
        cursor.setBlockFormat(paragraph)
        cursor.setBlockCharFormat(characters)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if self.table_of(n) is not None:
            cursor.removeSelectedText()
            self._insert(cursor, n, characters)
        else:
            cursor.setCharFormat(characters)
        cursor.endEditBlock()

    def _insert(self, cursor: QTextCursor, n: int, characters: QTextCharFormat) -> None:
        """Put a paragraph's text, as long as the article's; bars between a row's cells become tabs or ends of lines."""
        shown = displayed(self._article.blocks[n].span.of(self._article.text))
        table = self.table_of(n)
        if table is None:
            cursor.insertText(shown, characters)
        elif table.gap(self._width):
            cursor.insertText(_parted(shown, "\t"), characters)
        else:
            head, end, rest = _parted(shown, "\u2028").partition("\u2028")
            cursor.insertText(head, _bold(characters))
            cursor.insertText(end + rest, characters)

    def _formats(self, n: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, table = self._article.blocks[n], self.table_of(n)
        paragraph, characters = self._looks.of(block)
        if table is not None:
            return self._row_formats(n, table, paragraph, characters)
        text = block.span.of(self._article.text)
        if block.kind is BlockKind.LIST_ITEM:
            self._hang(text, paragraph, characters.font())
        if is_right_to_left(text):
            paragraph.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            paragraph.setRightMargin(paragraph.leftMargin())
            paragraph.setLeftMargin(0)
        return paragraph, characters

    def _row_formats(
        self, n: int, table: Table, paragraph: QTextBlockFormat, characters: QTextCharFormat
    ) -> tuple[QTextBlockFormat, QTextCharFormat]:
        gap = table.gap(self._width)
        if gap:
            paragraph.setTabPositions(table.stops(gap))
        else:
            paragraph.setLeftMargin(self._looks.line)
            paragraph.setTextIndent(-self._looks.line)
        if n == table.first:
            paragraph.setTopMargin(self._looks.line)
        if table.is_head(n):
            characters = _bold(characters)
        return paragraph, characters

    def _hang(self, text: str, paragraph: QTextBlockFormat, font: QFont) -> None:
        """An item's own mark stands before the margin at which its lines begin."""
        mark = ITEM_MARK.match(text)
        if mark:
            width = QFontMetricsF(font).horizontalAdvance(mark.group())
            paragraph.setLeftMargin(max(paragraph.leftMargin(), width))
            paragraph.setTextIndent(-width)


def _parted(row: str, end: str) -> str:
    """A row's text as long as before, each bar as the end of a cell: a tab, or a line's end where columns have no room."""
    return _BARS.sub(lambda bars: bars.group().replace(" ", _JOINER).replace("|", end), row)


def _bold(characters: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(characters)
    made.setFontWeight(QFont.Weight.Bold)
    return made


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph's first letter belongs to a script that runs from right to left."""
    if not _MAYBE_RIGHT_TO_LEFT.search(text):
        return False
    ways = (unicodedata.bidirectional(character) for character in text)
    return next((way in {"R", "AL"} for way in ways if way in {"L", "R", "AL"}), False)


def has_mark(block: Block, text: str) -> bool:
    """Whether a list item brings its own mark; others get a dot beside them."""
    return ITEM_MARK.match(block.span.of(text)) is not None
