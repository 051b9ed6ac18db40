"""The note's pages as pictures, one below the other, as wide as there is room or as large as one likes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from briefing.word.types import Pages
from ui import theme
from ui.theme import SPACE

_GAP = SPACE * 2
_PER_INCH = 96  # of the screen, at 100 %
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)


class _Sheets(QWidget):
    """Paints the pages; what is not in view is neither unpacked nor scaled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures: tuple[bytes, ...] = ()
        self._sizes: list[QSize] = []  # as the note is printed, at 100 %
        self._scaled: dict[int, QPixmap] = {}
        self._zoom = 1.0

    def take(self, pages: Pages, per_inch: int) -> None:
        """Show other pages."""
        if pages.pictures != self._pictures:
            self._pictures = pages.pictures
            share = _PER_INCH / per_inch
            self._sizes = [_size(picture) * share for picture in self._pictures]
            self._lay_out()

    def zoom_to(self, zoom: float) -> None:
        """Show them larger or smaller."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._lay_out()

    @property
    def widest(self) -> int:
        """The width of the widest page at 100 %."""
        return max((size.width() for size in self._sizes), default=1)

    def _lay_out(self) -> None:
        self._scaled.clear()
        frames = self.frames()
        bottom = frames[-1].bottom() + 1 + _GAP if frames else 1
        self.setFixedSize(max((frame.width() for frame in frames), default=1) + 2 * _GAP, bottom)
        self.update()

    def frames(self) -> list[QRect]:
        """Where the pages stand."""
        found, top = [], _GAP
        for size in self._sizes:
            frame = QRect(_GAP, top, round(size.width() * self._zoom), round(size.height() * self._zoom))
            found.append(frame)
            top = frame.bottom() + 1 + _GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in view."""
        painter = QPainter(self)
        for n, frame in enumerate(self.frames()):
            if frame.intersects(event.rect()):
                painter.drawPixmap(frame.topLeft(), self._picture(n, frame.size()))
                painter.setPen(QColor(theme.tokens().border))
                painter.drawRect(frame.adjusted(-1, -1, 0, 0))

    def _picture(self, n: int, size: QSize) -> QPixmap:
        if n not in self._scaled:
            ratio = self.devicePixelRatioF()
            whole = QPixmap()
            whole.loadFromData(self._pictures[n])
            mode = Qt.TransformationMode.SmoothTransformation
            scaled = whole.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
            scaled.setDevicePixelRatio(ratio)
            self._scaled[n] = scaled
        return self._scaled[n]


def _size(picture: bytes) -> QSize:
    """Width and height stand at a fixed place of every PNG."""
    return QSize(int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big"))


class PagesView(QScrollArea):
    """The pages in a frame that scrolls; Ctrl and the wheel, or the buttons around it, make them larger and smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = _Sheets(self)
        self._zoom = 0.0  # 0 fills the width
        self.setWidget(self._sheets)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("Pages of the note")

    @property
    def zoom(self) -> float:
        """How large the pages are, 1.0 as printed."""
        room = self.viewport().width() - 2 * _GAP
        return self._zoom or max(0.1, min(2.0, room / self._sheets.widest))

    def show_pages(self, pages: Pages, per_inch: int) -> None:
        """Show other pages at the same place."""
        self._sheets.take(pages, per_inch)
        self._sheets.zoom_to(self.zoom)
        words = "1 page" if pages.count == 1 else f"{pages.count} pages"
        self.setAccessibleDescription(words)

    def step(self, by: int) -> None:
        """The next larger (1) or smaller (-1) size; 0 fills the width again."""
        now = self.zoom
        larger, smaller = [z for z in _STEPS if z > now + 0.01], [z for z in _STEPS if z < now - 0.01]
        self._zoom = {0: 0.0, 1: (larger or [now])[0], -1: (smaller or [now])[-1]}[by]
        self._sheets.zoom_to(self.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width, unless a size was chosen."""
        super().resizeEvent(event)
        self._sheets.zoom_to(self.zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
