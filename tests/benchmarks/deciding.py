"""How long a decision takes from the key to the painted card, in the real window, beside a bare list with the same rows.

Run: python -m tests.benchmarks.deciding [400 5000 …]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from briefing.brief import Brief, Source
from briefing.model import Article, Block, Figure, Finding, Quote
from tests import northwind
from ui import theme
from ui.jobs import Jobs
from ui.remembered import Remembered
from ui.window import MainWindow

BARS = {400: 16.0, 5000: 30.0}  # milliseconds
KEYS = 60
_SIZE = (1380, 820)
_SAMPLE = northwind.brief()


def repeated(number: int) -> Brief:
    """The short article over and over until it has so many findings, each at its own place."""
    article, parts = _SAMPLE.article("1"), _SAMPLE.findings
    times = -(-number // len(parts))
    step = len(article.text) + 2
    blocks = tuple(
        Block(block.kind, block.span.shifted(n * step), n * len(article.blocks) + block.number)
        for n in range(times)
        for block in article.blocks
    )
    findings = (_shifted(part, n * step, n * len(article.blocks)) for n in range(times) for part in parts)
    text = "\n\n".join([article.text] * times)
    source = Source("1", Article(text, blocks, article.title, outlet=article.outlet, published=article.published))
    return Brief((source,), tuple(findings)[:number])


def _shifted(finding: Finding, by: int, paragraphs: int) -> Finding:
    content = _moved(finding.content, by)
    letter = "f" if isinstance(content, Figure) else "q"
    identifier = f"1{letter}{content.span.start}-{content.span.end}"
    return replace(finding, id=identifier, number=finding.number + paragraphs, content=content)


def _moved(content: Figure | Quote, by: int) -> Figure | Quote:
    if isinstance(content, Quote):
        return replace(content, segments=tuple(segment.shifted(by) for segment in content.segments))
    hedge = content.hedge_span.shifted(by) if content.hedge_span else None
    change = replace(content.change, span=content.change.span.shifted(by)) if content.change else None
    period = replace(content.period, span=content.period.span.shifted(by)) if content.period else None
    amount = replace(content.amount, span=content.amount.span.shifted(by))
    return replace(content, span=content.span.shifted(by), amount=amount, hedge_span=hedge, change=change, period=period)


class Painted(QObject):
    """Notes when a widget was last painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        self.busy = 0.0  # seconds of our own processor time up to then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the paint event through, and look at the clock behind it."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at, self.busy = time.perf_counter(), time.process_time()
            return True
        return False


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds from a key to the end of the painting that it causes."""

    wall: float
    own: float  # processor time of this process alone, which tells more on a busy machine


def timed(press: Callable[[], object], painted: Painted) -> Took:
    """How long a key takes until what it changes is painted; RuntimeError if nothing is."""
    began, before = time.perf_counter(), time.process_time()
    press()
    while painted.at < began and time.perf_counter() < began + 2:
        QApplication.processEvents()
    if painted.at < began:
        raise RuntimeError("the key changed nothing that is painted")
    took = Took(1000 * (painted.at - began), 1000 * (painted.busy - before))
    settle()
    return took


def settle(seconds: float = 0.03) -> None:
    """Let timers run out, as between two keys of a person."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()


def deciding(window: MainWindow, brief: Brief) -> Iterator[Took]:
    """Keep and drop findings with the keys, one after the other, from the middle on."""
    work = window.work
    window.activateWindow()
    work.session.start(brief)
    work.session.set_current(brief.findings[len(brief.findings) // 2].id, "benchmark")
    work.findings.list.setFocus()
    settle(1.0)
    painted = Painted(work.findings.list.viewport())
    for n in range(KEYS):
        yield timed(lambda key="kx"[n % 2]: QTest.keyClick(work.findings.list, key), painted)


def bare(titles: list[str]) -> Iterator[Took]:
    """Go down a list that shows nothing but titles."""
    view, model = QListView(), QStringListModel(titles)
    view.setModel(model)
    view.setUniformItemSizes(True)
    view.resize(420, _SIZE[1])
    view.show()
    view.setCurrentIndex(model.index(len(titles) // 2))
    settle(0.3)
    painted = Painted(view.viewport())
    for _ in range(KEYS):
        yield timed(lambda: QTest.keySequence(view, "Down"), painted)
    view.close()


def told(name: str, took: list[Took]) -> str:
    """A line of the table: median and the slowest twentieth on the clock, and the median of our own work."""
    wall, own = [each.wall for each in took], [each.own for each in took]
    return f"{name:<26} {median(wall):6.1f} ms   95 % {quantiles(wall, n=20)[-1]:6.1f} ms   processor {median(own):6.1f} ms"


def main(numbers: list[int]) -> int:
    """Print the table; 1 where a bar is missed."""
    app = QApplication([])
    theme.apply(app, "light")
    jobs = Jobs()
    window = MainWindow(jobs, Remembered(jobs))
    window.resize(*_SIZE)
    window.show()
    settle(0.5)
    missed = 0
    for number in numbers:
        brief = repeated(number)
        took = list(deciding(window, brief))
        print(told(f"{number} findings, K or X", took))
        print(told(f"{number} rows, bare list", list(bare([f.span.of(brief.article("1").text) for f in brief.findings]))))
        missed += median(each.wall for each in took) > BARS.get(number, 30.0)
    window.close()
    jobs.close()
    return int(missed > 0)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = str(Path(home) / name)
        sys.exit(main([int(each) for each in sys.argv[1:]] or list(BARS)))
