"""The delegate that paints one finding as a card: kind, title, state, what it says, and the source's words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.brief import Decision
from ui import theme
from ui.findings import glyphs
from ui.findings.flow import Flow, flow
from ui.findings.lines import Excerpt, focused
from ui.findings.metrics import BUTTONS, Fonts, Metrics
from ui.findings.model import Card, Role
from ui.findings.spoken import state_words
from ui.theme import SPACE

_MOST_SECOND, _MOST_EXCERPT = 3, 8  # lines of the current card
_RADIUS = 6.0
_LEAD = 0.4  # of a line may stand before the value in its sentence, so that the value itself is seen
_SIGNS = {"figure": "#", "quote": "“"}
_STATE = QStyle.StateFlag


@dataclass(slots=True)
class _Brush:
    """What painting one card needs."""

    painter: QPainter
    card: Card
    box: QRectF
    fonts: Fonts
    metrics: Metrics
    current: bool
    focused: bool
    hovered: bool

    def colour(self, token: str) -> QColor:
        return QColor(getattr(theme.tokens(), token))

    @property
    def dropped(self) -> bool:
        return self.card.decision is Decision.DROPPED

    @property
    def text(self) -> QRectF:
        """The card without its padding and glyph."""
        pad = self.metrics.padding
        return self.box.adjusted(self.metrics.text_left, pad, -SPACE * 1.5, -pad)


class CardDelegate(QStyledItemDelegate):
    """Paints cards; the list tells it which button the mouse is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compact = False
        self.hot_button = ""

    def metrics(self, font: QFont) -> Metrics:
        """The measures in force for a font."""
        return Metrics.of(font, compact=self.compact)

    def button_font(self, font: QFont) -> QFont:
        """The font of the current card's buttons."""
        return Fonts.of(font).small

    def current_height(self, card: Card, font: QFont, width: float) -> int:
        """The height of the current card's row in a list of some width."""
        second, excerpt = self._flows(card, Fonts.of(font), self.metrics(font), width)
        return self.metrics(font).current_height(second.lines, excerpt.lines)

    def _flows(self, card: Card, fonts: Fonts, metrics: Metrics, width: float) -> tuple[Flow, Flow]:
        room = metrics.text_width(width)
        second = flow(Excerpt(card.lines.second), fonts.text, room, _MOST_SECOND, metrics.line)
        return second, flow(card.lines.excerpt, fonts.excerpt, room, _MOST_EXCERPT, metrics.line)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of a card that is not the current one."""
        del index
        return QSize(option.rect.width(), self.metrics(option.font).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one card."""
        card, state = index.data(Role.CARD), option.state
        metrics, row = self.metrics(option.font), QRectF(option.rect)
        brush = _Brush(
            painter=painter,
            card=card,
            box=metrics.card(row).adjusted(0.5, 0.5, -0.5, -0.5),
            fonts=Fonts.of(option.font),
            metrics=metrics,
            current=bool(state & _STATE.State_Selected),
            focused=bool(state & _STATE.State_HasFocus),
            hovered=bool(state & _STATE.State_MouseOver),
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _frame(brush)
        _sign(brush)
        _title(brush, _state(brush))
        if brush.current:
            self._whole(brush, row.width())
        else:
            _short(brush)
        painter.restore()

    def _whole(self, brush: _Brush, width: float) -> None:
        """The current card's text in full, and its buttons."""
        line, text = brush.metrics.line, brush.text
        second, excerpt = self._flows(brush.card, brush.fonts, brush.metrics, width)
        brush.painter.setPen(brush.colour("muted"))
        second.draw(brush.painter, text.topLeft() + QPointF(0, line))
        brush.painter.setPen(brush.colour("dropped" if brush.dropped else "text"))
        excerpt.draw(brush.painter, text.topLeft() + QPointF(0, line * (1 + second.lines)))
        for name, box in brush.metrics.buttons(brush.box, brush.fonts.small).items():
            _button(brush, name, box, hot=name == self.hot_button)
        _place(brush, brush.metrics.button)


def _frame(brush: _Brush) -> None:
    painter, box = brush.painter, brush.box
    fill = "accent_tint" if brush.current else "hover" if brush.hovered else "surface"
    painter.setBrush(brush.colour(fill))
    painter.setPen(_ring(brush))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.colour("line" if brush.dropped else brush.card.kind))
    painter.drawRoundedRect(QRectF(box.left() + 3, box.top() + 7, 3, box.height() - 14), 1.5, 1.5)


def _ring(brush: _Brush) -> QPen:
    """The card's outline: the focus, the current card, the one under the mouse here or in the article, any other."""
    if brush.current and brush.focused:
        return QPen(brush.colour("focus"), 2.0)
    if brush.current:
        return QPen(brush.colour("accent"), 1.0)
    return QPen(brush.colour("muted" if brush.hovered else "line"), 1.5 if brush.hovered else 1.0)


def _sign(brush: _Brush) -> None:
    """The kind in a tinted square: # for figures, “ for quotes."""
    painter, metrics, kind = brush.painter, brush.metrics, brush.card.kind
    square = QRectF(brush.box.left() + SPACE * 1.5, brush.text.top(), metrics.glyph, metrics.glyph)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.colour("hover" if brush.dropped else f"{kind}_tint"))
    painter.drawRoundedRect(square, 4, 4)
    painter.setFont(brush.fonts.title)
    painter.setPen(brush.colour("dropped" if brush.dropped else kind))
    # The mark “ hangs in the upper half of its line: it is lowered to the middle of the square.
    lowered = square.translated(0, square.height() * 0.2) if kind == "quote" else square
    painter.drawText(lowered, Qt.AlignmentFlag.AlignCenter, _SIGNS[kind])


def _state(brush: _Brush) -> float:
    """Paint the state in words and its glyph at the right; where the title must end."""
    card, painter, right, top = brush.card, brush.painter, brush.text.right(), brush.text.top()
    words = state_words(card.decision, suggested=card.finding.suggested, check=card.check)
    small = QFontMetricsF(brush.fonts.small)
    if words:
        glyph, token = glyphs.STATES[words]
        width = small.horizontalAdvance(words)
        painter.setFont(brush.fonts.small)
        painter.setPen(brush.colour(token))
        painter.drawText(QRectF(right - width - 1, top, width + 2, brush.metrics.line), Qt.AlignmentFlag.AlignVCenter, words)
        side = small.ascent() + 2
        box = QRectF(right - width - side - 5, top + (brush.metrics.line - side) / 2, side, side)
        glyph(painter, box, brush.colour(token))
        right = box.left() - SPACE
    return right


def _title(brush: _Brush, right: float) -> None:
    """The title, struck through when dropped; behind it a star for a lead figure, and "edited"."""
    painter, font, text = brush.painter, QFont(brush.fonts.title), brush.text
    font.setStrikeOut(brush.dropped)
    room = right - text.left()
    words = QFontMetricsF(font).elidedText(brush.card.lines.title, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(brush.colour("dropped" if brush.dropped else "text"))
    painter.drawText(QRectF(text.left(), text.top(), room, brush.metrics.line), Qt.AlignmentFlag.AlignVCenter, words)
    used = QFontMetricsF(font).horizontalAdvance(words) + SPACE
    if brush.card.starred and room - used > brush.metrics.line:
        side = QFontMetricsF(font).ascent()
        star = QRectF(text.left() + used - 2, text.top() + (brush.metrics.line - side) / 2, side, side)
        glyphs.star(painter, star, brush.colour("figure"))
        used += side + SPACE / 2
    if brush.card.edited and room - used > QFontMetricsF(brush.fonts.small).horizontalAdvance("edited"):
        painter.setFont(brush.fonts.small)
        painter.setPen(brush.colour("muted"))
        place = QRectF(text.left() + used, text.top(), room - used, brush.metrics.line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, "edited")


def _place(brush: _Brush, height: float) -> float:
    """Paint the paragraph's number at the lower right; how wide it is."""
    painter, text, words = brush.painter, brush.text, brush.card.lines.place
    painter.setFont(brush.fonts.small)
    painter.setPen(brush.colour("muted"))
    bottom = QRectF(text.left(), text.bottom() - height, text.width(), height)
    painter.drawText(bottom, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
    return QFontMetricsF(brush.fonts.small).horizontalAdvance(words)


def _short(brush: _Brush) -> None:
    """Second line and excerpt in one line each, the paragraph at the right; compact cards have one of the two."""
    painter, text, line = brush.painter, brush.text, brush.metrics.line
    quote = brush.card.kind == "quote"
    place = _place(brush, line)
    lead = int(_LEAD * text.width() / QFontMetricsF(brush.fonts.excerpt).averageCharWidth())
    rows: list[tuple[Excerpt, QFont, str]] = []
    if not (brush.metrics.compact and quote):
        rows.append((Excerpt(brush.card.lines.second), brush.fonts.text, "muted"))
    if not (brush.metrics.compact and not quote):
        rows.append((focused(brush.card.lines.excerpt, lead), brush.fonts.excerpt, "dropped" if brush.dropped else "text"))
    for number, (excerpt, font, token) in enumerate(rows, 1):
        room = text.width() - (place + SPACE if number == len(rows) else 0)
        painter.setPen(brush.colour(token))
        flow(excerpt, font, room, 1, line).draw(painter, text.topLeft() + QPointF(0, line * number))


def _button(brush: _Brush, name: str, box: QRectF, *, hot: bool) -> None:
    painter, fonts = brush.painter, brush.fonts
    words, key = next((words, key) for known, words, key in BUTTONS if known == name)
    chosen = (name, brush.card.decision) in {("keep", Decision.KEPT), ("drop", Decision.DROPPED)}
    painter.setPen(QPen(brush.colour("accent" if hot or chosen else "border"), 1.0))
    painter.setBrush(brush.colour("hover" if hot else "surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setFont(fonts.small)
    painter.setPen(brush.colour("text"))
    inner = box.adjusted(9, 0, -9, 0)
    if not (key and brush.metrics.key_fits(box, words, fonts.small)):
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)
        return
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.setPen(brush.colour("muted"))
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, key)
