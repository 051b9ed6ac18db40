from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from ui.bars import Bar
from ui.window import MainWindow

ARTICLE = """Northwind profit jumps 12% as bank warns on rates

Northwind Bank reported a 12 per cent rise in profit to $3.4bn on Tuesday, beating the $3.1bn forecast by analysts.
"""


def drop(window: MainWindow, data: QMimeData) -> None:
    at, actions = QPointF(200, 200), Qt.DropAction.CopyAction
    event = QDropEvent(at, actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)


def titles(window: MainWindow) -> list[str]:
    return [source.article.title for source in window.work.session.brief.sources]


def test_text_is_pasted(window: MainWindow, qtbot: QtBot, press: Callable[..., None]) -> None:
    QGuiApplication.clipboard().setText(ARTICLE)
    press("Ctrl+V")
    qtbot.waitUntil(lambda: titles(window) == ["Northwind profit jumps 12% as bank warns on rates"], timeout=60_000)


def test_a_file_is_dropped(window: MainWindow, qtbot: QtBot, article_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article_file))])
    drop(window, data)
    qtbot.waitUntil(lambda: len(titles(window)) == 1, timeout=60_000)
    assert window.remembered.settings.recent_files == (str(article_file),)


def test_text_is_dropped(window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText(ARTICLE)
    drop(window, data)
    qtbot.waitUntil(lambda: len(titles(window)) == 1, timeout=60_000)


def test_the_sample_is_one_click_away(window: MainWindow, qtbot: QtBot, analysed: Callable[[MainWindow], None]) -> None:
    assert window.work is not None
    window.empty.sample.click()
    analysed(window)
    assert len(window.work.session.brief.findings) > 20


def test_a_second_article_is_asked_about_and_added(
    reviewing: MainWindow, qtbot: QtBot, article_file: Path, tmp_path: Path, bar: Callable[[str], Bar]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Harbour to grow\n\nThe harbour will cost 5 million euros, the mayor said.\n")
    reviewing.work.opener.open_paths([other])
    question = bar("Where to?")
    assert [button.text() for button in question.buttons] == ["Add to this note", "New note"]
    assert len(titles(reviewing)) == 1

    question.buttons[0].click()

    assert len(titles(reviewing)) == 2
    assert reviewing.work.reader_pane.switcher.isVisible()
    assert reviewing.work.session.shown == "2"
    reviewing.act("next-article")
    assert reviewing.work.session.shown == "1"


def test_the_same_article_is_not_added_twice(
    window: MainWindow, qtbot: QtBot, article_file: Path, analysed: Callable[[MainWindow], None], bar: Callable[[str], Bar]
) -> None:
    window.work.opener.open_paths([article_file])
    analysed(window)
    window.work.opener.open_paths([article_file])
    assert bar("in this note already")
    assert len(titles(window)) == 1


def test_another_file_with_the_same_text_is_noticed(
    window: MainWindow, tmp_path: Path, article_file: Path, analysed: Callable[[MainWindow], None], bar: Callable[[str], Bar]
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(b"\xef\xbb\xbf" + article_file.read_bytes())  # other bytes, the same words
    window.work.opener.open_paths([article_file])
    analysed(window)
    window.work.opener.open_paths([copy])
    assert bar("in this note already")
    assert len(titles(window)) == 1


def test_of_two_files_with_the_same_text_one_is_added(
    reviewing: MainWindow, tmp_path: Path, article_file: Path, qtbot: QtBot, bar: Callable[[str], Bar]
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(b"\xef\xbb\xbf" + article_file.read_bytes())
    read: list[object] = []
    reviewing.work.opener.reading.connect(read.append)
    reviewing.work.opener.open_paths([article_file, copy])
    qtbot.waitUntil(lambda: bool(read) and not read[-1], timeout=60_000)
    assert bar("is read already")
    bar("Where to?").buttons[0].click()
    assert len(titles(reviewing)) == 2
