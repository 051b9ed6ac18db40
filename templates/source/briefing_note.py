"""Briefing note – for information: one page for a head of unit or a minister's office."""

from __future__ import annotations

from templates.source.common import (
    FOOTER,
    HEADER,
    analyst,
    figures_table,
    filled,
    fragments,
    heading,
    identification,
    sources,
    speakers,
)
from templates.source.markup import each, paragraph, when
from templates.source.package import Source

_BLOCK = identification(
    ("To", '{{ note.to|join_and or "–" }}', "Date", '{{ note.date or "–" }}'),
    ("From", '{{ note.sender or "–" }}', "Information as of", '{{ note.as_of or "–" }}'),
    ("Action", '{{ note.action or "None – for information" }}', *filled("reference", "Reference")),
    ("note.copy_to or note.deadline", (*filled("copy_to", "Copy"), *filled("deadline", "Deadline"))),
)
_BODY = (
    paragraph("BNTitle", '{{ note.title or "Briefing note – for information" }}'),
    _BLOCK,
    paragraph("BNSubject", "{{ note.subject }}"),
    analyst("bottom_line", "Bottom line"),
    when("note.key_points", each("point in note.key_points", paragraph("BNBullet", "{{ point }}"), style="BNBullet")),
    when("figures", heading("Key figures", style="BNHeadingTable"), figures_table()),
    when(
        "quotes",
        heading("What was said"),
        speakers(),
        when("partial_quotes", fragments(), style="BNQuote"),
    ),
    analyst("background", "Background"),
    analyst("comment", "Comment", "BNComment"),
    sources(),
)
BRIEFING_NOTE = Source(
    id="briefing-note",
    name="Briefing note – for information",
    description="One page for a head of unit: bottom line, key figures, what was said, background, comment.",
    body="".join(_BODY),
    header=HEADER,
    footer=FOOTER,
    pages=1,
    defaults={"title": "Briefing note – for information", "action": "None – for information"},
)
