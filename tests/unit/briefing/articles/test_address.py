"""An address is fetched within bounds; the server here is a local one that behaves badly on request."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing.articles import address
from briefing.articles.address import fetch
from briefing.engine import Engine
from briefing.errors import ArticleError

FIRST = "The Baltic Harbour Authority will spend 1.4 billion euros on the port, its board announced on Tuesday evening."
SECOND = "Handled volume grew by 12.6% to 1.98 million containers last year, while revenue rose 9 per cent in the same time."
STORY = f"<html><body><article><h1>Port to double its capacity</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
RUSSIAN = STORY.replace(FIRST, "Порт заявил во вторник, что построит новый терминал за 3 миллиарда рублей, и это не всё.")


class Site(BaseHTTPRequestHandler):
    """Answers each path with the answer of its name below."""

    seen: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.seen.append((self.path, dict(self.headers)))
        name = self.path.partition("?")[0].strip("/").partition("/")[0]
        with suppress(OSError):  # whoever asked has gone away
            ANSWERS[name](self)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests look at what comes back."""

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        sent = {"Content_Type": "text/html", "Content_Length": str(len(body)), **headers}
        for name, value in sent.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def lead(self, location: str, status: int = 302) -> None:
        self.answer(b"", status, Location=location, Set_Cookie="tracked=yes; Path=/")

    def trickle(self) -> None:
        self.answer(b"", Content_Length="")
        for _ in range(200):
            self.wfile.write(b"<p>word</p>")
            time.sleep(0.05)

    def flood(self) -> None:
        self.answer(b"", Content_Length="")
        while True:
            self.wfile.write(b"<p>word</p>" * 10_000)

    def rubbish(self) -> None:
        self.wfile.write(b"\x00\x01\x02 this is not the web\r\n\r\n")


ANSWERS: dict[str, Callable[[Site], object]] = {
    "story": lambda site: site.answer(STORY.encode(), Set_Cookie="tracked=yes; Path=/"),
    "packed": lambda site: site.answer(gzip.compress(STORY.encode()), Content_Encoding="gzip"),
    "plain": lambda site: site.answer(f"Port grows\n\n{FIRST}\n\n{SECOND}".encode(), Content_Type="text/plain"),
    "cyrillic": lambda site: site.answer(RUSSIAN.encode("cp1251"), Content_Type="text/html; charset=windows-1251"),
    "japanese": lambda site: site.answer(
        STORY.replace(FIRST, "港湾局は火曜日、港に十四億ユーロを投じると発表した。").encode("shift_jis"),
        Content_Type="text/html; charset=Shift_JIS",
    ),
    "lying": lambda site: site.answer(STORY.replace("euros", "€").encode(), Content_Type="text/html; charset=iso-8859-1"),
    "unknown": lambda site: site.answer(STORY.encode(), Content_Type="text/html; charset=klingon"),
    "silent": lambda _: time.sleep(5),
    "trickle": Site.trickle,
    "flood": Site.flood,
    "announced": lambda site: site.answer(STORY.encode(), Content_Length="99999999999"),
    "bomb": lambda site: site.answer(gzip.compress(b" " * 60_000_000), Content_Encoding="gzip"),
    "unpackable": lambda site: site.answer(b"not packed at all", Content_Encoding="gzip"),
    "short": lambda site: site.answer(STORY.encode()[:80], Content_Length=str(len(STORY))),
    "rubbish": Site.rubbish,
    "nothing": lambda site: site.answer(b""),
    "picture": lambda site: site.answer(b"\x89PNG\r\n\x1a\n" + bytes(100), Content_Type="image/png"),
    "moved": lambda site: site.lead("/story?from=moved", 301),
    "twice": lambda site: site.lead("moved", 307),
    "circle": lambda site: site.lead("/circle"),
    "endless": lambda site: site.lead(f"/endless/{len(site.seen)}"),
    "tofile": lambda site: site.lead("file:///etc/passwd"),
    "toscript": lambda site: site.lead("javascript:alert(1)"),
    "nowhere": lambda site: site.lead(""),
    **{
        str(status): lambda site, status=status: site.answer(b"sorry", status)
        for status in (204, 401, 403, 404, 410, 429, 500, 503)
    },
}


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the badly behaved site."""
    monkeypatch.setattr(Site, "seen", [], raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_becomes_an_article_that_knows_its_address(site: str) -> None:
    article = fetch(f"{site}/story#part-two")
    assert article.title == "Port to double its capacity"
    assert FIRST in article.text
    assert (article.origin.address, article.origin.name, article.origin.format) == (f"{site}/story", "story", "html")
    assert article.origin.retrieved
    assert not article.warnings


@pytest.mark.parametrize("path", ["packed", "plain"])
def test_other_forms_of_the_same_story(site: str, path: str) -> None:
    assert SECOND in fetch(f"{site}/{path}").text


@pytest.mark.parametrize(
    ("path", "words"),
    [("cyrillic", "Порт заявил"), ("japanese", "港湾局は"), ("lying", "1.4 billion € on"), ("unknown", "1.4 billion euros")],
)
def test_the_server_says_the_encoding_where_the_bytes_do_not(site: str, path: str, words: str) -> None:
    assert words in fetch(f"{site}/{path}").text


@pytest.mark.parametrize("path", ["moved", "twice"])
def test_redirects_are_followed_and_told(site: str, path: str) -> None:
    article = fetch(f"{site}/{path}")
    assert article.origin.address == f"{site}/story?from=moved"
    assert f"The address led on from {site}/{path} to {site}/story?from=moved." in article.warnings


def test_no_cookie_is_sent_back_and_no_password_sent_at_all(site: str) -> None:
    fetch(f"{site.replace('//', '//me:secret@')}/twice")
    fetch(f"{site}/story")
    sent = [{name.lower() for name in headers} for _, headers in Site.seen]
    assert len(sent) == 4
    assert not any({"cookie", "authorization", "referer"} & names for names in sent)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("circle", "in a circle"),
        ("endless", "without an end"),
        ("tofile", "not on the web"),
        ("toscript", "not on the web"),
        ("nowhere", "did not answer with a page"),
        ("announced", "larger than 20 MB"),
        ("unpackable", "cannot be unpacked"),
        ("short", "broke off"),
        ("rubbish", "broke off"),
        ("nothing", "nothing at this address"),
        ("picture", "a picture"),
        ("204", "nothing at this address"),
        ("401", "not give this page to programs"),
        ("403", "not give this page to programs"),
        ("404", "no page at this address"),
        ("410", "no page at this address"),
        ("429", "too busy"),
        ("500", "fault of its own"),
        ("503", "too busy"),
    ],
)
def test_each_failure_is_a_sentence_with_a_next_step(site: str, path: str, sentence: str) -> None:
    with pytest.raises(ArticleError, match=sentence) as failure:
        fetch(f"{site}/{path}")
    assert failure.value.next_step


def test_a_trickle_is_given_up(site: str) -> None:
    began = time.monotonic()
    with pytest.raises(ArticleError, match="too slowly"):
        fetch(f"{site}/trickle", seconds=0.5)
    assert time.monotonic() - began < 3


def test_silence_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "_SILENCE", 0.3)
    with pytest.raises(ArticleError, match="does not answer"):
        fetch(f"{site}/silent")


@pytest.mark.parametrize("path", ["flood", "bomb"])
def test_a_flood_is_cut_off(site: str, path: str) -> None:
    with pytest.raises(ArticleError, match="larger than 2 MB"):
        fetch(f"{site}/{path}", largest=2_000_000)


@pytest.mark.parametrize(
    "given",
    ["", "article.txt", "file:///etc/passwd", "ftp://example.org/a", "http://", "http://[::1", "https://a:port/", "javascript:1"],
)
def test_what_is_no_address_of_a_page(given: str) -> None:
    with pytest.raises(ArticleError, match="not the address of a web page"):
        fetch(given)


def test_a_closed_door() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ArticleError, match="cannot be reached"):
        fetch(f"http://127.0.0.1:{port}/")


def test_a_site_that_cannot_prove_itself(site: str) -> None:
    with pytest.raises(ArticleError, match="cannot prove"):
        fetch(f"{site.replace('http:', 'https:')}/story")


@pytest.mark.parametrize(
    "inside", ["http://127.0.0.1/", "http://192.168.1.1/admin", "http://[::1]/", "http://localhost/", "http://router/"]
)
def test_the_web_may_not_lead_into_the_own_network(inside: str) -> None:
    with pytest.raises(ArticleError, match="your own network"):
        address._next(["https://example.org/"], inside)


def test_a_redirect_may_be_relative() -> None:
    assert address._next(["https://example.org/a/b"], "../c?d=1#e") == "https://example.org/c?d=1"


def test_the_worker_fetches(site: str) -> None:
    with Engine() as engine:
        assert engine.fetch(f"{site}/story").result().origin.address == f"{site}/story"
        with pytest.raises(ArticleError, match="no page"):
            engine.fetch(f"{site}/404").result()
