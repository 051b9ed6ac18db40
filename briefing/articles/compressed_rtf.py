"""The packed Rich Text of Outlook's messages, by Microsoft's [MS-OXRTFCP]."""

from __future__ import annotations

import struct

_HEADER = struct.Struct("<IIII")  # packed size, raw size, kind, checksum
_PACKED = 0x75465A4C  # "LZFu"
_RING = 4096
_LARGEST = 40_000_000  # bytes
# What the writer's ring holds before the first byte.
_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArial"
    rb"Times New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def decompress(data: bytes) -> bytes:
    """The Rich Text in a packed stream; what can be read of a damaged one."""
    if len(data) < _HEADER.size:
        return b""
    _, size, kind, _ = _HEADER.unpack_from(data)
    size = min(size, _LARGEST)
    body = data[_HEADER.size :]
    return _unpack(body, size) if kind == _PACKED else body[:size]


def _unpack(body: bytes, size: int) -> bytes:
    """Runs of eight tokens, each a byte or a place in the ring of the last 4,096 bytes; a flag byte says which is which."""
    ring = bytearray(_START.ljust(_RING, b"\x00"))
    write = len(_START)
    out = bytearray()
    at = 0
    while at < len(body) and len(out) < size:
        flags = body[at]
        at += 1
        for bit in range(8):
            reference = flags >> bit & 1
            if at + reference >= len(body) or len(out) >= size:
                return bytes(out[:size])
            place, length = _reference(body, at) if reference else (-1, 1)
            at += 1 + reference
            if place == write:
                return bytes(out[:size])
            for step in range(length):
                byte = ring[(place + step) % _RING] if reference else body[at - 1]
                out.append(byte)
                ring[write] = byte
                write = (write + 1) % _RING
    return bytes(out[:size])


def _reference(body: bytes, at: int) -> tuple[int, int]:
    """Where in the ring to copy from, and how many bytes."""
    token = body[at] << 8 | body[at + 1]
    return token >> 4, (token & 0xF) + 2
