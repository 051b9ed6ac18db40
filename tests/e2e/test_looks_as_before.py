"""Each state of the window looks as its picture in ``tests/pictures``, but for what another machine draws otherwise.

After a change that is meant to be seen: ``python tests/benchmarks/screenshots.py FOLDER --keep``, look, and commit.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests import comparing, states
from ui import theme
from ui.window import MainWindow

PICTURES = Path(__file__).parents[1] / "pictures"
SCRIPT = Path(__file__).parents[1] / "benchmarks" / "screenshots.py"
FONTS = {"sans-serif": "DejaVu Sans", "serif": "DejaVu Serif"}  # those the pictures were drawn with


@pytest.fixture
def same_fonts(qapp: QGuiApplication) -> None:
    """Other letters are no other look: where the fonts are not those of the pictures, nothing is compared."""
    if QGuiApplication.platformName() != "offscreen" or any(
        QFontInfo(QFont(name)).family() != has for name, has in FONTS.items()
    ):
        pytest.skip("the pictures were drawn offscreen with the DejaVu fonts")


@pytest.mark.usefixtures("same_fonts")
@pytest.mark.parametrize("state", states.STATES, ids=states.name)
def test_state(window: MainWindow, qtbot: QtBot, tmp_path: Path, state: Callable[[MainWindow], None]) -> None:
    window.resize(*states.SIZE)
    window.work.exporter.load_templates()
    qtbot.waitUntil(lambda: bool(window.work.exporter.templates), timeout=60_000)
    state(window)
    states.rest(window)
    seen = window.grab().toImage()
    seen.save(str(tmp_path / "seen.png"))
    kept = comparing.kept(PICTURES / f"{states.name(state)}.png")
    assert comparing.difference(comparing.small(seen), kept) <= comparing.TOLERANCE, f"look at {tmp_path / 'seen.png'}"


@pytest.mark.usefixtures("same_fonts")
def test_at_200_per_cent(tmp_path: Path) -> None:
    scaled = {**os.environ, "QT_SCALE_FACTOR": "2"}
    subprocess.run([sys.executable, str(SCRIPT), str(tmp_path), "reviewing"], env=scaled, check=True, timeout=120)
    seen = QImage(str(tmp_path / "reviewing.png"))
    assert seen.width() == 2 * states.SIZE[0]
    kept = comparing.kept(PICTURES / "scale-200.png")
    assert comparing.difference(comparing.small(seen), kept) <= comparing.TOLERANCE, f"look at {tmp_path}"


@pytest.fixture
def picture() -> QImage:
    made = QImage(*states.SIZE, QImage.Format.Format_RGB888)
    made.fill(QColor("white"))
    return made


def test_the_same_does_not_differ(picture: QImage) -> None:
    assert comparing.difference(comparing.small(picture), comparing.small(picture)) == 0


def test_a_panel_that_is_gone_is_noticed(picture: QImage) -> None:
    other = picture.copy()
    painter = QPainter(other)
    painter.fillRect(900, 100, 200, 150, QColor(theme.LIGHT.accent_tint).darker(130))
    painter.end()
    assert comparing.difference(comparing.small(picture), comparing.small(other)) > comparing.TOLERANCE


def test_another_size_is_noticed(picture: QImage) -> None:
    assert comparing.difference(picture, picture.copy(0, 0, 100, 100)) == 1.0
