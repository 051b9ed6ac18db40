"""Our own icons, drawn in the colours of the theme in force."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from briefing.assets import asset
from ui import theme

SIZE = 20  # logical pixels
_ALWAYS_ENABLED = frozenset(("briefing", "find", "open", "paste", "zoom-in", "zoom-out"))  # in the frame that is painted first


def icon(name: str, role: str = "text") -> QIcon:
    """The icon ``resources/icons/NAME.svg`` in a colour of ``theme.Tokens``; ask again when ``theme.signals.changed`` fires."""
    disabled = "" if name in _ALWAYS_ENABLED else theme.tokens().dropped
    return _icon(name, getattr(theme.tokens(), role), disabled)


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    scale = math.ceil(
        max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    )  # the finest screen's
    made.addPixmap(_pixmap(name, colour, SIZE, scale))
    if disabled:
        made.addPixmap(_pixmap(name, disabled, SIZE, scale), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, role: str = "text", size: int = SIZE, scale: float = 1.0) -> QPixmap:
    """One icon as a picture of ``size`` logical pixels for a screen of a scale."""
    return _pixmap(name, getattr(theme.tokens(), role), size, scale)


@cache
def _pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    _drawing(name, colour).render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = asset("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
