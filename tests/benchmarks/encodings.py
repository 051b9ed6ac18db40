"""Texts written in old, wide and mixed encodings, and read back: how many come back with a wrong character.

python tests/benchmarks/encodings.py FOLDER       a folder with .txt files in UTF-8
"""

from __future__ import annotations

import argparse
import codecs
from collections.abc import Callable
from pathlib import Path

from briefing.articles.decode import decode

# Words of our own in Cyrillic, for a text of which every third paragraph is in it.
_CYRILLIC = (
    "Торговля с соседями выросла за год на треть, сообщило министерство в понедельник.",
    "«Мы довольны», — сказал министр журналистам в Астане. Объём достиг 535 миллионов долларов.",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    # One of the texts came garbled ("Â£"); it is mended once, and what is written is the mended text.
    texts = {path.name: decode(path.read_bytes()).text for path in sorted(options.folder.rglob("*.txt"))}
    for name, write in ENCODINGS.items():
        tried = wrong = 0
        for file, text in texts.items():
            given, data = write(text)
            if data is None:
                continue
            tried += 1
            if decode(data).text != given:
                wrong += 1
                print(f"  {name}: {file}: {difference(given, decode(data).text)}")
        print(f"{name:28s} {tried:4d} texts, {wrong} with a wrong character")


def encoded(encoding: str) -> Callable[[str], tuple[str, bytes | None]]:
    """Writes a text in an encoding; None for one with characters that the encoding lacks, or with none beyond ASCII."""

    def write(text: str) -> tuple[str, bytes | None]:
        try:
            return text, text.encode(encoding) if not text.isascii() else None
        except UnicodeEncodeError:
            return text, None

    return write


def cyrillic(text: str) -> tuple[str, bytes | None]:
    """A text whose every third paragraph is Russian, in windows-1251."""
    parts = [_CYRILLIC[n % 2] if n % 3 == 2 else part for n, part in enumerate(text.split("\n"))]
    return encoded("cp1251")("\n".join(parts))


def mixed(text: str) -> tuple[str, bytes | None]:
    """UTF-8 into which every fourth paragraph was pasted in windows-1252."""
    data = b""
    for number, part in enumerate(text.splitlines(keepends=True)):
        old = number % 4 == 3
        try:
            data += part.encode("cp1252" if old else "utf-8")
        except UnicodeEncodeError:
            data += part.encode("utf-8")
    return text, data if not text.isascii() else None


def difference(given: str, read: str) -> str:
    """The first place at which two texts differ."""
    at = next((n for n, (a, b) in enumerate(zip(given, read, strict=False)) if a != b), min(len(given), len(read)))
    return f"{given[max(0, at - 15) : at + 8]!r} read as {read[max(0, at - 15) : at + 8]!r}"


ENCODINGS: dict[str, Callable[[str], tuple[str, bytes | None]]] = {
    "windows-1252": encoded("cp1252"),
    "windows-1251": encoded("cp1251"),
    "windows-1251, partly Russian": cyrillic,
    "Mac Roman": encoded("mac_roman"),
    "UTF-8": encoded("utf-8"),
    "UTF-8 with a mark": encoded("utf-8-sig"),
    "UTF-16 with a mark": lambda text: (text, codecs.BOM_UTF16_LE + text.encode("utf-16-le")),
    "UTF-16, low byte first": encoded("utf-16-le"),
    "UTF-16, high byte first": encoded("utf-16-be"),
    "UTF-8 with windows-1252": mixed,
}

if __name__ == "__main__":
    main()
