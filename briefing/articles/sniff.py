"""What a file is, by its content and not by its name."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from enum import StrEnum

from briefing.errors import ArticleError


class Format(StrEnum):
    """The kinds of files that hold articles."""

    TEXT = "text"
    HTML = "html"
    MAIL = "e-mail"
    DOCX = "docx"
    PDF = "pdf"
    RTF = "rtf"
    ODT = "odt"
    EPUB = "epub"
    OUTLOOK = "msg"
    MARKDOWN = "markdown"


_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")
_OTHER = (
    (b"\x1f\x8b", "a packed archive"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"Rar!", "a packed archive"),
    (b"BZh", "a packed archive"),
    (b"\xfd7zXZ", "a packed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a sound recording"),
    (b"SQLite format 3", "a database"),
    (b"%!PS", "a PostScript file"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|div|p|h1|table|span|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_HEADER = re.compile(
    rb"[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n|[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\r?\n)*\r?\n", re.DOTALL
)
_MAIL_FIELDS = re.compile(
    rb"^(?:from|to|subject|date|message-id|mime-version|received|return-path|content-type|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_XML = re.compile(rb"\s*<(?:\?xml|svg|rss|feed|office:document)\b")
_FLAT_ODT = b"application/vnd.oasis.opendocument.text"
_PROSE = re.compile(rb"<p(?:\s[^<>]{0,200})?>")  # wire services' own kinds of XML have paragraphs as HTML has
_SHORTCUT = re.compile(
    rb"\s*\[InternetShortcut\].{0,4000}?^URL=(\S{1,500})|.{0,600}<key>URL</key>\s*<string>([^<]{1,500})", re.DOTALL | re.MULTILINE
)
_MARKDOWN_NAME = (".md", ".markdown", ".mdown")
_STEP = "Open a text, a web page, a Word, PDF, RTF or OpenDocument file, or paste the article's text."


def sniff(data: bytes, name: str = "") -> Format:
    """The format of a file's bytes; ArticleError with a sentence for what holds no text."""
    head = data[:64]
    _refuse_known(data, head)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if head.startswith(_OLE):
        return _ole(data)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.lstrip()[:5] == b"{\\rtf":
        return Format.RTF
    return _textual(data, name)


def _refuse_known(data: bytes, head: bytes) -> None:
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"):
        raise ArticleError("The file is empty.", "Choose another file, or paste the article's text.")
    if head.startswith(_IMAGES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:12] in (b"ftypheic", b"ftypavif"):
        raise ArticleError(
            "This is a picture, and text in pictures cannot be read.", "Copy the text with another program and paste it."
        )
    for mark, what in _OTHER:
        if head.startswith(mark):
            raise ArticleError(f"This is {what}, not an article.", _STEP)


def _zipped(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:80] if "mimetype" in names and archive.getinfo("mimetype").file_size < 200 else b""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise ArticleError(
            "The file is damaged and cannot be unpacked.", "Ask for it again, or paste the article's text."
        ) from error
    if kind.startswith(b"application/epub") or "META-INF/container.xml" in names:
        return Format.EPUB
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return Format.ODT
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", n) for n in names):
        return Format.DOCX
    if "content.xml" in names:
        return Format.ODT
    raise ArticleError("This archive holds no article that can be read.", "Unpack it and open the file inside.")


def _ole(data: bytes) -> Format:
    """The old container of Office: names in it are UTF-16."""
    holds = {
        word
        for word in ("EncryptedPackage", "WordDocument", "__nameid_version", "__properties_version", "Workbook")
        if word.encode("utf-16-le") in data
    }
    if "EncryptedPackage" in holds:
        raise ArticleError("The file is protected by a password.", "Save it without a password and open it again.")
    if holds & {"__nameid_version", "__properties_version"}:
        return Format.OUTLOOK
    if "WordDocument" in holds:
        raise ArticleError("Word's old format (.doc) cannot be read.", "Save it as .docx in a word processor and open that.")
    raise ArticleError("This Office file is no text document.", _STEP)


def _textual(data: bytes, name: str) -> Format:
    probe = data[:8192]
    if _HTML.match(data[:20_000].lstrip(b"\xef\xbb\xbf")) or b"<html" in probe.lower():
        return Format.MAIL if _is_mail(probe) else Format.HTML
    if _is_mail(probe):
        return Format.MAIL
    _refuse_shortcut(probe)
    if _XML.match(probe.lstrip(b"\xef\xbb\xbf")):
        return _marked_up(data, probe)
    if _is_binary(probe):
        raise ArticleError("The file holds no text.", _STEP)
    # Markdown has no marks of its own: here, and only here, the name decides.
    return Format.MARKDOWN if name.lower().endswith(_MARKDOWN_NAME) else Format.TEXT


def _refuse_shortcut(probe: bytes) -> None:
    """A file that does nothing but lead to an address, as browsers put it on the desktop."""
    shortcut = _SHORTCUT.match(probe)
    if shortcut:
        address = (shortcut[1] or shortcut[2]).decode("utf-8", "replace")
        raise ArticleError("This file is a link to a web page, not the page.", f"Open the address {address} instead.")


def _marked_up(data: bytes, probe: bytes) -> Format:
    """What an XML file is; ArticleError for one without paragraphs."""
    if _FLAT_ODT in probe:
        return Format.ODT
    if not _PROSE.search(data):
        raise ArticleError("This is an XML file without an article in it.", _STEP)
    return Format.HTML


def _is_mail(probe: bytes) -> bool:
    head = probe.lstrip(b"\r\n")
    header = _MAIL_HEADER.match(head)
    text = header.group() if header else head if b"\nMIME-Version:" in head else b""
    return len({m.group().lower() for m in _MAIL_FIELDS.finditer(text)}) >= 2


def _is_binary(probe: bytes) -> bool:
    wide = probe[:2] in (b"\xff\xfe", b"\xfe\xff")
    even, odd = probe[0::2].count(0), probe[1::2].count(0)
    if wide or max(even, odd) > 0.3 * len(probe) / 2 > 6 * min(even, odd):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in probe)
    return controls > 0.02 * len(probe)
