"""Economic and market brief: figures with their base and conversions, who said what, outlook."""

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
    ("From", '{{ note.sender or "–" }}', "Data as of", '{{ note.as_of or "–" }}'),
    ("note.copy_to or note.reference", (*filled("reference", "Reference"), *filled("copy_to", "Copy"))),
)
_CONVERSIONS = each(
    "f in figures if f.conversions",
    when(
        "loop.first",
        paragraph(
            "BNImprint",
            "Amounts in brackets are conversions that the source itself prints, at the source’s rate; none was added.",
        ),
        style="BNImprint",
    ),
    style="BNImprint",
)
_CHART = when("figures|length <= 8 and figures|chart", paragraph("BNChart", "{{ figures|chart }}"))
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
    when("figures", heading("Figures", style="BNHeadingTable"), figures_table(), _CONVERSIONS, _CHART),
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
    pages=1,
    defaults={"title": "Economic and market brief"},
)
