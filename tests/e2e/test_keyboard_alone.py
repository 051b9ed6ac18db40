"""A whole article is reviewed and exported without the mouse, and the keys are counted."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from briefing.brief import Decision
from ui.checking import TOPIC
from ui.window import MainWindow

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed" / "article.txt"


class Typist:
    """Presses keys on whatever has the keyboard, and counts them; a chord is one."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.keys = window, 0

    def press(self, key: str) -> None:
        self.keys += 1
        QTest.keySequence(QApplication.focusWidget() or self.window, key)


def review(window: MainWindow, typist: Typist) -> None:
    """Keep what is suggested and drop the rest, one key a finding."""
    session = window.work.session
    for _ in session.brief.findings:
        finding = session.brief.finding(session.current)
        if session.brief.decision(finding) is not Decision.UNDECIDED:
            break
        typist.press("K" if finding.suggested else "X")
    assert {session.brief.decision(finding) for finding in session.brief.findings} == {Decision.KEPT, Decision.DROPPED}


def export(window: MainWindow, typist: Typist, qtbot: QtBot) -> Path:
    """Export under the name that the dialog offers."""
    typist.press("Ctrl+E")
    if window.work.bars.showing(TOPIC):
        typist.press("Ctrl+E")
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    dialog = window.findChildren(QFileDialog)[-1]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and dialog.isAncestorOf(QApplication.focusWidget()))
    typist.press("Return")
    bars = window.work.bars
    qtbot.waitUntil(lambda: any("The note is in" in bar.message.text for bar in bars.bars()), timeout=60_000)
    assert window.work.exporter._last is not None
    return window.work.exporter._last


@pytest.mark.screen
def test_the_sample_article_from_the_empty_state_to_the_note(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, analysed: Callable[[MainWindow], None]
) -> None:
    typist = Typist(window)
    window.work.remembered.change(export_folder=str(tmp_path))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.empty.open)
    while QApplication.focusWidget() is not window.empty.sample:
        typist.press("Tab")
        assert typist.keys < 6
    typist.press("Space")
    analysed(window)
    review(window, typist)
    note = export(window, typist, qtbot)

    with zipfile.ZipFile(note) as package:
        assert "Vellmar" in package.read("word/document.xml").decode()
    assert typist.keys <= len(window.work.session.brief.findings) + 8


@pytest.mark.shared
@pytest.mark.skipif(not SEED.exists(), reason="the shared article is absent")
def test_the_shared_article_takes_sixty_keys_at_most(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, analysed: Callable[[MainWindow], None]
) -> None:
    window.work.remembered.change(export_folder=str(tmp_path))  # never beside the article
    window.work.opener.open_paths([SEED])
    typist = Typist(window)
    analysed(window)
    review(window, typist)
    export(window, typist, qtbot)

    print(typist.keys, "keys for", len(window.work.session.brief.findings), "findings")
    assert typist.keys <= 60
