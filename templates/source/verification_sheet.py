"""Verification sheet: every item with its sentence and place, a box to tick and room for initials."""

from __future__ import annotations

from templates.source.common import FOOTER, HEADER, WIDTH, heading, identification, sources
from templates.source.markup import each, item_table, paragraph, run, when
from templates.source.package import Source

_BLOCK = identification(
    ("Note", "{{ note.subject or “–” }}", "Date", '{{ note.date or "–" }}'),
    ("Analyst", '{{ note.sender or "–" }}', "Second reader", "____________________"),
)
_WIDTHS = (420, 3100, 3900, 820, 540, WIDTH - 8780)
_HEADS = ("#", "In the note", "In the source", "Place", "OK", "Initials")


def _items(loop: str, name: str, shown: str, title: str) -> str:
    cells = (
        paragraph("BNTable", f"{{{{ {name}.n }}}}"),
        shown,
        paragraph("BNTable", f"{{{{ {name}.src.sentence }}}}"),
        paragraph("BNTable", run(f"{{{{ {name}.src.text|unbroken }}}}", "BNMark")),
        paragraph("BNTick", "☐"),
        paragraph("BNTable", ""),
    )
    return item_table(_WIDTHS, _HEADS, loop, cells, title)


_FIGURE = paragraph("BNTable", run("{{ f.value }}", "BNStrong"), run(" · {{ f.subject|sentence }}")) + paragraph(
    "BNTable",
    "{% if f.period_stated %}{{ f.period|sentence }}{% else %}Period not stated{% endif %}",
    "{% if f.change %}; {{ f.change }}{% endif %}; ",
    "{% if f.said_by_kind == “article” %}the article’s own words{% else %}said by {{ f.said_by }}{% endif %}",
    "{% if f.said_by_kind == “quoted” or f.said_by_kind == “reported” %} ({{ f.said_by_kind }}){% endif %}",
    "{% if f.edited %}; edited by the analyst{% endif %}{% if f.doubt %}; doubt: {{ f.doubt }}{% endif %}",
    "{% if f.note %}; {{ f.note }}{% endif %}",
)
_QUOTE = paragraph("BNTable", "{{ q.marked }}") + paragraph(
    "BNTable",
    run("{{ q.speaker|sentence }}", "BNStrong"),
    run("{% if q.role %}, {{ q.role }}{% endif %}{% if q.resolved_from %}; from “{{ q.resolved_from }}”{% endif %}"),
    run("{% if q.partial %}; fragment{% endif %}{% if q.trimmed %}; trimmed{% endif %}"),
    run("{% if q.inserted %}; words put in{% endif %}{% if q.edited %}; edited by the analyst{% endif %}"),
    run("{% if q.note %}; {{ q.note }}{% endif %}"),
)
_BODY = (
    paragraph("BNTitle", "Verification sheet"),
    _BLOCK,
    when(
        "note.to_check",
        heading("Look at these first"),
        each("g in note.to_check", paragraph("BNBody", "☐  {{ g|sentence }}")),
    ),
    when("figures", heading("Figures", style="BNHeadingTable"), _items("f in figures", "f", _FIGURE, "Figures")),
    when("quotes", heading("Quotes", style="BNHeadingTable"), _items("q in quotes", "q", _QUOTE, "Quotes")),
    sources(),
)
VERIFICATION_SHEET = Source(
    id="verification-sheet",
    name="Verification sheet",
    description="For a second reader: every item with its sentence, place, a box to tick and room for initials.",
    body="".join(_BODY),
    header=HEADER,
    footer=FOOTER,
)
