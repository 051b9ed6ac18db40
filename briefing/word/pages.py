"""The note as pages, by LibreOffice where it is installed, and their pictures: for looking and counting, never for judging."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from briefing.errors import ExportError
from briefing.word.gate import admit
from briefing.word.libreoffice import TIME_LIMIT, program, to_pdf
from briefing.word.png import png
from briefing.word.types import Pages

MOST_PICTURES = 40  # pages beyond are counted, not drawn
_POINTS = 72  # an inch


def pdf(note: Path, time_limit: float = TIME_LIMIT) -> bytes:
    """The note as PDF; ExportError in a sentence where LibreOffice is not there or does not manage it."""
    return to_pdf(admit(note), time_limit)


def count(note: Path, time_limit: float = TIME_LIMIT) -> int | None:
    """How many pages the note has; None where LibreOffice is not installed."""
    return pictures(pdf(note, time_limit), 0).count if program() else None


def view(note: Path, per_inch: int = 110, time_limit: float = TIME_LIMIT) -> Pages:
    """The note's pages as pictures; ExportError in a sentence where LibreOffice is not there or does not manage it."""
    return pictures(pdf(note, time_limit), per_inch)


def pictures(content: bytes, per_inch: int = 110) -> Pages:
    """The pages of a PDF as PNG pictures of so many pixels an inch, none for 0; ExportError where it is no PDF."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as problem:
        raise ExportError("The pages of the note could not be drawn.", "Open the note in Word instead.") from problem
    try:
        wanted = min(len(document), MOST_PICTURES) if per_inch else 0
        return Pages(len(document), tuple(_picture(document[n], per_inch) for n in range(wanted)))
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, per_inch: int) -> bytes:
    bitmap = page.render(scale=per_inch / _POINTS, rev_byteorder=True)
    try:
        return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, per_inch=per_inch)
    finally:
        bitmap.close()
