"""Short ways to write WordprocessingML: runs, paragraphs, tables, fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, style: str = "") -> str:
    """A run of text, in a character style if one is named."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tab() -> str:
    """A tab."""
    return "<w:r><w:tab/></w:r>"


def page_field(name: str) -> str:
    """A field that Word fills: PAGE or NUMPAGES."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def paragraph(style: str, *content: str) -> str:
    """A paragraph of runs; plain text becomes a run."""
    runs = "".join(each if each.startswith("<w:") else run(each) for each in content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def when(condition: str, *content: str, style: str = "BNBody") -> str:
    """Paragraphs that stand only where a condition holds."""
    return paragraph(style, f"{{%p if {condition} %}}") + "".join(content) + paragraph(style, "{%p endif %}")


def either(condition: str, first: str, second: str, style: str = "BNBody") -> str:
    """One of two: the first where a condition holds, the second where it does not."""
    marks = [paragraph(style, f"{{%p {tag} %}}") for tag in (f"if {condition}", "else", "endif")]
    return f"{marks[0]}{first}{marks[1]}{second}{marks[2]}"


def each(loop: str, *content: str, style: str = "BNBody") -> str:
    """Paragraphs that are repeated: ``each("q in quotes", …)``."""
    return paragraph(style, f"{{%p for {loop} %}}") + "".join(content) + paragraph(style, "{%p endfor %}")


def cell(width: int, *paragraphs: str, span: int = 1) -> str:
    """A cell of a table."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    """A row that is not broken over pages; a header row is repeated on each page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def control_row(tag: str, widths: Sequence[int]) -> str:
    """A row that holds nothing but a tag, and vanishes."""
    cells = [cell(width, paragraph("BNTable", tag if n == 0 else "")) for n, width in enumerate(widths)]
    return row(*cells)


def table(style: str, widths: Sequence[int], rows: Iterable[str], title: str = "") -> str:
    """A table of fixed column widths (twentieths of a point); the title is for screen readers."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first, flags = ("1", "0620") if style == "BNTableGrid" else ("0", "0600")
    bands = 'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    look = f'<w:tblLook w:val="{flags}" w:firstRow="{first}" {bands}/>'
    caption = f'<w:tblCaption w:val="{escape(title)}"/>' if title else ""
    head = f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}{caption}'
    return f"<w:tbl><w:tblPr>{head}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def item_table(widths: Sequence[int], heads: Sequence[str], loop: str, cells: Sequence[str], title: str) -> str:
    """A table with a repeated header row and one row an item."""
    head = row(*(cell(width, paragraph("BNTableHead", text)) for width, text in zip(widths, heads, strict=True)), header=True)
    body = row(*(cell(width, *(text,)) for width, text in zip(widths, cells, strict=True)))
    rows = (head, control_row(f"{{%tr for {loop} %}}", widths), body, control_row("{%tr endfor %}", widths))
    return table("BNTableGrid", widths, rows, title)
