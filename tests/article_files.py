"""Small files of every format, made on the spot from a few lines, for the tests that read them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def packed(entries: Mapping[str, str | bytes]) -> bytes:
    """A zip file with the entries in their order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str, *, styles: str = "", core: str = "", parts: Mapping[str, str] | None = None, namespace: str = W) -> bytes:
    """A Word file with the XML of its body; ``parts`` are notes and the like, by the kind of their relationship."""
    parts = parts or {}
    related = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for n, kind in enumerate(["styles", *parts])
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
            "docProps/core.xml": f'<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">{core}</cp:coreProperties>',
            **{f"word/{kind}.xml": content for kind, content in parts.items()},
        }
    )


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word file."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def odt(body: str, *, styles: str = "", meta: str = "", others: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument text with the XML of its body and of its automatic styles."""
    names = {"office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta"}
    own = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in names.items())
    spaces = f'{own} xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>",
            **(others or {}),
        }
    )


def epub(
    pages: Mapping[str, str], *, metadata: str = "", spine: Sequence[str] = (), others: Mapping[str, str] | None = None
) -> bytes:
    """An EPUB with pages of XHTML; ``spine`` gives the order in which they are read."""
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in pages)
    order = "".join(f'<itemref idref="{name}"/>' for name in spine or pages)
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": f'<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
            f"<manifest>{items}</manifest><spine>{order}</spine></package>",
            **{f"OPS/{name}": content for name, content in pages.items()},
            **(others or {}),
        }
    )


# A line of a page: where it begins, how high its baseline stands, its size, its words.
PdfLine = tuple[float, float, float, str]


def pdf(*pages: Sequence[PdfLine], info: str = "", font: str = "Helvetica") -> bytes:
    """A PDF file with lines of text at the places given, one content stream a page."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", f"<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>"]
    kids = []
    for lines in pages:
        content = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {left} {base} Tm ({_escaped(text)}) Tj ET" for left, base, size, text in lines
        )
        objects.append(f"<</Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream")
        number = len(objects)
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {number} 0 R/Resources<</Font<</F1 3 0 R>>>>>>")
        kids.append(f"{number + 1} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>"
    objects.append(f"<<{info}>>")
    return _numbered([text.encode("cp1252") for text in objects])


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _numbered(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    foot = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(objects), len(out))
    return out + head + table + foot


def flowing(
    text: str, *, left: float = 72, top: float = 700, size: float = 12, width: int = 60, leading: float = 14
) -> list[PdfLine]:
    """The lines of a paragraph, broken where the next word would not fit."""
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [(left, top - index * leading, size, line) for index, line in enumerate(lines)]
