"""Outlook's messages (.msg) → Article, by Microsoft's [MS-OXMSG]."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr

import olefile

from briefing.articles import markup
from briefing.articles.assemble import Metadata
from briefing.articles.compressed_rtf import decompress
from briefing.articles.decode import decode
from briefing.articles.mail import ANSWER, plain_passages, under_subject, without_headers
from briefing.articles.passages import Passage, article_of
from briefing.articles.rtf_reader import Reader
from briefing.articles.web.tree import decode_page
from briefing.errors import ArticleError
from briefing.model import Article

_SUBJECT, _SENDER, _SENT_FOR, _BODY, _RTF, _HTML = 0x0037, 0x0C1A, 0x0042, 0x1000, 0x1009, 0x1013
_LONG_NAME, _SHORT_NAME = 0x3707, 0x3704
_SENT, _DELIVERED = 0x0039, 0x0E06
_CODEPAGE, _INTERNET_CODEPAGE = 0x3FFD, 0x3FDE
_UNICODE, _ANSI, _BINARY = 0x001F, 0x001E, 0x0102
_HEADER = 32  # bytes before the properties of a message
_ENTRY = struct.Struct("<HHIQ")  # type, tag, flags, value
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_ATTACHMENT = re.compile(r"__attach_version1\.0_#[0-9A-F]{8}", re.IGNORECASE)
_STEP = "Save the message as text in Outlook, or paste its text."


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of an Outlook message; ArticleError if there is none."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return _Message(container).article(name)
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error, RecursionError) as problem:
        raise ArticleError("The message is damaged and cannot be read.", _STEP) from problem


class _Message:
    """The properties of a message, each a stream of its own or an entry in one table."""

    def __init__(self, container: olefile.OleFileIO) -> None:
        self._container = container
        self._table = dict(self._entries())

    def article(self, name: str) -> Article:
        """The message as an article."""
        subject = ANSWER.sub("", " ".join(self._text(_SUBJECT).split()))
        passages = [passage for passage in self._passages() if passage.text.strip()]
        if not passages:
            raise ArticleError(
                "There is no text in this mail.", "Save its attachment and open that, or paste the article's text."
            )
        known = Metadata(
            title=subject,
            format="msg",
            name=name,
            found_in={"title": "the mail's subject"} if subject else {},
            warnings=tuple(self._attachments()),
        )
        return article_of(under_subject(subject, passages), known, self._properties())

    def _passages(self) -> Iterator[Passage]:
        """The body in the richest form that says more than its characters."""
        markup_bytes = self._stream(_HTML, _BINARY)
        rich = list(without_headers(list(markup.passages(decode_page(markup_bytes).text)))) if markup_bytes else []
        if any(passage.text.strip() for passage in rich):
            yield from rich
            return
        plain = self._text(_BODY)
        if plain.strip():
            yield from plain_passages(plain)
            return
        packed = self._stream(_RTF, _BINARY)
        if packed:
            reader = Reader()
            reader.read(decompress(packed))
            yield from reader.passages

    def _properties(self) -> Metadata:
        sender = (self._text(_SENT_FOR) or self._text(_SENDER)).strip().strip("\"'")
        sender = parseaddr(sender)[0] or sender if "<" in sender else sender
        sent = self._time(_SENT) or self._time(_DELIVERED)
        return Metadata(
            authors=(sender,) if sender else (),
            published=sent,
            published_text=sent[:10],
            found_in={"authors": "the mail's sender", "published": "the day the mail was sent"},
        )

    def _attachments(self) -> Iterator[str]:
        folders = dict.fromkeys(path[0] for path in self._container.listdir() if _ATTACHMENT.fullmatch(path[0]))
        names = [self._text(_LONG_NAME, f"{folder}/") or self._text(_SHORT_NAME, f"{folder}/") for folder in folders]
        if names:
            yield f"Attached and not read: {', '.join(f'“{name}”' if name else 'a message' for name in names[:3])}."

    def _text(self, tag: int, folder: str = "") -> str:
        wide = self._stream(tag, _UNICODE, folder)
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        narrow = self._stream(tag, _ANSI, folder)
        return decode(narrow, self._codepage()).text.rstrip("\x00") if narrow else ""

    def _stream(self, tag: int, kind: int, folder: str = "") -> bytes:
        path = f"{folder}__substg1.0_{tag:04X}{kind:04X}"
        if not self._container.exists(path):
            return b""
        with self._container.openstream(path) as stream:
            return bytes(stream.read())

    def _entries(self) -> Iterator[tuple[int, tuple[int, int]]]:
        if not self._container.exists("__properties_version1.0"):
            return
        with self._container.openstream("__properties_version1.0") as stream:
            content = bytes(stream.read())[_HEADER:]
        for kind, tag, _, value in _ENTRY.iter_unpack(content[: len(content) - len(content) % _ENTRY.size]):
            yield tag, (kind, value)

    def _codepage(self) -> str:
        number = next((self._table[tag][1] & 0xFFFFFFFF for tag in (_CODEPAGE, _INTERNET_CODEPAGE) if tag in self._table), 0)
        return f"cp{number}" if number else ""

    def _time(self, tag: int) -> str:
        """A moment, counted in tenths of microseconds from 1601."""
        value = self._table.get(tag, (0, 0))[1]
        if not value:
            return ""
        try:
            return (_EPOCH + timedelta(microseconds=value // 10)).isoformat(timespec="minutes")
        except OverflowError:
            return ""
