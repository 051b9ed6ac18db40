"""Reporting cable: summary, numbered paragraphs of the sources' own sentences, comment, gaps."""

from __future__ import annotations

from templates.source.common import FOOTER, HEADER, WIDTH, analyst, heading, mark, sources
from templates.source.markup import cell, each, paragraph, row, run, table, when
from templates.source.package import Source

_LABELS = (
    ("Reference", '{{ note.reference or "–" }}'),
    ("From", '{{ note.sender or "–" }}'),
    ("To", '{{ note.to|join_and or "–" }}'),
    ("Copy", '{{ note.copy_to|join_and or "–" }}'),
    ("Date", '{{ note.date or "–" }}'),
    ("As of", '{{ note.as_of or "–" }}'),
)
_BLOCK = table(
    "BNTablePlain",
    (1300, WIDTH - 1300),
    [row(cell(1300, paragraph("BNLabel", name)), cell(WIDTH - 1300, paragraph("BNField", text))) for name, text in _LABELS],
    "Identification",
)
_BODY = (
    paragraph("BNTitle", '{{ note.title or "Reporting cable" }}'),
    _BLOCK,
    paragraph("BNSubject", "{{ note.subject }}"),
    analyst("bottom_line", "Summary"),
    when(
        "paragraphs",
        heading("Reporting", "the sources’ own sentences"),
        each("p in paragraphs", paragraph("BNNumbered", run("{{ p.text }}"), mark("p")), style="BNNumbered"),
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
    defaults={"title": "Reporting cable"},
)
