"""Write resources/words/languages.tsv from babel's CLDR data: a language's code and its English name.

python tests/benchmarks/make_languages.py

Kept here and not beside the table, because everything under resources/ is shipped and this is needed only when babel moves on.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale, __version__

TABLE = Path(__file__).parents[2] / "resources" / "words" / "languages.tsv"


def main() -> None:
    """Write the table."""
    names = sorted(Locale("en").languages.items())
    head = f"# English names of languages in the Unicode CLDR (babel {__version__}); made by make_languages.py. Code, name.\n"
    TABLE.write_text(head + "".join(f"{code}\t{name}\n" for code, name in names), encoding="utf-8")


if __name__ == "__main__":
    main()
