"""Reporting cable: summary, numbered paragraphs of the sources' own sentences, comment, gaps."""

from __future__ import annotations

from templates.source.common import FOOTER, HEADER, WIDTH, analyst, heading, mark, sources
from templates.source.markup import cell, control_row, each, paragraph, row, run, table, when
from templates.source.package import Source

_WIDTHS = (1300, WIDTH - 1300)
_LABELS = (
    ("Reference", "{{ note.reference }}", "note.reference"),
    ("From", '{{ note.sender or "–" }}', ""),
    ("To", '{{ note.to|join_and or "–" }}', ""),
    ("Copy", "{{ note.copy_to|join_and }}", "note.copy_to"),
    ("Date", '{{ note.date or "–" }}', ""),
    ("As of", "{{ note.as_of }}", "note.as_of"),
)


def _line(name: str, text: str, condition: str) -> str:
    """A label and its field; under a condition where there is one."""
    line = row(cell(_WIDTHS[0], paragraph("BNLabel", name)), cell(_WIDTHS[1], paragraph("BNField", text)))
    if not condition:
        return line
    opening, closing = (control_row(f"{{%tr {tag} %}}", _WIDTHS) for tag in (f"if {condition}", "endif"))
    return f"{opening}{line}{closing}"


_BLOCK = table("BNTablePlain", _WIDTHS, [_line(*each_row) for each_row in _LABELS], "Identification")
_BODY = (
    paragraph("BNTitle", '{{ note.title or "Reporting cable" }}'),
    _BLOCK,
    paragraph("BNSubject", "{{ note.subject }}"),
    analyst("bottom_line", "Summary"),
    when(
        "paragraphs",
        heading("Reporting", "the sources’ own sentences"),
        each("p in paragraphs", paragraph("BNNumbered", run("{{ p.text|sentence }}"), mark("p")), style="BNNumbered"),
    ),
    analyst("background", "Background"),
    analyst("comment", "Comment", "BNComment"),
    analyst("outlook", "Outlook"),
    when(
        "note.to_check",
        heading("Gaps"),
        each("g in note.to_check", paragraph("BNBullet", "{{ g|sentence }}"), style="BNBullet"),
    ),
    sources(),
)
REPORTING_CABLE = Source(
    id="reporting-cable",
    name="Reporting cable",
    description="For a diplomatic or risk desk: summary, numbered paragraphs, comment, gaps, sources.",
    body="".join(_BODY),
    header=HEADER,
    footer=FOOTER,
    pages=2,
    defaults={"title": "Reporting cable"},
)
