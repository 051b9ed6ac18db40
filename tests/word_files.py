"""Small Word templates for tests, and what a Word file says."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.document import Document as Opened

from briefing.word.package import tagged_parts
from briefing.word.verify import part_text
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
