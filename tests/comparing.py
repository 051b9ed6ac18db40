"""Comparing pictures of the window: small copies, and the share of their cells that differ to the eye."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

WIDTH = 345  # cells across, a quarter of the window's usual width: letters blur, colours and places stay
NOTICED = 28  # of 255: less than this in every channel is the edge of a letter drawn by another release
TOLERANCE = 0.02  # share of cells


def small(picture: QImage) -> QImage:
    """The copy that is kept and compared."""
    copy = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    return copy.convertToFormat(QImage.Format.Format_RGB888)


def difference(first: QImage, second: QImage) -> float:
    """The share of cells that differ; 1.0 for pictures of two sizes."""
    if first.size() != second.size():
        return 1.0
    rows = range(first.height())
    pairs = (pair for y in rows for pair in zip(_cells(first, y), _cells(second, y), strict=True))
    differing = sum(any(abs(a - b) > NOTICED for a, b in zip(*pair, strict=True)) for pair in pairs)
    return differing / (first.width() * first.height())


def kept(file: Path) -> QImage:
    """A picture that was kept."""
    return QImage(str(file)).convertToFormat(QImage.Format.Format_RGB888)


def _cells(picture: QImage, row: int) -> list[tuple[int, int, int]]:
    line = bytes(picture.constScanLine(row))[: picture.width() * 3]
    return list(zip(line[::3], line[1::3], line[2::3], strict=True))
