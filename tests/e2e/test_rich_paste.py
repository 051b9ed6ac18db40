"""What was copied in a browser or an office program keeps its headings, lists and tables."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from briefing.model import BlockKind
from ui.bars import Bar, Kind
from ui.window import MainWindow

HTML = """<h1>Harbour to grow</h1><p>The harbour handled 8.9 million tons of cargo in 2023, it said.</p>
<h2>The plan</h2>
<ul><li>a loan of $535 million;</li><li>a school for 300 drivers.</li></ul>
<table><tr><th>Port</th><th>2022</th></tr><tr><td>Port Ellen</td><td>6.7</td></tr></table>"""
KINDS = [
    BlockKind.TITLE,
    BlockKind.BODY,
    BlockKind.HEADING,
    BlockKind.LIST_ITEM,
    BlockKind.LIST_ITEM,
    BlockKind.TABLE_ROW,
    BlockKind.TABLE_ROW,
]


def formatted() -> QMimeData:
    data = QMimeData()
    data.setHtml(HTML)
    return data


def kinds(window: MainWindow) -> list[BlockKind]:
    sources = window.work.session.brief.sources
    return [block.kind for block in sources[0].article.blocks] if sources else []


def test_formatted_text_is_pasted_as_it_looked(
    window: MainWindow, qtbot: QtBot, press: Callable[..., None], analysed: Callable[[MainWindow], None]
) -> None:
    QGuiApplication.clipboard().setMimeData(formatted())
    press("Ctrl+V")
    qtbot.waitUntil(lambda: bool(kinds(window)), timeout=60_000)
    assert kinds(window) == KINDS
    analysed(window)
    words = {
        window.work.session.brief.sources[0].article.text[f.span.start : f.span.end] for f in window.work.session.brief.findings
    }
    assert {"$535 million", "6.7"} <= words


def test_formatted_text_is_dropped(window: MainWindow, qtbot: QtBot) -> None:
    at, actions, data = QPointF(200, 200), Qt.DropAction.CopyAction, formatted()
    enters = QDragEnterEvent(at.toPoint(), actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(enters)
    assert enters.isAccepted()
    window.dropEvent(QDropEvent(at, actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: kinds(window) == KINDS, timeout=60_000)


def test_files_on_the_clipboard_open(window: MainWindow, qtbot: QtBot, press: Callable[..., None], article_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article_file))])
    data.setText(str(article_file))
    QGuiApplication.clipboard().setMimeData(data)
    press("Ctrl+V")
    qtbot.waitUntil(lambda: bool(kinds(window)), timeout=60_000)
    assert window.work.session.brief.sources[0].article.origin.name == article_file.name


def test_a_picture_alone_is_refused_in_one_sentence(
    window: MainWindow, press: Callable[..., None], bar: Callable[[str], Bar]
) -> None:
    QGuiApplication.clipboard().setImage(QImage(8, 8, QImage.Format.Format_RGB32))
    press("Ctrl+V")
    assert bar("The clipboard holds a picture").message.kind is Kind.PROBLEM
    assert not kinds(window)
