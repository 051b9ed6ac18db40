"""A sheet as Qt's text documents: header, body and footer set with the faces, sizes and spaces that the template gives them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from briefing.word.sheet import Block, Cell, Paragraph, Sheet, Table, Words

UNITS = 4  # of the document in one point, so that sizes of half points come out even
INK = "#1b1f24"
_HAIRLINE = "#c6ced8"
_RULE = QTextFormat.Property.UserProperty + 1
_RULE_COLOUR = QTextFormat.Property.UserProperty + 2
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignJustify,
}
_STOPS = {
    "center": QTextOption.TabType.CenterTab,
    "right": QTextOption.TabType.RightTab,
    "end": QTextOption.TabType.RightTab,
}
_PADDING = 3.0  # points at both sides of a cell
_DEEPEST = 4  # tables within tables


class SheetDocument:
    """Three documents, and where on the page each begins; all in ``UNITS`` of a point."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        top, right, bottom, left = sheet.margins
        room = max(72.0, sheet.width - left - right) * UNITS
        self._header, self._body, self._footer = (_document(blocks, room) for blocks in (sheet.header, sheet.body, sheet.footer))
        head = self._header.size().height() if sheet.header else 0.0
        self._edge = min(top, bottom) / 2 * UNITS
        self._first = max(top * UNITS, self._edge + head + 6 * UNITS)
        self._last = self._first + self._body.size().height()
        foot = self._footer.size().height() if sheet.footer else 0.0
        self._end = max(sheet.height * UNITS - self._edge - foot, self._last + 12 * UNITS)
        self.height = (self._end + foot + self._edge) / UNITS  # points

    def paint(self, painter: QPainter) -> None:
        """Paint the page, its upper left corner at the origin."""
        left = self._sheet.margins[3] * UNITS
        for document, top in ((self._header, self._edge), (self._body, self._first), (self._footer, self._end)):
            painter.save()
            painter.translate(left, top)
            _paint(document, painter)
            painter.restore()

    @property
    def text(self) -> str:
        """What the page says."""
        return "\n".join(each.toPlainText() for each in (self._header, self._body, self._footer))


def _paint(document: QTextDocument, painter: QPainter) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = QPalette(QColor(INK))
    context.palette.setColor(QPalette.ColorRole.Text, QColor(INK))
    document.documentLayout().draw(painter, context)
    block = document.begin()
    while block.isValid():
        _paint_rule(document, block, painter)
        block = block.next()


def _paint_rule(document: QTextDocument, block: QTextBlock, painter: QPainter) -> None:
    """The line at a paragraph's side, which Qt's own blocks cannot have."""
    side = block.blockFormat().property(_RULE)
    if not side:
        return
    box = document.documentLayout().blockBoundingRect(block)
    colour = QColor(str(block.blockFormat().property(_RULE_COLOUR)) or _HAIRLINE)
    if side == "left":
        painter.setPen(QPen(colour, 2 * UNITS))
        painter.drawLine(box.topLeft(), box.bottomLeft())
        return
    painter.setPen(QPen(colour, 0.6 * UNITS))
    line = box.top() - UNITS if side == "top" else box.bottom() + UNITS
    painter.drawLine(QRectF(box.left(), line, box.width(), 0).topLeft(), QRectF(box.left(), line, box.width(), 0).topRight())


def _document(blocks: Iterable[Block], width: float) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setTextWidth(width)
    cursor = QTextCursor(document)
    _Setter(cursor).blocks(tuple(blocks), 0)
    return document


class _Setter:
    """Puts blocks where a cursor is; the first one takes the empty block that is there."""

    def __init__(self, cursor: QTextCursor) -> None:
        self.cursor = cursor

    def blocks(self, blocks: tuple[Block, ...], depth: int) -> None:
        fresh = True
        for n, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                last = n == len(blocks) - 1
                if block.words or not (last and n and isinstance(blocks[n - 1], Table)):  # Word wants one behind a table
                    self.paragraph(block, fresh=fresh)
                    fresh = False
            elif block.rows and depth < _DEEPEST:
                self.table(block, depth)
                fresh = True  # Qt puts an empty block behind a table

    def paragraph(self, paragraph: Paragraph, *, fresh: bool) -> None:
        layout = _block_format(paragraph)
        first = paragraph.words[0] if paragraph.words else Words("", size=9.0)
        if fresh:
            self.cursor.setBlockFormat(layout)
            self.cursor.setBlockCharFormat(_char_format(first))
        else:
            self.cursor.insertBlock(layout, _char_format(first))
        for words in paragraph.words:
            self.cursor.insertText(words.text, _char_format(words))

    def table(self, table: Table, depth: int) -> None:
        columns = max(1, len(table.widths), *(sum(cell.span for cell in row) for row in table.rows))
        made = self.cursor.insertTable(len(table.rows), columns, _table_format(table, columns))
        for y, row in enumerate(table.rows):
            self._row(made, y, row, columns=columns, depth=depth)
        self.cursor.setPosition(made.lastPosition() + 1)
        flat = QTextBlockFormat()
        flat.setLineHeight(1.0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)  # of the empty block behind the table
        self.cursor.setBlockFormat(flat)

    def _row(self, made: QTextTable, y: int, row: tuple[Cell, ...], columns: int, depth: int) -> None:
        x = 0
        for cell in row:
            if x >= columns:
                return
            span = min(cell.span, columns - x)
            if span > 1:
                made.mergeCells(y, x, 1, span)
            place = made.cellAt(y, x)
            if cell.shade:
                look = place.format()
                look.setBackground(QBrush(QColor(f"#{cell.shade}")))
                place.setFormat(look)
            _Setter(place.firstCursorPosition()).blocks(cell.blocks, depth + 1)
            x += span


def _block_format(paragraph: Paragraph) -> QTextBlockFormat:
    layout = QTextBlockFormat()
    layout.setAlignment(_ALIGN.get(paragraph.align, Qt.AlignmentFlag.AlignLeft))
    layout.setTopMargin(paragraph.before * UNITS)
    layout.setBottomMargin((paragraph.after + (1 if paragraph.rule in {"top", "bottom"} else 0)) * UNITS)
    layout.setLeftMargin((paragraph.left if paragraph.rule != "left" else max(paragraph.left, 6.0)) * UNITS)
    layout.setTextIndent(paragraph.first * UNITS)
    if paragraph.line != 1.0:
        layout.setLineHeight(paragraph.line * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if paragraph.shade:
        layout.setBackground(QBrush(QColor(f"#{paragraph.shade}")))
    if paragraph.rule:
        layout.setProperty(_RULE, paragraph.rule)
        layout.setProperty(_RULE_COLOUR, f"#{paragraph.rule_colour}" if paragraph.rule_colour else _HAIRLINE)
    layout.setTabPositions(_tabs(paragraph))
    return layout


def _tabs(paragraph: Paragraph) -> list[QTextOption.Tab]:
    stops = [(place, _STOPS.get(kind, QTextOption.TabType.LeftTab)) for place, kind in paragraph.tabs]
    if paragraph.first < 0:
        stops.insert(0, (paragraph.left, QTextOption.TabType.LeftTab))
    return [QTextOption.Tab(max(1.0, place - max(0.0, paragraph.left + paragraph.first)) * UNITS, kind) for place, kind in stops]


def _char_format(words: Words) -> QTextCharFormat:
    font = QFont(words.face) if words.face else QFont()
    font.setPixelSize(max(1, round(words.size * UNITS * (0.7 if words.raised else 1))))
    font.setBold(words.bold)
    font.setItalic(words.italic)
    font.setUnderline(words.underlined)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if words.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, words.spacing * UNITS)
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(QBrush(QColor(f"#{words.colour}" if words.colour else INK)))
    if words.raised:
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return look


def _table_format(table: Table, columns: int) -> QTextTableFormat:
    layout = QTextTableFormat()
    layout.setCellSpacing(0)
    layout.setCellPadding(_PADDING * UNITS if table.ruled else 1.0 * UNITS)
    layout.setBorder(0.6 * UNITS if table.ruled else 0)
    layout.setBorderCollapse(True)
    layout.setTopMargin(UNITS)
    layout.setBottomMargin(4 * UNITS)
    layout.setBorderBrush(QBrush(QColor(_HAIRLINE)))
    layout.setBorderStyle(
        QTextTableFormat.BorderStyle.BorderStyle_Solid if table.ruled else QTextTableFormat.BorderStyle.BorderStyle_None
    )
    total = sum(table.widths)
    if total and len(table.widths) == columns:
        kind = QTextLength.Type.PercentageLength
        layout.setColumnWidthConstraints([QTextLength(kind, 100 * width / total) for width in table.widths])
    layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return layout
