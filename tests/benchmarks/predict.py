"""The benchmarks' adapter: texts in, findings out in the scorers' neutral form; or a folder of saved pages in, articles out.

python tests/benchmarks/predict.py findings GOLD.jsonl OUT.jsonl      lines {"id", "text"} in
python tests/benchmarks/predict.py articles FOLDER OUT.jsonl          a folder with manifest.jsonl in

Offsets are code points of the text as given. A quote over several paragraphs is one entry a paragraph.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.analysis.findings import analyse
from briefing.articles import from_text, load
from briefing.errors import BriefingError
from briefing.model import Article, Direction, Figure, Finding, Hedge, Quote, Speaker

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("findings", "articles"))
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    rows = findings_rows(options.source) if options.what == "findings" else article_rows(options.source)
    with options.out.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def findings_rows(source: Path) -> Iterator[Row]:
    """One row a text of the gold file."""
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            yield {"id": given["id"], **neutral(given["text"])}


def neutral(text: str) -> Row:
    """The findings of a text, with the offsets of the text as given."""
    try:
        article = from_text(text)
    except BriefingError:
        return {"figures": [], "quotes": []}
    back = offsets(article.text, text)
    found = analyse(article)
    return {
        "figures": [row for f in found if isinstance(f.content, Figure) for row in figure_rows(article, f, f.content, back)],
        "quotes": [row for f in found if isinstance(f.content, Quote) for row in quote_rows(article, f.content, back)],
    }


def offsets(stored: str, given: str) -> list[int]:
    """For every position of the stored text, the end included, its position in the text as given."""
    if stored == given:
        return list(range(len(given) + 1))
    back, here, there = [], 0, 0
    while here < len(stored):
        if there < len(given) and alike(stored[here], given[there]):
            skip, drop = 1, 1
        else:
            skip, drop = resynchronised(stored[here:], given[there:])
        back += [min(there, len(given))] * skip if skip != drop else range(there, there + skip)
        here, there = here + skip, there + drop
    return [*back, min(there, len(given))]


def alike(one: str, other: str) -> bool:
    """Whether two characters may stand for each other: the same, or white space of any kind."""
    return one == other or (one.isspace() and other.isspace())


def resynchronised(stored: str, given: str, reach: int = 80, anchor: int = 6) -> tuple[int, int]:
    """How many characters of each text to pass over until they agree again."""
    for distance in range(1, reach):
        for skip in range(distance + 1):
            drop = distance - skip
            if all(map(alike, stored[skip : skip + anchor], given[drop : drop + anchor])) and stored[skip:] and given[drop:]:
                return skip, drop
    return 1, 1


def figure_rows(article: Article, finding: Finding, figure: Figure, back: list[int]) -> Iterator[Row]:
    """A figure, and each conversion that the source prints beside it as a row of its own, as the gold sets have them."""
    row = figure_row(article, finding, figure, back)
    yield row
    if row["change"] == Hedge.ABOUT:
        row = {**row, "change": "=", "comparator": str(Hedge.EXACT)}  # "about" is said of the first sum, not of its conversion
    for c in figure.conversions:
        place = {"start": back[c.span.start], "end": back[c.span.end], "text": c.span.of(article.text)}
        yield {**row, **place, "value": c.value, "value2": c.high, "unit": c.unit, "conversion": [], "key": False}


def figure_row(article: Article, finding: Finding, figure: Figure, back: list[int]) -> Row:
    """One figure in the neutral form; a comparator wins over a direction."""
    change: str = figure.hedge if figure.hedge is not Hedge.EXACT else figure.direction
    amount = figure.amount
    return {
        "start": back[figure.span.start],
        "end": back[figure.span.end],
        "text": figure.span.of(article.text),
        "value": amount.value,
        "value2": amount.high,
        "unit": amount.unit,
        "change": change if change != Direction.NONE else "=",
        "comparator": str(figure.hedge),
        "direction": str(figure.direction) or None,
        "concept": figure.subject,
        "period": figure.period.text if figure.period else None,
        "said_by": figure.said_by.name if figure.said_by else None,
        "conversion": [{"value": c.value, "unit": c.unit, "currency": c.currency} for c in figure.conversions],
        "salience": finding.salience,
        "key": finding.suggested,
    }


def quote_rows(article: Article, quote: Quote, back: list[int]) -> Iterator[Row]:
    """One row for each paragraph of a quote."""
    mention = quote.evidence.mention
    speaker = quote.speaker or Speaker("")
    for segment in quote.segments:
        yield {
            "start": back[segment.start],
            "end": back[segment.end],
            "text": segment.of(article.text),
            "speaker_text": mention.of(article.text) if mention else None,
            "speaker_start": back[mention.start] if mention else None,
            "speaker_end": back[mention.end] if mention else None,
            "canonical_speaker": speaker.name or None,
            "role": speaker.role or None,
            "kind": str(quote.kind),
            "rule": quote.evidence.rule,
            "check": quote.evidence.check,
        }


def article_rows(folder: Path) -> Iterator[Row]:
    """One row an entry of the manifest: loaded from its page, its PDF or its text, whichever comes first."""
    with (folder / "manifest.jsonl").open(encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    for entry in entries:
        path = next((folder / entry[kind] for kind in ("html", "pdf", "txt") if entry.get(kind)), None)
        if path is not None:
            yield {"id": entry["id"], **article_row(path)}


def article_row(path: Path) -> Row:
    """An article as loaded, or the sentence that says why not."""
    try:
        article = load(path)
    except BriefingError as problem:
        return {"title": "", "published": None, "blocks": [], "error": str(problem)}
    blocks = [{"kind": str(b.kind), "text": b.span.of(article.text), "included": b.included} for b in article.blocks]
    return {"title": article.title, "published": article.published or None, "blocks": blocks}


if __name__ == "__main__":
    main()
