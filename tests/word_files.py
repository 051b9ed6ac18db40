"""Small Word templates for tests, and what a Word file says."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.document import Document as Opened

from briefing.word.package import tagged_parts
from briefing.word.verify import part_text
from briefing.word.xml import Element, w
from templates.source.markup import cell, paragraph, row, table
from templates.source.package import Source, build

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def template(folder: Path, *body: str, header: str = "", footer: str = "") -> Path:
    """A template with the paragraphs or tables given; plain text becomes a paragraph."""
    content = "".join(each if each.startswith("<w:") else paragraph("BNBody", each) for each in body)
    empty = paragraph("BNFooter", "")
    return build(Source("small", "Small", "For a test", content, header or empty, footer or empty), folder)


def split(*runs: str) -> str:
    """A paragraph whose text is spread over several runs, the second one bold."""
    parts = (
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" if n == 1 else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'
        for n, text in enumerate(runs)
    )
    return f"<w:p>{''.join(parts)}</w:p>"


def rows(*texts: str) -> str:
    """A table of one column."""
    return table("BNTableGrid", (4000,), [row(cell(4000, paragraph("BNTable", text))) for text in texts])


def opened(content: bytes) -> Opened:
    """The Word file in the bytes."""
    return Document(io.BytesIO(content))


def lines(content: bytes, part: str = "body") -> list[str]:
    """The paragraphs of a part, empty ones left out."""
    (found,) = [each for each in tagged_parts(opened(content)) if each.name == part]
    return [line for line in part_text(found.root).split("\n") if line]


def broken_invariants(path: Path) -> list[str]:
    """What a Word file must not have: ids twice, cells and tables without content, fields and bookmarks left open."""
    found: list[str] = []
    for part in tagged_parts(Document(str(path))):
        root = part.root
        for name, tag, attribute in _UNIQUE:
            ids = [each.get(attribute) for each in root.iter(tag) if each.get(attribute) is not None]
            found += [f"{part.name}: two {name} have the same id" for _ in range(len(set(ids)) < len(ids))]
        found += [f"{part.name}: a cell does not end with a paragraph" for cell in root.iter(w("tc")) if cell[-1].tag != w("p")]
        found += [f"{part.name}: a table has no rows" for table in root.iter(w("tbl")) if table.find(w("tr")) is None]
        found += [f"{part.name}: {name} are not balanced" for name in _unbalanced(root)]
    return found


_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_UNIQUE = (
    ("paragraphs", w("p"), f"{_W14}paraId"),
    ("bookmarks", w("bookmarkStart"), w("id")),
    ("bookmarks", w("bookmarkStart"), w("name")),
    ("drawings", _DRAWN, "id"),
    ("footnote references", w("footnoteReference"), w("id")),
    ("footnotes", w("footnote"), w("id")),
    ("comment references", w("commentReference"), w("id")),
)


def _unbalanced(root: Element) -> list[str]:
    kinds = [each.get(w("fldCharType")) for each in root.iter(w("fldChar"))]
    pairs = (
        ("fields", kinds.count("begin"), kinds.count("end")),
        ("bookmarks", len(list(root.iter(w("bookmarkStart")))), len(list(root.iter(w("bookmarkEnd"))))),
        ("comments", len(list(root.iter(w("commentRangeStart")))), len(list(root.iter(w("commentRangeEnd"))))),
    )
    return [name for name, opened_, closed in pairs if opened_ != closed]
