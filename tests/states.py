"""States of the window: each function brings the real window into one, for pictures that are looked at and compared."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from briefing import review
from briefing.brief import Decision
from briefing.model import Quote
from ui.bars import Kind, Message
from ui.findings.filter import State
from ui.window import MainWindow

SIZE = (1380, 820)
_SCROLLED = 200  # pixels
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


def rest(window: MainWindow) -> None:
    """Let all come to rest, the article where every picture has it."""
    settle()
    window.work.reader.verticalScrollBar().setValue(_SCROLLED)
    settle(0.2)


def opened(window: MainWindow) -> None:
    """The sample article, analysed, with the first findings decided."""
    window.work.opener.open_sample()
    until(lambda: window.work.session.brief.findings and not window.work.analyses.running)
    for decision in (Decision.KEPT, Decision.KEPT, Decision.DROPPED, Decision.KEPT, Decision.KEPT):
        window.work.findings.decide_current(decision)
    window.work.bars.clear("warnings")


def empty(window: MainWindow) -> None:
    """Nothing is open; two files were."""
    folder = Path(tempfile.gettempdir()) / "Documents"
    window.remembered.change(recent_files=(str(folder / "harbour.txt"), str(folder / "trade.brief")))
    window.work.session.brief_changed.emit("test")


def loading(window: MainWindow) -> None:
    """The article is readable and half analysed."""
    opened(window)
    brief = window.work.session.brief
    half = brief.findings[: len(brief.findings) // 3]
    window.work.session.start(replace(brief, findings=half, decisions={}))
    window.work.findings.begin_review(brief.sources[0].key)
    window.status.show_progress("Analysing", 8, 24)


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
    pasted = QMimeData()
    pasted.setText(_RIGHT_TO_LEFT)
    window.work.opener.open_mime(pasted)
    until(lambda: window.work.session.brief.sources and not window.work.analyses.running)


STATES = (empty, loading, opened, filtered, editing, overlap, error, dark, high_contrast, narrow, right_to_left)


def name(state: Callable[[MainWindow], None]) -> str:
    """What the picture of a state is called."""
    return "reviewing" if state is opened else state.__name__.replace("_", "-")
