"""Pictures of the window's states, for looking at and for comparing: python tests/benchmarks/screenshots.py FOLDER.

Each state is a function that brings the real window into it; the last one has a process of its own, at 200 % scale.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.mkdtemp()
for _name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME

from PySide6.QtWidgets import QApplication  # noqa: E402 - after the home is set

from briefing import review  # noqa: E402
from briefing.assets import asset  # noqa: E402
from briefing.brief import Decision  # noqa: E402
from briefing.model import Quote  # noqa: E402
from briefing.storage import Theme  # noqa: E402
from ui import theme  # noqa: E402
from ui.app import make_application  # noqa: E402
from ui.bars import Kind, Message  # noqa: E402
from ui.findings.filter import State  # noqa: E402
from ui.jobs import Jobs  # noqa: E402
from ui.opening import SAMPLE  # noqa: E402
from ui.remembered import Remembered  # noqa: E402
from ui.window import MainWindow  # noqa: E402

_SIZE = (1380, 820)
_RIGHT_TO_LEFT = """ارتفاع أرباح بنك الشمال بنسبة 12%

أعلن بنك الشمال أن أرباحه ارتفعت بنسبة 12% لتصل إلى 3.4 مليار دولار في الربع الثالث من عام 2025.

The bank, which employs 18,000 people, said costs fell by £240m from a year earlier.

«نحن سعداء بهذه النتيجة، لكن التوقعات ما زالت هشة»، قالت المديرة التنفيذية.
"""


def until(there: Callable[[], object], seconds: float = 60.0) -> None:
    """Let the window work until something is there."""
    end = time.monotonic() + seconds
    while not there():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get into the state wanted")
        QApplication.processEvents()
        time.sleep(0.005)


def settle(seconds: float = 0.6) -> None:
    """Let scrolling and timers come to rest."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end)


def opened(window: MainWindow) -> None:
    """The sample article, analysed, with the first findings decided."""
    window.work.opener.open_sample()
    until(lambda: window.work.session.brief.findings and not window.work.analyses.running)
    for decision in (Decision.KEPT, Decision.KEPT, Decision.DROPPED, Decision.KEPT, Decision.KEPT):
        window.work.findings.decide_current(decision)
    window.work.bars.clear("warnings")


def empty(window: MainWindow) -> None:
    """Nothing is open; two files were."""
    window.remembered.change(recent_files=(str(Path(_HOME) / "harbour.txt"), str(Path(_HOME) / "Documents" / "trade.brief")))
    window.work.session.brief_changed.emit("test")


def loading(window: MainWindow) -> None:
    """A long article is readable and half analysed."""
    text = asset(*SAMPLE).read_text(encoding="utf-8")
    long = Path(_HOME) / "long.txt"
    long.write_text("\n\n".join([text, *(text.split("\n\n", 4)[-1] for _ in range(5))]), encoding="utf-8")
    window.work.opener.open_paths([long])
    until(lambda: len(window.work.session.brief.findings) > 10)


def filtered(window: MainWindow) -> None:
    """Only quotes that are to review; the current finding is hidden."""
    opened(window)
    window.work.findings.set_kind_filter("quote")
    window.work.findings.set_state_filter(State.TO_REVIEW)


def editing(window: MainWindow) -> None:
    """The drawer with the fields of a quote."""
    opened(window)
    quote = next(f for f in window.work.session.brief.quotes() if isinstance(f.content, Quote) and f.content.speaker)
    window.work.session.set_current(quote.id, "test")
    window.work.findings.edit_current()


def overlap(window: MainWindow) -> None:
    """A figure inside a quote, and its reasons."""
    opened(window)
    brief = window.work.session.brief
    inner = (f for f in brief.figures() if any(q.span.contains(f.span) for q in brief.quotes()))
    window.work.session.set_current(next(inner).id, "test")
    window.work.findings.show_why()


def error(window: MainWindow) -> None:
    """A problem, and what should be known before an export."""
    opened(window)
    message = "“note.docx” is open in another program. Close it there, or save as “note (2).docx”."
    window.work.bars.show_message(Message(message, Kind.PROBLEM, (("Try again", settle), ("Save as…", settle)), "export"))
    brief = window.work.session.brief
    quote = next(quote for quote in brief.quotes() if brief.in_note(quote))
    window.work.session.apply(review.edit(brief, quote.id, {"speaker": ""}), "Edit finding", "test")
    window.work.checker.before(settle)


def dark(window: MainWindow) -> None:
    """The dark theme."""
    window.work.appearance.choose_theme("dark")
    opened(window)


def high_contrast(window: MainWindow) -> None:
    """The theme for high contrast, an edge being moved."""
    window.work.appearance.choose_theme("high contrast")
    opened(window)
    window.work.edges.choose("end")


def narrow(window: MainWindow) -> None:
    """A narrow window: the note is a tab."""
    window.resize(860, 640)
    opened(window)


def right_to_left(window: MainWindow) -> None:
    """Paragraphs that run from right to left."""
    window.work.opener._open_text(_RIGHT_TO_LEFT)
    until(lambda: window.work.session.brief.sources and not window.work.analyses.running)


STATES = (empty, loading, opened, filtered, editing, overlap, error, dark, high_contrast, narrow, right_to_left)
NAMES = {opened: "reviewing"}


def take(app: QApplication, state: Callable[[MainWindow], None], target: Path) -> None:
    """Bring a new window into a state and write its picture."""
    theme.apply(app, "light")
    jobs = Jobs()
    remembered = Remembered(jobs)
    remembered.settings = replace(remembered.settings, recent_files=(), window_geometry="", splitter_state="", findings_view="")
    remembered.change(theme=Theme.LIGHT)
    window = MainWindow(jobs, remembered)
    window.resize(*_SIZE)
    window.show()
    until(window.isVisible)
    window.work.exporter.load_templates()
    sys.excepthook = sys.__excepthook__  # what goes wrong here is no bar in the window
    until(lambda: window.work.exporter.templates)
    state(window)
    if state is not loading:
        settle()
    QApplication.processEvents()
    window.grab().save(str(target))
    window._leaving = True
    window.close()
    window.deleteLater()
    print(target)


def main() -> None:
    """Write all pictures, or those named after the folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[2:]
    app = make_application()
    for state in STATES:
        name = NAMES.get(state, state.__name__.replace("_", "-"))
        if not wanted or name in wanted:
            take(app, state, folder / f"{name}.png")
    if not wanted:
        scaled = {**os.environ, "QT_SCALE_FACTOR": "2"}
        subprocess.run([sys.executable, __file__, str(folder / "200"), "reviewing"], env=scaled, check=True)


if __name__ == "__main__":
    main()
