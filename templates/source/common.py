"""Pieces that several templates share: banner, footer, identification block, figures, quotes, sources."""

from __future__ import annotations

from collections.abc import Iterable

from templates.source.markup import (
    cell,
    control_row,
    each,
    either,
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
    "{{ app.method|sentence }}. {% if style.marks != “none” %}[1 ¶2] = article 1, paragraph 2 (headline ¶1). {% endif %}",
    "Figures as the source prints them; [ ] = period resolved.",
)


Labels = tuple[str, str, str, str]  # a label and its field, and another label and its field
Optional = tuple[str, Labels]  # the condition under which a row stands


def identification(*rows: Labels | Optional) -> str:
    """The block of labels and fields in two columns; an optional row stands only under its condition."""
    widths = (900, 3900, 1500, WIDTH - 6300)
    lines: list[str] = []
    for each_row in rows:
        if len(each_row) == 4:
            lines.append(_labels(widths, each_row))
        else:
            condition, fields = each_row
            opening, closing = (control_row(f"{{%tr {tag} %}}", widths) for tag in (f"if {condition}", "endif"))
            lines += [opening, _labels(widths, fields), closing]
    return table("BNTablePlain", widths, lines, "Identification")


def filled(field: str, label: str) -> tuple[str, str]:
    """A label and its field that both stay empty where nothing was typed."""
    return f"{{% if note.{field} %}}{label}{{% endif %}}", f"{{{{ note.{field}{'|join_and' if field == 'copy_to' else ''} }}}}"


def _labels(widths: tuple[int, ...], texts: Labels) -> str:
    styles = ("BNLabel", "BNField", "BNLabel", "BNField")
    return row(*(cell(width, paragraph(style, text)) for width, style, text in zip(widths, styles, texts, strict=True)))


def heading(text: str, by: str = "", style: str = "BNHeading") -> str:
    """A section's heading; ``by`` says whose words follow."""
    return paragraph(style, text, *([run(f"  {by}", "BNBy")] if by else []))


def analyst(field: str, title: str, style: str = "BNBody") -> str:
    """The analyst's own words under a heading that says so; nothing where nothing was typed."""
    return when(f"note.{field}", heading(title, "analyst"), paragraph(style, f"{{{{ note.{field} }}}}"))


def mark(item: str) -> str:
    """The source mark of an item; no line begins with it."""
    return run(f"\u00a0{{{{ {item}.src.text|unbroken }}}}", "BNMark")


# Whether no figure has a change: the column would hold nothing but dashes.
_NO_CHANGE = 'figures|by("change", "")|length == figures|length'
_COLUMNS = (
    ("Indicator", "{{ f.subject|sentence }}{% if f.in_conflict %} (sources differ){% endif %}", "", 3050),
    ("Value", "{{ f.value }}", "BNStrong", 1590),
    ("Period", "{{ f.period|sentence }}", "", 1460),
    ("Change", "{{ f.change|sentence or “–” }}", "", 1810),
    ("Said by", "{{ f.said_by_short|sentence }}", "", 1270),
    ("Source", "{{ f.src.text|unbroken }}", "BNMark", 686),
)
_WIDER = {"Indicator": 560, "Value": 350, "Period": 300, "Said by": 600}  # what the others gain where there is no change


def figures_table() -> str:
    """Indicator, value, period, change, said by, source; without the changes where there are none."""
    without = [(name, text, style, width + _WIDER.get(name, 0)) for name, text, style, width in _COLUMNS if name != "Change"]
    return either(_NO_CHANGE, _figures(without), _figures(_COLUMNS))


def _figures(columns: Iterable[tuple[str, str, str, int]]) -> str:
    heads, texts, styles, widths = zip(*columns, strict=True)
    cells = [paragraph("BNTable", run(text, style)) for text, style in zip(texts, styles, strict=True)]
    return item_table(widths, heads, "f in figures", cells, "Key figures")


def speakers(loop: str = "s in quotes_by_speaker") -> str:
    """Who said what: the speaker with role once, then the quotes."""
    role = "{% if s.role %}, {{ s.role }}{% endif %}"
    role += "{% if s.organisation and s.organisation not in s.role %}, {{ s.organisation }}{% endif %}"
    resolved = run("{% if q.resolved_from %} (source: “{{ q.resolved_from }}”){% endif %}", "BNMark")
    return each(
        loop,
        paragraph("BNSpeaker", run("{{ s.speaker|sentence }}", "BNStrong"), run(role, "BNRole")),
        each("q in s.quotes", paragraph("BNQuote", run("{{ q.marked }}"), mark("q"), resolved), style="BNQuote"),
        style="BNSpeaker",
    )


def fragments(loop: str = "q in partial_quotes") -> str:
    """The partial quotes in one run of text."""
    return paragraph(
        "BNQuote",
        run("In fragments: ", "BNRole"),
        run(f"{{% for {loop} %}}{{{{ q.marked }}}} ({{{{ q.speaker }}}})"),
        run("\u00a0{{ q.src.text|unbroken }}", "BNMark"),
        run("{% if not loop.last %}; {% endif %}{% endfor %}"),
    )


def sources() -> str:
    """The list of sources and the imprint."""
    listed = each("s in sources", paragraph("BNSource", "[{{ s.n }}]", tab(), "{{ s.text }}"), style="BNSource")
    return when("sources", heading("Sources"), listed) + IMPRINT
