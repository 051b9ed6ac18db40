"""What the rules for figures, and for people and quotes, cost beside the parse, in one process.

python tests/benchmarks/rules_cost.py FOLDER      a folder of saved pages
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.analysis.figures import find_figures
from briefing.analysis.people import people_in
from briefing.analysis.pipeline import read, readable
from briefing.analysis.quotes import find_quotes
from briefing.articles import load
from briefing.errors import BriefingError
from briefing.model import Article


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    articles = [a for path in sorted(parser.parse_args().folder.iterdir()) if (a := opened(path)) is not None]
    spent: dict[str, float] = defaultdict(float)
    costs(articles[0], defaultdict(float))  # whatever is loaded or compiled once
    for article in articles:
        costs(article, spent)
    print(f"{len(articles)} articles, {sum(len(a.text) for a in articles)} characters, parse {spent['parse']:.1f} s")
    for part in ("figures", "people and quotes"):
        print(f"{part}: {spent[part] / spent['parse']:.1%} of the parse's time")


def opened(path: Path) -> Article | None:
    """The article of a file, or None where there is none."""
    try:
        return load(path)
    except BriefingError:
        return None


def costs(article: Article, spent: dict[str, float]) -> None:
    """Analyse an article and add up the processor's time of each part."""
    passages = timed(spent, "parse", lambda: tuple(read(article, readable(article))))
    people = timed(spent, "people and quotes", lambda: people_in(article, passages))
    quotes = timed(spent, "people and quotes", lambda: find_quotes(article, passages, people))
    timed(spent, "figures", lambda: find_figures(article, passages, quotes, people))


def timed(spent: dict[str, float], part: str, work: Callable[[], Any]) -> Any:
    """The result of some work, its time counted for a part."""
    start = time.process_time()
    result = work()
    spent[part] += time.process_time() - start
    return result


if __name__ == "__main__":
    main()
