"""Meeting brief: points, recent words, facts and people for a principal about to meet someone."""

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
    mark,
    sources,
    speakers,
)
from templates.source.markup import each, item_table, paragraph, run, when
from templates.source.package import Source

_BLOCK = identification(
    ("For", '{{ note.to|join_and or "–" }}', "Date", '{{ note.date or "–" }}'),
    ("From", '{{ note.sender or "–" }}', "Information as of", '{{ note.as_of or "–" }}'),
    ("note.copy_to or note.action", (*filled("copy_to", "Copy"), *filled("action", "Action"))),
)
_PEOPLE = item_table(
    (3000, 4700, 1000, 1166),
    ("Name", "Role", "Quotes", "Source"),
    "p in people",
    (
        paragraph("BNTable", run("{{ p.name|sentence }}", "BNStrong")),
        paragraph(
            "BNTable",
            "{{ p.title|sentence }}{% if p.title and p.organisation and p.organisation not in p.title %}, {% endif %}",
            "{% if p.organisation and p.organisation not in p.title %}{{ p.organisation }}{% endif %}",
            "{% if not p.title and not p.organisation %}Not stated{% endif %}",
        ),
        paragraph("BNTable", "{{ p.quote_count }}"),
        paragraph("BNTable", run("{{ p.src.text|unbroken }}", "BNMark")),
    ),
    "People",
)


def _points(side: str, title: str) -> str:
    loop = each(f'p in points|by("side", "{side}")', paragraph("BNNumbered", "{{ p.text }}"), style="BNNumbered")
    return when(f'points|by("side", "{side}")', heading(title, "analyst"), loop)


_BODY = (
    paragraph("BNTitle", '{{ note.title or "Meeting brief" }}'),
    _BLOCK,
    paragraph("BNSubject", "{{ note.subject }}"),
    analyst("bottom_line", "Objective"),
    when(
        "note.key_points",
        heading("Key points", "analyst"),
        each("k in note.key_points", paragraph("BNBullet", "{{ k }}"), style="BNBullet"),
    ),
    _points("ours", "Points to make"),
    _points("theirs", "Points they may raise").replace("BNNumbered", "BNBullet"),
    when("quotes", heading("Recent words"), speakers(), when("partial_quotes", fragments(), style="BNQuote")),
    when("figures", heading("Facts", style="BNHeadingTable"), figures_table()),
    when("people", heading("People", style="BNHeadingTable"), _PEOPLE),
    when(
        "future_events",
        heading("Coming dates"),
        each(
            "e in future_events",
            paragraph("BNBullet", run("{{ e.date }}", "BNStrong"), run(" – {{ e.text }}"), mark("e")),
            style="BNBullet",
        ),
    ),
    analyst("background", "Background"),
    analyst("comment", "Comment", "BNComment"),
    sources(),
)
MEETING_BRIEF = Source(
    id="meeting-brief",
    name="Meeting brief",
    description="For a principal about to meet someone: objective, points, recent words, facts and people.",
    body="".join(_BODY),
    header=HEADER,
    footer=FOOTER,
    pages=2,
    defaults={"title": "Meeting brief"},
)
