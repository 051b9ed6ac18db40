"""Pixels in, the same pixels out."""

import struct
import zlib

from briefing.word.png import png


def test_size_pixels_and_resolution_are_written_and_padding_is_not() -> None:
    pixels = b"\x01\x02\x03\x04\x05\x06pad" + b"\x07\x08\x09\x0a\x0b\x0cpad"
    picture = png(pixels, 2, 2, 9, per_inch=254)
    assert struct.unpack(">II", picture[16:24]) == (2, 2)
    assert struct.unpack(">IIB", picture[picture.index(b"pHYs") + 4 :][:9]) == (10_000, 10_000, 1)
    start = picture.index(b"IDAT") + 4
    data = zlib.decompressobj().decompress(picture[start:])
    assert data == b"\0\x01\x02\x03\x04\x05\x06\0\x07\x08\x09\x0a\x0b\x0c"
