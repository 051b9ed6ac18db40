from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from ui.bars import Bar, Kind
from ui.clipboard import address_in
from ui.dialogs.address import with_scheme
from ui.window import MainWindow


class Folder(SimpleHTTPRequestHandler):
    """Shows a folder and remembers what was asked for."""

    asked: list[str]

    def log_message(self, *_: object) -> None:
        self.asked.append(self.path)


@pytest.fixture
def site(article_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a folder with the article in it."""
    monkeypatch.setattr(Folder, "asked", [], raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Folder, directory=article_file.parent)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_pasted_address_is_fetched_only_after_a_yes(
    window: MainWindow, qtbot: QtBot, press: Callable[..., None], bar: Callable[[str], Bar], site: str
) -> None:
    QGuiApplication.clipboard().setText(f" {site}/northwind.txt\n")
    press("Ctrl+V")
    question = bar("is a web address")
    assert question.message.kind is Kind.QUESTION
    qtbot.wait(300)
    assert not Folder.asked

    question.buttons[0].click()
    qtbot.waitUntil(lambda: bool(window.work.session.brief.sources), timeout=60_000)

    article = window.work.session.brief.sources[0].article
    assert article.origin.address == f"{site}/northwind.txt"
    assert article.title == "Northwind profit jumps 12% as bank warns on rates"


def test_an_address_may_be_typed(window: MainWindow, qtbot: QtBot, press: Callable[..., None], site: str) -> None:
    QGuiApplication.clipboard().setText("a sentence and no address")
    press("Ctrl+Shift+O")
    (dialog,) = window.findChildren(QInputDialog)
    assert dialog.textValue() == ""
    dialog.setTextValue(f"{site}/northwind.txt")
    dialog.accept()

    qtbot.waitUntil(lambda: bool(window.work.session.brief.sources), timeout=60_000)
    assert window.work.session.brief.sources[0].article.origin.address == f"{site}/northwind.txt"


def test_the_clipboards_address_is_suggested_and_may_be_refused(
    window: MainWindow, press: Callable[..., None], site: str
) -> None:
    QGuiApplication.clipboard().setText(f"{site}/northwind.txt")
    press("Ctrl+Shift+O")
    (dialog,) = window.findChildren(QInputDialog)
    assert dialog.textValue() == f"{site}/northwind.txt"
    dialog.reject()
    assert not Folder.asked


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org/a", "https://example.org/a"),
        (" http://example.org ", "http://example.org"),
        ("file:///etc/passwd", "file:///etc/passwd"),
    ],
)
def test_a_typed_address_needs_no_scheme(typed: str, address: str) -> None:
    assert with_scheme(typed) == address


def test_an_address_without_a_page_is_one_sentence(window: MainWindow, bar: Callable[[str], Bar], site: str) -> None:
    window.work.opener.open_address(f"{site}/gone.html")

    assert bar("no page at this address").message.kind is Kind.PROBLEM
    assert not window.work.session.brief.sources


@pytest.mark.parametrize(
    ("text", "links", "address"),
    [
        ("https://example.org/a", [], "https://example.org/a"),
        ("  HTTP://example.org/a \n", [], "HTTP://example.org/a"),
        ("", ["https://example.org/a"], "https://example.org/a"),
        ("https://example.org/a", ["https://example.org/a"], "https://example.org/a"),
        ("See https://example.org/a for more", [], ""),
        ("Some words that were dropped", ["https://example.org/a"], ""),
        ("file:///etc/passwd", [], ""),
        ("example.org", [], ""),
        ("", ["file:///tmp/a.txt"], ""),
    ],
)
def test_what_is_taken_for_an_address(text: str, links: list[str], address: str) -> None:
    data = QMimeData()
    if links:
        data.setUrls([QUrl(link) for link in links])
    if text:
        data.setText(text)
    assert address_in(data) == address
