"""The control words of Rich Text Format (specification 1.9.1) → passages."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from briefing.articles.margins import margin, unrepeated
from briefing.articles.passages import LARGEST_TEXT, Passage, too_long
from briefing.articles.rtf_words import (
    CHARACTERS,
    CHARSETS,
    ENCODINGS,
    LIST_MARKS,
    NOTES,
    SILENT,
    SPOKEN,
    SYMBOL_CHARSET,
    SYMBOLS,
)
from briefing.articles.style_names import styled
from briefing.articles.tables import table
from briefing.errors import ArticleError

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,9})? ?|((?:\\'[0-9A-Fa-f]{2}){1,500})|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)
_CAPTURED = frozenset(("title", "author"))
_MOST_GROUPS = 2_000  # one in another
_BODY_LEVEL = 9


@dataclass(slots=True)
class _Group:
    """What holds inside a pair of braces and is forgotten behind it."""

    silent: bool = False
    capture: str = ""  # a property, or one of the tables of fonts and styles
    font: int = 0
    skip: int = 1  # characters after \u that stand in for it
    hidden: bool = False
    note: str = ""  # what sort of note, comment, header or footer it is
    box: bool = False


@dataclass(slots=True)
class _Format:
    """A paragraph's own properties."""

    style: int = 0
    level: int = 0
    in_list: bool = False
    in_table: bool = False


@dataclass(slots=True)
class _Flow:
    """A stream of text with its tables: the body, a note, a text box."""

    text: list[str] = field(default_factory=list)
    format: _Format = field(default_factory=_Format)
    passages: list[Passage] = field(default_factory=list)
    boxes: list[Passage] = field(default_factory=list)  # of the paragraph that is being read
    cells: list[list[Passage]] = field(default_factory=list)
    cell: list[Passage] = field(default_factory=list)
    rows: list[list[list[Passage]]] = field(default_factory=list)


class Reader:
    """One pass over a file's bytes."""

    def __init__(self) -> None:
        self.info: dict[str, str] = {}
        self.made: dict[str, int] = {}
        self.codepage = "cp1252"
        self.passages: list[Passage] = []
        self._groups = [_Group()]
        self._flows = [_Flow()]
        self._notes: list[Passage] = []
        self._styles: dict[int, str] = {}
        self._fonts: dict[int, int] = {}
        self._starred = False
        self._to_skip = 0
        self._written = 0
        self._bytes = bytearray()
        self._table_entry = 0
        self._default_font = 0

    @property
    def depth(self) -> int:
        """Groups that are still open."""
        return len(self._groups) - 1

    def read(self, data: bytes) -> None:
        """Reads a whole file; ``passages``, ``info`` and ``made`` hold what it says."""
        at = 0
        while at < len(data):
            token = _TOKEN.match(data, at)
            if token is None:
                break
            at = token.end()
            word, number, bytes_, symbol, brace, text = token.groups()
            if brace:
                self._brace(brace)
            elif word:
                at += self._word(word.decode("ascii"), int(number) if number is not None else None)
            elif bytes_:
                self._plain(bytes.fromhex(bytes_.replace(b"\\'", b"").decode("ascii")))
            elif symbol:
                self._symbol(symbol)
            elif text:
                self._plain(text)
        self._end()

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._to_skip = 0
        if brace == b"{":
            if self.depth > _MOST_GROUPS:
                raise ArticleError("The document is nested too deeply.", "Copy the part that you need and paste it.")
            self._groups.append(replace(self._groups[-1], note="", box=False))
        elif self.depth:
            group = self._groups.pop()
            if group.note or group.box:
                self._close_flow(group)
        self._starred = False

    def _close_flow(self, group: _Group) -> None:
        self._finish_table()
        self._paragraph()
        flow = self._flows.pop()
        self._finish(flow)
        if group.note:
            self._notes += margin(flow.passages, group.note)
        else:
            self._flows[-1].boxes += [replace(passage, aside=True) for passage in flow.passages]

    def _word(self, word: str, number: int | None) -> int:
        """Obeys a control word; gives the number of bytes of raw data to leap over."""
        if word == "u":
            self._flush()
            self._unicode(number or 0)
            return 0
        self._flush()
        group = self._groups[-1]
        if word == "bin":
            return max(0, number or 0)
        starred, self._starred = self._starred, False
        if self._destination(word, group, starred):
            return 0
        if group.capture in ("fonttbl", "stylesheet"):
            self._table_word(word, number, group)
        elif group.capture == "creatim":
            self.made[word] = number or 0
        elif not group.silent:
            self._format(word, number, group)
        return 0

    def _destination(self, word: str, group: _Group, starred: bool) -> bool:
        """Whether the word opens a group of a special kind."""
        flow = self._flows[-1]
        if word in LIST_MARKS:
            flow.format.in_list = True
            group.silent = True
        elif word in (*NOTES, "shptxt") and not group.silent:
            self._flows.append(_Flow())
            group.note, group.box = NOTES.get(word, ""), word == "shptxt"
        elif word in ("fonttbl", "stylesheet", "creatim") or (word in _CAPTURED and group.capture == "info"):
            group.capture = word
            self.info.pop(word, None)
        elif word == "info":
            group.capture = "info"
        elif word in ("upr", "ud"):  # the same words twice: first in an old encoding, then in Unicode
            group.silent = word == "upr"
        elif group.capture == "stylesheet":
            return False
        elif word in SILENT or (starred and word not in SPOKEN):
            group.silent = True
        else:
            return word in SPOKEN
        return True

    def _table_word(self, word: str, number: int | None, group: _Group) -> None:
        """A line of the table of fonts or of styles."""
        if group.capture == "fonttbl" and word == "f":
            self._table_entry = number or 0
        elif group.capture == "fonttbl" and word == "fcharset":
            self._fonts[self._table_entry] = number or 0
        elif group.capture == "stylesheet" and word in ("s", "cs", "ds", "ts"):
            self._table_entry = (number or 0) if word == "s" else -1

    def _format(self, word: str, number: int | None, group: _Group) -> None:
        form = self._flows[-1].format
        if word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif word in ("par", "sect", "page", "column", "nestcell", "nestrow"):
            self._paragraph()
        elif word == "cell":
            self._cell()
        elif word == "row":
            self._row()
        elif word == "pard":
            self._flows[-1].format = _Format()
        elif word == "intbl":
            form.in_table = True
        elif word == "s":
            form.style = number or 0
        elif word == "outlinelevel":
            form.level = (number or 0) + 1 if (number or 0) < _BODY_LEVEL else 0
        elif word == "ls":
            form.in_list = bool(number)
        else:
            self._character_format(word, number, group)

    def _character_format(self, word: str, number: int | None, group: _Group) -> None:
        if word in ("v", "deleted", "htmlrtf"):  # htmlrtf: what only readers without HTML are to see
            group.hidden = number != 0
        elif word == "plain":
            group.hidden = False
            group.font = self._default_font
        elif word == "f":
            group.font = number or 0
        elif word == "deff":
            self._default_font = number or 0
        elif word == "uc":
            group.skip = max(0, number or 0)
        elif word == "ansicpg" and number:
            self.codepage = _known(f"cp{number}") or self.codepage
        elif word in ENCODINGS:
            self.codepage = ENCODINGS[word]

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        self._write(chr(code) if 0 <= code <= 0x10FFFF else "\ufffd")
        self._to_skip = self._groups[-1].skip

    def _plain(self, text: bytes) -> None:
        if self._to_skip:
            text, self._to_skip = text[self._to_skip :], max(0, self._to_skip - len(text))
        self._bytes += text

    def _symbol(self, symbol: bytes) -> None:
        self._flush()
        if symbol == b"*":
            self._starred = True
        elif symbol in (b"\n", b"\r"):
            self._paragraph()
        elif symbol in SYMBOLS:
            self._write(SYMBOLS[symbol])

    def _flush(self) -> None:
        """Bytes so far as characters: several bytes may make one, so that they wait for the next control word."""
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        charset = self._fonts.get(self._groups[-1].font, 0)
        if charset == SYMBOL_CHARSET and any(byte > 127 for byte in data):
            return
        self._write(data.decode(CHARSETS.get(charset, self.codepage), "replace"))

    def _write(self, text: str) -> None:
        group = self._groups[-1]
        if group.silent:
            return
        if group.capture == "stylesheet":
            self._name_style(text)
        elif group.capture in _CAPTURED:
            self.info[group.capture] = self.info.get(group.capture, "") + text
        elif not (group.hidden or group.capture):
            self._flows[-1].text.append(text)
            self._written += len(text)
            if self._written > LARGEST_TEXT:
                raise too_long()

    def _name_style(self, text: str) -> None:
        name = text.partition(";")[0].strip().casefold()
        if name and self._table_entry >= 0:
            self._styles.setdefault(self._table_entry, name)

    def _paragraph(self) -> None:
        flow = self._flows[-1]
        # The two halves of a character beyond the first plane come one by one.
        text = "".join(flow.text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        flow.text = []
        form = flow.format
        passage = styled(text, self._styles.get(form.style, ""), level=form.level, in_list=form.in_list)
        if form.in_table:
            flow.cell.append(passage)
            return
        self._finish_table()
        if text.strip():
            flow.passages.append(passage)
        flow.passages += flow.boxes
        flow.boxes = []

    def _cell(self) -> None:
        flow = self._flows[-1]
        flow.format.in_table = True
        self._paragraph()
        flow.cells.append(flow.cell)
        flow.cell = []

    def _row(self) -> None:
        flow = self._flows[-1]
        if flow.cells:
            flow.rows.append(flow.cells)
        flow.cells = []

    def _finish_table(self) -> None:
        self._finish(self._flows[-1])

    def _finish(self, flow: _Flow) -> None:
        """Puts a table that has ended among the passages."""
        rows = flow.rows + ([flow.cells] if flow.cells else [])
        flow.rows, flow.cells = [], []
        flow.passages += table(rows)
        flow.passages += [passage for passage in flow.cell if passage.text.strip()]
        flow.cell = []

    def _end(self) -> None:
        self._flush()
        while len(self._flows) > 1:
            self._close_flow(_Group(box=True))
        self._paragraph()
        self._finish_table()
        self.passages = [*self._flows[0].passages, *self._flows[0].boxes, *unrepeated(self._notes)]


def _known(encoding: str) -> str:
    """The name of an encoding, or "" if there is none of that name."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return ""
