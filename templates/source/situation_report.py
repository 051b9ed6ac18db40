"""Situation report: highlights, lead figures, conflicting figures, timeline."""

from __future__ import annotations

from templates.source.common import (
    FOOTER,
    HEADER,
    WIDTH,
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
from templates.source.markup import cell, control_row, each, item_table, paragraph, row, run, table, when
from templates.source.package import Source

_BLOCK = identification(
    ("To", '{{ note.to|join_and or "–" }}', "As of", '{{ note.as_of or "–" }}'),
    ("Contact", '{{ note.sender or "–" }}', *filled("issue_number", "Number")),
    ("note.period or note.next_date", (*filled("period", "Period"), *filled("next_date", "Next report"))),
    ("note.copy_to or note.reference", (*filled("reference", "Reference"), *filled("copy_to", "Copy"))),
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
                    run("{% if f.period_stated %}{{ f.period|sentence }}{% else %}Period not stated{% endif %}"),
                    run("{% if f.change %}; {{ f.change }}{% endif %}"),
                    run("{% if f.said_by_kind != “article” %}; said by {{ f.said_by }}{% endif %}"),
                    mark("f"),
                ),
            ),
        ),
        control_row("{%tr endfor %}", _STRIP_WIDTHS),
    ),
    "Lead figures",
)
_SAID_BY = "{% if v.said_by != “article” %}, {{ v.said_by }}{% endif %}"
_CONFLICTS = item_table(
    (3400, 1900, WIDTH - 5300),
    ("Indicator", "Period", "Values"),
    "c in conflicts",
    (
        paragraph("BNTable", "{{ c.subject|sentence }}"),
        paragraph("BNTable", "{{ c.period|sentence }}"),
        each(
            "v in c.values",
            paragraph(
                "BNTable",
                run("{{ v.value }}", "BNStrong"),
                run("{% if v.said_by != “article” %}, {{ v.said_by }}{% endif %}"),
                mark("v"),
            ),
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
    pages=3,
    defaults={"title": "Situation report"},
)
