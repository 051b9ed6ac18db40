"""Runs the adapter over every set that lies beside the checkout, scores it, and prints Markdown tables of today's figures.

python tests/benchmarks/run.py [--only gum,newsfull] [--out FOLDER]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from predict import article_rows, findings_rows

SHARED = Path(__file__).resolve().parents[3] / "shared"
QUOTES = (
    "polnear.dev",
    "polnear_guil.dev",
    "polnear_guilbad.dev",
    "polnear_low.dev",
    "polnear_straight.dev",
    "gum.dev",
    "traps",
    "seed",
)
FIGURES = ("newsfull", "newsquant", "rtext_currency", "rtext_dimension", "rtext_percent", "rtext_age")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="names of sets, separated by commas")
    parser.add_argument("--out", type=Path, default=Path("build/benchmarks"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = set(filter(None, options.only.split(",")))
    quotes_table([s for s in QUOTES if not wanted or s in wanted], options.out)
    figures_table([s for s in FIGURES if not wanted or s in wanted], options.out)
    for name, scorer, gold in (("figures-seed", "score_seed.py", ()), ("numhg.dev", "score_salience.py", ("numhg.dev",))):
        if not wanted or name in wanted:
            source = SHARED / "data" / "figures" / ("seed.jsonl" if name == "figures-seed" else f"{name}.jsonl")
            predicted = predict(source, options.out / f"{name}.jsonl")
            arguments = [str(SHARED / "data" / "figures" / f"{g}.jsonl") for g in gold]
            print(f"\n{name}:", score("figures", scorer, *arguments, str(predicted)))
    if not wanted or "articles" in wanted:
        print("\narticles:", articles(options.out / "articles.jsonl"))


def predict(source: Path, out: Path) -> Path:
    """The findings of every text of a set, written down."""
    write(out, findings_rows(source))
    return out


def write(out: Path, rows: Any) -> None:
    """Write rows as JSON lines."""
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def score(*command: str) -> str:
    """What one of the scorers prints."""
    folder, script, *arguments = command
    program = [sys.executable, str(SHARED / "eval" / folder / script), *arguments]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout.strip()


def quotes_table(sets: list[str], out: Path) -> None:
    """Detection, speaker and end-to-end figures of the quote sets."""
    print("| quotes | gold | detection | speaker | end to end | person end to end | flagged |\n|---|---|---|---|---|---|---|")
    for name in sets:
        gold = SHARED / "data" / "quotes" / f"{name}.jsonl"
        predicted = predict(gold, out / f"{name}.jsonl")
        result, canonical = out / f"{name}.json", out / f"{name}.canonical.json"
        score("quotes", "score.py", str(gold), str(predicted), "--json", str(result))
        score("quotes", "score.py", str(gold), str(predicted), "--canon-docs", "--json", str(canonical))
        got, person = json.loads(result.read_text()), json.loads(canonical.read_text())
        flags = [q["check"] for line in predicted.read_text(encoding="utf-8").splitlines() for q in json.loads(line)["quotes"]]
        cells = (
            got["overlap_F1"],
            got["speaker_acc"],
            got["e2e_F1"],
            person.get("e2e_canon_F1"),
            sum(flags) / max(1, len(flags)),
        )
        print(f"| {name} | {got['gold']} | " + " | ".join("–" if c is None else f"{c:.3f}" for c in cells) + " |", flush=True)


def figures_table(sets: list[str], out: Path) -> None:
    """Value, unit, change and subject figures of the figure sets."""
    measures = ("value", "value+unit", "value+unit+change", "concept-part", "concept-F")
    print("\n| figures | gold | " + " | ".join(measures) + " | traps |\n|---|---|---|---|---|---|---|---|")
    for name in sets:
        gold = SHARED / "data" / "figures" / f"{name}.jsonl"
        predicted = predict(gold, out / f"{name}.jsonl")
        got = json.loads(score("figures", "score.py", str(gold), str(predicted), "--json"))
        cells = [f"{got[m][2]:.1f}" if m in got else "–" for m in measures]
        print(f"| {name} | {got['n_gold']} | " + " | ".join(cells) + f" | {got.get('traps_hit', '–')} |", flush=True)


def articles(out: Path) -> str:
    """The scorer's table for the saved pages."""
    folder = SHARED / "data" / "articles"
    write(out, article_rows(folder))
    return score("articles", "score.py", str(folder), str(out))


if __name__ == "__main__":
    main()
