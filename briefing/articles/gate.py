"""The gate before any parser of zip-based files: bounded sizes and counts, safe names, no encryption, no DOCTYPE.

Nothing is unpacked to disk, nothing is read beyond its declared size, no entity is resolved and no address fetched.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefing.errors import ArticleError, BriefingError

_ASK_AGAIN = "Ask for the file again, or paste the article's text."
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")
# As bytes of UTF-8 and of UTF-16; an XML file in another encoding is caught after parsing.
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_INTERNAL_SUBSET = re.compile(rb"<!DOCTYPE[^>\[]{0,1000}\[", re.IGNORECASE)
_ENCRYPTED = 0x1  # bit of a zip entry's flags
_SMALL = 1_000_000  # bytes; below it a high ratio does no harm
_MACROS = re.compile(r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml)$|^(?:Basic|Scripts)/.+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a package may be. Bytes are those of the unpacked parts."""

    part: int = 20_000_000
    total: int = 60_000_000  # of all parts that are read
    ratio: int = 200  # unpacked to packed
    entries: int = 5_000


class Package:
    """A zip file that passed the gate; its parts are read one by one, each within the limits."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits, error: type[BriefingError]) -> None:
        self._archive = archive
        self._limits = limits
        self._error = error
        self._read = 0
        self.names = frozenset(archive.namelist())

    @property
    def has_macros(self) -> bool:
        """Whether a part holds programs."""
        return any(_MACROS.search(name) for name in self.names)

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises the gate's error if it is missing, damaged or too large."""
        try:
            info = self._archive.getinfo(name)
            self._weigh(info)
            return self._archive.read(info)
        except KeyError as problem:
            raise self._error("A part of the file is missing.", _ASK_AGAIN) from problem
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as problem:
            raise self._error("The file is damaged and cannot be unpacked.", _ASK_AGAIN) from problem

    def xml(self, name: str, *, doctype: bool = False) -> etree._Element:
        """The root of an XML part. A DOCTYPE is refused; with ``doctype`` one without declarations of its own is let through."""
        return parse_xml(self.read(name), doctype=doctype, error=self._error)

    def _weigh(self, info: zipfile.ZipInfo) -> None:
        self._read += info.file_size
        if info.file_size > self._limits.part or self._read > self._limits.total:
            raise self._error("The file grows too large when it is unpacked.", "Copy the part that you need and paste it.")
        if info.file_size > _SMALL and info.file_size > self._limits.ratio * max(1, info.compress_size):
            raise self._error("The file is packed in a way that only harmful files are.", _ASK_AGAIN)


def open_package(data: bytes, limits: Limits | None = None, error: type[BriefingError] = ArticleError) -> Package:
    """The package in a zip file's bytes; raises ``error`` with a sentence if it may not pass."""
    limits = limits or Limits()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as problem:
        raise error("The file is damaged and cannot be unpacked.", _ASK_AGAIN) from problem
    for sentence, step in _objections(archive.infolist(), limits):
        raise error(sentence, step)
    return Package(archive, limits, error)


def parse_xml(data: bytes, *, doctype: bool = False, error: type[BriefingError] = ArticleError) -> etree._Element:
    """The root of an XML document, entities left alone and nothing fetched; see ``Package.xml`` for ``doctype``."""
    declared = any(mark in data for mark in _DOCTYPE)
    if declared and (not doctype or _INTERNAL_SUBSET.search(data)):
        raise error("The file declares entities of its own, which only harmful files do.", _ASK_AGAIN)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise error("A part of the file is damaged and cannot be read.", _ASK_AGAIN) from problem
    if str(getattr(root.getroottree().docinfo, "doctype", "")) and not doctype:
        raise error("The file declares entities of its own, which only harmful files do.", _ASK_AGAIN)
    return root


def _objections(entries: list[zipfile.ZipInfo], limits: Limits) -> Iterator[tuple[str, str]]:
    names = [entry.filename for entry in entries]
    if len(entries) > limits.entries:
        yield "The file holds too many parts.", _ASK_AGAIN
    if any(_UNSAFE_NAME.search(name) for name in names):
        yield "The file holds parts with forbidden names.", _ASK_AGAIN
    if len(set(names)) < len(names):
        yield "The file holds two parts of the same name.", _ASK_AGAIN
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        yield "The file is protected by a password.", "Save it without a password and open it again."
