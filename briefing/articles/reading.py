"""Files and bytes → Article: what a file is, which module reads it, and every way in which that can fail, in words."""

from __future__ import annotations

import hashlib
import importlib
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, cast

from briefing.articles.sniff import Format, sniff
from briefing.errors import ArticleError
from briefing.model import Article

LARGEST_FILE = 40_000_000  # bytes
_MODULES = {
    Format.TEXT: "text",
    Format.HTML: "page",
    Format.DOCX: "word_file",
    Format.PDF: "pdf_file",
    Format.MAIL: "mail",
    Format.RTF: "rtf",
    Format.OUTLOOK: "outlook",
    Format.ODT: "open_document",
    Format.EPUB: "epub",
    Format.MARKDOWN: "markdown",
}


class _Reader(Protocol):
    def read(self, data: bytes, name: str) -> Article: ...


class _Decoder(Protocol):
    def read(self, data: bytes, name: str, charset: str) -> Article: ...


def load(path: Path) -> Article:
    """The article in a file, whatever its name; ArticleError with a sentence and a next step if there is none."""
    try:
        return from_bytes(_bytes(path), path.name)
    except FileNotFoundError as error:
        raise ArticleError(f"“{path.name}” is not there any more.", "Look for it in its folder and open it again.") from error
    except IsADirectoryError as error:
        raise ArticleError(f"“{path.name}” is a folder.", "Open the article in it.") from error
    except PermissionError as error:
        raise ArticleError(
            f"“{path.name}” may not be read.", "Ask for the right to read it, or copy it to a folder of your own."
        ) from error
    except OSError as error:
        raise ArticleError(
            f"“{path.name}” cannot be read: {error.strerror or error}.", "Copy it to this computer and try again."
        ) from error


def from_bytes(data: bytes, name: str = "", charset: str = "") -> Article:
    """The article in a file's bytes; ArticleError if they hold none. ``charset`` is what a server says of them, if any."""
    if len(data) > LARGEST_FILE:
        raise _too_large()
    kind = sniff(data, name)
    module = _MODULES.get(kind)  # one module a format, imported when it is needed
    if module is None:
        raise ArticleError(f"Files of the kind {kind} cannot be read.", "Copy the article's text and paste it.")
    reader = importlib.import_module(f"briefing.articles.{module}")
    if kind in (Format.TEXT, Format.HTML):
        article = cast("_Decoder", reader).read(data, name, charset)
    else:
        article = cast("_Reader", reader).read(data, name)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return replace(article, origin=replace(article.origin, sha256=hashlib.sha256(data).hexdigest(), retrieved=now))


def _bytes(path: Path) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(path)
    if not stat.S_ISREG(status.st_mode):
        raise ArticleError(f"“{path.name}” is a device, not a file.", "Open a file.")
    if status.st_size > LARGEST_FILE:
        raise _too_large()
    return path.read_bytes()


def _too_large() -> ArticleError:
    return ArticleError(
        f"The file is larger than {LARGEST_FILE // 1_000_000} MB, too large for an article.",
        "Copy the part that you need and paste it.",
    )
