"""No text beside the checkout stops the search for quotes: a sample of every set, every article and every file of any format.

`BRIEFING_EVERY_TEXT=1` reads them all, which takes some minutes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.analysis.people import people_in
from briefing.analysis.pipeline import read, readable
from briefing.analysis.quotes import find_quotes
from briefing.articles import from_text, load
from briefing.errors import BriefingError
from briefing.model import Article

DATA = Path(__file__).resolve().parents[5].parent / "shared" / "data"
EVERY = os.environ.get("BRIEFING_EVERY_TEXT") == "1"
SAMPLE = 80  # one text in so many; sets of fewer give their first
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not DATA.exists(), reason="the shared data is absent")]
SETS = sorted(path for kind in ("quotes", "figures") for path in DATA.glob(f"{kind}/*.jsonl"))
FILES = sorted(path for kind in ("articles", "formats") for path in DATA.glob(f"{kind}/**/*") if path.is_file())


def texts(path: Path) -> Iterator[str]:
    """The texts of a set, or a sample of them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines if EVERY else lines[::SAMPLE]:
        yield json.loads(line)["text"]


def assert_searched(article: Article) -> None:
    """Everyone and every quote is found without an exception, in order and within the text."""
    passages = tuple(read(article, readable(article)))
    quotes = find_quotes(article, passages, people_in(article, passages), indirect=True)
    spans = [segment for quote in quotes for segment in quote.segments]
    assert [quote.span for quote in quotes] == sorted(quote.span for quote in quotes)
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans)


@pytest.mark.parametrize("path", SETS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_no_text_of_a_set_raises(path: Path) -> None:
    for text in texts(path):
        try:
            article = from_text(text)
        except BriefingError:
            continue
        assert_searched(article)


@pytest.mark.parametrize("path", FILES if EVERY else FILES[::SAMPLE], ids=lambda path: path.name)
def test_no_file_raises(path: Path) -> None:
    try:
        article = load(path)
    except BriefingError:
        return
    assert_searched(article)
