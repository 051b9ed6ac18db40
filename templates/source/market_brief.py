"""Economic and market brief: figures with their base and conversions, who said what, outlook."""

from __future__ import annotations

from templates.source.common import FOOTER, HEADER, WIDTH, analyst, fragments, heading, identification, sources, speakers
from templates.source.markup import each, item_table, paragraph, run, when
from templates.source.package import Source

_BLOCK = identification(
    ("To", '{{ note.to|join_and or "–" }}', "Date", '{{ note.date or "–" }}'),
    ("From", '{{ note.sender or "–" }}', "Data as of", '{{ note.as_of or "–" }}'),
)
_WIDTHS = (2500, 1900, 1500, 1900, 1230, WIDTH - 9030)
_TABLE = item_table(
    _WIDTHS,
    ("Indicator", "Value", "Period", "Change and its base", "Said by", "Source"),
    "f in figures",
    (
        paragraph("BNTable", "{{ f.subject|sentence }}{% if f.in_conflict %} (sources differ){% endif %}"),
        paragraph("BNTable", run("{{ f.value }}", "BNStrong")),
        paragraph("BNTable", "{{ f.period }}"),
        paragraph("BNTable", "{{ f.change or “–” }}"),
        paragraph("BNTable", "{{ f.said_by_short }}"),
        paragraph("BNTable", run("{{ f.src.text|unbroken }}", "BNMark")),
    ),
    "Figures",
)
_CONVERSIONS = paragraph(
    "BNImprint",
    "Amounts in brackets are conversions that the source itself prints, at the source’s rate; none was added.",
)
_BODY = (
    paragraph("BNTitle", '{{ note.title or "Economic and market brief" }}'),
    _BLOCK,
    paragraph("BNSubject", "{{ note.subject }}"),
    analyst("bottom_line", "Bottom line"),
    when(
        "note.key_points",
        heading("Key points", "analyst"),
        each("k in note.key_points", paragraph("BNBullet", "{{ k }}"), style="BNBullet"),
    ),
    when("figures", heading("Figures", style="BNHeadingTable"), _TABLE, _CONVERSIONS),
    when("quotes", heading("Who said what"), speakers(), when("partial_quotes", fragments(), style="BNQuote")),
    analyst("background", "Background"),
    analyst("outlook", "Outlook"),
    analyst("comment", "Comment", "BNComment"),
    sources(),
)
MARKET_BRIEF = Source(
    id="market-brief",
    name="Economic and market brief",
    description="For a trade desk: key points, figures with their base and conversions, who said what, outlook.",
    body="".join(_BODY),
    header=HEADER,
    footer=FOOTER,
    defaults={"title": "Economic and market brief"},
)
