"""Files that are articles, and one sentence with a next step for all others."""

from __future__ import annotations

import hashlib
import io
import os
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.articles import from_bytes, from_text, load
from briefing.articles.reading import LARGEST_FILE
from briefing.errors import ArticleError, BriefingError

TEXT = "Harbour trade grows by a third\n\nTrade grew by 34 per cent last year, the authority said.\n"


def packed(**entries: bytes) -> bytes:
    """A zip file with the entries named; double underscores stand for slashes, single ones for dots."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return target.getvalue()


def deflated(name: str, content: bytes) -> bytes:
    """A zip file with one packed entry."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("name", ["article.txt", "article.docx", "article", "ünï côdé.pdf"])
def test_content_decides_and_not_the_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    article = load(path)
    assert article.title == "Harbour trade grows by a third"
    assert (article.origin.format, article.origin.name, article.origin.encoding) == ("text", name, "UTF-8")
    assert article.origin.retrieved


def test_a_link_s_file_says_where_it_leads() -> None:
    with pytest.raises(ArticleError, match=r"Open the address https://example\.org/port instead"):
        from_bytes(b"[InternetShortcut]\r\nURL=https://example.org/port\r\n")


def test_a_wire_service_s_xml_is_read_by_its_paragraphs() -> None:
    body = "".join(
        f"<p>Trade grew by {n} per cent in the year, the port authority said on Monday in its report.</p>" for n in (3, 4)
    )
    article = from_bytes(f'<?xml version="1.0"?><nitf><body><body.content>{body}</body.content></body></nitf>'.encode())
    assert [block.span.of(article.text)[:20] for block in article.blocks] == ["Trade grew by 3 per ", "Trade grew by 4 per "]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT.encode("utf-16")),
        ("a.md", b"# Trade\n\nTrade grew by 34 per cent last year, the authority said.\n"),
        ("a.html", b"<html><body><article><h1>Trade</h1><p>Trade grew by 34 per cent, it said.</p></article></body></html>"),
    ],
)
def test_the_hash_is_that_of_the_file_s_bytes(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert load(path).origin.sha256 == hashlib.sha256(content).hexdigest()


def test_the_hash_of_a_pasted_text_is_that_of_the_text_as_given() -> None:
    given = TEXT.replace("\n", "\r\n")
    assert from_text(given).origin.sha256 == hashlib.sha256(given.encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\x00\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
        (b"GIF89a" + bytes(50), "picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (b"\x7fELF" + bytes(50), "program"),
        (b"\x1f\x8b\x08" + bytes(50), "archive"),
        (bytes(range(256)) * 8, "no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "old format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "no text document"),
        (b"PK\x03\x04 broken", "damaged"),
        (packed(notes_bin=b"x"), "no article"),
        (b"%!PS-Adobe-3.0\n%%Title: x\n", "PostScript"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>', "XML file"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>Trade</text></svg>', "XML file"),
        (b"[InternetShortcut]\r\nIconIndex=0\r\nURL=https://example.org/port\r\n", "link"),
        (b'<?xml version="1.0"?><plist><dict><key>URL</key><string>https://example.org/a</string></dict></plist>', "link"),
        (deflated("mimetype", b"application/vnd.oasis.opendocument.text").replace(b"K,(", b"\x08\x00\x05"), "damaged"),
    ],
)
def test_what_holds_no_article(data: bytes, says: str) -> None:
    with pytest.raises(ArticleError) as raised:
        from_bytes(data, "file")
    assert says in raised.value.sentence
    assert raised.value.next_step


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="not there"):
        load(tmp_path / "gone.txt")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="folder"):
        load(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ArticleError, match="not a file"):
        load(tmp_path / "pipe")


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    path.chmod(0)
    with pytest.raises(ArticleError, match="may not be read"):
        load(path)


def test_a_huge_file_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    began = time.perf_counter()
    with pytest.raises(ArticleError, match="larger than"):
        load(path)
    assert time.perf_counter() - began < 1


def test_a_hundred_thousand_words_load_within_seconds() -> None:
    sentence = "The authority said on Monday that 1,234 ships had called at the port, 5.6% more than a year before."
    text = "Harbour trade grows\n\n" + "\n\n".join([sentence * 4] * 1400)
    began = time.perf_counter()
    article = from_bytes(text.encode(), "long.txt")
    assert len(article.blocks) == 1401
    assert time.perf_counter() - began < 5


def outcome(data: bytes) -> str:
    """What comes of any bytes: a text, or a sentence; any other exception is a failure."""
    try:
        return from_bytes(data, "file").text
    except BriefingError as error:
        return error.sentence


HOSTILE = {
    "one line": "word " * 1_000_000,
    "wrapped": ("word " * 12 + "\n") * 50_000,
    "dashes": "- " * 500_000,
    "places": "LONDON, " * 200_000,
    "names": "By " + "Jane " * 200_000,
    "spaces": " " * 5_000_000 + "x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_within_seconds(name: str) -> None:
    began = time.perf_counter()
    from_bytes(HOSTILE[name].encode(), "hostile.txt")
    assert time.perf_counter() - began < 10


@given(st.binary(max_size=2000))
def test_any_bytes_are_an_article_or_a_sentence(data: bytes) -> None:
    assert outcome(data)


HEADS = (b"%PDF-1.7\n", b"{\\rtf1 ", b"PK\x03\x04", b"<html><body><p>", b"From: a@b.example\nTo: c\n\n")


@settings(deadline=None)  # the first page waits for the libraries to be imported
@given(st.sampled_from(HEADS), st.binary(max_size=400))
def test_any_bytes_after_a_known_beginning(head: bytes, rest: bytes) -> None:
    assert outcome(head + rest)
