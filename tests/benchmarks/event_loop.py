"""The event loop's longest gap while a 20,000-word article is opened, analysed and decided on in the real window.

Run: python tests/benchmarks/event_loop.py [WORDS]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

LIMIT = 50.0  # milliseconds
PARAGRAPH = (
    "Trade between the two countries rose by {n} percent to ${n}.5 billion in 2021, the ministry said on Monday. "
    "“We expect more than {n},000 new jobs by 2030,” Minister Anna Berg told reporters in Oslo. "
    "She added that investment of nearly 4{n} million euros would follow, and that the two sides would meet again in spring. "
)


def article(words: int) -> str:
    """A long article, every paragraph with its own figures."""
    count = words // len(PARAGRAPH.split())
    return "Trade between the neighbours grows\n\n" + "\n\n".join(PARAGRAPH.format(n=10 + n % 89) for n in range(count))


def main() -> int:
    """Print the gaps; 1 if one is over the limit."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_CONFIG_HOME=home, XDG_STATE_HOME=home)
        path = Path(home) / "long.txt"
        path.write_text(article(words), encoding="utf-8")
        return measure(path, words)


def measure(path: Path, words: int) -> int:
    """Drive the window and watch its event loop."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - after the environment is set

    from ui import app as door  # noqa: PLC0415

    app = door.make_application()
    window = door.show_window(app)
    app.processEvents()
    gaps: list[tuple[float, float, str]] = []  # by the clock, by the thread's own work (other programs left out), while
    phase = ["start"]
    last = [(time.perf_counter(), time.thread_time())]

    def tick() -> None:
        now = (time.perf_counter(), time.thread_time())
        gaps.append(((now[0] - last[0][0]) * 1000, (now[1] - last[0][1]) * 1000, phase[0]))
        last[0] = now

    work = window.work
    wait(app, lambda: False, 1.0)
    timer = QTimer(interval=0)
    timer.timeout.connect(tick)
    last[0] = (time.perf_counter(), time.thread_time())
    timer.start()
    phase[0] = "opening"
    work.begin([str(path)])
    wait(app, lambda: bool(work.session.brief.sources))
    phase[0] = "analysing"
    wait(app, lambda: not work.analyses.running)
    phase[0] = "deciding"
    for name in ("next", "keep", "drop", "keep", "undo", "next-to-review") * 10:
        window.act(name)
        wait(app, lambda: False, 0.02)
    timer.stop()
    found = len(work.session.brief.findings)
    worst = max(gaps)
    for name in ("opening", "analysing", "deciding"):
        clock = max((gap for gap, _, during in gaps if during == name), default=0)
        work_done = max((own for _, own, during in gaps if during == name), default=0)
        print(f"{name:<10} longest gap {clock:6.1f} ms, of own work {work_done:6.1f} ms")
    print(f"{words} words, {found} findings: longest gap {worst[0]:.1f} ms while {worst[2]} (limit {LIMIT:.0f})")
    window._leaving = True
    window.close()
    return int(worst[0] > LIMIT)


def wait(app: object, until: Callable[[], bool], seconds: float = 300.0) -> None:
    """Run the event loop until something is so."""
    end = time.perf_counter() + seconds
    while not until() and time.perf_counter() < end:
        app.processEvents()  # type: ignore[attr-defined]  # a QApplication


if __name__ == "__main__":
    sys.exit(main())
