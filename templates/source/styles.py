"""The house's named styles: one typeface, four sizes, two colours, hairlines. All sizes are in points."""

from __future__ import annotations

from dataclasses import dataclass

from templates.source.markup import HEAD, NAMESPACES

INK, NAVY, BANNER, GREY, RULE, TINT = "1B1F24", "1F3A5F", "8A1C1C", "5A6570", "C6CED8", "EEF2F7"
# Arial is on every Windows and Mac; Liberation Sans and Arimo have its very widths elsewhere.
FACE = "Arial"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph style."""

    id: str
    name: str
    size: float = 9
    bold: bool = False
    italic: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    left: float = 0
    hanging: float = 0
    line: float = 1.0
    align: str = "left"
    caps: bool = False
    spacing: float = 0
    rule: str = ""  # "bottom", "top" or "left"
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    bullet: int = 0
    tabs: tuple[tuple[str, int], ...] = ()
    based_on: str = "Normal"
    like_base: bool = False  # only spacing differs from the style that it is based on

    def xml(self) -> str:
        """The style as WordprocessingML."""
        face = "" if self.like_base else self._face()
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="{self.based_on}"/><w:qFormat/><w:pPr>{self._layout()}</w:pPr><w:rPr>{face}</w:rPr></w:style>'
        )

    def _layout(self) -> str:
        parts = [
            "<w:keepNext/>" if self.keep_next else "",
            "<w:keepLines/>" if self.keep_lines else "",
            f'<w:numPr><w:numId w:val="{self.bullet}"/></w:numPr>' if self.bullet else "",
            self._border(),
            self._tabs(),
            self._spacing(),
            f'<w:ind w:left="{self.left * 20:.0f}" w:hanging="{self.hanging * 20:.0f}"/>' if self.left or self.hanging else "",
            f'<w:jc w:val="{self.align}"/>',
            f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else "",
        ]
        return "".join(parts)

    def _spacing(self) -> str:
        before, after, line = (f"{n:.0f}" for n in (self.before * 20, self.after * 20, self.line * 240))
        return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'

    def _border(self) -> str:
        if self.like_base:
            return '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
        if not self.rule:
            return ""
        size, space, colour = ("18", "8", NAVY) if self.rule == "left" else ("4", "1", RULE)
        return f'<w:pBdr><w:{self.rule} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/></w:pBdr>'

    def _tabs(self) -> str:
        stops = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in self.tabs)
        return f"<w:tabs>{stops}</w:tabs>" if stops else ""

    def _face(self) -> str:
        parts = [
            "<w:b/><w:bCs/>" if self.bold else "",
            "<w:i/><w:iCs/>" if self.italic else "",
            "<w:caps/>" if self.caps else "",
            f'<w:color w:val="{self.colour}"/>',
            f'<w:spacing w:val="{self.spacing * 20:.0f}"/>' if self.spacing else "",
            f'<w:sz w:val="{self.size * 2:.0f}"/><w:szCs w:val="{self.size * 2:.0f}"/>',
        ]
        return "".join(parts)


PARAGRAPHS = (
    Paragraph("BNTitle", "BN Title", 14.5, bold=True, colour=NAVY, after=5, line=1.0, keep_next=True, outline=0),
    Paragraph("BNSubject", "BN Subject", 12.5, bold=True, before=7, after=1, line=1.05, keep_next=True),
    Paragraph(
        "BNHeading", "BN Heading", 8, bold=True, colour=NAVY, before=6, after=2, caps=True, spacing=0.5,
        rule="bottom", keep_next=True, outline=1, line=1.0,
    ),
    Paragraph("BNHeadingTable", "BN Heading Table", after=2.5, before=6, based_on="BNHeading", like_base=True, keep_next=True),
    Paragraph("BNSubheading", "BN Subheading", 9.5, bold=True, colour=INK, before=5, after=2, keep_next=True, outline=2),
    Paragraph("BNBody", "BN Body", after=3),
    Paragraph("BNNumbered", "BN Numbered", after=4, left=22, hanging=22, bullet=2),
    Paragraph("BNBullet", "BN Bullet", after=2, left=12, hanging=12, bullet=1),
    Paragraph("BNSpeaker", "BN Speaker", before=1.5, after=0.5, keep_next=True),
    Paragraph("BNQuote", "BN Quote", 8.5, after=1.5, left=10),
    Paragraph("BNComment", "BN Comment", after=2, left=8, rule="left"),
    Paragraph(
        "BNSource", "BN Source", 7.5, colour=INK, after=1.5, left=16, hanging=16, line=1.0, keep_next=True, keep_lines=True
    ),
    Paragraph("BNChart", "BN Chart", before=4, after=2, line=1.0, keep_lines=True),
    Paragraph("BNImprint", "BN Imprint", 7, italic=True, colour=GREY, before=2, line=1.0),
    Paragraph("BNTable", "BN Table", 8, before=0.7, after=0.7, line=1.0),
    Paragraph("BNTableHead", "BN Table Head", 7.5, bold=True, colour=NAVY, before=1.5, after=1.5, line=1.0, keep_next=True),
    Paragraph("BNTick", "BN Tick", 11, align="center", line=1.0),
    Paragraph("BNMeta", "BN Meta", 8, colour=GREY, after=2, keep_next=True),
    Paragraph("BNEvent", "BN Event", after=2, left=92, hanging=92, tabs=(("left", 1840),)),
    Paragraph("BNStripSubject", "BN Strip Subject", 9, bold=True, before=4, line=1.0, keep_next=True),
    Paragraph("BNStripDetail", "BN Strip Detail", 8, colour=GREY, after=3, line=1.0),
    Paragraph("BNLabel", "BN Label", 8.5, colour=GREY, before=1, after=1, line=1.0),
    Paragraph("BNField", "BN Field", 9, before=1, after=1, line=1.0),
    Paragraph("BNLead", "BN Lead Figure", 14, bold=True, colour=NAVY, before=4, line=1.0, keep_next=True),
    Paragraph("BNBanner", "BN Banner", 8.5, bold=True, colour=BANNER, align="center", caps=True, spacing=0.6, line=1.0),
    Paragraph("BNFooter", "BN Footer", 7.5, colour=GREY, line=1.0, tabs=(("center", 4933), ("right", 9866))),
)  # fmt: skip
CHARACTERS = (
    ("BNMark", "BN Mark", f'<w:color w:val="{GREY}"/><w:sz w:val="15"/><w:szCs w:val="15"/>'),
    ("BNStrong", "BN Strong", "<w:b/><w:bCs/>"),
    ("BNRole", "BN Role", f'<w:color w:val="{GREY}"/>'),
    ("BNBannerInline", "BN Banner Inline", f'<w:b/><w:bCs/><w:caps/><w:color w:val="{BANNER}"/>'),
    ("BNBy", "BN By", f'<w:b w:val="0"/><w:bCs w:val="0"/><w:i/><w:iCs/><w:caps w:val="0"/><w:color w:val="{GREY}"/>'),
)


def styles_xml(language: str = "en-GB") -> str:
    """The styles part."""
    fonts = f'<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="{INK}"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )
    base = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
        + _table_style("TableNormal", "Normal Table", default=True)
        + _table_style("BNTablePlain", "BN Table Plain")
        + _table_style("BNTableGrid", "BN Table Grid", ruled=True)
        + _table_style("BNTableStrip", "BN Table Strip", ruled=True)
    )
    paragraphs = "".join(style.xml() for style in PARAGRAPHS)
    comments = (
        '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>'
        '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>'
    )
    footnotes = (
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:spacing w:after="20"/></w:pPr><w:rPr><w:sz w:val="15"/><w:szCs w:val="15"/></w:rPr></w:style>'
    )
    characters = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{face}</w:rPr></w:style>'
        for id_, name, face in CHARACTERS
    )
    return f"{HEAD}<w:styles {NAMESPACES}>{defaults}{base}{paragraphs}{characters}{comments}{footnotes}</w:styles>"


def _table_style(id_: str, name: str, *, default: bool = False, ruled: bool = False) -> str:
    kind = 'w:default="1"' if default else 'w:customStyle="1"'
    based = "<w:semiHidden/>" if default else '<w:basedOn w:val="TableNormal"/>'
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (("top", 6, NAVY), ("bottom", 6, NAVY), ("insideH", 4, RULE))
    )
    borders = f"<w:tblBorders>{rules}</w:tblBorders>" if ruled else ""
    side = "70" if ruled else "0"
    margins = (
        f'<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    )
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="{NAVY}"/>'
        f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr>'
        if id_ == "BNTableGrid"
        else ""
    )
    return (
        f'<w:style w:type="table" {kind} w:styleId="{id_}"><w:name w:val="{name}"/>{based}'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}{margins}</w:tblPr>{head}</w:style>'
    )
