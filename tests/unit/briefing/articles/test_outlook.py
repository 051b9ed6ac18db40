"""Outlook's messages, over a container that is only a dictionary; and their packed Rich Text."""

from __future__ import annotations

import io
import struct
from typing import Any

import pytest

from briefing.articles import from_bytes
from briefing.articles.compressed_rtf import decompress
from briefing.articles.outlook import _Message
from briefing.errors import ArticleError
from briefing.model import BlockKind

# The example of [MS-OXRTFCP] 3.1.1.
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)  # fmt: skip
# The example of [MS-OXRTFCP] 3.2.2.1, in which a run overlaps itself.
OVERLAPPING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


class Container:
    """What olefile offers, over streams in memory."""

    def __init__(self, streams: dict[str, bytes]) -> None:
        self._streams = streams

    def exists(self, path: str) -> bool:
        return path in self._streams

    def openstream(self, path: str) -> io.BytesIO:
        return io.BytesIO(self._streams[path])

    def listdir(self) -> list[list[str]]:
        return [path.split("/") for path in self._streams]


def message(**streams: str | bytes) -> Any:
    named = {f"__substg1.0_{tag[1:]}": v.encode("utf-16-le") if isinstance(v, str) else v for tag, v in streams.items()}
    sent = 133_000_000_000_000_000  # tenths of microseconds since 1601
    table = bytes(32) + struct.pack("<HHIQ", 0x0040, 0x0039, 0, sent)
    return _Message(Container({"__properties_version1.0": table, **named}))


def test_a_message_with_plain_text() -> None:
    article = message(_0037001F="FW: Trade grows", _0C1A001F="Ann Lee", _1000001F="Exports rose.\r\nImports fell.").article(
        "a.msg"
    )
    assert [block.span.of(article.text) for block in article.blocks] == ["Trade grows", "Exports rose.", "Imports fell."]
    assert (article.title, article.authors, article.published[:10]) == ("Trade grows", ("Ann Lee",), "2022-06-18")
    assert article.found_in["published"] == "the day the mail was sent"


def test_the_rich_form_is_preferred() -> None:
    article = message(_0037001F="Trade", _1000001F="plain", _10130102=b"<p>Exports rose.</p><ul><li>First</li></ul>").article("")
    assert [block.kind for block in article.blocks] == [BlockKind.TITLE, BlockKind.BODY, BlockKind.LIST_ITEM]


def test_where_there_is_nothing_else_packed_rich_text_is_read() -> None:
    assert message(_10090102=PACKED).article("").text == "hello world"


def test_text_in_an_old_encoding() -> None:
    assert message(_1000001E="Türkiye grew by 5 per cent.".encode("cp1252")).article("").text == "Türkiye grew by 5 per cent."


def test_attachments_are_named() -> None:
    container = Container({"__substg1.0_1000001F": "Text.".encode("utf-16-le"),
                           "__attach_version1.0_#00000000/__substg1.0_3707001F": "report.pdf".encode("utf-16-le")})  # fmt: skip
    assert "Attached and not read: “report.pdf”." in _Message(container).article("").warnings  # type: ignore[arg-type]


def test_a_message_without_text_says_so() -> None:
    with pytest.raises(ArticleError, match="no text in this mail"):
        message(_0037001F="Trade").article("")


def test_damage_is_one_sentence() -> None:
    with pytest.raises(ArticleError, match="damaged"):
        from_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "__properties_version".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("packed", "raw"),
    [
        (PACKED, b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"),
        (OVERLAPPING, b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
        (struct.pack("<IIII", 17, 5, 0x414C454D, 0) + b"{\\rtf", b"{\\rtf"),
        (b"short", b""),
    ],
)
def test_packed_rich_text(packed: bytes, raw: bytes) -> None:
    assert decompress(packed) == raw
