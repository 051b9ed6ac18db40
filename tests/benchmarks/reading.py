"""A 100,000-word text and a 300-page PDF in the real window: the first screen, a page down, a key in the find field.

Run: python tests/benchmarks/reading.py [WORDS [PAGES]]
Each time is given twice: by the clock, and as the window's own work (other programs left out).
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from event_loop import PARAGRAPH, article, wait

FIRST_SCREEN, PAGE, OPENED = 0.5, 0.05, 10.0  # seconds
_LINES, _LINE = 44, 86  # lines on a page, characters in a line


_PAGE = (
    "<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 595 842] /Contents {own} 0 R /Resources << /Font << /F1 1 0 R >> >> >>"
)


def pdf(pages: int) -> bytes:
    """A PDF of plain pages, written by hand: one font, one column."""
    lines = _lines(pages * _LINES)
    parts = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"]
    for _ in range(pages):
        shown = "".join(f"({next(lines)}) Tj T* " for _ in range(_LINES))
        stream = f"BT /F1 11 Tf 72 770 Td 16 TL {shown}ET".encode()
        parts.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        parts.append(_PAGE.format(parent=2 + 2 * pages, own=len(parts)).encode())
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(pages))
    parts.append(f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>".encode())
    parts.append(f"<< /Type /Catalog /Pages {len(parts)} 0 R >>".encode())
    return _file(parts)


def _lines(count: int) -> Iterator[str]:
    for n in range(count):
        plain = PARAGRAPH.format(n=10 + n % 89).replace("“", '"').replace("”", '"')
        yield from (*textwrap.wrap(plain, _LINE), "")


def _file(parts: list[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
    return data + b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(parts), start)


def main() -> int:
    """Print the times; 1 if one is over its limit."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=home, XDG_STATE_HOME=home)
        (Path(home) / "long.txt").write_text(article(words), encoding="utf-8")
        (Path(home) / "long.pdf").write_bytes(pdf(pages))
        return measure(Path(home), words, pages)


def measure(home: Path, words: int, pages: int) -> int:
    """Drive the window."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - after the environment is set
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from briefing import review  # noqa: PLC0415
    from briefing.articles import load  # noqa: PLC0415
    from ui import app as door  # noqa: PLC0415

    app = door.make_application()
    window = door.show_window(app)
    work, session = window.work, window.work.session
    reader = work.reader
    wait(app, lambda: False, 1.0)

    def timed(deed: Callable[[], object]) -> tuple[float, float]:
        clock, own = time.perf_counter(), time.thread_time()
        deed()
        app.processEvents()
        reader.viewport().repaint()
        return time.perf_counter() - clock, time.thread_time() - own

    def tell(name: str, times: list[tuple[float, float]], limit: float) -> bool:
        clock, own = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
        worst = max(own for _, own in times) * 1000
        print(f"{name:<44} {clock:7.1f} ms by the clock, {own:7.1f} ms own (worst {worst:.1f}; limit {limit * 1000:.0f})")
        return own > limit * 1000

    read = load(home / "long.txt")
    first = timed(lambda: session.analysed(review.add_article(session.brief, read)))
    over = tell(f"first screen of {words:,} words", [first], FIRST_SCREEN)
    wait(app, lambda: reader.document().blockCount() == len(read.blocks))
    reader.setFocus()
    reader.verticalScrollBar().setValue(reader.verticalScrollBar().maximum() // 2)
    timed(lambda: None)
    pages_down = [timed(lambda: QTest.keyClick(reader, Qt.Key.Key_PageDown)) for _ in range(40)]
    over |= tell("a page down in the middle", pages_down, PAGE)
    keys = [timed(lambda key=key: QTest.keyClicks(window.find_field, key)) for key in "the ministry"]
    over |= tell("a key in the find field", keys, 3 * PAGE)
    window.find_field.clear()
    work.opener.new_note()
    began = time.perf_counter()
    work.opener.open_paths([home / "long.pdf"])
    wait(app, lambda: time.sleep(0.005) or bool(session.brief.sources or work.bars.bars()))  # the worker needs a processor
    took = time.perf_counter() - began
    shown = "" if session.brief.sources else f"; not shown: {work.bars.bars()[0].message.text}"
    print(f"{f'a PDF of {pages} pages, asked for to on show':<44} {took:7.1f} s by the clock (limit {OPENED:.0f}){shown}")
    work.analyses.cancel()
    window._leaving = True
    window.close()
    return int(over or took > OPENED)


if __name__ == "__main__":
    sys.exit(main())
