"""Where the parts of a card lie, in logical pixels, from the font and the width alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from ui.theme import SPACE

HALF = SPACE / 2
BUTTON_GAP = 6.0
# What can be done with the current card: the action's name, its words and its key.
BUTTONS = (("keep", "Keep", "K"), ("drop", "Drop", "X"), ("edit", "Edit", "E"), ("why", "Why", "W"))


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of a card."""

    text: QFont
    title: QFont
    excerpt: QFont
    small: QFont

    @classmethod
    def of(cls, base: QFont) -> Fonts:
        """The fonts that go with a widget's own; kept, because every card asks for them at every painting."""
        known = _FONTS.get(base.key())
        if known is None:
            known = _FONTS[base.key()] = cls._made(base)
        return known

    @classmethod
    def _made(cls, base: QFont) -> Fonts:
        # Copies only: a font that belongs to a style option goes with it.
        text, title, excerpt, small = QFont(base), QFont(base), QFont(base), QFont(base)
        title.setBold(True)
        excerpt.setItalic(True)
        small.setPointSizeF(max(7.0, base.pointSizeF() * 0.92))
        return cls(text, title, excerpt, small)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The measures of all cards in a list: one height for all but the current one."""

    line: float
    compact: bool

    @classmethod
    def of(cls, font: QFont, *, compact: bool) -> Metrics:
        """The measures for a font and a density; kept as the fonts are."""
        place = (font.key(), compact)
        known = _METRICS.get(place)
        if known is None:
            known = _METRICS[place] = cls(float(round(QFontMetricsF(font).height() * 1.22)), compact)
        return known

    @property
    def padding(self) -> float:
        """Between a card's border and its text."""
        return HALF + 1 if self.compact else SPACE + 1.0

    @property
    def gap(self) -> float:
        """Between two cards."""
        return 3.0 if self.compact else SPACE * 0.75

    @property
    def glyph(self) -> float:
        """The side of the square that shows the kind."""
        return float(round(self.line * 1.1))

    @property
    def text_left(self) -> float:
        """Where text begins, from the card's left border."""
        return SPACE * 1.5 + self.glyph + SPACE * 1.25

    @property
    def height(self) -> int:
        """The height of a row whose card is not the current one, the gap below it included."""
        return round(2 * self.padding + self.line * (2 if self.compact else 3) + self.gap)

    @property
    def button(self) -> float:
        """The height of a button."""
        return self.line + SPACE

    def current_height(self, second_lines: int, excerpt_lines: int) -> int:
        """The height of the current card's row: nothing in it is cut short, and it has buttons."""
        text = self.line * (1 + second_lines + excerpt_lines)
        return round(2 * self.padding + text + SPACE + self.button + self.gap)

    def card(self, row: QRectF) -> QRectF:
        """The card in its row."""
        return row.adjusted(SPACE, self.gap / 2, -SPACE, -self.gap / 2)

    def text_width(self, row_width: float) -> float:
        """The width of a card's text."""
        return max(40.0, row_width - 2 * SPACE - self.text_left - SPACE * 1.5)

    def buttons(self, card: QRectF, font: QFont) -> dict[str, QRectF]:
        """The rectangles of the current card's buttons; keys are left out of them where there is no room."""
        wide = self._widths(font, keys=True)
        place = QFontMetricsF(font).horizontalAdvance(" ¶000")
        room = card.right() - SPACE * 1.5 - place - (card.left() + self.text_left)
        widths = wide if sum(wide.values()) + BUTTON_GAP * (len(wide) - 1) <= room else self._widths(font, keys=False)
        left, top = card.left() + self.text_left, card.bottom() - self.padding - self.button
        rects = {}
        for name, width in widths.items():
            rects[name] = QRectF(left, top, width, self.button)
            left += width + BUTTON_GAP
        return rects

    def _widths(self, font: QFont, *, keys: bool) -> dict[str, float]:
        width = QFontMetricsF(font).horizontalAdvance
        return {name: round(width(words) + (width(key) + 14 if keys and key else 0) + 20) for name, words, key in BUTTONS}

    def key_fits(self, button: QRectF, words: str, font: QFont) -> bool:
        """Whether a button has room for its key beside its words."""
        return button.width() > QFontMetricsF(font).horizontalAdvance(words) + 26


_FONTS: dict[str, Fonts] = {}
_METRICS: dict[tuple[str, bool], Metrics] = {}
