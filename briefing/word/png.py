"""Pixels → PNG, the same bytes for the same pixels."""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR = 2  # three bytes a pixel


def png(pixels: bytes, width: int, height: int, stride: int, *, per_inch: int = 96, effort: int = 1) -> bytes:
    """A picture of red, green, blue bytes, ``stride`` bytes a line; ``per_inch`` says how large it is meant to be."""
    lines = b"".join(b"\0" + pixels[start : start + 3 * width] for start in range(0, stride * height, stride))
    per_metre = round(per_inch / 0.0254)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _TRUE_COLOUR, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(lines, effort)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
