"""The small marks on cards, drawn as strokes so that they are sharp at every scale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_CROSS = (((0.28, 0.28), (0.72, 0.72)), ((0.72, 0.28), (0.28, 0.72)))
_TICK = ((0.27, 0.52), (0.44, 0.69), (0.75, 0.34))
_STAR = (
    (0.5, 0.06),
    (0.62, 0.37),
    (0.95, 0.39),
    (0.69, 0.6),
    (0.78, 0.92),
    (0.5, 0.74),
    (0.22, 0.92),
    (0.31, 0.6),
    (0.05, 0.39),
    (0.38, 0.37),
)


def _at(box: QRectF, point: tuple[float, float]) -> QPointF:
    return QPointF(box.x() + point[0] * box.width(), box.y() + point[1] * box.height())


def _polygon(box: QRectF, points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([_at(box, point) for point in points])


def _pen(colour: QColor, box: QRectF, width: float = 0.11) -> QPen:
    line, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, box.width() * width, line, cap, join)


def tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A bare tick: kept."""
    painter.setPen(_pen(colour, box, 0.14))
    painter.drawPolyline(_polygon(box, _TICK))


def hollow_tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A thin tick in a ring: suggested, not yet decided."""
    painter.setPen(_pen(colour, box, 0.08))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.drawPolyline(_polygon(box, ((0.3, 0.52), (0.45, 0.67), (0.71, 0.37))))


def cross(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A cross: dropped."""
    painter.setPen(_pen(colour, box, 0.13))
    for start, end in _CROSS:
        painter.drawLine(_at(box, start), _at(box, end))


def warning(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """An exclamation mark in a triangle: a person should look."""
    painter.setPen(_pen(colour, box, 0.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_polygon(box, ((0.5, 0.1), (0.95, 0.88), (0.05, 0.88))))
    painter.drawLine(_at(box, (0.5, 0.4)), _at(box, (0.5, 0.6)))
    painter.drawPoint(_at(box, (0.5, 0.74)))


def star(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A filled star: a lead figure."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(_polygon(box, _STAR))


Glyph = Callable[[QPainter, QRectF, QColor], None]
STATES: dict[str, tuple[Glyph, str]] = {
    "kept": (tick, "kept"),
    "dropped": (cross, "dropped"),
    "suggested": (hollow_tick, "muted"),
    "check": (warning, "check"),
}
