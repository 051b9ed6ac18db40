"""Press summary: several articles at a glance, then each with its own figures and quotes."""

from __future__ import annotations

from templates.source.common import FOOTER, HEADER, analyst, filled, heading, identification, mark, sources
from templates.source.markup import each, paragraph, run, when
from templates.source.package import Source

_BLOCK = identification(
    ("To", '{{ note.to|join_and or "–" }}', "Date", '{{ note.date or "–" }}'),
    ("From", '{{ note.sender or "–" }}', "Articles", "{{ note.article_count }}"),
    ("note.issue_number or note.copy_to", (*filled("copy_to", "Copy"), *filled("issue_number", "Edition"))),
)
_GLANCE = each(
    "a in articles",
    paragraph("BNBullet", run("{{ a.title }}", "BNStrong"), run("{% if a.outlet %}, {{ a.outlet }}{% endif %}", "BNRole")),
    style="BNBullet",
)
_FIGURE = paragraph(
    "BNBullet",
    run("{{ f.subject|sentence }}: "),
    run("{{ f.value }}", "BNStrong"),
    run("{% if f.period_stated %}, {{ f.period }}{% endif %}{% if f.change %}; {{ f.change }}{% endif %}"),
    run("{% if f.said_by_kind != “article” %} – {{ f.said_by }}{% endif %}", "BNRole"),
    mark("f"),
)
_QUOTE = paragraph(
    "BNQuote",
    run("{{ q.marked }}"),
    run(" – {{ q.speaker|sentence }}{% if q.role %}, {{ q.role }}{% endif %}", "BNRole"),
    mark("q"),
)
_ARTICLE = each(
    "a in articles",
    paragraph("BNSubheading", "[{{ a.n }}] {{ a.title }}"),
    paragraph(
        "BNMeta",
        "{{ a.outlet or “Outlet not stated” }}{% if a.author %}, {{ a.author }}{% endif %}",
        "{% if a.place %}, {{ a.place }}{% endif %}{% if a.published %}, {{ a.published }}{% endif %}",
    ),
    each("f in a.figures", _FIGURE, style="BNBullet"),
    each("q in a.quotes", _QUOTE, style="BNQuote"),
    when("not a.figures and not a.quotes", paragraph("BNMeta", "Nothing was kept from this article."), style="BNMeta"),
    style="BNSubheading",
)
_BODY = (
    paragraph("BNTitle", '{{ note.title or "Press summary" }}'),
    _BLOCK,
    analyst("bottom_line", "Why it matters"),
    when("articles", heading("At a glance"), _GLANCE, heading("Article by article"), _ARTICLE),
    analyst("comment", "Comment", "BNComment"),
    sources(),
)
PRESS_SUMMARY = Source(
    id="press-summary",
    name="Press summary",
    description="Several articles for a communications team: at a glance, then each with its figures and quotes.",
    body="".join(_BODY),
    header=HEADER,
    footer=FOOTER,
    pages=3,
    defaults={"title": "Press summary"},
)
