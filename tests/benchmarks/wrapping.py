"""Paragraphs of texts as people paste them, parted and wrapped in every way: how many come back whole.

python tests/benchmarks/wrapping.py FOLDER        a folder with .txt files, one paragraph a line
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.articles import from_text
from briefing.articles.decode import decode
from briefing.articles.normalise import normalise

_FEWEST = 5  # paragraphs
_WRAPPED_BEFORE = ("wire-", "fed-")  # texts of the collection whose lines are no paragraphs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    files = [path for path in sorted(options.folder.rglob("*.txt")) if not path.name.startswith(_WRAPPED_BEFORE)]
    texts = [parts for parts in map(paragraphs, files) if len(parts) >= _FEWEST]
    for name, write in FORMS.items():
        whole = sum(map(returned, texts, map(write, texts)))
        print(f"{name:32s} {whole / sum(map(len, texts)):.3f} of {sum(map(len, texts))}")


def paragraphs(path: Path) -> list[str]:
    return [folded(line) for line in normalise(decode(path.read_bytes()).text).split("\n") if line.strip()]


def returned(parts: Sequence[str], text: str) -> int:
    """How many of the paragraphs come back whole."""
    found = read(text)
    return sum(part in found for part in parts)


def read(text: str) -> set[str]:
    article = from_text(text)
    return {folded(block.span.of(article.text)) for block in article.blocks}


def folded(text: str) -> str:
    return " ".join(text.split())


def wrapped(columns: int, between: str, indent: str = "") -> Callable[[Sequence[str]], str]:
    """Writes paragraphs in lines of so many columns."""

    def write(parts: Sequence[str]) -> str:
        wrapper = textwrap.TextWrapper(columns, indent, break_long_words=False, break_on_hyphens=False)
        return between.join(wrapper.fill(part) for part in parts)

    return write


FORMS: dict[str, Callable[[Sequence[str]], str]] = {
    "blank lines": "\n\n".join,
    "single line ends": "\n".join,
    "CRLF, blanks at the line's end": " \r\n\r\n".join,
    "72 columns, blank lines": wrapped(72, "\n\n"),
    "72 columns, first lines indented": wrapped(72, "\n", "    "),
    "72 columns, neither": wrapped(72, "\n"),
    "100 columns, blank lines": wrapped(100, "\n\n"),
    "100 columns, first lines indented": wrapped(100, "\n", "    "),
    "100 columns, neither": wrapped(100, "\n"),
}

if __name__ == "__main__":
    main()
