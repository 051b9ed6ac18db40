"""What the command line or the desktop names opens: several files, file:// and web addresses together."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from ui.window import MainWindow


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "fetched.txt").write_text("Rates to rise\n\nThe bank will raise rates by 0.5 points in May, it said on Monday.\n")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def titles(window: MainWindow) -> set[str]:
    return {source.article.title for source in window.work.session.brief.sources}


def test_files_and_addresses_open_together(
    window: MainWindow, qtbot: QtBot, article_file: Path, tmp_path: Path, site: str
) -> None:
    other = tmp_path / "a port.txt"
    other.write_text("Harbour to grow\n\nThe harbour will cost 5 million euros, the mayor said on Tuesday.\n")

    window.work.begin([str(article_file), QUrl.fromLocalFile(str(other)).toString(), f"{site}/fetched.txt"])

    wanted = {"Northwind profit jumps 12% as bank warns on rates", "Harbour to grow", "Rates to rise"}
    qtbot.waitUntil(lambda: titles(window) == wanted, timeout=60_000)
    addresses = {source.article.origin.address for source in window.work.session.brief.sources}
    assert addresses == {"", f"{site}/fetched.txt"}


def test_a_name_without_a_file_is_one_sentence(window: MainWindow, bar: object, tmp_path: Path) -> None:
    window.work.begin([str(tmp_path / "gone.txt")])
    assert bar("is not there any more")  # type: ignore[operator]  # the fixture gives a function
