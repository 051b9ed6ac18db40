import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from ui.clipboard import Held, held

PAGE = "https://example.org/a"


def data(*, html: str = "", text: str = "", urls: tuple[str, ...] = (), picture: bool = False, **more: bytes) -> QMimeData:
    made = QMimeData()
    if html:
        made.setHtml(html)
    if text:
        made.setText(text)
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    if picture:
        made.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    for name, value in more.items():
        made.setData({"chromium": "chromium/x-source-url", "firefox": "text/x-moz-url-priv"}[name], value)
    return made


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (data(text="Costs fell."), Held(text="Costs fell.")),
        (data(html="<p>Costs <b>up</b>.</p>", text="Costs fell."), Held(markup="<p>Costs <b>up</b>.</p>", text="Costs fell.")),
        (data(html="<span style='color:red'>Costs fell.</span>", text="Costs fell."), Held(text="Costs fell.")),
        (data(text=PAGE, html=f"<a href='{PAGE}'>Costs</a>", urls=(PAGE,)), Held(address=PAGE, text=PAGE)),
        (data(picture=True), Held(picture=True)),
        (data(html="<img src='https://example.org/a.png'>", picture=True), Held(picture=True)),
        (data(html="<p>Costs.</p>", text="Costs fell.", picture=True), Held(markup="<p>Costs.</p>", text="Costs fell.")),
        (data(html="<style>p {color: red}</style><!-- words -->"), Held()),
        (data(html="<p>A</p>", text="A", chromium=PAGE.encode()), Held(markup="<p>A</p>", text="A", source=PAGE)),
        (data(html="<p>A</p>", text="A", firefox=PAGE.encode("utf-16-le")), Held(markup="<p>A</p>", text="A", source=PAGE)),
        (data(html="<p>A</p>", text="A", chromium=b"file:///etc/passwd"), Held(markup="<p>A</p>", text="A")),
        (None, Held()),
    ],
)  # fmt: skip
def test_what_a_clipboard_holds(given: QMimeData | None, wanted: Held) -> None:
    assert held(given) == wanted


def test_files_come_before_their_names() -> None:
    found = held(data(urls=("file:///home/a/b.txt", "file:///home/a/c.pdf"), text="/home/a/b.txt"))
    assert [path.name for path in found.paths] == ["b.txt", "c.pdf"]
