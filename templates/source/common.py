"""Pieces that several templates share: banner, footer, identification block, figures, quotes, sources."""

from __future__ import annotations

from templates.source.markup import (
    cell,
    control_row,
    each,
    item_table,
    page_field,
    paragraph,
    row,
    run,
    tab,
    table,
    when,
)

WIDTH = 9866  # twentieths of a point between the margins of an A4 page
HEADER = when(
    "note.classification or note.handling",
    paragraph(
        "BNBanner",
        "{{ note.classification }}{% if note.classification and note.handling %} · {% endif %}",
        "{{ note.handling }}",
    ),
    style="BNBanner",
)
FOOTER = paragraph(
    "BNFooter",
    run("{{ note.reference }}{% if note.version %} v{{ note.version }}{% endif %}"),
    run("{% if note.status %} {{ note.status }}{% endif %}"),
    tab(),
    run("{{ note.classification }}", "BNBannerInline"),
    tab(),
    run("Page "),
    page_field("PAGE"),
    run(" of "),
    page_field("NUMPAGES"),
)
IMPRINT = paragraph(
    "BNImprint",
    "{{ app.method|sentence }}. [1 ¶2] = article 1, paragraph 2 (headline ¶1). ",
    "Figures as the source prints them; [ ] = period resolved.",
)


def identification(*rows: tuple[str, str, str, str], optional: tuple[str, tuple[str, str, str, str]] | None = None) -> str:
    """The block of labels and fields in two columns; the optional row stands only under its condition."""
    widths = (900, 3900, 1500, WIDTH - 6300)
    lines = [_labels(widths, each_row) for each_row in rows]
    if optional:
        condition, fields = optional
        lines += [control_row(f"{{%tr if {condition} %}}", widths), _labels(widths, fields), control_row("{%tr endif %}", widths)]
    return table("BNTablePlain", widths, lines, "Identification")


def _labels(widths: tuple[int, ...], texts: tuple[str, ...]) -> str:
    styles = ("BNLabel", "BNField", "BNLabel", "BNField")
    return row(*(cell(width, paragraph(style, text)) for width, style, text in zip(widths, styles, texts, strict=True)))


def heading(text: str, by: str = "", style: str = "BNHeading") -> str:
    """A section's heading; ``by`` says whose words follow."""
    return paragraph(style, text, *([run(f"  {by}", "BNBy")] if by else []))


def analyst(field: str, title: str, style: str = "BNBody") -> str:
    """The analyst's own words under a heading that says so; nothing where nothing was typed."""
    return when(f"note.{field}", heading(title, "analyst"), paragraph(style, f"{{{{ note.{field} }}}}"))


def mark(item: str) -> str:
    """The source mark of an item."""
    return run(f" {{{{ {item}.src.text|unbroken }}}}", "BNMark")


def figures_table(loop: str = "f in figures", *, source: bool = True) -> str:
    """Indicator, value, period, change, said by, source."""
    widths = (2600, 1660, 1600, 1850, 1430, WIDTH - 9140)
    texts = ("{{ f.subject|sentence }}", "", "{{ f.period }}", '{{ f.change or "–" }}', "{{ f.said_by_short }}")
    cells = [paragraph("BNTable", text) for text in texts]
    cells[1] = paragraph("BNTable", run("{{ f.value }}", "BNStrong"))
    cells.append(paragraph("BNTable", run("{{ f.src.text|unbroken }}" if source else "¶{{ f.src.para }}", "BNMark")))
    return item_table(widths, ("Indicator", "Value", "Period", "Change", "Said by", "Src"), loop, cells, "Key figures")


def speakers(loop: str = "s in quotes_by_speaker") -> str:
    """Who said what: the speaker with role once, then the quotes."""
    role = "{% if s.role %}, {{ s.role }}{% endif %}"
    role += "{% if s.organisation and s.organisation not in s.role %}, {{ s.organisation }}{% endif %}"
    resolved = run("{% if q.resolved_from %} (source: “{{ q.resolved_from }}”){% endif %}", "BNMark")
    return each(
        loop,
        paragraph("BNSpeaker", run("{{ s.speaker }}", "BNStrong"), run(role, "BNRole")),
        each("q in s.quotes", paragraph("BNQuote", run("{{ q.marked }}"), mark("q"), resolved), style="BNQuote"),
        style="BNSpeaker",
    )


def fragments(loop: str = "q in partial_quotes") -> str:
    """The partial quotes in one run of text."""
    return paragraph(
        "BNQuote",
        run("In fragments: ", "BNRole"),
        run(f"{{% for {loop} %}}{{{{ q.marked }}}} ({{{{ q.speaker }}}})"),
        run(" {{ q.src.text|unbroken }}", "BNMark"),
        run("{% if not loop.last %}; {% endif %}{% endfor %}"),
    )


def sources() -> str:
    """The list of sources and the imprint."""
    listed = each("s in sources", paragraph("BNSource", "[{{ s.n }}]", tab(), "{{ s.text }}"), style="BNSource")
    return when("sources", heading("Sources"), listed) + IMPRINT
