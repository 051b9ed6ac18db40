"""A whole .docx from its parts, with fixed dates: the same source gives the same file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from briefing.word.metadata import metadata_xml
from briefing.word.package import repacked
from templates.source.markup import HEAD, NAMESPACES
from templates.source.styles import FACE, styles_xml
from templates.source.theme import theme_xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
A4, LETTER = (11906, 16838), (12240, 15840)


@dataclass(frozen=True)
class Source:
    """One built-in template."""

    id: str
    name: str
    description: str
    body: str
    header: str
    footer: str
    defaults: dict[str, str] = field(default_factory=dict)
    version: str = "1.0"
    margins: tuple[int, int, int, int] = (860, 1020, 700, 1020)  # top, right, bottom, left
    page: tuple[int, int] = A4
    pages: int = 0  # how many its notes are meant to have at most; 0 sets no bound


def build(source: Source, folder: Path) -> Path:
    """Writes a template into a folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in _parts(source).items():
            archive.writestr(name, content)
    path = folder / f"{source.id}.docx"
    path.write_bytes(repacked(buffer))
    return path


def _parts(source: Source) -> dict[str, str | bytes]:
    metadata = {"id": source.id, "name": source.name, "description": source.description, "version": source.version}
    metadata |= {"pages": str(source.pages)} if source.pages else {}
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            ("core", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(source),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}">'
        "<Application>Briefing</Application></Properties>",
        "word/document.xml": _document(source),
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("fontTable", "fontTable.xml"),
            ("numbering", "numbering.xml"),
            ("header", "header1.xml"),
            ("footer", "footer1.xml"),
            ("customXml", "../customXml/item1.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/theme/theme1.xml": theme_xml(),
        "word/numbering.xml": _numbering(),
        "word/header1.xml": f"{HEAD}<w:hdr {NAMESPACES}>{source.header}</w:hdr>",
        "word/footer1.xml": f"{HEAD}<w:ftr {NAMESPACES}>{source.footer}</w:ftr>",
        "customXml/item1.xml": metadata_xml({**metadata, "language": "en", "marks": "brackets"}, source.defaults, 1),
        "customXml/_rels/item1.xml.rels": _relations(("customXmlProps", "itemProps1.xml")),
        "customXml/itemProps1.xml": f'{HEAD}<ds:datastoreItem ds:itemID="{{6B1D2E0A-5B0C-4C5E-9C55-1D3B9F0E7A10}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
        '<ds:schemaRef ds:uri="urn:briefing:template:1"/></ds:schemaRefs></ds:datastoreItem>',
    }


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "/word/numbering.xml": f"{_WORD}.numbering+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/word/header1.xml": f"{_WORD}.header+xml",
        "/word/footer1.xml": f"{_WORD}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    }
    parts = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    kinds = {"core": f"{_PACKAGE}/relationships/metadata/core-properties"}
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{kinds.get(kind, f"{_OFFICE}/{kind}")}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(source: Source) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(source.name)}</dc:title><dc:creator>Briefing</dc:creator>"
        f"<dc:description>{escape(source.description)}</dc:description><dc:language>en-GB</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )


def _document(source: Source) -> str:
    top, right, bottom, left = source.margins
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        f'<w:pgSz w:w="{source.page[0]}" w:h="{source.page[1]}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        'w:header="420" w:footer="340" w:gutter="0"/>'
        "</w:sectPr>"
    )
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{source.body}{section}</w:body></w:document>"


def _settings() -> str:
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="110"/><w:defaultTabStop w:val="708"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _fonts() -> str:
    return (
        f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name="{FACE}"><w:altName w:val="Liberation Sans"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )


def _numbering() -> str:
    """List 1 has bullets, list 2 numbers."""
    levels = (
        (1, '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>', 240),
        (2, '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>', 440),
    )
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl></w:abstractNum>'
        for n, form, indent in levels
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _, _ in levels)
    return f"{HEAD}<w:numbering {NAMESPACES}>{abstracts}{numbers}</w:numbering>"
