"""Situation report: highlights, lead figures, conflicting figures, timeline."""

from __future__ import annotations

from templates.source.common import (
    FOOTER,
    HEADER,
    WIDTH,
    analyst,
    figures_table,
    fragments,
    heading,
    identification,
    mark,
    sources,
    speakers,
)
from templates.source.markup import cell, control_row, each, item_table, paragraph, row, run, table, when
from templates.source.package import Source

_BLOCK = identification(
    ("Number", '{{ note.issue_number or "–" }}', "As of", '{{ note.as_of or "–" }}'),
    ("Period", '{{ note.period or "–" }}', "Next report", '{{ note.next_date or "–" }}'),
    ("To", '{{ note.to|join_and or "–" }}', "Contact", '{{ note.sender or "–" }}'),
)
_STRIP_WIDTHS = (3300, WIDTH - 3300)
_STRIP = table(
    "BNTableStrip",
    _STRIP_WIDTHS,
    (
        control_row("{%tr for f in lead_figures %}", _STRIP_WIDTHS),
        row(
            cell(_STRIP_WIDTHS[0], paragraph("BNLead", "{{ f.value }}")),
            cell(
                _STRIP_WIDTHS[1],
                paragraph("BNStripSubject", "{{ f.subject|sentence }}"),
                paragraph(
                    "BNStripDetail",
                    run("{{ f.period }}{% if f.change %}; {{ f.change }}{% endif %} – {{ f.said_by }}"),
                    mark("f"),
                ),
            ),
        ),
        control_row("{%tr endfor %}", _STRIP_WIDTHS),
    ),
    "Lead figures",
)
_CONFLICTS = item_table(
    (3400, 1900, WIDTH - 5300),
    ("Indicator", "Period", "Values"),
    "c in conflicts",
    (
        paragraph("BNTable", "{{ c.subject|sentence }}"),
        paragraph("BNTable", "{{ c.period }}"),
        each(
            "v in c.values",
            paragraph("BNTable", run("{{ v.value }}", "BNStrong"), run(" – {{ v.said_by }}"), mark("v")),
            style="BNTable",
        ),
    ),
    "Conflicting figures",
)
_EVENTS = each(
    "e in events",
    paragraph("BNEvent", run("{{ e.date }}", "BNStrong"), "<w:r><w:tab/></w:r>", run("{{ e.text }}"), mark("e")),
    style="BNEvent",
)
_BODY = (
    paragraph("BNTitle", '{{ note.title or "Situation report" }}'),
    _BLOCK,
    paragraph("BNSubject", "{{ note.subject }}"),
    when(
        "note.key_points",
        heading("Highlights", "analyst"),
        each("k in note.key_points", paragraph("BNBullet", "{{ k }}"), style="BNBullet"),
    ),
    when("lead_figures", heading("Lead figures", style="BNHeadingTable"), _STRIP),
    analyst("bottom_line", "Overview"),
    when("figures", heading("All figures", style="BNHeadingTable"), figures_table()),
    when("conflicts", heading("Conflicting figures", style="BNHeadingTable"), _CONFLICTS),
    when("quotes", heading("What was said"), speakers(), when("partial_quotes", fragments(), style="BNQuote")),
    when("events", heading("Timeline", "dated sentences of the sources"), _EVENTS),
    analyst("background", "Background"),
    analyst("comment", "Comment", "BNComment"),
    sources(),
)
SITUATION_REPORT = Source(
    id="situation-report",
    name="Situation report",
    description="For a crisis cell: highlights, lead figures, conflicting figures, timeline.",
    body="".join(_BODY),
    header=HEADER,
    footer=FOOTER,
    defaults={"title": "Situation report"},
)
