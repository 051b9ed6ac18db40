"""Lines of text for a picture, each in a face that has all its letters: PDFium's own, or else one of the system's."""

from __future__ import annotations

import ctypes
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

_OWN = {False: b"Helvetica", True: b"Helvetica-Bold"}  # these have the letters of western Europe
_NO_LETTER = "\ue000"  # nobody's: what a face shows for it, it shows for every letter that it does not have
# Where systems keep faces with the letters of most languages.
_PLACES = (
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
    "/usr/share/fonts/liberation-sans/LiberationSans-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf",
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    "/System/Library/Fonts/Supplemental/Arial.ttf",
    "C:/Windows/Fonts/arial.ttf",
    "C:/Windows/Fonts/segoeui.ttf",
)


class Letters:
    """The faces of one picture."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self._own = {bold: raw.FPDFText_LoadStandardFont(document.raw, name) for bold, name in _OWN.items()}
        self._loaded: dict[str, Any] = {}

    def line(self, text: str, size: float, *, bold: bool = False) -> Line | None:
        """The text set at a size in points; None where no face at hand has all its letters."""
        unusual = {letter for letter in text if not _is_western(letter)}
        if not unusual:
            return Line(self._document, self._own[bold], text, size)
        for place in _PLACES:
            if Path(place).is_file() and self._has(place, unusual):
                return Line(self._document, self._face(place), text, size)
        return None

    def _face(self, place: str) -> Any:
        if place not in self._loaded:
            content = _bytes(place)
            self._loaded[place] = raw.FPDFText_LoadFont(self._document.raw, content, len(content), raw.FPDF_FONT_TRUETYPE, 1)
        return self._loaded[place]

    def _has(self, place: str, letters: set[str]) -> bool:
        face = self._face(place)
        none = Line(self._document, face, _NO_LETTER, 12).size
        return all(Line(self._document, face, letter, 12).size != none for letter in letters)


def _is_western(letter: str) -> bool:
    try:
        letter.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _bytes(place: str) -> Any:
    content = Path(place).read_bytes()
    return (ctypes.c_ubyte * len(content)).from_buffer_copy(content)


class Line:
    """A line of text and how large it is."""

    def __init__(self, document: pypdfium2.PdfDocument, face: Any, text: str, size: float) -> None:
        self.raw = raw.FPDFPageObj_CreateTextObj(document.raw, face, size)
        written = ctypes.create_string_buffer(text.encode("utf-16-le", "replace") + b"\0\0")
        raw.FPDFText_SetText(self.raw, ctypes.cast(written, ctypes.POINTER(ctypes.c_ushort)))
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        raw.FPDFPageObj_GetBounds(self.raw, left, bottom, right, top)
        self.size = (round(right.value - left.value, 2), round(top.value - bottom.value, 2))

    @property
    def width(self) -> float:
        """In points."""
        return self.size[0]
