"""The collection of odd, broken, encrypted and huge files that lies beside the checkout."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from briefing.articles import load
from briefing.errors import ArticleError
from briefing.model import Article, BlockKind

FORMATS = Path(__file__).resolve().parents[5] / "shared" / "data" / "formats"
FILES = sorted(path for path in FORMATS.rglob("*") if path.is_file()) if FORMATS.is_dir() else []
SOURCE = FORMATS / "src" / "article.txt"

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not FILES, reason="the shared files are not there")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_file_is_an_article_or_one_sentence(path: Path) -> None:
    began = time.monotonic()
    answer = _read(path)
    assert time.monotonic() - began < 10
    if isinstance(answer, Article):
        assert answer.blocks
    else:
        assert re.fullmatch(r"[^.]*(?:\.[a-z]+\b[^.]*)*\.", answer.sentence)
        assert answer.next_step


def _read(path: Path) -> Article | ArticleError:
    try:
        return load(path)
    except ArticleError as error:
        return error


def _folded(text: str) -> str:
    return re.sub(r"[^\w]+", " ", text.replace("\u00ad", "").casefold()).strip()


@pytest.mark.parametrize(
    "name", ["article.docx", "article.odt", "article.rtf", "article.pdf", "article_2col.pdf", "article.epub", "article.html"]
)
def test_one_article_in_every_format_gives_the_same_paragraphs(name: str) -> None:
    lines = [_folded(line) for line in SOURCE.read_text(encoding="utf-8-sig").splitlines()]
    article = load(FORMATS / "src" / name)
    found = {_folded(block.span.of(article.text)) for block in article.blocks}
    assert [line for line in lines if len(line.split()) >= 5 and line not in found] == []
    rows = [block.span.of(article.text) for block in article.blocks if block.kind is BlockKind.TABLE_ROW]
    assert rows == ["Year | Turnover, $ bn | Growth", "2020 | 19.1 | -3.5%", "2021 | 24.5 | +28%"]
    assert article.published == "2022-11-29"
