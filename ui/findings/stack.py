"""Where the cards of a list lie, by arithmetic alone: one height for all but the current one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stack:
    """Cards one below the other, in pixels from the list's upper end."""

    height: int  # of a card, the gap below it included
    tall: int  # of the current card
    current: int  # its row; -1 for none
    margin: int  # above the first card and below the last

    def top(self, row: int) -> int:
        """The upper end of a row."""
        return self.margin + row * self.height + (self.tall - self.height if 0 <= self.current < row else 0)

    def height_of(self, row: int) -> int:
        """How high a row is."""
        return self.tall if row == self.current else self.height

    def row_at(self, y: int) -> int:
        """The row at a height; it may be one that does not exist."""
        y -= self.margin
        if self.current >= 0 and y >= self.current * self.height:
            end = self.current * self.height + self.tall
            return self.current if y < end else (y - self.tall) // self.height + 1
        return y // self.height

    def total(self, rows: int) -> int:
        """How high so many rows are together."""
        return self.top(rows) + self.margin if rows else 0
